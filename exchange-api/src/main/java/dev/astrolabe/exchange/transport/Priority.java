package dev.astrolabe.exchange.transport;

/**
 * Whether a call may use what the {@link RateLimiter} keeps back.
 *
 * @since 0.1
 */
public enum Priority {
    /** Leaves the reserve untouched. */
    ORDINARY,
    /** May use the reserve: cancels and closes, which lower risk. */
    URGENT
}
