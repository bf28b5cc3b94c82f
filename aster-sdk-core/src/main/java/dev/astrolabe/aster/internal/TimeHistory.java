package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.transport.HistoryPlace;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;

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
        HistoryPlace place = HistoryPlace.of(query, defaultStart, now);
        int wanted = Math.min(query.limit().orElse(largestPage), largestPage);
        int limit = Math.min(largestPage, wanted + place.given().size());
        List<R> rows = source.read(place.start(), place.end(), limit);
        List<R> fresh = rows.stream()
                .filter(row -> !place.isGiven(time.applyAsLong(row), key.apply(row)))
                .sorted(Comparator.comparingLong(time))
                .toList();
        List<R> items = fresh.subList(0, Math.min(wanted, fresh.size()));
        boolean more = rows.size() >= limit || fresh.size() > wanted;
        return more ? Page.of(items, next(place, items).text()) : Page.last(items);
    }

    private HistoryPlace next(HistoryPlace place, List<R> items) {
        // A millisecond with more rows than the largest page: there is no way to the rest of it.
        return items.isEmpty()
                ? new HistoryPlace(place.start() + 1, place.end(), Set.of())
                : place.behind(items, time, key);
    }
}
