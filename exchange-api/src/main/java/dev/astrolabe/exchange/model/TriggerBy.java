package dev.astrolabe.exchange.model;

/**
 * Which price fires a conditional order.
 *
 * @since 0.1
 */
public enum TriggerBy {
    /** The last traded price. */
    LAST,
    /** The mark price. */
    MARK,
    /** The index price. */
    INDEX,
    /** A price that this version does not know. */
    UNKNOWN
}
