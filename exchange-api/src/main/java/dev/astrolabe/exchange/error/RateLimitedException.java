package dev.astrolabe.exchange.error;

import java.time.Instant;

/**
 * The venue refused the call because a rate limit is used up, or has banned this address for a time. Not executed.
 *
 * @since 0.1
 */
public final class RateLimitedException extends ExchangeException {

    private static final long serialVersionUID = 1L;

    private final Instant retryAt;

    /**
     * A rate limit.
     *
     * @param retryAt when the call may be made again, on this machine's clock
     * @param venueError the venue's answer
     */
    public RateLimitedException(Instant retryAt, VenueError venueError) {
        super("rate limited until " + retryAt + ": " + venueError, venueError, null);
        this.retryAt = retryAt;
    }

    /**
     * When the call may be made again.
     *
     * @return an instant on this machine's clock
     */
    public Instant retryAt() {
        return retryAt;
    }
}
