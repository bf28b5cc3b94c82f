package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.HistoryQuery;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a history that is read by time goes on: several rows may be of one millisecond, so those that were given are named.
 *
 * @param start the first millisecond that is still to be read
 * @param end the last one
 * @param given keys of the rows of the first millisecond that were given already; they have no colon and no comma
 * @since 0.1
 */
public record HistoryPlace(long start, long end, Set<String> given) {

    /**
     * Copies the keys.
     *
     * @param start the first millisecond that is still to be read
     * @param end the last one
     * @param given keys of the rows of the first millisecond that were given already; they have no colon and no comma
     */
    public HistoryPlace {
        given = Set.copyOf(given);
    }

    /**
     * Where a query begins.
     *
     * @param query its cursor, else its times
     * @param defaultStart where it says nothing of the start
     * @param now where it says nothing of the end
     * @return the place
     * @throws NotSentException if its cursor is none
     */
    public static HistoryPlace of(HistoryQuery query, Instant defaultStart, Instant now) {
        return query.cursor()
                .map(HistoryPlace::parse)
                .orElseGet(() -> new HistoryPlace(
                        query.from().orElse(defaultStart).toEpochMilli(),
                        query.to().orElse(now).toEpochMilli(),
                        Set.of()));
    }

    /**
     * Reads a cursor.
     *
     * @param cursor what {@link #text()} gave
     * @return the place
     * @throws NotSentException if it is none
     */
    public static HistoryPlace parse(String cursor) {
        String[] parts = cursor.split(":", -1);
        try {
            if (parts.length == 3) {
                Set<String> given = parts[2].isEmpty() ? Set.of() : Set.of(parts[2].split(",", -1));
                return new HistoryPlace(Long.parseLong(parts[0]), Long.parseLong(parts[1]), given);
            }
        } catch (IllegalArgumentException e) {
            throw new NotSentException(NotSentException.Cause.INVALID, refusal(cursor), null, e);
        }
        throw NotSentException.invalid(refusal(cursor));
    }

    private static String refusal(String cursor) {
        return "cursor '" + cursor + "' is not one that a page of this history gave";
    }

    /**
     * The cursor.
     *
     * @return a text for {@link #parse}
     */
    public String text() {
        return start + ":" + end + ":" + String.join(",", given);
    }

    /**
     * Whether a row was given already.
     *
     * @param time its millisecond
     * @param key its key
     * @return true if so
     */
    public boolean isGiven(long time, String key) {
        return time == start && given.contains(key);
    }

    /**
     * The place behind some rows.
     *
     * @param items the rows, ascending by time; at least one
     * @param time the millisecond of a row
     * @param key the key of a row
     * @param <R> the rows
     * @return the place
     */
    public <R> HistoryPlace behind(List<R> items, ToLongFunction<R> time, Function<R, String> key) {
        long last = time.applyAsLong(items.get(items.size() - 1));
        Stream<String> carried = last == start ? given.stream() : Stream.empty();
        Stream<String> fresh =
                items.stream().filter(row -> time.applyAsLong(row) == last).map(key);
        return new HistoryPlace(last, end, Stream.concat(carried, fresh).collect(Collectors.toSet()));
    }
}
