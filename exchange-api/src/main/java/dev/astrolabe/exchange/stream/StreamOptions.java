package dev.astrolabe.exchange.stream;

import dev.astrolabe.exchange.error.NotSentException;
import java.time.Duration;

/**
 * How a subscription treats its listener and silence.
 *
 * @param mailboxCapacity how many events may wait for the listener; from 1 to 1,000,000
 * @param overflow what happens when more come
 * @param staleAfter how long silence is normal; longer than that, the subscription is stale
 * @since 0.1
 */
public record StreamOptions(int mailboxCapacity, OverflowPolicy overflow, Duration staleAfter) {

    private static final int MAX_CAPACITY = 1_000_000;

    /** 1024 events, the oldest makes room, stale after 30 seconds. */
    public static final StreamOptions DEFAULT =
            new StreamOptions(1024, OverflowPolicy.DROP_OLDEST, Duration.ofSeconds(30));

    /**
     * Checks the ranges.
     *
     * @param mailboxCapacity how many events may wait for the listener; from 1 to 1,000,000
     * @param overflow what happens when more come
     * @param staleAfter how long silence is normal; longer than that, the subscription is stale
     */
    public StreamOptions {
        if (mailboxCapacity < 1 || mailboxCapacity > MAX_CAPACITY) {
            throw NotSentException.invalid("mailbox capacity " + mailboxCapacity + " is not from 1 to " + MAX_CAPACITY);
        }
        if (staleAfter.isNegative() || staleAfter.isZero()) {
            throw NotSentException.invalid("stale after " + staleAfter + " is not above zero");
        }
    }
}
