package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.transport.HistoryPlace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Pages through a list in ascending order that OKX gives newest first: a time that holds more than one page is narrowed until its
 * rows fit into one.
 *
 * @param <R> the rows
 */
final class NewestFirst<R> {

    /** One request of the venue. */
    interface Source<R> {
        /**
         * The newest rows between two times.
         *
         * @param begin the first millisecond that is wanted; earlier rows may come too
         * @param end the last one; later rows may come too
         * @param older goes on to what is older than a row; empty for the newest
         */
        List<R> read(long begin, long end, Optional<R> older);
    }

    private final Source<R> source;
    private final ToLongFunction<R> time;
    private final Function<R, String> key;
    private final int largestPage;

    /** The keys tell rows of one millisecond apart; they have no colon and no comma. */
    NewestFirst(Source<R> source, ToLongFunction<R> time, Function<R, String> key, int largestPage) {
        this.source = source;
        this.time = time;
        this.key = key;
        this.largestPage = largestPage;
    }

    Page<R> read(HistoryQuery query, Instant defaultStart, Instant now) {
        HistoryPlace place = HistoryPlace.of(query, defaultStart, now);
        int wanted = Math.min(query.limit().orElse(largestPage), largestPage);
        List<R> rows = ascending(place, wanted + 1);
        if (rows.size() <= wanted) {
            return Page.last(rows);
        }
        List<R> items = List.copyOf(rows.subList(0, wanted));
        return Page.of(items, place.behind(items, time, key).text());
    }

    /** So many of the oldest rows, or all that there are. */
    private List<R> ascending(HistoryPlace place, int count) {
        List<R> found = new ArrayList<>();
        long start = place.start();
        long width = place.end() - place.start();
        while (start <= place.end() && found.size() < count) {
            long end = Math.min(place.end(), start + width);
            List<R> rows = source.read(start, end, Optional.empty());
            if (rows.size() >= largestPage && width > 0) {
                width = narrower(width, rows);
                continue;
            }
            if (rows.size() >= largestPage) {
                rows = withOlder(rows, start, end);
            }
            add(rows, place, start, end, found);
            start = end + 1;
            width = Math.max(1, width) * 2;
        }
        return found;
    }

    private long narrower(long width, List<R> rows) {
        long span = time.applyAsLong(rows.get(0)) - time.applyAsLong(rows.get(rows.size() - 1));
        return Math.min(width / 2, Math.max(0, span));
    }

    /** One millisecond that holds more than a page. */
    private List<R> withOlder(List<R> newest, long start, long end) {
        List<R> all = new ArrayList<>(newest);
        List<R> page = newest;
        while (page.size() >= largestPage && time.applyAsLong(page.get(page.size() - 1)) >= start) {
            page = source.read(start, end, Optional.of(page.get(page.size() - 1)));
            all.addAll(page);
        }
        return all;
    }

    private void add(List<R> rows, HistoryPlace place, long start, long end, List<R> found) {
        List<R> ascending = new ArrayList<>(rows);
        Collections.reverse(ascending);
        for (R row : ascending) {
            long at = time.applyAsLong(row);
            if (at >= start && at <= end && !place.isGiven(at, key.apply(row))) {
                found.add(row);
            }
        }
    }
}
