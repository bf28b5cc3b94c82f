package dev.astrolabe.okx.model;

/**
 * What kind of product an instrument is (docs: OKX v5, "Get instruments").
 *
 * @since 0.1
 */
public enum OkxInstType {
    /** Spot. */
    SPOT,
    /** Spot on borrowed coins. */
    MARGIN,
    /** Perpetual contracts. */
    SWAP,
    /** Dated contracts, and the perpetual-like ones of rule type {@code xperp}. */
    FUTURES,
    /** Options. */
    OPTION,
    /** Event contracts. */
    EVENTS,
    /** All of them, where a channel or call takes it. */
    ANY,
    /** A kind that this version does not know. */
    UNKNOWN
}
