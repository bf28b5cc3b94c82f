package dev.astrolabe.aster.model;

/**
 * Where a strategy stands. The venue lists no words: these are those of its examples.
 *
 * @since 0.1
 */
public enum StrategyStatus {
    /** Accepted. */
    NEW,
    /** At work. */
    WORKING,
    /** Ended. */
    EXPIRED,
    /** A word that this version does not know; the strategy may be at work. */
    UNKNOWN
}
