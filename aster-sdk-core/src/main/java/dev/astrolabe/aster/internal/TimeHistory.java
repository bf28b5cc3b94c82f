package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Page;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Pages through a history that is read by times alone. Rows of one millisecond may be split between two pages: the cursor
 * carries the keys of those that were given already.
 *
 * @param <R> the rows
 */
final class TimeHistory<R> {

    /** One request of the venue. */
    interface Source<R> {
        /** Rows from start to end, both inclusive, oldest first. */
        List<R> read(long startMillis, long endMillis, int limit);
    }

    private final Source<R> source;
    private final ToLongFunction<R> time;
    private final Function<R, String> key;
    private final int largestPage;

    /** The keys tell rows of one millisecond apart; they have no colon and no comma. */
    TimeHistory(Source<R> source, ToLongFunction<R> time, Function<R, String> key, int largestPage) {
        this.source = source;
        this.time = time;
        this.key = key;
        this.largestPage = largestPage;
    }

    Page<R> read(HistoryQuery query, Instant defaultStart, Instant now) {
        Place place = query.cursor()
                .map(Place::parse)
                .orElseGet(() -> new Place(
                        query.from().orElse(defaultStart).toEpochMilli(),
                        query.to().orElse(now).toEpochMilli(),
                        Set.of()));
        int wanted = Math.min(query.limit().orElse(largestPage), largestPage);
        int limit = Math.min(largestPage, wanted + place.given.size());
        List<R> rows = source.read(place.start, place.end, limit);
        List<R> fresh = rows.stream()
                .filter(row -> time.applyAsLong(row) != place.start || !place.given.contains(key.apply(row)))
                .sorted(Comparator.comparingLong(time))
                .toList();
        List<R> items = fresh.subList(0, Math.min(wanted, fresh.size()));
        boolean more = rows.size() >= limit || fresh.size() > wanted;
        return more ? Page.of(items, next(place, items).text()) : Page.last(items);
    }

    private Place next(Place place, List<R> items) {
        if (items.isEmpty()) {
            // A millisecond with more rows than the largest page: there is no way to the rest of it.
            return new Place(place.start + 1, place.end, Set.of());
        }
        long last = time.applyAsLong(items.get(items.size() - 1));
        Stream<String> carried = last == place.start ? place.given.stream() : Stream.empty();
        Stream<String> fresh =
                items.stream().filter(row -> time.applyAsLong(row) == last).map(key);
        return new Place(last, place.end, Stream.concat(carried, fresh).collect(Collectors.toUnmodifiableSet()));
    }

    /** Where the next request starts, and which rows of that millisecond were given. */
    private record Place(long start, long end, Set<String> given) {

        String text() {
            return start + ":" + end + ":" + String.join(",", given);
        }

        static Place parse(String cursor) {
            String[] parts = cursor.split(":", -1);
            if (parts.length != 3) {
                throw IdHistory.foreign(cursor, null);
            }
            try {
                Set<String> given = parts[2].isEmpty() ? Set.of() : Set.of(parts[2].split(",", -1));
                return new Place(Long.parseLong(parts[0]), Long.parseLong(parts[1]), given);
            } catch (IllegalArgumentException e) {
                throw IdHistory.foreign(cursor, e);
            }
        }
    }
}
