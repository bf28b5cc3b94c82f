package dev.astrolabe.exchange.model;

/**
 * Which side of a trade an order was on.
 *
 * @since 0.1
 */
public enum Liquidity {
    /** It rested in the book. */
    MAKER,
    /** It took from the book. */
    TAKER,
    /** The venue does not say, as in a liquidation. */
    UNKNOWN
}
