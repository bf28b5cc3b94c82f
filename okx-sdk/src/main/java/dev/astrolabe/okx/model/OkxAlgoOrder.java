package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An order that waits for a price or splits itself, as queries and the algo channels tell it. Sizes are in contracts, of spot in coins.
 * (docs: OKX v5, "Get algo order details" and WebSocket "Algo orders channel" and "Advance algo orders channel")
 *
 * @since 0.1
 */
public final class OkxAlgoOrder extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxAlgoOrder(OkxFields fields) {
        super(fields);
        fields.requireText("instId");
        fields.requireText("algoId");
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
    public String algoId() {
        return fields().requireText("algoId");
    }

    /** {@return the id that the client gave} */
    public Optional<String> algoClientOrderId() {
        return fields().text("algoClOrdId");
    }

    /** {@return the client's id of the order that it came with} */
    public Optional<String> clientOrderId() {
        return fields().text("clOrdId");
    }

    /** {@return the tag that the client gave} */
    public Optional<String> tag() {
        return fields().text("tag");
    }

    /** {@return {@code conditional}, {@code oco}, {@code trigger}, {@code move_order_stop}, {@code chase}, {@code twap} or {@code smart_iceberg}} */
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

    /** {@return {@code cross}, {@code isolated} or {@code cash}} */
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

    /** {@return {@code live}, {@code pause}, {@code effective}, {@code partially_effective}, {@code canceled}, {@code order_failed} or {@code partially_failed}} */
    public String state() {
        return fields().requireText("state");
    }

    /** {@return why the order that it became failed} */
    public Optional<String> failCode() {
        return fields().text("failCode").filter(code -> !code.equals("0"));
    }

    /** {@return the size} */
    public Optional<BigDecimal> size() {
        return fields().decimal("sz");
    }

    /** {@return the part of the position that it closes; 1 is all} */
    public Optional<BigDecimal> closeFraction() {
        return fields().decimal("closeFraction");
    }

    /** {@return the leverage} */
    public Optional<BigDecimal> leverage() {
        return fields().decimal("lever");
    }

    /** {@return whether it only reduces} */
    public boolean reduceOnly() {
        return fields().flag("reduceOnly").orElse(false);
    }

    /** {@return whether it borrows the coins that it needs} */
    public Optional<Boolean> borrows() {
        return fields().flag("isTradeBorrowMode");
    }

    /** {@return the last price when it was placed} */
    public Optional<BigDecimal> priceWhenPlaced() {
        return fields().decimal("last");
    }

    /** {@return the price at which it takes the profit} */
    public Optional<BigDecimal> takeProfitTriggerPrice() {
        return fields().decimal("tpTriggerPx");
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

    /** {@return which price that is: {@code last}, {@code index} or {@code mark}} */
    public Optional<String> stopLossTriggerBy() {
        return fields().text("slTriggerPxType");
    }

    /** {@return the limit of the stop order; -1 is the market} */
    public Optional<BigDecimal> stopLossOrderPrice() {
        return fields().decimal("slOrdPx");
    }

    /** {@return whether the stop of a split profit moves to the entry: 0 no, 1 yes} */
    public Optional<String> stopMovesToCost() {
        return fields().text("amendPxOnTriggerType");
    }

    /** {@return the price at which a trigger order is placed} */
    public Optional<BigDecimal> triggerPrice() {
        return fields().decimal("triggerPx");
    }

    /** {@return which price that is: {@code last}, {@code index} or {@code mark}} */
    public Optional<String> triggerBy() {
        return fields().text("triggerPxType");
    }

    /** {@return the limit of the order that a trigger places; -1 is the market} */
    public Optional<BigDecimal> orderPrice() {
        return fields().decimal("ordPx");
    }

    /** {@return how a trigger's order goes: {@code fok}, {@code ioc} or {@code chase}} */
    public Optional<String> triggeredOrderType() {
        return fields().text("advanceOrdType");
    }

    /** {@return how a trigger's order chases the price} */
    public List<OkxFields> chaseParameters() {
        return fields().rows("advChaseParams", each -> each);
    }

    /** {@return when a split order starts} */
    public List<OkxFields> startParameters() {
        return fields().rows("triggerParams", each -> each);
    }

    /** {@return the exits that come with a trigger order} */
    public List<OkxAttachedAlgo> attachedAlgos() {
        return fields().rows("attachAlgoOrds", OkxAttachedAlgo::new);
    }

    /** {@return by how much of it the price turns back before a trailing stop fires; 0.01 is 1 %} */
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

    /** {@return where a trailing stop would fire now} */
    public Optional<BigDecimal> currentTriggerPrice() {
        return fields().decimal("moveTriggerPx");
    }

    /** {@return how a chase keeps off: {@code distance} or {@code ratio}} */
    public Optional<String> chaseType() {
        return fields().text("chaseType");
    }

    /** {@return by how much} */
    public Optional<BigDecimal> chaseValue() {
        return fields().decimal("chaseVal");
    }

    /** {@return how its end is told: {@code distance} or {@code ratio}} */
    public Optional<String> maxChaseType() {
        return fields().text("maxChaseType");
    }

    /** {@return how far it goes} */
    public Optional<BigDecimal> maxChaseValue() {
        return fields().decimal("maxChaseVal");
    }

    /** {@return by how much of the price a part is better or worse} */
    public Optional<BigDecimal> priceRatio() {
        return fields().decimal("pxVar");
    }

    /** {@return by how much a part is better or worse} */
    public Optional<BigDecimal> priceSpread() {
        return fields().decimal("pxSpread");
    }

    /** {@return the size of a part} */
    public Optional<BigDecimal> partSize() {
        return fields().decimal("szLimit");
    }

    /** {@return the price beyond which no part is placed} */
    public Optional<BigDecimal> limitPrice() {
        return fields().decimal("pxLimit");
    }

    /** {@return the seconds between two parts} */
    public OptionalLong intervalSeconds() {
        return fields().whole("timeInterval");
    }

    /** {@return how many parts rest at once} */
    public OptionalLong restingParts() {
        return fields().whole("lmtOrderNumber");
    }

    /** {@return how eagerly parts are placed} */
    public Optional<String> aggressiveness() {
        return fields().text("aggressiveness");
    }

    /** {@return the algo orders that it made} */
    public List<String> partIds() {
        return fields().texts("subAlgoIdList");
    }

    /** {@return how many parts there are} */
    public OptionalLong partCount() {
        return fields().whole("count");
    }

    /** {@return the order that it became; empty before} */
    public Optional<String> orderId() {
        return fields().text("ordId");
    }

    /** {@return all orders that it became} */
    public List<String> orderIds() {
        return fields().texts("ordIdList");
    }

    /** {@return the profit order with a limit that it belongs to} */
    public Optional<String> linkedOrderId() {
        return fields().object("linkedOrd").flatMap(linked -> linked.text("ordId"));
    }

    /** {@return how much was ordered when it fired} */
    public Optional<BigDecimal> actualSize() {
        return fields().decimal("actualSz");
    }

    /** {@return at which price} */
    public Optional<BigDecimal> actualPrice() {
        return fields().decimal("actualPx");
    }

    /** {@return which leg fired: {@code tp} or {@code sl}} */
    public Optional<String> actualSide() {
        return fields().text("actualSide");
    }

    /** {@return the worth of the order in USD} */
    public Optional<BigDecimal> notionalUsd() {
        return fields().decimal("notionalUsd");
    }

    /** {@return 0 changed, -1 failed} */
    public Optional<String> changeResult() {
        return fields().text("amendResult");
    }

    /** {@return the client's id of the change} */
    public Optional<String> changeRequestId() {
        return fields().text("reqId");
    }

    /** {@return when it fired} */
    public Optional<Instant> triggeredAt() {
        return fields().time("triggerTime");
    }

    /** {@return when it was created} */
    public Optional<Instant> createdAt() {
        return fields().time("cTime");
    }

    /** {@return when it was changed last} */
    public Optional<Instant> updatedAt() {
        return fields().time("uTime");
    }

    /** {@return when it was pushed} */
    public Optional<Instant> pushedAt() {
        return fields().time("pTime");
    }
}
