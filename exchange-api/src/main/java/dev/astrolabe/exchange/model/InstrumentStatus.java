package dev.astrolabe.exchange.model;

/**
 * Whether an instrument trades.
 *
 * @since 0.1
 */
public enum InstrumentStatus {
    /** Announced, not trading yet. */
    PENDING,
    /** Trades. */
    TRADING,
    /** Suspended for now. */
    HALTED,
    /** Being settled or delivered. */
    SETTLING,
    /** Delisted or expired. */
    CLOSED,
    /** A state that this version does not know. */
    UNKNOWN
}
