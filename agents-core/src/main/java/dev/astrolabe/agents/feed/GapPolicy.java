package dev.astrolabe.agents.feed;

/**
 * What to do where a candle file lacks candles between two others.
 *
 * @since 0.1
 */
public enum GapPolicy {
    /** Any gap is an error that names file and line. */
    FAIL,
    /**
     * Gaps are errors, except in a long record of long candles: at most one candle in {@value #RARE_ONE_IN} missing, none of
     * them shorter than an hour. There a missing candle is a venue that stood still for hours, not a line that got lost; such
     * gaps are skipped and reported.
     */
    RARE,
    /** Gaps are skipped and reported: time jumps over them. */
    SKIP;

    /** With {@link #RARE}, at most one candle in so many may be missing. */
    public static final int RARE_ONE_IN = 500;
}
