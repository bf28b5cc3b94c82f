package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order, as queries and the orders channel tell it. Sizes are in contracts, of spot in the base coin unless {@link
 * #targetCurrency()} says quote. What is {@code last…} or {@code change…} tells of one execution or change: in a push of the one that
 * it is about, in an answer of the last one. (docs: OKX v5, "Get order" and WebSocket "Order channel")
 *
 * @since 0.1
 */
public final class OkxOrder extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxOrder(OkxFields fields) {
        super(fields);
        fields.requireText("instId");
        fields.requireText("ordId");
        fields.requireText("ordType");
        fields.requireText("side");
        fields.requireText("state");
    }

    /** {@return the kind of instrument} */
    public OkxInstType instType() {
        return fields().word("instType", OkxInstType.class, OkxInstType.UNKNOWN).orElse(OkxInstType.UNKNOWN);
    }

    /** {@return the instrument, such as {@code BTC-USDT-SWAP}} */
    public String instId() {
        return fields().requireText("instId");
    }

    /** {@return the venue's id} */
    public String orderId() {
        return fields().requireText("ordId");
    }

    /** {@return the id that the client gave} */
    public Optional<String> clientOrderId() {
        return fields().text("clOrdId");
    }

    /** {@return the tag that the client gave} */
    public Optional<String> tag() {
        return fields().text("tag");
    }

    /** {@return the type, such as {@code limit}, {@code post_only} or {@code optimal_limit_ioc}} */
    public String orderType() {
        return fields().requireText("ordType");
    }

    /** {@return {@code buy} or {@code sell}} */
    public String side() {
        return fields().requireText("side");
    }

    /** {@return the slot: {@code net}, {@code long} or {@code short}} */
    public Optional<String> positionSide() {
        return fields().text("posSide");
    }

    /** {@return {@code cross}, {@code isolated}, {@code cash} or {@code spot_isolated}} */
    public Optional<String> tradeMode() {
        return fields().text("tdMode");
    }

    /** {@return the margin currency of margin trading} */
    public Optional<String> marginCurrency() {
        return fields().text("ccy");
    }

    /** {@return what the size of a spot market order counts: {@code base_ccy} or {@code quote_ccy}} */
    public Optional<String> targetCurrency() {
        return fields().text("tgtCcy");
    }

    /** {@return the currency that is really paid on a pair that shares several} */
    public Optional<String> tradeQuoteCurrency() {
        return fields().text("tradeQuoteCcy");
    }

    /** {@return {@code live}, {@code partially_filled}, {@code filled}, {@code canceled} or {@code mmp_canceled}} */
    public String state() {
        return fields().requireText("state");
    }

    /** {@return the size} */
    public Optional<BigDecimal> size() {
        return fields().decimal("sz");
    }

    /** {@return the limit price} */
    public Optional<BigDecimal> price() {
        return fields().decimal("px");
    }

    /** {@return the price of an option in USD} */
    public Optional<BigDecimal> priceUsd() {
        return fields().decimal("pxUsd");
    }

    /** {@return the price of an option as implied volatility} */
    public Optional<BigDecimal> priceVolatility() {
        return fields().decimal("pxVol");
    }

    /** {@return which price of an option was given: {@code px}, {@code pxVol} or {@code pxUsd}} */
    public Optional<String> priceType() {
        return fields().text("pxType");
    }

    /** {@return how much was filled, of spot in the base coin} */
    public Optional<BigDecimal> filledSize() {
        return fields().decimal("accFillSz");
    }

    /** {@return the average price; the channel's 0 of an unfilled order is none} */
    public Optional<BigDecimal> averagePrice() {
        return fields().decimal("avgPx").filter(price -> price.signum() > 0);
    }

    /** {@return the leverage} */
    public Optional<BigDecimal> leverage() {
        return fields().decimal("lever");
    }

    /** {@return the fee so far: negative is paid, positive received} */
    public Optional<BigDecimal> fee() {
        return fields().decimal("fee");
    }

    /** {@return the currency of the fee} */
    public Optional<String> feeCurrency() {
        return fields().text("feeCcy");
    }

    /** {@return the rebate so far} */
    public Optional<BigDecimal> rebate() {
        return fields().decimal("rebate");
    }

    /** {@return the currency of the rebate} */
    public Optional<String> rebateCurrency() {
        return fields().text("rebateCcy");
    }

    /** {@return the realized profit of the executions, without fees} */
    public Optional<BigDecimal> profit() {
        return fields().decimal("pnl");
    }

    /** {@return {@code normal}, or why the venue made the order, such as {@code full_liquidation} or {@code adl}} */
    public Optional<String> category() {
        return fields().text("category");
    }

    /** {@return what made the order: 6 a trigger, 7 a stop or profit, 13 a split, 25 a trailing stop, 34 a chase} */
    public Optional<String> source() {
        return fields().text("source");
    }

    /** {@return whether it only reduces} */
    public boolean reduceOnly() {
        return fields().flag("reduceOnly").orElse(false);
    }

    /** {@return {@code cancel_maker}, {@code cancel_taker} or {@code cancel_both}} */
    public Optional<String> selfTradePrevention() {
        return fields().text("stpMode");
    }

    /** {@return who or what cancelled it, such as 1 the user, 14 the rest of an immediate order, 31 post-only} */
    public Optional<String> cancelSource() {
        return fields().text("cancelSource");
    }

    /** {@return the same in words} */
    public Optional<String> cancelReason() {
        return fields().text("cancelSourceReason");
    }

    /** {@return the client's id of the exit that comes with it} */
    public Optional<String> attachedClientOrderId() {
        return fields().text("attachAlgoClOrdId");
    }

    /** {@return the exits that come with it; empty where there are none} */
    public List<OkxAttachedAlgo> attachedAlgos() {
        return fields().rows("attachAlgoOrds", OkxAttachedAlgo::new);
    }

    /** {@return the stop that belongs to a profit order with a limit} */
    public Optional<String> linkedAlgoId() {
        return fields().object("linkedAlgoOrd").flatMap(linked -> linked.text("algoId"));
    }

    /** {@return the venue's id of the algo order that made it} */
    public Optional<String> algoId() {
        return fields().text("algoId");
    }

    /** {@return the client's id of that algo order} */
    public Optional<String> algoClientOrderId() {
        return fields().text("algoClOrdId");
    }

    /** {@return whether it is a profit order with a limit} */
    public boolean takeProfitLimit() {
        return fields().flag("isTpLimit").orElse(false);
    }

    /** {@return the side of an event contract} */
    public Optional<String> eventOutcome() {
        return fields().text("outcome");
    }

    /** {@return the trade of the last execution; 0 in a liquidation} */
    public Optional<String> lastTradeId() {
        return fields().text("tradeId");
    }

    /** {@return the price of the last execution} */
    public Optional<BigDecimal> lastFillPrice() {
        return fields().decimal("fillPx");
    }

    /** {@return the size of the last execution, of spot in the base coin} */
    public Optional<BigDecimal> lastFillSize() {
        return fields().decimal("fillSz");
    }

    /** {@return the time of the last execution} */
    public Optional<Instant> lastFillTime() {
        return fields().time("fillTime");
    }

    /** {@return the fee of the execution that is pushed: negative is paid} */
    public Optional<BigDecimal> lastFillFee() {
        return fields().decimal("fillFee");
    }

    /** {@return the currency of that fee} */
    public Optional<String> lastFillFeeCurrency() {
        return fields().text("fillFeeCcy");
    }

    /** {@return the realized profit of that execution} */
    public Optional<BigDecimal> lastFillProfit() {
        return fields().decimal("fillPnl");
    }

    /** {@return {@code T} taker or {@code M} maker in that execution} */
    public Optional<String> lastLiquidity() {
        return fields().text("execType");
    }

    /** {@return the worth of that execution in USD} */
    public Optional<BigDecimal> lastFillNotionalUsd() {
        return fields().decimal("fillNotionalUsd");
    }

    /** {@return the mark price at that execution} */
    public Optional<BigDecimal> lastFillMarkPrice() {
        return fields().decimal("fillMarkPx");
    }

    /** {@return the index price at that execution} */
    public Optional<BigDecimal> lastFillIndexPrice() {
        return fields().decimal("fillIdxPx");
    }

    /** {@return the mark volatility at that execution of an option} */
    public Optional<BigDecimal> lastFillMarkVolatility() {
        return fields().decimal("fillMarkVol");
    }

    /** {@return the forward price at that execution of an option} */
    public Optional<BigDecimal> lastFillForwardPrice() {
        return fields().decimal("fillFwdPx");
    }

    /** {@return the price of that execution of an option in USD} */
    public Optional<BigDecimal> lastFillPriceUsd() {
        return fields().decimal("fillPxUsd");
    }

    /** {@return the implied volatility of that execution of an option} */
    public Optional<BigDecimal> lastFillVolatility() {
        return fields().decimal("fillPxVol");
    }

    /** {@return the worth of the order in USD} */
    public Optional<BigDecimal> notionalUsd() {
        return fields().decimal("notionalUsd");
    }

    /** {@return the last price of the instrument when it was pushed} */
    public Optional<BigDecimal> lastPrice() {
        return fields().decimal("lastPx");
    }

    /** {@return who changed it: 1 the user, 2 and 4 reduce-only, 5 the price of an option, 6 rounding} */
    public Optional<String> changeSource() {
        return fields().text("amendSource");
    }

    /** {@return 0 changed, -1 failed, 1 cancelled instead} */
    public Optional<String> changeResult() {
        return fields().text("amendResult");
    }

    /** {@return the client's id of the change} */
    public Optional<String> changeRequestId() {
        return fields().text("reqId");
    }

    /** {@return the code of a change that failed; 0 otherwise} */
    public Optional<String> changeCode() {
        return fields().text("code");
    }

    /** {@return the words of a change that failed} */
    public Optional<String> changeMessage() {
        return fields().text("msg");
    }

    /** {@return when it was created} */
    public Optional<Instant> createdAt() {
        return fields().time("cTime");
    }

    /** {@return when it was changed last} */
    public Optional<Instant> updatedAt() {
        return fields().time("uTime");
    }
}
