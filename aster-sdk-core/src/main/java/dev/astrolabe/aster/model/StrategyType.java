package dev.astrolabe.aster.model;

/**
 * How the orders of a strategy hang together (docs: futures v3, "Place Strategy Order").
 *
 * @since 0.1
 */
public enum StrategyType {
    /** One triggers the other: two orders. */
    OTO,
    /** One cancels the other: two orders. */
    OCO,
    /** One triggers two that cancel each other: three orders. */
    OTOCO,
    /** A word that this version does not know. */
    UNKNOWN
}
