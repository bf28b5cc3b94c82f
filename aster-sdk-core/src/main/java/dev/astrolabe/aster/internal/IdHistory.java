package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Pages through a history whose rows have ascending ids and that is read by windows of at most seven days, or from an id on
 * without times. One page is one request: a full window is continued by id, an exhausted one is followed by the next.
 *
 * @param <R> the rows
 */
final class IdHistory<R> {

    /** One request of the venue. */
    interface Source<R> {
        /** Rows from start to end, both inclusive, oldest first. */
        List<R> window(long startMillis, long endMillis, int limit);

        /** Rows with this id or a later one, oldest first. */
        List<R> fromId(long id, int limit);
    }

    static final int LARGEST_PAGE = 1000;

    // The venue wants less than seven days.
    private static final long WINDOW_MILLIS = Duration.ofDays(7).toMillis() - 1;
    private static final long NO_ID = -1;

    private final Source<R> source;
    private final ToLongFunction<R> id;
    private final ToLongFunction<R> time;

    IdHistory(Source<R> source, ToLongFunction<R> id, ToLongFunction<R> time) {
        this.source = source;
        this.id = id;
        this.time = time;
    }

    Page<R> read(HistoryQuery query, Instant now) {
        Place place = query.cursor().map(Place::parse).orElseGet(() -> Place.first(query, now));
        int limit = Math.min(query.limit().orElse(LARGEST_PAGE), LARGEST_PAGE);
        long windowEnd = Math.min(place.start + WINDOW_MILLIS, place.end);
        List<R> rows =
                place.byId ? source.fromId(place.lastId + 1, limit) : source.window(place.start, windowEnd, limit);
        List<R> items = rows.stream()
                .filter(row -> time.applyAsLong(row) <= windowEnd)
                .filter(row -> !place.alreadyGiven(id.applyAsLong(row), time.applyAsLong(row)))
                .sorted(Comparator.comparingLong(time).thenComparingLong(id))
                .toList();
        long lastId = Math.max(place.lastId, items.stream().mapToLong(id).max().orElse(NO_ID));
        boolean beyond = rows.stream().anyMatch(row -> time.applyAsLong(row) > windowEnd);
        if (rows.size() >= limit && !beyond) {
            return Page.of(items, new Place(place.start, place.end, lastId, true).text());
        }
        // Windows share a millisecond, so that it does not matter whether the venue counts the end in.
        return windowEnd < place.end
                ? Page.of(items, new Place(windowEnd, place.end, lastId, false).text())
                : Page.last(items);
    }

    /** Where the next request starts. */
    private record Place(long start, long end, long lastId, boolean byId) {

        static Place first(HistoryQuery query, Instant now) {
            long end = query.to().orElse(now).toEpochMilli();
            long start = query.from().map(Instant::toEpochMilli).orElse(end - WINDOW_MILLIS);
            return new Place(start, end, NO_ID, false);
        }

        boolean alreadyGiven(long rowId, long rowTime) {
            return rowId <= lastId && (byId || rowTime <= start);
        }

        String text() {
            return (byId ? "id" : "time") + ":" + start + ":" + end + ":" + lastId;
        }

        static Place parse(String cursor) {
            String[] parts = cursor.split(":", -1);
            if (parts.length != 4 || !(parts[0].equals("id") || parts[0].equals("time"))) {
                throw foreign(cursor, null);
            }
            try {
                return new Place(
                        Long.parseLong(parts[1]),
                        Long.parseLong(parts[2]),
                        Long.parseLong(parts[3]),
                        parts[0].equals("id"));
            } catch (NumberFormatException e) {
                throw foreign(cursor, e);
            }
        }
    }

    static NotSentException foreign(String cursor, @Nullable Throwable cause) {
        return new NotSentException(
                NotSentException.Cause.INVALID,
                "cursor '" + cursor + "' is not one that a page of this history gave",
                null,
                cause);
    }
}
