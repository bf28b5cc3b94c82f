package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.model.PriceLevel;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.TreeMap;

/** One side of a book for any decimals: the plain twin of {@link ArraySide}. */
final class TreeSide {

    private final NavigableMap<BigDecimal, PriceLevel> levels;

    TreeSide(boolean bids) {
        this.levels = bids ? new TreeMap<>(Comparator.reverseOrder()) : new TreeMap<>();
    }

    void clear() {
        levels.clear();
    }

    /** The level as a whole, since the price may have come with other digits before. */
    void set(BigDecimal price, BigDecimal quantity) {
        if (quantity.signum() == 0) {
            levels.remove(price);
        } else {
            levels.put(price, new PriceLevel(price, quantity));
        }
    }

    boolean isEmpty() {
        return levels.isEmpty();
    }

    BigDecimal best() {
        return levels.firstKey();
    }

    PriceLevel[] top(int depth, BookUnits units) {
        return levels.values().stream()
                .limit(depth)
                .map(level -> units.level(level.price(), level.quantity()))
                .toArray(PriceLevel[]::new);
    }
}
