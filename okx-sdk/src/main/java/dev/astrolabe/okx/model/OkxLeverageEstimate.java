package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What another leverage would mean (docs: OKX v5, "Get leverage estimated info").
 *
 * @since 0.1
 */
public final class OkxLeverageEstimate extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxLeverageEstimate(OkxFields fields) {
        super(fields);
    }

    /**
     * Quote coins that could be taken out.
     *
     * @return for margin
     */
    public Optional<BigDecimal> transferableQuote() {
        return fields().decimal("estAvailQuoteTrans");
    }

    /**
     * Margin that could be taken out.
     *
     * @return in coins
     */
    public Optional<BigDecimal> transferable() {
        return fields().decimal("estAvailTrans");
    }

    /**
     * The estimated price of liquidation.
     *
     * @return in quote
     */
    public Optional<BigDecimal> liquidationPrice() {
        return fields().decimal("estLiqPx");
    }

    /**
     * The margin that positions would need.
     *
     * @return in coins
     */
    public Optional<BigDecimal> margin() {
        return fields().decimal("estMgn");
    }

    /**
     * The same in quote coins.
     *
     * @return for margin
     */
    public Optional<BigDecimal> quoteMargin() {
        return fields().decimal("estQuoteMgn");
    }

    /**
     * How much could be borrowed, or opened in contracts.
     *
     * @return the amount
     */
    public Optional<BigDecimal> maxBorrow() {
        return fields().decimal("estMaxAmt");
    }

    /**
     * How much quote could be borrowed.
     *
     * @return for margin
     */
    public Optional<BigDecimal> maxQuoteBorrow() {
        return fields().decimal("estQuoteMaxAmt");
    }

    /**
     * Whether orders are open.
     *
     * @return true if so
     */
    public Optional<Boolean> hasOrders() {
        return fields().flag("existOrd");
    }

    /**
     * The largest that is allowed.
     *
     * @return such as 100
     */
    public Optional<BigDecimal> maxLeverage() {
        return fields().decimal("maxLever");
    }

    /**
     * The smallest that is allowed.
     *
     * @return such as 0.01
     */
    public Optional<BigDecimal> minLeverage() {
        return fields().decimal("minLever");
    }
}
