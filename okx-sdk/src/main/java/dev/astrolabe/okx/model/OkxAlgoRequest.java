package dev.astrolabe.okx.model;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.TriggerBy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order that waits for a price or splits itself. Sizes are in contracts, of spot in coins. (docs: OKX v5, "Place algo order")
 *
 * @since 0.1
 */
public final class OkxAlgoRequest extends OkxTerms<OkxAlgoRequest> {

    private final Symbol symbol;

    private OkxAlgoRequest(Symbol symbol, Map<String, Object> values) {
        super(values);
        this.symbol = symbol;
    }

    private static OkxAlgoRequest of(Symbol symbol, Side side, String orderType) {
        return new OkxAlgoRequest(symbol, Map.of())
                .set("side", side == Side.BUY ? "buy" : "sell")
                .set("ordType", orderType);
    }

    /**
     * A stop-loss or a take-profit, to be given its leg. In net mode of two legs the stop alone counts: use {@link #oco}.
     *
     * @param symbol what to trade
     * @param side buy or sell
     * @return the request
     */
    public static OkxAlgoRequest conditional(Symbol symbol, Side side) {
        return of(symbol, side, "conditional");
    }

    /**
     * A stop-loss and a take-profit, the first of which ends the other, to be given both legs.
     *
     * @param symbol what to trade
     * @param side buy or sell
     * @return the request
     */
    public static OkxAlgoRequest oco(Symbol symbol, Side side) {
        return of(symbol, side, "oco");
    }

    /**
     * An order that is placed once a price is reached from either side. May not be had in net mode (code 51298).
     *
     * @param symbol what to trade
     * @param side buy or sell
     * @param price the price at which it is placed
     * @param by which price that is
     * @param limit the limit of the order; null for the market
     * @return the request
     * @throws NotSentException if a price is not above 0
     */
    public static OkxAlgoRequest trigger(
            Symbol symbol, Side side, BigDecimal price, TriggerBy by, @Nullable BigDecimal limit) {
        return of(symbol, side, "trigger")
                .positive("triggerPx", price)
                .set("triggerPxType", OkxExit.word(by))
                .limitOrMarket("orderPx", limit);
    }

    /**
     * A trailing stop.
     *
     * @param symbol what to trade
     * @param side buy or sell
     * @param callbackRatio by how much of it the price turns back before it fires; 0.01 is 1 %
     * @return the request
     * @throws NotSentException if the ratio is not above 0
     */
    public static OkxAlgoRequest trailing(Symbol symbol, Side side, BigDecimal callbackRatio) {
        return of(symbol, side, "move_order_stop").positive("callbackRatio", callbackRatio);
    }

    /**
     * A trailing stop.
     *
     * @param symbol what to trade
     * @param side buy or sell
     * @param callbackSpread by how much the price turns back before it fires
     * @return the request
     * @throws NotSentException if the spread is not above 0
     */
    public static OkxAlgoRequest trailingBy(Symbol symbol, Side side, BigDecimal callbackSpread) {
        return of(symbol, side, "move_order_stop").positive("callbackSpread", callbackSpread);
    }

    /**
     * A limit order that follows the best price.
     *
     * @param symbol what to trade
     * @param side buy or sell
     * @return the request
     */
    public static OkxAlgoRequest chase(Symbol symbol, Side side) {
        return of(symbol, side, "chase");
    }

    /**
     * An order that is placed in parts over time.
     *
     * @param symbol what to trade
     * @param side buy or sell
     * @param partSize the size of a part
     * @param limit the price beyond which no part is placed
     * @param seconds the time between two parts
     * @return the request, to be given a {@link #priceRatio} or {@link #priceSpread}
     * @throws NotSentException if a value is not above 0
     */
    public static OkxAlgoRequest twap(Symbol symbol, Side side, BigDecimal partSize, BigDecimal limit, int seconds) {
        return of(symbol, side, "twap")
                .positive("szLimit", partSize)
                .positive("pxLimit", limit)
                .positive("timeInterval", BigDecimal.valueOf(seconds));
    }

    /**
     * An order of which a part is shown at a time.
     *
     * @param symbol what to trade
     * @param side buy or sell
     * @param partSize the size of a part
     * @param restingParts how many parts rest at once
     * @param aggressiveness how eagerly parts are placed, in the venue's word
     * @param limit the price beyond which no part is placed
     * @return the request
     * @throws NotSentException if a value is not above 0
     */
    public static OkxAlgoRequest smartIceberg(
            Symbol symbol, Side side, BigDecimal partSize, int restingParts, String aggressiveness, BigDecimal limit) {
        return of(symbol, side, "smart_iceberg")
                .positive("szLimit", partSize)
                .positive("lmtOrderNumber", BigDecimal.valueOf(restingParts))
                .with("aggressiveness", aggressiveness)
                .positive("pxLimit", limit);
    }

    @Override
    OkxAlgoRequest copy(Map<String, Object> changed) {
        return new OkxAlgoRequest(symbol, changed);
    }

    /**
     * What is traded.
     *
     * @return the symbol
     */
    public Symbol symbol() {
        return symbol;
    }

    /**
     * How much.
     *
     * @param contracts the size; of spot in coins
     * @return the request with it
     * @throws NotSentException if it is not above 0
     */
    public OkxAlgoRequest size(BigDecimal contracts) {
        return positive("sz", contracts);
    }

    /**
     * Closes the whole position, instead of a size. With market legs of {@code conditional} and {@code oco} only; net mode needs
     * {@link #reduceOnly} too.
     *
     * @return the request with it
     */
    public OkxAlgoRequest closePosition() {
        return set("closeFraction", "1");
    }

    /**
     * The leg that stops the loss.
     *
     * @param trigger the price at which it fires
     * @param by which price that is
     * @param limit the limit of the order; null for the market
     * @return the request with it
     * @throws NotSentException if a price is not above 0
     */
    public OkxAlgoRequest stopLoss(BigDecimal trigger, TriggerBy by, @Nullable BigDecimal limit) {
        return positive("slTriggerPx", trigger)
                .set("slTriggerPxType", OkxExit.word(by))
                .limitOrMarket("slOrdPx", limit);
    }

    /**
     * The leg that takes the profit.
     *
     * @param trigger the price at which it fires
     * @param by which price that is
     * @param limit the limit of the order; null for the market
     * @return the request with it
     * @throws NotSentException if a price is not above 0
     */
    public OkxAlgoRequest takeProfit(BigDecimal trigger, TriggerBy by, @Nullable BigDecimal limit) {
        return positive("tpTriggerPx", trigger)
                .set("tpTriggerPxType", OkxExit.word(by))
                .limitOrMarket("tpOrdPx", limit);
    }

    /**
     * From which price on a trailing stop follows.
     *
     * @param price the price; it follows at once unless set
     * @return the request with it
     * @throws NotSentException if it is not above 0
     */
    public OkxAlgoRequest activationPrice(BigDecimal price) {
        return positive("activePx", price);
    }

    /**
     * Whether it only reduces; without effect in long/short mode.
     *
     * @param only true if so
     * @return the request with it
     */
    public OkxAlgoRequest reduceOnly(boolean only) {
        return set("reduceOnly", only);
    }

    /**
     * Whether it is cancelled with the position; needs {@link #reduceOnly}.
     *
     * @param cancel true if so
     * @return the request with it
     */
    public OkxAlgoRequest cancelWithPosition(boolean cancel) {
        return set("cxlOnClosePos", cancel);
    }

    /**
     * How margin is taken, instead of what the account and its settings say.
     *
     * @param mode {@code cross}, {@code isolated} or {@code cash}
     * @return the request with it
     */
    public OkxAlgoRequest tradeMode(String mode) {
        return with("tdMode", mode);
    }

    /**
     * The slot, which long/short mode needs.
     *
     * @param side {@code long}, {@code short} or {@code net}
     * @return the request with it
     */
    public OkxAlgoRequest positionSide(String side) {
        return with("posSide", side);
    }

    /**
     * Names it. One is made where none is given.
     *
     * @param id 1 to 32 letters and digits
     * @return the request with it
     * @throws NotSentException if it is not
     */
    public OkxAlgoRequest clientOrderId(String id) {
        return id("algoClOrdId", id);
    }

    /**
     * Marks it.
     *
     * @param tag 1 to 16 letters and digits
     * @return the request with it
     * @throws NotSentException if it is not
     */
    public OkxAlgoRequest tag(String tag) {
        return tagged(tag);
    }

    /**
     * What the size of a spot order at the market counts.
     *
     * @param target {@code base_ccy} or {@code quote_ccy}
     * @return the request with it
     */
    public OkxAlgoRequest targetCurrency(String target) {
        return with("tgtCcy", target);
    }

    /**
     * How the order of a trigger goes.
     *
     * @param type {@code fok}, {@code ioc} or {@code chase}
     * @return the request with it
     */
    public OkxAlgoRequest triggeredOrderType(String type) {
        return with("advanceOrdType", type);
    }

    /**
     * How far a chase keeps off the best price.
     *
     * @param type {@code distance} or {@code ratio}
     * @param value by how much
     * @return the request with it
     */
    public OkxAlgoRequest chaseDistance(String type, BigDecimal value) {
        return with("chaseType", type).set("chaseVal", value);
    }

    /**
     * How far a chase goes before it ends.
     *
     * @param type {@code distance} or {@code ratio}
     * @param value how far
     * @return the request with it
     * @throws NotSentException if it is not above 0
     */
    public OkxAlgoRequest chaseLimit(String type, BigDecimal value) {
        return with("maxChaseType", type).positive("maxChaseVal", value);
    }

    /**
     * By how much of the price a part is better or worse.
     *
     * @param ratio 0.01 is 1 %
     * @return the request with it
     */
    public OkxAlgoRequest priceRatio(BigDecimal ratio) {
        return set("pxVar", ratio);
    }

    /**
     * By how much a part is better or worse.
     *
     * @param spread the distance
     * @return the request with it
     */
    public OkxAlgoRequest priceSpread(BigDecimal spread) {
        return set("pxSpread", spread);
    }

    /**
     * The exits that come with a trigger's order.
     *
     * @param exits the exits
     * @return the request with them
     */
    public OkxAlgoRequest exits(List<OkxExit> exits) {
        return list("attachAlgoOrds", exits);
    }

    /**
     * What makes up a chase of a trigger's order, or the start of an iceberg, in the venue's own names.
     *
     * @param name {@code advChaseParams} or {@code triggerParams}
     * @param objects by name, each of texts
     * @return the request with it
     */
    public OkxAlgoRequest with(String name, List<Map<String, String>> objects) {
        return set(name, objects.stream().map(Map::copyOf).toList());
    }

    @Override
    public String toString() {
        return "OkxAlgoRequest[" + symbol + " " + values() + "]";
    }
}
