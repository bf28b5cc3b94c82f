package dev.astrolabe.benchmarks.depth;

import java.math.BigDecimal;
import java.util.List;

/**
 * Keeps a book up by depth messages: a contestant.
 *
 * @since 0.1
 */
public interface Keeper {

    /**
     * Takes a message.
     *
     * @param frame as it comes from the socket, in UTF-8
     * @throws Exception if it cannot be read
     */
    void take(byte[] frame) throws Exception;

    /**
     * The book.
     *
     * @return bids from the best, then asks from the best: price and quantity of each level in the venue's own units
     */
    List<Level> levels();

    /**
     * One level.
     *
     * @param price as the venue tells it
     * @param quantity as the venue counts it
     */
    record Level(BigDecimal price, BigDecimal quantity) {

        /** Without trailing zeros, so that contestants that drop them can be compared. */
        Level stripped() {
            return new Level(price.stripTrailingZeros(), quantity.stripTrailingZeros());
        }
    }
}
