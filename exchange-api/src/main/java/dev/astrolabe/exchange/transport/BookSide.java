package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.model.PriceLevel;
import java.math.BigDecimal;
import java.util.List;

/** One side of a local book: in arrays, until something comes that does not fit there; then in a tree until it is cleared. */
final class BookSide {

    private final boolean plainly;
    private final ArraySide fast;
    private final TreeSide plain;
    private boolean isPlain;

    /** Plainly from the beginning, or only where it must be. */
    BookSide(boolean bids, boolean plainly) {
        this.plainly = plainly;
        this.fast = new ArraySide(bids);
        this.plain = new TreeSide(bids);
        this.isPlain = plainly;
    }

    void clear() {
        fast.clear();
        plain.clear();
        isPlain = plainly;
    }

    void set(LevelChanges.Side told) {
        int taken = isPlain ? 0 : fast.set(told);
        if (taken < told.size()) {
            goPlain();
            for (int i = taken; i < told.size(); i++) {
                plain.set(told.price(i), told.quantity(i));
            }
        }
    }

    void set(List<PriceLevel> told) {
        for (PriceLevel level : told) {
            if (isPlain || !fast.set(level.price(), level.quantity())) {
                goPlain();
                plain.set(level.price(), level.quantity());
            }
        }
    }

    private void goPlain() {
        if (!isPlain) {
            fast.moveTo(plain);
            isPlain = true;
        }
    }

    boolean isEmpty() {
        return isPlain ? plain.isEmpty() : fast.isEmpty();
    }

    /** Whether this side's best price is at least the other's. */
    boolean reaches(BookSide other) {
        if (isEmpty() || other.isEmpty()) {
            return false;
        }
        return (isPlain || other.isPlain) ? best().compareTo(other.best()) >= 0 : fast.reaches(other.fast);
    }

    private BigDecimal best() {
        return isPlain ? plain.best() : fast.best();
    }

    List<PriceLevel> top(int depth, BookUnits units) {
        return List.of(isPlain ? plain.top(depth, units) : fast.top(depth, units));
    }
}
