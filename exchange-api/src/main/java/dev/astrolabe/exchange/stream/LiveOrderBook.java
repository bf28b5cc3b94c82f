package dev.astrolabe.exchange.stream;

import dev.astrolabe.exchange.model.OrderBook;
import java.util.Optional;

/**
 * A local order book that follows the venue's changes. Safe for any thread.
 *
 * @since 0.1
 */
public interface LiveOrderBook extends Subscription {

    /**
     * The book as of the last change.
     *
     * @param depth how many levels a side at most; at least 1
     * @return the book; empty while it is being seeded or is broken
     */
    Optional<OrderBook> book(int depth);
}
