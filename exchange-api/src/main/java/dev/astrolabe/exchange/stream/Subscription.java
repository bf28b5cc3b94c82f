package dev.astrolabe.exchange.stream;

import java.time.Duration;

/**
 * A wish for live data, alive until it is closed. Safe for any thread.
 *
 * @since 0.1
 */
public interface Subscription extends AutoCloseable {

    /**
     * How it stands.
     *
     * @return the state at this moment
     */
    ConnectionState state();

    /**
     * Waits until the venue has confirmed the subscription.
     *
     * @param timeout how long at most
     * @return true if it is live; false if the time ran out or it was closed
     * @throws InterruptedException if the waiting thread is interrupted
     */
    boolean awaitLive(Duration timeout) throws InterruptedException;

    /**
     * How many events the overflow policy has dropped or replaced so far.
     *
     * @return a number that only grows; always 0 for user data
     */
    long droppedEvents();

    /** Ends the subscription; the listener is not called again once this returns, save from the listener itself. */
    @Override
    void close();
}
