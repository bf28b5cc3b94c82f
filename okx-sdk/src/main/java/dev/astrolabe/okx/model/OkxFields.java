package dev.astrolabe.okx.model;

import dev.astrolabe.okx.internal.wire.WireList;
import dev.astrolabe.okx.internal.wire.WireObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one object as OKX sent it. It writes numbers and times as text, and an empty text where a field does not apply,
 * which is absent here: never zero. Fields that this version does not know are kept. Immutable, safe for any thread. (docs: OKX
 * v5, "Overview")
 *
 * <p>What came from OKX keeps the bytes of its own object, not of the message around it, and a value is read from them each time it
 * is asked for.
 *
 * @since 0.1
 */
public final class OkxFields {

    /** Texts, booleans, maps of such and lists of such. */
    private final Map<String, Object> values;

    /** Takes the map as it is. */
    OkxFields(Map<String, Object> values) {
        this.values = values;
    }

    /**
     * Fields by name.
     *
     * @param values texts, numbers, booleans, maps of such, and lists of such; a null is left out
     * @return the fields, in the same order
     * @throws IllegalArgumentException if a value is of another type
     */
    public static OkxFields of(Map<String, ? extends @Nullable Object> values) {
        return new OkxFields(values instanceof WireObject read ? read : copied(values));
    }

    private static Map<String, Object> copied(Map<String, ? extends @Nullable Object> values) {
        Map<String, Object> copy = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (value != null) {
                copy.put(name, copied(name, value));
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    private static Object copied(String name, Object value) {
        if (value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof OkxFields fields) {
            return fields.values;
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof Integer || value instanceof Long) {
            return value.toString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(each -> copied(name, each)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> texts = new LinkedHashMap<>();
            map.forEach((key, each) -> texts.put(String.valueOf(key), each));
            return copied(texts);
        }
        throw new IllegalArgumentException(
                "field " + name + " is a " + value.getClass().getSimpleName());
    }

    /**
     * A text.
     *
     * @param name the field
     * @return its text, of a number or a boolean too; empty where the field is missing or empty
     */
    public Optional<String> text(String name) {
        String text = textOrEmpty(name);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private String textOrEmpty(String name) {
        if (values instanceof WireObject read) {
            String text = read.text(name);
            return text == null ? "" : text;
        }
        Object value = values.get(name);
        return value == null || value instanceof List || value instanceof Map ? "" : value.toString();
    }

    /**
     * A text that must be there.
     *
     * @param name the field
     * @return its text
     * @throws IllegalArgumentException if it is missing or empty
     */
    public String requireText(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    /**
     * A number.
     *
     * @param name the field
     * @return its exact value; empty where the field is missing or empty
     * @throws IllegalArgumentException if it holds no number
     */
    public Optional<BigDecimal> decimal(String name) {
        BigDecimal read = values instanceof WireObject object ? object.decimal(name) : null;
        return read == null ? text(name).map(text -> decimal(name, text)) : Optional.of(read);
    }

    private static BigDecimal decimal(String name, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("field " + name + " holds '" + text + "', which is no number", e);
        }
    }

    /**
     * A number that must be there.
     *
     * @param name the field
     * @return its exact value
     * @throws IllegalArgumentException if it is missing, empty or no number
     */
    public BigDecimal requireDecimal(String name) {
        return decimal(name).orElseThrow(() -> missing(name));
    }

    /**
     * A whole number.
     *
     * @param name the field
     * @return its value; empty where the field is missing or empty
     * @throws IllegalArgumentException if it holds no whole number of 64 bits
     */
    public OptionalLong whole(String name) {
        OptionalLong read = values instanceof WireObject object ? object.whole(name) : OptionalLong.empty();
        return read.isPresent() ? read : parsed(name);
    }

    private OptionalLong parsed(String name) {
        Optional<String> text = text(name);
        try {
            return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text.get()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "field " + name + " holds '" + text.get() + "', which is no whole number", e);
        }
    }

    /**
     * A time, which OKX writes in milliseconds.
     *
     * @param name the field
     * @return the instant; empty where the field is missing, empty or 0
     * @throws IllegalArgumentException if it holds no whole number
     */
    public Optional<Instant> time(String name) {
        OptionalLong millis = whole(name);
        return millis.isPresent() && millis.getAsLong() > 0
                ? Optional.of(Instant.ofEpochMilli(millis.getAsLong()))
                : Optional.empty();
    }

    /**
     * A time that must be there.
     *
     * @param name the field
     * @return the instant
     * @throws IllegalArgumentException if it is missing, empty, 0 or no whole number
     */
    public Instant requireTime(String name) {
        return time(name).orElseThrow(() -> missing(name));
    }

    /**
     * A yes or no, which OKX writes as a boolean or as text.
     *
     * @param name the field
     * @return its value; empty where the field is missing or empty
     */
    public Optional<Boolean> flag(String name) {
        return text(name).map(Boolean::parseBoolean);
    }

    /**
     * One of the words of a field.
     *
     * @param name the field
     * @param words the words that are known, named as OKX does but for the case
     * @param unknown what stands for another word, whose text {@link #text} gives
     * @param <E> the type of the words
     * @return the word; empty where the field is missing or empty
     */
    public <E extends Enum<E>> Optional<E> word(String name, Class<E> words, E unknown) {
        return text(name).map(text -> {
            String wanted = text.toUpperCase(Locale.ROOT);
            for (E each : words.getEnumConstants()) {
                if (each.name().equals(wanted)) {
                    return each;
                }
            }
            return unknown;
        });
    }

    /**
     * An object inside this one.
     *
     * @param name the field
     * @return its fields; empty where there is none
     */
    public Optional<OkxFields> object(String name) {
        return fields(values.get(name));
    }

    @SuppressWarnings("unchecked") // What is a map in here has this type, as every maker of the values knows.
    private static Optional<OkxFields> fields(@Nullable Object value) {
        return value instanceof Map<?, ?> map
                ? Optional.of(new OkxFields((Map<String, Object>) map))
                : Optional.empty();
    }

    /**
     * A list of objects.
     *
     * @param name the field
     * @param row makes a row of each
     * @param <T> the row
     * @return an unmodifiable list; empty where there is none
     */
    public <T> List<T> rows(String name, Function<OkxFields, T> row) {
        List<?> list = list(name);
        List<T> rows = new ArrayList<>(list.size());
        for (Object each : list) {
            fields(each).ifPresent(fields -> rows.add(row.apply(fields)));
        }
        return Collections.unmodifiableList(rows);
    }

    /**
     * A list of texts.
     *
     * @param name the field
     * @return an unmodifiable list; empty where there is none
     */
    public List<String> texts(String name) {
        return texts(list(name));
    }

    /**
     * A list of lists, as the levels of a book are.
     *
     * @param name the field
     * @return an unmodifiable list of the texts of each; empty where there is none
     */
    public List<List<String>> lists(String name) {
        return lists(name, each -> each);
    }

    /** A row of the texts of each. */
    <T> List<T> lists(String name, Function<List<String>, T> row) {
        List<?> list = list(name);
        List<T> rows = new ArrayList<>(list.size());
        for (Object each : list) {
            if (each instanceof List<?> inner) {
                rows.add(row.apply(texts(inner)));
            }
        }
        return Collections.unmodifiableList(rows);
    }

    private static List<String> texts(List<?> list) {
        return list instanceof WireList read
                ? read.texts()
                : list.stream().map(Object::toString).toList();
    }

    private List<?> list(String name) {
        return values.get(name) instanceof List<?> list ? list : List.of();
    }

    /**
     * What OKX sent.
     *
     * @return the names of all fields, empty ones too
     */
    public Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    private static IllegalArgumentException missing(String name) {
        return new IllegalArgumentException("there is no " + name);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OkxFields fields && values.equals(fields.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
