package dev.astrolabe.okx.model;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a reading call of OKX asks for, by the venue's own parameter names. Each call takes some of them; which ones it needs and
 * which it takes is checked before anything is sent. Immutable: each method gives a new object.
 *
 * <p>Lists come newest first. {@link #after} goes on to what is older than a cursor, which {@link Page#next()} of the page before
 * has; {@link #before} is for what is newer, and gives the newest page of it. (docs: OKX v5, "Pagination")
 *
 * @since 0.1
 */
public final class OkxQuery {

    private static final OkxQuery ALL = new OkxQuery(Map.of());

    private final Map<String, String> values;

    private OkxQuery(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Asks for everything that a call gives without parameters.
     *
     * @return the empty query
     */
    public static OkxQuery all() {
        return ALL;
    }

    /**
     * Asks for a kind of instruments.
     *
     * @param type the kind
     * @return the query
     */
    public static OkxQuery of(OkxInstType type) {
        return ALL.instType(type);
    }

    /**
     * Asks for one instrument.
     *
     * @param instId such as {@code BTC-USDT-SWAP}
     * @return the query
     */
    public static OkxQuery of(String instId) {
        return ALL.instId(instId);
    }

    /**
     * Sets the kind of instruments.
     *
     * @param type the kind
     * @return the query with it
     */
    public OkxQuery instType(OkxInstType type) {
        return with("instType", type.name());
    }

    /**
     * Sets the instrument.
     *
     * @param instId such as {@code BTC-USDT-SWAP}; some calls take several, separated by commas
     * @return the query with it
     */
    public OkxQuery instId(String instId) {
        return with("instId", instId);
    }

    /**
     * Sets the family of instruments.
     *
     * @param instFamily such as {@code BTC-USDT}
     * @return the query with it
     */
    public OkxQuery instFamily(String instFamily) {
        return with("instFamily", instFamily);
    }

    /**
     * Sets how many rows come at most.
     *
     * @param limit from 1 to the call's largest
     * @return the query with it
     */
    public OkxQuery limit(int limit) {
        return with("limit", Integer.toString(limit));
    }

    /**
     * Goes on to what is older.
     *
     * @param cursor such as {@link Page#next()} of the page before
     * @return the query with it
     */
    public OkxQuery after(String cursor) {
        return with("after", cursor);
    }

    /**
     * Asks for what is newer.
     *
     * @param cursor the newest that is known
     * @return the query with it
     */
    public OkxQuery before(String cursor) {
        return with("before", cursor);
    }

    /**
     * Sets the time from which on rows are wanted.
     *
     * @param from inclusive
     * @return the query with it
     */
    public OkxQuery begin(Instant from) {
        return with("begin", Long.toString(from.toEpochMilli()));
    }

    /**
     * Sets the time up to which rows are wanted.
     *
     * @param to inclusive
     * @return the query with it
     */
    public OkxQuery end(Instant to) {
        return with("end", Long.toString(to.toEpochMilli()));
    }

    /**
     * Sets a parameter by the venue's name of it; one that was set is replaced.
     *
     * @param name such as {@code mgnMode}
     * @param value its text
     * @return the query with it
     * @throws NotSentException if the name or the value is blank
     */
    public OkxQuery with(String name, String value) {
        Objects.requireNonNull(value, name);
        if (name.isBlank() || value.isBlank()) {
            throw NotSentException.invalid("parameter '" + name + "' of a query is blank, or its value is");
        }
        Map<String, String> copy = new LinkedHashMap<>(values);
        copy.put(name, value);
        return new OkxQuery(Collections.unmodifiableMap(copy));
    }

    /**
     * Sets a parameter to several values.
     *
     * @param name such as {@code ccy}
     * @param several the values, which OKX takes separated by commas
     * @return the query with it
     * @throws NotSentException if there is none, or one is blank
     */
    public OkxQuery with(String name, Collection<String> several) {
        return with(name, String.join(",", several));
    }

    /**
     * A parameter.
     *
     * @param name the venue's name of it
     * @return its text; empty where it is not set
     */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * The parameters.
     *
     * @return an unmodifiable map by name, in the order in which they were set
     */
    public Map<String, String> values() {
        return values;
    }

    /**
     * Every row of all pages, newest first, read page by page as the stream goes on.
     *
     * @param query which rows
     * @param call a paged call
     * @param <T> the rows
     * @return a stream; what a call throws comes out of it
     */
    public static <T> Stream<T> stream(OkxQuery query, Function<OkxQuery, Page<T>> call) {
        return Stream.iterate(
                        Optional.of(call.apply(query)),
                        Optional::isPresent,
                        page -> page.flatMap(Page::next).map(cursor -> call.apply(query.after(cursor))))
                .flatMap(page -> page.orElseThrow().items().stream());
    }

    @Override
    public String toString() {
        return "OkxQuery" + values;
    }
}
