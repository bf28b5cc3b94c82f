package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An execution. Sizes are in contracts, of spot in the base coin. The channel of executions tells less than the calls. (docs: OKX v5,
 * "Get transaction details" and WebSocket "Fills channel")
 *
 * @since 0.1
 */
public final class OkxFill extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxFill(OkxFields fields) {
        super(fields);
        fields.requireText("instId");
        fields.requireText("tradeId");
        fields.requireText("ordId");
        fields.requireText("side");
        fields.requireDecimal("fillPx");
        fields.requireDecimal("fillSz");
    }

    /** {@return the kind of instrument} */
    public OkxInstType instType() {
        return fields().word("instType", OkxInstType.class, OkxInstType.UNKNOWN).orElse(OkxInstType.UNKNOWN);
    }

    /** {@return the instrument, such as {@code BTC-USDT-SWAP}} */
    public String instId() {
        return fields().requireText("instId");
    }

    /** {@return the trade; negative in a liquidation} */
    public String tradeId() {
        return fields().requireText("tradeId");
    }

    /** {@return the venue's id of the order} */
    public String orderId() {
        return fields().requireText("ordId");
    }

    /** {@return the id that the client gave the order} */
    public Optional<String> clientOrderId() {
        return fields().text("clOrdId");
    }

    /** {@return the bill, by which lists go on} */
    public Optional<String> billId() {
        return fields().text("billId");
    }

    /** {@return what it did, such as 1 buy, 2 sell, 3 open long, 104 liquidate long} */
    public Optional<String> subType() {
        return fields().text("subType");
    }

    /** {@return the tag that the client gave the order} */
    public Optional<String> tag() {
        return fields().text("tag");
    }

    /** {@return {@code buy} or {@code sell}} */
    public String side() {
        return fields().requireText("side");
    }

    /** {@return the slot: {@code net}, {@code long} or {@code short}} */
    public Optional<String> positionSide() {
        return fields().text("posSide");
    }

    /** {@return the price} */
    public BigDecimal price() {
        return fields().requireDecimal("fillPx");
    }

    /** {@return the size} */
    public BigDecimal size() {
        return fields().requireDecimal("fillSz");
    }

    /** {@return {@code T} taker or {@code M} maker; empty in a liquidation} */
    public Optional<String> liquidity() {
        return fields().text("execType");
    }

    /** {@return the fee: negative is paid, positive received} */
    public Optional<BigDecimal> fee() {
        return fields().decimal("fee");
    }

    /** {@return the currency of the fee} */
    public Optional<String> feeCurrency() {
        return fields().text("feeCcy");
    }

    /** {@return the rate of the fee, of spot only} */
    public Optional<BigDecimal> feeRate() {
        return fields().decimal("feeRate");
    }

    /** {@return the realized profit, without fees} */
    public Optional<BigDecimal> profit() {
        return fields().decimal("fillPnl");
    }

    /** {@return the index price then} */
    public Optional<BigDecimal> indexPrice() {
        return fields().decimal("fillIdxPx");
    }

    /** {@return the mark price then} */
    public Optional<BigDecimal> markPrice() {
        return fields().decimal("fillMarkPx");
    }

    /** {@return the implied volatility of an option} */
    public Optional<BigDecimal> volatility() {
        return fields().decimal("fillPxVol");
    }

    /** {@return the price of an option in USD} */
    public Optional<BigDecimal> priceUsd() {
        return fields().decimal("fillPxUsd");
    }

    /** {@return the mark volatility of an option} */
    public Optional<BigDecimal> markVolatility() {
        return fields().decimal("fillMarkVol");
    }

    /** {@return the forward price of an option} */
    public Optional<BigDecimal> forwardPrice() {
        return fields().decimal("fillFwdPx");
    }

    /** {@return the currency that was really paid on a pair that shares several} */
    public Optional<String> tradeQuoteCurrency() {
        return fields().text("tradeQuoteCcy");
    }

    /** {@return how many trades a push sums up} */
    public OptionalLong count() {
        return fields().whole("count");
    }

    /** {@return when it was executed} */
    public Optional<Instant> time() {
        return fields().time("fillTime");
    }

    /** {@return when it was recorded; the time of a push} */
    public Optional<Instant> recordedAt() {
        return fields().time("ts");
    }
}
