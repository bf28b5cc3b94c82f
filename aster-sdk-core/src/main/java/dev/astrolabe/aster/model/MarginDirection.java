package dev.astrolabe.aster.model;

/**
 * Which way the margin of an isolated position was changed.
 *
 * @since 0.1
 */
public enum MarginDirection {
    /** Margin was added. */
    ADDED,
    /** Margin was taken back. */
    TAKEN_BACK
}
