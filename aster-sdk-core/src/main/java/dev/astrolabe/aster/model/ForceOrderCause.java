package dev.astrolabe.aster.model;

/**
 * Why the venue closed a position.
 *
 * @since 0.1
 */
public enum ForceOrderCause {
    /** The margin was used up. */
    LIQUIDATION,
    /** The other side of a liquidation: the venue deleveraged the position automatically. */
    ADL,
    /** The venue does not say, or says something new; the order's client order id is its word. */
    UNKNOWN
}
