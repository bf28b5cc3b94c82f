package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.model.PriceLevel;
import java.time.Instant;
import java.util.List;

/**
 * A change of an order book as a venue streams it, in its own units. For one price the later level wins. {@link LevelChanges} tells the
 * same without an object a level.
 *
 * @param first the number of the first change in it; {@code last} where the venue tells none
 * @param last the number of the last change in it
 * @param previous the number of the last change in the message before it
 * @param bids new quantities, which are absolute; 0 removes the price, whether it was there or not
 * @param asks the same
 * @param time when the venue made it
 * @since 0.1
 */
public record BookChange(
        long first, long last, long previous, List<PriceLevel> bids, List<PriceLevel> asks, Instant time) {
    /**
     * Copies the lists.
     *
     * @param first the number of the first change in it; {@code last} where the venue tells none
     * @param last the number of the last change in it
     * @param previous the number of the last change in the message before it
     * @param bids new quantities, which are absolute; 0 removes the price, whether it was there or not
     * @param asks the same
     * @param time when the venue made it
     */
    public BookChange {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
    }
}
