package dev.astrolabe.okx.model;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.OrderRef;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A change of a resting order. (docs: OKX v5, "Amend order")
 *
 * @since 0.1
 */
public final class OkxAmend extends OkxTerms<OkxAmend> {

    private final OrderRef ref;

    private OkxAmend(OrderRef ref, Map<String, Object> values) {
        super(values);
        this.ref = ref;
    }

    /**
     * A change that says nothing yet.
     *
     * @param ref the order
     * @return the change
     */
    public static OkxAmend of(OrderRef ref) {
        return new OkxAmend(ref, Map.of());
    }

    @Override
    OkxAmend copy(Map<String, Object> changed) {
        return new OkxAmend(ref, changed);
    }

    /**
     * The order.
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
    public OkxAmend requestId(String id) {
        return id("reqId", id);
    }

    /**
     * The new size.
     *
     * @param contracts the whole of it, with what was filled; of spot in the base coin
     * @return the change with it
     * @throws NotSentException if it is not above 0
     */
    public OkxAmend size(BigDecimal contracts) {
        return positive("newSz", contracts);
    }

    /**
     * The new limit price.
     *
     * @param price the price
     * @return the change with it
     * @throws NotSentException if it is not above 0
     */
    public OkxAmend price(BigDecimal price) {
        return positive("newPx", price);
    }

    /**
     * The new price of an option in USD.
     *
     * @param price the price
     * @return the change with it
     * @throws NotSentException if it is not above 0
     */
    public OkxAmend priceUsd(BigDecimal price) {
        return positive("newPxUsd", price);
    }

    /**
     * The new price of an option as implied volatility.
     *
     * @param volatility 1 is 100 %
     * @return the change with it
     * @throws NotSentException if it is not above 0
     */
    public OkxAmend priceVolatility(BigDecimal volatility) {
        return positive("newPxVol", volatility);
    }

    /**
     * Whether the order is cancelled where it cannot be changed.
     *
     * @param cancel true to cancel it
     * @return the change with it
     */
    public OkxAmend cancelOnFail(boolean cancel) {
        return set("cxlOnFail", cancel);
    }

    /**
     * Whether a price outside the band is moved into it, instead of being refused.
     *
     * @param clamp true to move it
     * @return the change with it
     */
    public OkxAmend clampPrice(boolean clamp) {
        return set("pxAmendType", clamp ? "1" : "0");
    }

    /**
     * Changes of the exits that come with the order.
     *
     * @param exits made with {@link OkxExit#change}
     * @return the change with them
     */
    public OkxAmend exits(List<OkxExit> exits) {
        return list("attachAlgoOrds", exits);
    }

    @Override
    public String toString() {
        return "OkxAmend[" + ref + " " + values() + "]";
    }
}
