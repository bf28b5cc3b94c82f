package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A stop-loss, take-profit or trailing stop that comes with an order and waits until that is filled. (docs: OKX v5, "Place order",
 * {@code attachAlgoOrds})
 *
 * @since 0.1
 */
public final class OkxAttachedAlgo extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxAttachedAlgo(OkxFields fields) {
        super(fields);
    }

    /** {@return the venue's id of it} */
    public Optional<String> attachedId() {
        return fields().text("attachAlgoId");
    }

    /** {@return the id that the client gave, under which it is found as an algo order later} */
    public Optional<String> clientOrderId() {
        return fields().text("attachAlgoClOrdId");
    }

    /** {@return {@code condition} or {@code limit}} */
    public Optional<String> takeProfitKind() {
        return fields().text("tpOrdKind");
    }

    /** {@return the price at which it takes the profit} */
    public Optional<BigDecimal> takeProfitTriggerPrice() {
        return fields().decimal("tpTriggerPx");
    }

    /** {@return the same as a part of the entry price} */
    public Optional<BigDecimal> takeProfitTriggerRatio() {
        return fields().decimal("tpTriggerRatio");
    }

    /** {@return which price that is: {@code last}, {@code index} or {@code mark}} */
    public Optional<String> takeProfitTriggerBy() {
        return fields().text("tpTriggerPxType");
    }

    /** {@return the limit of the profit order; -1 is the market} */
    public Optional<BigDecimal> takeProfitOrderPrice() {
        return fields().decimal("tpOrdPx");
    }

    /** {@return the price at which it stops the loss} */
    public Optional<BigDecimal> stopLossTriggerPrice() {
        return fields().decimal("slTriggerPx");
    }

    /** {@return the same as a part of the entry price} */
    public Optional<BigDecimal> stopLossTriggerRatio() {
        return fields().decimal("slTriggerRatio");
    }

    /** {@return which price that is: {@code last}, {@code index} or {@code mark}} */
    public Optional<String> stopLossTriggerBy() {
        return fields().text("slTriggerPxType");
    }

    /** {@return the limit of the stop order; -1 is the market} */
    public Optional<BigDecimal> stopLossOrderPrice() {
        return fields().decimal("slOrdPx");
    }

    /** {@return the size of one of several profits} */
    public Optional<BigDecimal> size() {
        return fields().decimal("sz");
    }

    /** {@return whether the stop moves to the entry once a profit is taken: 0 no, 1 yes} */
    public Optional<String> stopMovesToCost() {
        return fields().text("amendPxOnTriggerType");
    }

    /** {@return by how much of it the price turns back before a trailing stop fires} */
    public Optional<BigDecimal> callbackRatio() {
        return fields().decimal("callbackRatio");
    }

    /** {@return by how much the price turns back before a trailing stop fires} */
    public Optional<BigDecimal> callbackSpread() {
        return fields().decimal("callbackSpread");
    }

    /** {@return the price from which on a trailing stop follows} */
    public Optional<BigDecimal> activationPrice() {
        return fields().decimal("activePx");
    }

    /** {@return why it failed} */
    public Optional<String> failCode() {
        return fields().text("failCode");
    }

    /** {@return the same in words} */
    public Optional<String> failReason() {
        return fields().text("failReason");
    }
}
