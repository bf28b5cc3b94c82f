package dev.astrolabe.exchange.model;

/**
 * Which price a candle is made of.
 *
 * @since 0.1
 */
public enum PriceKind {
    /** Trades. */
    LAST,
    /** The mark price; it has no volume. */
    MARK,
    /** The index price; it has no volume. */
    INDEX
}
