package dev.astrolabe.aster.model;

/**
 * How often the top of a book is told (docs: futures, "Partial Book Depth Streams").
 *
 * @since 0.1
 */
public enum BookSpeed {
    /** Every 100 milliseconds. */
    EVERY_100_MS,
    /** Every 250 milliseconds. */
    EVERY_250_MS,
    /** Every 500 milliseconds. */
    EVERY_500_MS
}
