package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * One change of the balance (docs: OKX v5, "Get bills details").
 *
 * @since 0.1
 */
public final class OkxBill extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxBill(OkxFields fields) {
        super(fields);
        fields.requireText("billId");
        fields.requireText("type");
        fields.requireTime("ts");
        fields.requireText("ccy");
    }

    /**
     * The id of the change.
     *
     * @return unique
     */
    public String billId() {
        return fields().requireText("billId");
    }

    /**
     * The kind of instrument.
     *
     * @return the kind; UNKNOWN where there is none
     */
    public OkxInstType instType() {
        return fields().word("instType", OkxInstType.class, OkxInstType.UNKNOWN).orElse(OkxInstType.UNKNOWN);
    }

    /**
     * The instrument.
     *
     * @return such as {@code BTC-USDT-SWAP}
     */
    public Optional<String> instId() {
        return fields().text("instId");
    }

    /**
     * What it was: 2 trade, 8 funding, 5 liquidation and others.
     *
     * @return the number as text
     */
    public String type() {
        return fields().requireText("type");
    }

    /**
     * What it was in detail.
     *
     * @return the number as text
     */
    public Optional<String> subType() {
        return fields().text("subType");
    }

    /**
     * When it was booked.
     *
     * @return the venue's time
     */
    public Instant time() {
        return fields().requireTime("ts");
    }

    /**
     * The currency.
     *
     * @return such as {@code USDT}
     */
    public String currency() {
        return fields().requireText("ccy");
    }

    /**
     * The balance after it.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> balance() {
        return fields().decimal("bal");
    }

    /**
     * The change of the balance.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> change() {
        return fields().decimal("balChg");
    }

    /**
     * The margin of the position after it.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> positionBalance() {
        return fields().decimal("posBal");
    }

    /**
     * The change of that margin.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> positionChange() {
        return fields().decimal("posBalChg");
    }

    /**
     * How much was traded or moved.
     *
     * @return in contracts or coins
     */
    public Optional<BigDecimal> size() {
        return fields().decimal("sz");
    }

    /**
     * The price of what it is about, such as a fill or a mark price.
     *
     * @return in quote
     */
    public Optional<BigDecimal> price() {
        return fields().decimal("px");
    }

    /**
     * Profit of a closing trade, or the amount of funding.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> pnl() {
        return fields().decimal("pnl");
    }

    /**
     * The fee; negative was paid.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> fee() {
        return fields().decimal("fee");
    }

    /**
     * The interest.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> interest() {
        return fields().decimal("interest");
    }

    /**
     * The margin mode.
     *
     * @return {@code cross}, {@code isolated} or {@code cash}
     */
    public Optional<String> marginMode() {
        return fields().text("mgnMode");
    }

    /**
     * The order.
     *
     * @return its id
     */
    public Optional<String> orderId() {
        return fields().text("ordId");
    }

    /**
     * The sender's id of the order.
     *
     * @return the id
     */
    public Optional<String> clientOrderId() {
        return fields().text("clOrdId");
    }

    /**
     * The trade.
     *
     * @return its id
     */
    public Optional<String> tradeId() {
        return fields().text("tradeId");
    }

    /**
     * Whether it took or made.
     *
     * @return {@code T} or {@code M}
     */
    public Optional<String> liquidity() {
        return fields().text("execType");
    }

    /**
     * When it was filled.
     *
     * @return the venue's time
     */
    public Optional<Instant> filledAt() {
        return fields().time("fillTime");
    }

    /**
     * The index price at the fill.
     *
     * @return in quote
     */
    public Optional<BigDecimal> indexPrice() {
        return fields().decimal("fillIdxPx");
    }

    /**
     * The mark price at the fill.
     *
     * @return in quote
     */
    public Optional<BigDecimal> markPrice() {
        return fields().decimal("fillMarkPx");
    }

    /**
     * The forward price at the fill of an option.
     *
     * @return in quote
     */
    public Optional<BigDecimal> forwardPrice() {
        return fields().decimal("fillFwdPx");
    }

    /**
     * The mark volatility at the fill of an option.
     *
     * @return a ratio
     */
    public Optional<BigDecimal> markVolatility() {
        return fields().decimal("fillMarkVol");
    }

    /**
     * The volatility of the price of an option's fill.
     *
     * @return a ratio
     */
    public Optional<BigDecimal> fillVolatility() {
        return fields().decimal("fillPxVol");
    }

    /**
     * The price of an option's fill.
     *
     * @return in USD
     */
    public Optional<BigDecimal> fillPriceUsd() {
        return fields().decimal("fillPxUsd");
    }

    /**
     * The account that a transfer came from.
     *
     * @return the number as text
     */
    public Optional<String> from() {
        return fields().text("from");
    }

    /**
     * The account that a transfer went to.
     *
     * @return the number as text
     */
    public Optional<String> to() {
        return fields().text("to");
    }

    /**
     * Notes.
     *
     * @return the text
     */
    public Optional<String> notes() {
        return fields().text("notes");
    }

    /**
     * The tag of the order.
     *
     * @return the text
     */
    public Optional<String> tag() {
        return fields().text("tag");
    }

    /**
     * What automatic earning brought.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> earned() {
        return fields().decimal("earnAmt");
    }

    /**
     * Its yearly rate.
     *
     * @return a ratio
     */
    public Optional<BigDecimal> earningRate() {
        return fields().decimal("earnApr");
    }
}
