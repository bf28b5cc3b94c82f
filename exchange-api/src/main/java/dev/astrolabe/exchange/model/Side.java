package dev.astrolabe.exchange.model;

/**
 * The direction of an order or a trade.
 *
 * @since 0.1
 */
public enum Side {
    /** Buys base units. */
    BUY,
    /** Sells base units. */
    SELL;

    /**
     * The other side.
     *
     * @return SELL for BUY, BUY for SELL
     */
    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }

    /**
     * The sign that this side gives a quantity.
     *
     * @return 1 for BUY, -1 for SELL
     */
    public int sign() {
        return this == BUY ? 1 : -1;
    }
}
