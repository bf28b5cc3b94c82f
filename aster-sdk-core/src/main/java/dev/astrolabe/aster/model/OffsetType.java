package dev.astrolabe.aster.model;

/**
 * What the offset of a chase is (docs: futures v3, "Place Chase Order").
 *
 * @since 0.1
 */
public enum OffsetType {
    /** A distance in quote per single coin. */
    ABSOLUTE,
    /** A part of the price. */
    PERCENTAGE,
    /** A word that this version does not know. */
    UNKNOWN
}
