package dev.astrolabe.aster.model;

/**
 * What must happen to one order of a strategy for something to be done with another one (docs: futures v3, "Place Strategy
 * Order").
 *
 * @since 0.1
 */
public enum DrivenOn {
    /** It was placed. */
    NEW,
    /** Something of it was filled. */
    PARTIALLY_FILLED_OR_FILLED,
    /** It was filled. */
    FILLED,
    /** It was cancelled. */
    CANCELED,
    /** It was replaced. */
    REPLACED,
    /** It was stopped. */
    STOPPED,
    /** It was rejected. */
    REJECTED,
    /** It expired. */
    EXPIRED,
    /** A word that this version does not know. */
    UNKNOWN
}
