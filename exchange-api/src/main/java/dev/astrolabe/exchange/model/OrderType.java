package dev.astrolabe.exchange.model;

/**
 * What an order does when. Every type of every venue is one of these; the raw text stands beside it on the order.
 *
 * @since 0.1
 */
public enum OrderType {
    /** Executes at once at the best prices. */
    MARKET,
    /** Rests at its price or better. */
    LIMIT,
    /** Becomes a market order when the price moves against the position to the trigger. */
    STOP_MARKET,
    /** Becomes a limit order at that trigger. */
    STOP_LIMIT,
    /** Becomes a market order when the price moves in favour of the position to the trigger. */
    TAKE_PROFIT_MARKET,
    /** Becomes a limit order at that trigger. */
    TAKE_PROFIT_LIMIT,
    /** A stop whose trigger follows the best price since activation at a fixed rate. */
    TRAILING_STOP_MARKET,
    /** The venue's own order that liquidates or deleverages a position. Never placed by a client. */
    LIQUIDATION,
    /** A type that this version does not know. */
    UNKNOWN;

    /**
     * Whether the order waits for a trigger.
     *
     * @return true for stops, take-profits and trailing stops
     */
    public boolean isConditional() {
        return switch (this) {
            case STOP_MARKET, STOP_LIMIT, TAKE_PROFIT_MARKET, TAKE_PROFIT_LIMIT, TRAILING_STOP_MARKET -> true;
            case MARKET, LIMIT, LIQUIDATION, UNKNOWN -> false;
        };
    }

    /**
     * Whether the order carries a limit price.
     *
     * @return true for LIMIT, STOP_LIMIT and TAKE_PROFIT_LIMIT
     */
    public boolean hasPrice() {
        return this == LIMIT || this == STOP_LIMIT || this == TAKE_PROFIT_LIMIT;
    }

    /**
     * Whether the order carries a fixed trigger price.
     *
     * @return true for stops and take-profits, false for trailing stops
     */
    public boolean hasTrigger() {
        return isConditional() && this != TRAILING_STOP_MARKET;
    }
}
