package dev.astrolabe.aster.model;

/**
 * What the quantity of a chase counts (docs: futures v3, "Place Chase Order").
 *
 * @since 0.1
 */
public enum QuantityUnit {
    /** Base units. */
    BASE,
    /** Quote units, converted by the venue at the mark price. */
    QUOTE,
    /** A word that this version does not know. */
    UNKNOWN
}
