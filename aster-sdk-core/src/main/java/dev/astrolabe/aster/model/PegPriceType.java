package dev.astrolabe.aster.model;

/**
 * The side of the book whose best price a pegged order follows (docs: futures v3, "New Order").
 *
 * @since 0.1
 */
public enum PegPriceType {
    /** The best price of the other side. */
    COUNTERPARTY_1,
    /** The best price of the own side. */
    QUEUE_1,
    /** A word that this version does not know. */
    UNKNOWN
}
