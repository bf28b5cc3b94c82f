package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.model.Symbol;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list that only grows at its end, ascending by time, and forgets its oldest entries beyond a bound. Read by pages whose
 * cursor is the number of an entry, so that pages stay whole while entries are added or forgotten.
 */
final class History<T> {

    /** The largest page. */
    static final int MAX_PAGE = 1000;

    private final int bound;
    private final Function<T, Instant> time;
    private final Function<T, @Nullable Symbol> symbol;
    private final List<T> entries = new ArrayList<>();
    /** How many leading entries of the list are forgotten, and how many were removed from it before. */
    private int forgotten;

    private long removed;

    History(int bound, Function<T, Instant> time, Function<T, @Nullable Symbol> symbol) {
        this.bound = bound;
        this.time = time;
        this.symbol = symbol;
    }

    /** Appends an entry, and returns the one that is forgotten for it; null where none is. */
    @Nullable
    T add(T entry) {
        entries.add(entry);
        if (entries.size() - forgotten <= bound) {
            return null;
        }
        T oldest = entries.get(forgotten);
        forgotten++;
        if (forgotten > bound) {
            entries.subList(0, forgotten).clear();
            removed += forgotten;
            forgotten = 0;
        }
        return oldest;
    }

    Page<T> page(HistoryQuery query) {
        int limit = Math.min(query.limit().orElse(MAX_PAGE), MAX_PAGE);
        int at = query.cursor()
                .map(this::indexOf)
                .orElseGet(() -> firstNotBefore(query.from().orElse(Instant.MIN)));
        Instant to = query.to().orElse(Instant.MAX);
        Symbol wanted = query.symbol().orElse(null);
        List<T> found = new ArrayList<>();
        for (int i = at; i < entries.size(); i++) {
            T entry = entries.get(i);
            if (time.apply(entry).isAfter(to)) {
                break;
            }
            if (wanted != null && !wanted.equals(symbol.apply(entry))) {
                continue;
            }
            if (found.size() == limit) {
                return Page.of(found, Long.toString(removed + i));
            }
            found.add(entry);
        }
        return Page.last(found);
    }

    private int indexOf(String cursor) {
        try {
            return (int) Math.max(forgotten, Math.min(Long.parseLong(cursor) - removed, entries.size()));
        } catch (NumberFormatException e) {
            throw new NotSentException(
                    NotSentException.Cause.INVALID, "cursor '" + cursor + "' is not one that a page gave", null, e);
        }
    }

    private int firstNotBefore(Instant from) {
        int low = forgotten;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time.apply(entries.get(middle)).isBefore(from)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
