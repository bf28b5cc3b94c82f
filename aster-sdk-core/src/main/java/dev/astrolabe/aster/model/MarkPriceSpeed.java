package dev.astrolabe.aster.model;

/**
 * How often a mark price is told (docs: futures, "Mark Price Stream").
 *
 * @since 0.1
 */
public enum MarkPriceSpeed {
    /** Every second. */
    EVERY_SECOND,
    /** Every three seconds. */
    EVERY_3_SECONDS
}
