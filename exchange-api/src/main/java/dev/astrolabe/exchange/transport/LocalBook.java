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
 * <p>Each change names the one before it. The first after a snapshot may have begun before it, since quantities are absolute:
 * it has to name the snapshot's number or an older one, and to end behind it. That is AsterDex's rule by ranges as well as
 * OKX's by sequence ids. (docs: AsterDex futures, "How to manage a local order book correctly"; OKX v5, "Order book channel")
 *
 * <p>Safe for any thread: whoever reads waits for a change at most, and never sees half of one.
 *
 * @since 0.1
 */
public final class LocalBook {

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
     */
    public LocalBook(Symbol symbol) {
        this.symbol = symbol;
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

    /** Numbers may fall when a venue begins anew, so the link is looked at before the number. */
    private Applied verdict(BookChange change) {
        if (phase != Phase.EMPTY && change.previous() == sequence) {
            return Applied.APPLIED;
        }
        if (phase != Phase.EMPTY && change.last() <= sequence) {
            return Applied.STALE;
        }
        return phase == Phase.SEEDED && change.previous() < sequence ? Applied.APPLIED : Applied.BROKEN;
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
