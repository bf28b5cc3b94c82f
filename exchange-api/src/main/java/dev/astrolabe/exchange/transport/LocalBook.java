package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Symbol;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
    private final BookUnits units;
    private final Object lock = new Object();
    private final BookSide bids;
    private final BookSide asks;
    private Phase phase = Phase.EMPTY;
    private long sequence;
    private Instant time = Instant.EPOCH;

    /**
     * A book that shows nothing yet, of a venue that tells prices per single coin and quantities in base units.
     *
     * @param symbol what is traded
     */
    public LocalBook(Symbol symbol) {
        this(symbol, BookUnits.AS_TOLD);
    }

    /**
     * A book that shows nothing yet. It is seeded and changed in the venue's own units.
     *
     * @param symbol what is traded
     * @param units how the venue's levels are told in neutral terms
     */
    public LocalBook(Symbol symbol, BookUnits units) {
        this(symbol, units, false);
    }

    /** In trees only, or where something does not fit into arrays. */
    LocalBook(Symbol symbol, BookUnits units, boolean plainly) {
        this.symbol = symbol;
        this.units = units;
        this.bids = new BookSide(true, plainly);
        this.asks = new BookSide(false, plainly);
    }

    /**
     * Begins anew with a snapshot, which is shown at once. A crossed one is not, and must be asked for again.
     *
     * @param snapshot the book with its sequence, its levels in the venue's own units; those with quantity 0 are left out
     * @throws IllegalArgumentException if it is of another symbol
     * @throws RuntimeException what the units throw for a level; the book is as it was
     */
    public void seed(OrderBook snapshot) {
        if (!snapshot.symbol().equals(symbol)) {
            throw new IllegalArgumentException("a snapshot of " + snapshot.symbol() + " for the book of " + symbol);
        }
        requireTold(snapshot.bids());
        requireTold(snapshot.asks());
        synchronized (lock) {
            reset();
            bids.set(snapshot.bids());
            asks.set(snapshot.asks());
            show(snapshot.sequence(), snapshot.time(), Phase.SEEDED);
        }
    }

    /** Any decimal may stand in these: what cannot be told in neutral terms shall not come up when the book is read. */
    private void requireTold(List<PriceLevel> levels) {
        for (PriceLevel level : levels) {
            PriceLevel told = units.level(level.price(), level.quantity());
            Objects.requireNonNull(told.price(), "price");
            Objects.requireNonNull(told.quantity(), "quantity");
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
     * @param change the change, in the venue's own units
     * @return what became of it
     * @throws RuntimeException what the units throw for a level; the book is as it was
     */
    public Applied apply(BookChange change) {
        requireTold(change.bids());
        requireTold(change.asks());
        synchronized (lock) {
            Applied verdict = verdict(change.previous(), change.last());
            if (verdict == Applied.APPLIED) {
                bids.set(change.bids());
                asks.set(change.asks());
                return show(change.last(), change.time(), Phase.JOINED);
            }
            return refuse(verdict);
        }
    }

    /**
     * Takes a change as numbers. Nothing of it is kept: the caller may fill it anew.
     *
     * @param change the change, in the venue's own units
     * @return what became of it
     */
    public Applied apply(LevelChanges change) {
        synchronized (lock) {
            Applied verdict = verdict(change.previous(), change.last());
            if (verdict == Applied.APPLIED) {
                bids.set(change.bids());
                asks.set(change.asks());
                return show(change.last(), Instant.ofEpochMilli(change.millis()), Phase.JOINED);
            }
            return refuse(verdict);
        }
    }

    /** Numbers may fall when a venue begins anew, so the link is looked at before the number. */
    private Applied verdict(long previous, long last) {
        if (phase != Phase.EMPTY && previous == sequence) {
            return Applied.APPLIED;
        }
        if (phase != Phase.EMPTY && last <= sequence) {
            return Applied.STALE;
        }
        return phase == Phase.SEEDED && previous < sequence ? Applied.APPLIED : Applied.BROKEN;
    }

    private Applied refuse(Applied verdict) {
        if (verdict == Applied.BROKEN) {
            reset();
        }
        return verdict;
    }

    private Applied show(long last, Instant made, Phase next) {
        sequence = last;
        time = made;
        phase = next;
        return refuse(bids.reaches(asks) ? Applied.BROKEN : Applied.APPLIED);
    }

    /**
     * The book as of the last change. What is asked for is made anew: the first levels cost less than all of them.
     *
     * @param depth how many levels a side at most; at least 1
     * @return the book in neutral terms; empty while there is no snapshot that all changes since have followed
     * @throws NotSentException if the depth is below 1
     */
    public Optional<OrderBook> book(int depth) {
        if (depth < 1) {
            throw NotSentException.invalid("depth " + depth + " of the book of " + symbol + " is below 1");
        }
        synchronized (lock) {
            return phase == Phase.EMPTY
                    ? Optional.empty()
                    : Optional.of(
                            new OrderBook(symbol, bids.top(depth, units), asks.top(depth, units), sequence, time));
        }
    }
}
