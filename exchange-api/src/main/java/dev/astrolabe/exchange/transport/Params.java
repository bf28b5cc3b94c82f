package dev.astrolabe.exchange.transport;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a call, in the order in which they are sent. Immutable: each {@code add} gives a new object. Safe for any
 * thread. {@link #toString()} shows names only, for a value may be a secret.
 *
 * <p>A venue with forms and queries uses {@link #encoded()}; one with JSON bodies gives the object to {@link Json#write},
 * where texts become strings, whole numbers numbers, booleans literals, and a list an array.
 *
 * @since 0.1
 */
@CheckReturnValue
public final class Params {

    private static final Params EMPTY = new Params(new String[0], new Object[0], null);
    private static final String HEX = "0123456789ABCDEF";
    private static final int USUAL_LENGTH = 256;

    // Beside each other, never changed: a call has so few that a search is faster than a map, and an addition much
    // faster.
    private final String[] names;
    private final Object[] values;
    private final @Nullable List<Params> items;

    private Params(String[] names, Object[] values, @Nullable List<Params> items) {
        this.names = names;
        this.values = values;
        this.items = items;
    }

    /**
     * No parameters yet.
     *
     * @return the empty parameters
     */
    public static Params create() {
        return EMPTY;
    }

    /**
     * A request whose body is an array and not an object, such as a batch of orders. Such parameters have no names of their own
     * and can be written as JSON only.
     *
     * @param items the elements, in order
     * @return the parameters
     */
    public static Params array(List<Params> items) {
        return new Params(EMPTY.names, EMPTY.values, List.copyOf(items));
    }

    /**
     * Adds a text.
     *
     * @param name the name, not blank
     * @param value the text
     * @return the parameters with it
     * @throws IllegalArgumentException if the name is blank or there already
     */
    public Params add(String name, String value) {
        return with(name, value);
    }

    /**
     * Adds a whole number.
     *
     * @param name the name, not blank
     * @param value the number
     * @return the parameters with it
     * @throws IllegalArgumentException if the name is blank or there already
     */
    public Params add(String name, long value) {
        return with(name, value);
    }

    /**
     * Adds a decimal as its plain text, never as {@code 1E-7}. In JSON too it is a string, as exchanges want amounts.
     *
     * @param name the name, not blank
     * @param value the number
     * @return the parameters with it
     * @throws IllegalArgumentException if the name is blank or there already
     */
    public Params add(String name, BigDecimal value) {
        return with(name, value.toPlainString());
    }

    /**
     * Adds {@code true} or {@code false}.
     *
     * @param name the name, not blank
     * @param value the flag
     * @return the parameters with it
     * @throws IllegalArgumentException if the name is blank or there already
     */
    public Params add(String name, boolean value) {
        return with(name, value);
    }

    /**
     * Adds a list of objects. Such parameters can be written as JSON only.
     *
     * @param name the name, not blank
     * @param objects the elements, in order
     * @return the parameters with it
     * @throws IllegalArgumentException if the name is blank or there already
     */
    public Params add(String name, List<Params> objects) {
        return with(name, List.copyOf(objects));
    }

    /**
     * The same without a parameter.
     *
     * @param name the name
     * @return the parameters without it, in the same order
     */
    public Params without(String name) {
        int place = place(name);
        if (place < 0) {
            return this;
        }
        List<String> otherNames = new ArrayList<>(List.of(names));
        List<Object> otherValues = new ArrayList<>(List.of(values));
        otherNames.remove(place);
        otherValues.remove(place);
        return new Params(otherNames.toArray(String[]::new), otherValues.toArray(), items);
    }

    /**
     * Adds a value where there is one.
     *
     * @param name the name, not blank
     * @param value a {@code String}, {@code BigDecimal}, {@code Integer}, {@code Long} or {@code Boolean}; where empty,
     *     nothing is added
     * @return the parameters with it
     * @throws IllegalArgumentException if the name is blank or there already, or the value is of another type, whose text
     *     would be a guess
     */
    public Params addIfPresent(String name, Optional<?> value) {
        if (value.isEmpty()) {
            return this;
        }
        Object present = value.get();
        if (present instanceof BigDecimal decimal) {
            return add(name, decimal);
        }
        if (present instanceof Integer number) {
            return add(name, number.longValue());
        }
        if (present instanceof String || present instanceof Long || present instanceof Boolean) {
            return with(name, present);
        }
        throw new IllegalArgumentException("parameter " + name + " is a "
                + present.getClass().getSimpleName() + ", not a String, BigDecimal, Integer, Long or Boolean");
    }

    private Params with(String name, Object value) {
        if (items != null) {
            throw new IllegalArgumentException("parameter " + name + " cannot be added to an array");
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("a parameter's name is blank");
        }
        if (place(name) >= 0) {
            throw new IllegalArgumentException("parameter " + name + " is there already");
        }
        String[] moreNames = Arrays.copyOf(names, names.length + 1);
        Object[] moreValues = Arrays.copyOf(values, values.length + 1);
        moreNames[names.length] = name;
        moreValues[values.length] = value;
        return new Params(moreNames, moreValues, null);
    }

    /** Where a name stands; negative where it does not. */
    private int place(String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The text of a parameter.
     *
     * @param name the name
     * @return its text before any encoding; empty where there is none of that name, or it is a list
     */
    public Optional<String> get(String name) {
        int place = place(name);
        return place < 0 || values[place] instanceof List ? Optional.empty() : Optional.of(values[place].toString());
    }

    /**
     * The names.
     *
     * @return the names in order, unmodifiable
     */
    public List<String> names() {
        return List.of(names);
    }

    /**
     * Whether there is nothing to send.
     *
     * @return true without parameters
     */
    public boolean isEmpty() {
        return names.length == 0 && items == null;
    }

    /**
     * How many elements an array has, for limits that count each order of a batch.
     *
     * @return the number of elements; 0 where this is no array
     */
    public int size() {
        return items == null ? 0 : items.size();
    }

    /**
     * The elements of an array, for limits that look at them.
     *
     * @return the elements in order, unmodifiable; empty where this is no array
     */
    public List<Params> items() {
        return items == null ? List.of() : items;
    }

    /**
     * The parameters as query or form text: {@code name=value} joined by {@code &}, with every UTF-8 byte outside
     * {@code A-Z a-z 0-9 - _ . ~} as {@code %XX} (RFC 3986), a blank as {@code %20}.
     *
     * @return the text; empty without parameters
     * @throws IllegalStateException if there is a list, which only JSON can carry
     */
    public String encoded() {
        if (items != null) {
            throw new IllegalStateException("an array cannot be sent as a query or form");
        }
        StringBuilder text = new StringBuilder(USUAL_LENGTH);
        for (int i = 0; i < names.length; i++) {
            if (values[i] instanceof List) {
                throw new IllegalStateException(
                        "parameter " + names[i] + " is a list and cannot be sent as a query or form");
            }
            if (i > 0) {
                text.append('&');
            }
            encode(names[i], text);
            text.append('=');
            encode(values[i].toString(), text);
        }
        return text.toString();
    }

    /**
     * One text, encoded as in {@link #encoded()}.
     *
     * @param text any text
     * @return the encoded text
     */
    public static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        encode(text, encoded);
        return encoded.toString();
    }

    private static void encode(String text, StringBuilder into) {
        // Nearly all names and values go as they are.
        if (isUnreserved(text)) {
            into.append(text);
            return;
        }
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            if (isUnreserved(c)) {
                into.append(c);
            } else {
                into.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
            }
        }
    }

    private static boolean isUnreserved(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isUnreserved(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '.'
                || c == '~';
    }

    /** What JSON is written from: a map in order, or a list of such maps. */
    Object jsonValue() {
        return items != null ? items.stream().map(Params::jsonValue).toList() : jsonValues();
    }

    private Map<String, Object> jsonValues() {
        Map<String, Object> result = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            result.put(names[i], values[i] instanceof List<?> list ? jsonList(list) : values[i]);
        }
        return result;
    }

    private static List<Object> jsonList(List<?> list) {
        List<Object> result = new ArrayList<>();
        for (Object element : list) {
            result.add(((Params) element).jsonValue());
        }
        return result;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Params params && jsonValue().equals(params.jsonValue());
    }

    @Override
    public int hashCode() {
        return jsonValue().hashCode();
    }

    /** Shows the names, not the values. */
    @Override
    public String toString() {
        return items == null ? "Params" + List.of(names) : "Params[" + items.size() + " items]";
    }
}
