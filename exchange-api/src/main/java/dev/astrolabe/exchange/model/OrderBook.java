package dev.astrolabe.exchange.model;

import java.time.Instant;
import java.util.List;

/**
 * An order book at one moment.
 *
 * @param symbol what is traded
 * @param bids best, that is highest, first
 * @param asks best, that is lowest, first
 * @param sequence the venue's number of the last change; -1 where it has none
 * @param time when the venue made it
 * @since 0.1
 */
public record OrderBook(Symbol symbol, List<PriceLevel> bids, List<PriceLevel> asks, long sequence, Instant time) {
    /**
     * Copies the lists.
     *
     * @param symbol what is traded
     * @param bids best, that is highest, first
     * @param asks best, that is lowest, first
     * @param sequence the venue's number of the last change; -1 where it has none
     * @param time when the venue made it
     */
    public OrderBook {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
    }
}
