package dev.astrolabe.exchange.model;

/**
 * How long an order may rest.
 *
 * @since 0.1
 */
public enum TimeInForce {
    /** Until cancelled. */
    GTC,
    /** What does not fill at once is cancelled. */
    IOC,
    /** Fills at once and wholly, or not at all. */
    FOK,
    /** Rests as a maker, or is refused (GTX, post_only). */
    POST_ONLY,
    /** Rests without being shown in the book. */
    HIDDEN,
    /** Retail price improvement: fills only against retail takers. */
    RPI,
    /** A time in force that this version does not know. */
    UNKNOWN
}
