package dev.astrolabe.okx.model;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.TriggerBy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change of a waiting {@code conditional}, {@code oco} or {@code trigger} order. (docs: OKX v5, "Amend algo order")
 *
 * @since 0.1
 */
public final class OkxAlgoAmend extends OkxTerms<OkxAlgoAmend> {

    private final OrderRef ref;

    private OkxAlgoAmend(OrderRef ref, Map<String, Object> values) {
        super(values);
        this.ref = ref;
    }

    /**
     * A change that says nothing yet.
     *
     * @param ref the algo order, by its algo ids
     * @return the change
     */
    public static OkxAlgoAmend of(OrderRef ref) {
        return new OkxAlgoAmend(ref.withConditional(true), Map.of());
    }

    @Override
    OkxAlgoAmend copy(Map<String, Object> changed) {
        return new OkxAlgoAmend(ref, changed);
    }

    /**
     * The algo order.
     *
     * @return its reference
     */
    public OrderRef ref() {
        return ref;
    }

    /**
     * Names the change, so that pushes can be told apart.
     *
     * @param id 1 to 32 letters and digits
     * @return the change with it
     * @throws NotSentException if it is not
     */
    public OkxAlgoAmend requestId(String id) {
        return id("reqId", id);
    }

    /**
     * The new size.
     *
     * @param contracts the size; of spot in coins
     * @return the change with it
     * @throws NotSentException if it is not above 0
     */
    public OkxAlgoAmend size(BigDecimal contracts) {
        return positive("newSz", contracts);
    }

    /**
     * Whether the order is cancelled where it cannot be changed.
     *
     * @param cancel true to cancel it
     * @return the change with it
     */
    public OkxAlgoAmend cancelOnFail(boolean cancel) {
        return set("cxlOnFail", cancel);
    }

    /**
     * The new profit leg.
     *
     * @param trigger the price at which it fires; 0 takes the leg away
     * @param by which price that is
     * @param limit the limit of the order; null for the market
     * @return the change with it
     */
    public OkxAlgoAmend takeProfit(BigDecimal trigger, TriggerBy by, @Nullable BigDecimal limit) {
        return set("newTpTriggerPx", trigger)
                .set("newTpTriggerPxType", OkxExit.word(by))
                .limitOrMarket("newTpOrdPx", limit);
    }

    /**
     * The new stop leg.
     *
     * @param trigger the price at which it fires; 0 takes the leg away
     * @param by which price that is
     * @param limit the limit of the order; null for the market
     * @return the change with it
     */
    public OkxAlgoAmend stopLoss(BigDecimal trigger, TriggerBy by, @Nullable BigDecimal limit) {
        return set("newSlTriggerPx", trigger)
                .set("newSlTriggerPxType", OkxExit.word(by))
                .limitOrMarket("newSlOrdPx", limit);
    }

    /**
     * The new price of a {@code trigger} order.
     *
     * @param price the price at which it fires
     * @param by which price that is
     * @param limit the limit of the order; null for the market
     * @return the change with it
     * @throws NotSentException if a price is not above 0
     */
    public OkxAlgoAmend trigger(BigDecimal price, TriggerBy by, @Nullable BigDecimal limit) {
        return positive("newTriggerPx", price)
                .set("newTriggerPxType", OkxExit.word(by))
                .limitOrMarket("newOrdPx", limit);
    }

    /**
     * Changes of the exits that come with a {@code trigger} order.
     *
     * @param exits made with {@link OkxExit#change}
     * @return the change with them
     */
    public OkxAlgoAmend exits(List<OkxExit> exits) {
        return list("attachAlgoOrds", exits);
    }

    @Override
    public String toString() {
        return "OkxAlgoAmend[" + ref + " " + values() + "]";
    }
}
