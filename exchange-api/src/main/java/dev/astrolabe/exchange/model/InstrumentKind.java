package dev.astrolabe.exchange.model;

/**
 * What is traded.
 *
 * @since 0.1
 */
public enum InstrumentKind {
    /** The coin itself. */
    SPOT,
    /** A swap without an expiry. */
    PERPETUAL,
    /** A future with an expiry. */
    FUTURE,
    /** A kind that this version does not know. */
    UNKNOWN
}
