package dev.astrolabe.simulator.market;

/**
 * Which price candles are of.
 *
 * @since 0.1
 */
public enum PriceKind {
    /** Of trades. */
    LAST,
    /** The price by which positions are valued. */
    MARK,
    /** The price of the underlying across venues. */
    INDEX
}
