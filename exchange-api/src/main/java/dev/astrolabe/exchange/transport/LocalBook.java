package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An order book kept up by a venue's changes. It is given a snapshot, then each change in the order in which it came; from a gap
 * until the next snapshot it shows nothing. It is as deep as its snapshot: of prices beyond that it knows only those that
 * have changed since.
 *
 * <p>Safe for any thread: whoever reads waits for a change at most, and never sees half of one.
 *
 * @since 0.1
 */
public final class LocalBook {

    /** How changes join a snapshot and each other; venues number them differently. */
    public enum Join {
        /**
         * A change spans numbers, and the first one must span the snapshot's, or begin where it ends. (docs: AsterDex futures,
         * "How to manage a local order book correctly")
         */
        BY_RANGE {
            @Override
            Applied first(long sequence, BookChange change) {
                if (change.last() < sequence) {
                    return Applied.STALE;
                }
                boolean joins = change.first() <= sequence || change.previous() == sequence;
                return joins ? Applied.APPLIED : Applied.BROKEN;
            }
        },
        /**
         * A change names the one before it, and the first one must name the snapshot's or an older one. Numbers may fall when
         * the venue begins anew. (docs: OKX v5, "Order book channel", sequence id)
         */
        BY_PREVIOUS {
            @Override
            Applied first(long sequence, BookChange change) {
                if (change.previous() == sequence) {
                    return Applied.APPLIED;
                }
                if (change.last() <= sequence) {
                    return Applied.STALE;
                }
                return change.previous() < sequence ? Applied.APPLIED : Applied.BROKEN;
            }
        };

        abstract Applied first(long sequence, BookChange change);

        /** The link is the same everywhere: each change names the one before. What repeats older ones is no gap. */
        Applied next(long sequence, BookChange change) {
            if (change.previous() == sequence) {
                return Applied.APPLIED;
            }
            return change.last() <= sequence ? Applied.STALE : Applied.BROKEN;
        }
    }

    /** What became of a change. */
    public enum Applied {
        /** The book shows it. */
        APPLIED,
        /** It is older than the book, and was left out. */
        STALE,
        /** It does not follow, it crosses the book, or there is none: the book shows nothing until it is seeded. */
        BROKEN
    }

    private enum Phase {
        EMPTY,
        SEEDED,
        JOINED
    }

    private final Symbol symbol;
    private final Join join;
    private final Object lock = new Object();
    private final NavigableMap<BigDecimal, PriceLevel> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<BigDecimal, PriceLevel> asks = new TreeMap<>();
    private Phase phase = Phase.EMPTY;
    private long sequence;
    private Instant time = Instant.EPOCH;

    /**
     * A book that shows nothing yet.
     *
     * @param symbol what is traded
     * @param join how the venue's changes join
     */
    public LocalBook(Symbol symbol, Join join) {
        this.symbol = symbol;
        this.join = join;
    }

    /**
     * Begins anew with a snapshot, which is shown at once. A crossed one is not, and must be asked for again.
     *
     * @param snapshot the book with its sequence; levels with quantity 0 are left out
     * @throws IllegalArgumentException if it is of another symbol
     */
    public void seed(OrderBook snapshot) {
        if (!snapshot.symbol().equals(symbol)) {
            throw new IllegalArgumentException("a snapshot of " + snapshot.symbol() + " for the book of " + symbol);
        }
        synchronized (lock) {
            reset();
            set(bids, snapshot.bids());
            set(asks, snapshot.asks());
            sequence = snapshot.sequence();
            time = snapshot.time();
            phase = Phase.SEEDED;
            if (isCrossed()) {
                reset();
            }
        }
    }

    /** Shows nothing until the next snapshot. */
    public void reset() {
        synchronized (lock) {
            bids.clear();
            asks.clear();
            phase = Phase.EMPTY;
        }
    }

    /**
     * Takes a change.
     *
     * @param change the change
     * @return what became of it
     */
    public Applied apply(BookChange change) {
        synchronized (lock) {
            Applied verdict = verdict(change);
            if (verdict == Applied.APPLIED) {
                set(bids, change.bids());
                set(asks, change.asks());
                sequence = change.last();
                time = change.time();
                phase = Phase.JOINED;
                verdict = isCrossed() ? Applied.BROKEN : Applied.APPLIED;
            }
            if (verdict == Applied.BROKEN) {
                reset();
            }
            return verdict;
        }
    }

    private Applied verdict(BookChange change) {
        return switch (phase) {
            case EMPTY -> Applied.BROKEN;
            case SEEDED -> join.first(sequence, change);
            case JOINED -> join.next(sequence, change);
        };
    }

    private static void set(NavigableMap<BigDecimal, PriceLevel> side, List<PriceLevel> levels) {
        for (PriceLevel level : levels) {
            if (level.quantity().signum() == 0) {
                side.remove(level.price());
            } else {
                side.put(level.price(), level);
            }
        }
    }

    private boolean isCrossed() {
        return !bids.isEmpty() && !asks.isEmpty() && bids.firstKey().compareTo(asks.firstKey()) >= 0;
    }

    /**
     * The book as of the last change.
     *
     * @param depth how many levels a side at most; at least 1
     * @return the book; empty while there is no snapshot that all changes since have followed
     * @throws NotSentException if the depth is below 1
     */
    public Optional<OrderBook> book(int depth) {
        if (depth < 1) {
            throw NotSentException.invalid("depth " + depth + " of the book of " + symbol + " is below 1");
        }
        synchronized (lock) {
            return phase == Phase.EMPTY
                    ? Optional.empty()
                    : Optional.of(new OrderBook(symbol, top(bids, depth), top(asks, depth), sequence, time));
        }
    }

    private static List<PriceLevel> top(NavigableMap<BigDecimal, PriceLevel> side, int depth) {
        return side.values().stream().limit(depth).toList();
    }
}
