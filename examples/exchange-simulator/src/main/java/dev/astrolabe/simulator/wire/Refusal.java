package dev.astrolabe.simulator.wire;

import java.time.Duration;

/**
 * An answer that a fault asks for, which each protocol words in its own way.
 *
 * @param kind what is told
 * @param retryAfter when to come back, for {@link Kind#RATE_LIMITED} and {@link Kind#BANNED}; otherwise zero
 * @since 0.1
 */
public record Refusal(Kind kind, Duration retryAfter) {

    /** What is told. */
    public enum Kind {
        /** The outcome is unknown: AsterDex 503 with -1006, OKX 50004. */
        OUTCOME_UNKNOWN,
        /** Too many requests: 429. */
        RATE_LIMITED,
        /** Banned for going on: AsterDex 418; OKX 403 of its firewall. */
        BANNED,
        /** A conditional order is refused. */
        STOP_REJECTED,
        /** The venue is under maintenance: 503 with a word that nothing was executed. */
        MAINTENANCE
    }
}
