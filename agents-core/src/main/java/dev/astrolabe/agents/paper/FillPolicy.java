package dev.astrolabe.agents.paper;

import java.math.BigDecimal;

/**
 * How much of what the book shows a paper order gets. Orders of paper accounts move no real market, so an honest paper
 * exchange gives less than what is displayed.
 *
 * @param bookShare the share of a level's displayed quantity that all paper orders together may take until the next tick;
 *     above 0, at most 1. The result is rounded down to the lot
 * @param resting when a resting limit order fills
 * @since 0.1
 */
public record FillPolicy(BigDecimal bookShare, Resting resting) {

    /** When a resting limit order fills. */
    public enum Resting {
        /** Once the other side's best price is better than its own: whoever queued before it was served. */
        TRADE_THROUGH,
        /** Already when the other side's best price equals its own. */
        TOUCH
    }

    /**
     * Checks the share.
     *
     * @param bookShare the share of a level's displayed quantity that all paper orders together may take
     * @param resting when a resting limit order fills
     * @throws IllegalArgumentException if the share is not above 0 and at most 1
     */
    public FillPolicy {
        if (bookShare.signum() <= 0 || bookShare.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("book share " + bookShare.toPlainString()
                    + " is not above 0 and at most 1; 0.5 is half of what a level shows");
        }
    }

    /**
     * The default: half of what is displayed, and resting orders fill only when the price trades through them.
     *
     * @return the policy
     */
    public static FillPolicy conservative() {
        return new FillPolicy(new BigDecimal("0.5"), Resting.TRADE_THROUGH);
    }

    /**
     * Everything that is displayed, and resting orders fill at the touch.
     *
     * @return the policy
     */
    public static FillPolicy optimistic() {
        return new FillPolicy(BigDecimal.ONE, Resting.TOUCH);
    }
}
