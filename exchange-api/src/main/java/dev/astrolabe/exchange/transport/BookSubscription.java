package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.stream.LiveOrderBook;
import dev.astrolabe.exchange.stream.Subscription;
import java.time.Duration;
import java.util.Optional;

/**
 * A local book and the subscription that keeps it. It is live once it is seeded; while the connection is lost or a snapshot is read
 * it shows nothing. No change may be missing, so whatever the overflow policy, an overflow begins it anew.
 * Safe for any thread.
 *
 * @since 0.1
 */
public final class BookSubscription implements LiveOrderBook {

    private final LocalBook book;
    private final Subscription subscription;

    /**
     * Joins the two.
     *
     * @param book the book, which the subscription's feed keeps up
     * @param subscription lossless, of the channel with the book's changes
     */
    public BookSubscription(LocalBook book, Subscription subscription) {
        this.book = book;
        this.subscription = subscription;
    }

    @Override
    public Optional<OrderBook> book(int depth) {
        // The state comes first: a book that is read while it is live, and lost thereafter, was right when it was read.
        ConnectionState state = state();
        Optional<OrderBook> current = book.book(depth);
        return state == ConnectionState.LIVE || state == ConnectionState.STALE ? current : Optional.empty();
    }

    @Override
    public ConnectionState state() {
        return subscription.state();
    }

    @Override
    public boolean awaitLive(Duration timeout) throws InterruptedException {
        return subscription.awaitLive(timeout);
    }

    @Override
    public long droppedEvents() {
        return subscription.droppedEvents();
    }

    @Override
    public void close() {
        subscription.close();
    }

    @Override
    public String toString() {
        return "BookSubscription[" + subscription + "]";
    }
}
