package dev.astrolabe.aster.model;

/**
 * What is then done with an order of a strategy (docs: futures v3, "Place Strategy Order").
 *
 * @since 0.1
 */
public enum StrategyTrigger {
    /** It is placed. */
    PLACE_ORDER,
    /** It is cancelled. */
    CANCEL_ORDER,
    /** A word that this version does not know. */
    UNKNOWN
}
