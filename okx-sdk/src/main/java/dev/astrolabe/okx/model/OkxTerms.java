package dev.astrolabe.okx.model;

import dev.astrolabe.exchange.error.NotSentException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a changing call sends, by the venue's own names. Immutable: each method gives a new object.
 *
 * @param <T> the request itself
 * @since 0.1
 */
public abstract class OkxTerms<T extends OkxTerms<T>> {

    private static final String IDENTIFIER = "[A-Za-z0-9]{1,%d}";
    private static final int MAX_ID = 32;
    private static final int MAX_TAG = 16;

    private final Map<String, Object> values;

    OkxTerms(Map<String, Object> values) {
        this.values = values;
    }

    abstract T copy(Map<String, Object> changed);

    /**
     * What is sent.
     *
     * @return by name: texts, booleans, and lists of maps of such; unmodifiable
     */
    public final Map<String, Object> values() {
        return values;
    }

    /**
     * Sets a parameter by the venue's name of it, also one that this version does not know; one that was set is replaced.
     *
     * @param name such as {@code banAmend}
     * @param value its text
     * @return the request with it
     * @throws NotSentException if the name or the value is blank
     */
    public final T with(String name, String value) {
        if (name.isBlank() || value.isBlank()) {
            throw NotSentException.invalid("parameter '" + name + "' of a request is blank, or its value is");
        }
        return set(name, value);
    }

    /**
     * Sets a parameter that is yes or no.
     *
     * @param name such as {@code banAmend}
     * @param value yes or no
     * @return the request with it
     * @throws NotSentException if the name is blank
     */
    public final T with(String name, boolean value) {
        if (name.isBlank()) {
            throw NotSentException.invalid("a parameter of a request has a blank name");
        }
        return set(name, value);
    }

    /**
     * A parameter.
     *
     * @param name the venue's name of it
     * @return its text; empty where it is not set, or is a list
     */
    public final Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name))
                .filter(value -> !(value instanceof List))
                .map(Object::toString);
    }

    final T set(String name, Object value) {
        Objects.requireNonNull(value, name);
        Map<String, Object> copy = new LinkedHashMap<>(values);
        copy.put(name, value);
        return copy(Collections.unmodifiableMap(copy));
    }

    final T set(String name, BigDecimal value) {
        return set(name, value.toPlainString());
    }

    /** An amount above 0. */
    final T positive(String name, BigDecimal value) {
        if (value.signum() <= 0) {
            throw NotSentException.invalid(name + " " + value.toPlainString() + " is not above 0");
        }
        return set(name, value);
    }

    /** A limit, or the market where there is none. */
    final T limitOrMarket(String name, @Nullable BigDecimal limit) {
        return limit == null ? set(name, "-1") : positive(name, limit);
    }

    final T id(String name, String value) {
        return set(name, checked(name, value, MAX_ID));
    }

    final T tagged(String value) {
        return set("tag", checked("tag", value, MAX_TAG));
    }

    /** OKX takes letters and digits alone, and no dash of a UUID (docs: OKX v5, "Place order"). */
    private static String checked(String name, String value, int longest) {
        String rule = IDENTIFIER.formatted(longest);
        if (!value.matches(rule)) {
            throw NotSentException.invalid(name + " '" + value + "' is not 1 to " + longest + " letters and digits");
        }
        return value;
    }

    final T list(String name, List<? extends OkxTerms<?>> items) {
        List<Map<String, Object>> maps = new ArrayList<>();
        items.forEach(each -> maps.add(each.values()));
        return set(name, List.copyOf(maps));
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + values;
    }
}
