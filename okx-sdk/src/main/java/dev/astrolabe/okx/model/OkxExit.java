package dev.astrolabe.okx.model;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.TriggerBy;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stop-loss, a take-profit, both, or a trailing stop, to come with an order: {@code attachAlgoOrds}. It wakes when the order fills,
 * and goes with it where the order ends unfilled. (docs: OKX v5, "Place order" and "Amend order")
 *
 * @since 0.1
 */
public final class OkxExit extends OkxTerms<OkxExit> {

    private static final OkxExit NONE = new OkxExit(Map.of());

    private OkxExit(Map<String, Object> values) {
        super(values);
    }

    @Override
    OkxExit copy(Map<String, Object> changed) {
        return new OkxExit(changed);
    }

    /**
     * An exit that says nothing yet.
     *
     * @return the empty exit
     */
    public static OkxExit create() {
        return NONE;
    }

    /**
     * A change of an exit that is attached already.
     *
     * @param attachedId the venue's id of it, as {@link OkxAttachedAlgo#attachedId()} tells
     * @return the change, to be given new triggers
     */
    public static OkxExit change(String attachedId) {
        return NONE.with("attachAlgoId", attachedId);
    }

    /**
     * Names it, so that it is found as an algo order later.
     *
     * @param id 1 to 32 letters and digits
     * @return the exit with it
     */
    public OkxExit clientOrderId(String id) {
        return id("attachAlgoClOrdId", id);
    }

    /**
     * Takes the profit.
     *
     * @param trigger the price at which it fires
     * @param by which price that is
     * @param limit the limit of the order; null for the market
     * @return the exit with it
     * @throws NotSentException if a price is not above 0
     */
    public OkxExit takeProfit(BigDecimal trigger, TriggerBy by, @Nullable BigDecimal limit) {
        return positive("tpTriggerPx", trigger).set("tpTriggerPxType", word(by)).limitOrMarket("tpOrdPx", limit);
    }

    /**
     * Takes the profit with a limit order that rests in the book at once.
     *
     * @param limit its price
     * @return the exit with it
     * @throws NotSentException if the price is not above 0
     */
    public OkxExit takeProfitLimit(BigDecimal limit) {
        return set("tpOrdKind", "limit").positive("tpOrdPx", limit);
    }

    /**
     * Takes the profit at a distance from the entry.
     *
     * @param ratio the distance as a part of the entry price, 0.05 is 5 %
     * @param by which price fires it
     * @param limit the limit of the order; null for the market
     * @return the exit with it
     */
    public OkxExit takeProfitAtRatio(BigDecimal ratio, TriggerBy by, @Nullable BigDecimal limit) {
        return set("tpTriggerRatio", ratio).set("tpTriggerPxType", word(by)).limitOrMarket("tpOrdPx", limit);
    }

    /**
     * Stops the loss.
     *
     * @param trigger the price at which it fires
     * @param by which price that is
     * @param limit the limit of the order; null for the market
     * @return the exit with it
     * @throws NotSentException if a price is not above 0
     */
    public OkxExit stopLoss(BigDecimal trigger, TriggerBy by, @Nullable BigDecimal limit) {
        return positive("slTriggerPx", trigger).set("slTriggerPxType", word(by)).limitOrMarket("slOrdPx", limit);
    }

    /**
     * Stops the loss at a distance from the entry.
     *
     * @param ratio the distance as a part of the entry price, -0.05 is 5 % below
     * @param by which price fires it
     * @param limit the limit of the order; null for the market
     * @return the exit with it
     */
    public OkxExit stopLossAtRatio(BigDecimal ratio, TriggerBy by, @Nullable BigDecimal limit) {
        return set("slTriggerRatio", ratio).set("slTriggerPxType", word(by)).limitOrMarket("slOrdPx", limit);
    }

    /**
     * Moves the trigger of the profit of an attached exit, in a change.
     *
     * @param trigger the price; 0 takes the leg away
     * @param by which price that is
     * @param limit the limit of the order; null for the market
     * @return the change with it
     */
    public OkxExit newTakeProfit(BigDecimal trigger, TriggerBy by, @Nullable BigDecimal limit) {
        return set("newTpTriggerPx", trigger)
                .set("newTpTriggerPxType", word(by))
                .limitOrMarket("newTpOrdPx", limit);
    }

    /**
     * Moves the trigger of the stop of an attached exit, in a change.
     *
     * @param trigger the price; 0 takes the leg away
     * @param by which price that is
     * @param limit the limit of the order; null for the market
     * @return the change with it
     */
    public OkxExit newStopLoss(BigDecimal trigger, TriggerBy by, @Nullable BigDecimal limit) {
        return set("newSlTriggerPx", trigger)
                .set("newSlTriggerPxType", word(by))
                .limitOrMarket("newSlOrdPx", limit);
    }

    /**
     * Follows the price, and fires when it turns back.
     *
     * @param ratio by how much of the price, 0.01 is 1 %
     * @return the exit with it
     * @throws NotSentException if it is not above 0
     */
    public OkxExit trailing(BigDecimal ratio) {
        return positive("callbackRatio", ratio);
    }

    /**
     * Follows the price, and fires when it turns back.
     *
     * @param spread by how much
     * @return the exit with it
     * @throws NotSentException if it is not above 0
     */
    public OkxExit trailingBy(BigDecimal spread) {
        return positive("callbackSpread", spread);
    }

    /**
     * From which price on a trailing stop follows.
     *
     * @param price the price
     * @return the exit with it
     * @throws NotSentException if it is not above 0
     */
    public OkxExit activationPrice(BigDecimal price) {
        return positive("activePx", price);
    }

    /**
     * Takes one of several profits; all of them together have the size of the order.
     *
     * @param contracts how much
     * @return the exit with it
     * @throws NotSentException if it is not above 0
     */
    public OkxExit size(BigDecimal contracts) {
        return positive("sz", contracts);
    }

    /**
     * Moves the stop to the entry once the first profit is taken.
     *
     * @return the exit with it
     */
    public OkxExit moveStopToCost() {
        return set("amendPxOnTriggerType", "1");
    }

    boolean takesProfit() {
        return get("tpTriggerPx").isPresent()
                || get("tpTriggerRatio").isPresent()
                || get("tpOrdKind").isPresent();
    }

    boolean stopsLoss() {
        return get("slTriggerPx").isPresent() || get("slTriggerRatio").isPresent();
    }

    static String word(TriggerBy by) {
        if (by == TriggerBy.UNKNOWN) {
            throw NotSentException.invalid("trigger by UNKNOWN cannot be sent");
        }
        return by.name().toLowerCase(Locale.ROOT);
    }
}
