package dev.astrolabe.exchange.model;

/**
 * Which balance backs a position.
 *
 * @since 0.1
 */
public enum MarginMode {
    /** The whole account. */
    CROSS,
    /** The margin set aside for this position. */
    ISOLATED,
    /** A mode that this version does not know. */
    UNKNOWN
}
