package dev.astrolabe.exchange.model;

/**
 * The direction of a position. In hedge mode it also names the slot that an order belongs to.
 *
 * @since 0.1
 */
public enum PositionSide {
    /** Gains when the price rises. */
    LONG,
    /** Gains when the price falls. */
    SHORT;

    /**
     * The side of the order that opens or adds to such a position.
     *
     * @return BUY for LONG, SELL for SHORT
     */
    public Side opening() {
        return this == LONG ? Side.BUY : Side.SELL;
    }

    /**
     * The side of the order that reduces such a position.
     *
     * @return SELL for LONG, BUY for SHORT
     */
    public Side closing() {
        return opening().opposite();
    }

    /**
     * The other direction.
     *
     * @return SHORT for LONG, LONG for SHORT
     */
    public PositionSide opposite() {
        return this == LONG ? SHORT : LONG;
    }

    /**
     * The direction of a signed quantity.
     *
     * @param signum positive or negative
     * @return LONG for a positive number, SHORT for a negative one
     * @throws IllegalArgumentException if it is zero
     */
    public static PositionSide ofSign(int signum) {
        if (signum == 0) {
            throw new IllegalArgumentException("a flat position has no side");
        }
        return signum > 0 ? LONG : SHORT;
    }
}
