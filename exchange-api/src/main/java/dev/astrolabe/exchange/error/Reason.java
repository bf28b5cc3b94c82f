package dev.astrolabe.exchange.error;

/**
 * Why a venue refused a call, in terms that are the same on every venue.
 *
 * @since 0.1
 */
public enum Reason {
    /** Key unknown, malformed or expired, or the signature does not match. Check key, secret and environment. */
    AUTHENTICATION("check the key, the secret and the environment they belong to"),
    /** The request's time lies outside the venue's window. The client re-synchronizes its clock; sign again. */
    CLOCK_SKEW("the clock was synchronized again; call again"),
    /** The key may not do this, or the IP is not on its list. */
    PERMISSION("give the key the permission, or put this IP on its list"),
    /** Balance or margin is too low. */
    INSUFFICIENT_FUNDS("lower the quantity or the leverage, or add margin"),
    /** Price, quantity or notional breaks a filter of the instrument. */
    FILTER("refresh the instruments and round the amounts with them"),
    /** A parameter is missing, superfluous or malformed. */
    INVALID_REQUEST("do not repeat the call unchanged"),
    /** The venue does not know the symbol. */
    UNKNOWN_SYMBOL("refresh the instruments"),
    /** No such order, or it is already closed. Right after placing, query once more. */
    ORDER_NOT_FOUND("query the order; right after placing, query once more"),
    /** The client order id is in use. An order with it exists. */
    DUPLICATE_CLIENT_ORDER_ID("an order with this id exists: query it"),
    /** A post-only order would have taken liquidity. */
    POST_ONLY("move the price away from the book"),
    /** A reduce-only order would not reduce a position. */
    REDUCE_ONLY("read the position: it may be closed already"),
    /** A conditional order's trigger is already reached. */
    WOULD_TRIGGER("the trigger is already passed: act on the market now"),
    /** The order does not fit the account's position mode. */
    POSITION_MODE("read the position mode and set the position side accordingly"),
    /** The leverage is not allowed for the position or the notional. */
    LEVERAGE("lower the leverage or the size"),
    /** The account is restricted: in liquidation, reduce-only, locked by open orders or positions. */
    ACCOUNT_STATE("read the account before doing anything else"),
    /** Too many open or conditional orders. */
    TOO_MANY_ORDERS("cancel some open orders first"),
    /** The market is closed, halted or cannot fill now. */
    MARKET_STATE("wait until the instrument trades"),
    /** The setting already is what was asked for. */
    NO_CHANGE("nothing to do"),
    /** The venue or the service is down for maintenance. */
    MAINTENANCE("wait for the end of the maintenance"),
    /** A refusal that fits none of the above, or a code that is not known yet. */
    OTHER("read the venue's code and message");

    private final String advice;

    Reason(String advice) {
        this.advice = advice;
    }

    /**
     * What the caller may do next.
     *
     * @return a short advice, the same on every venue
     */
    public String advice() {
        return advice;
    }
}
