package dev.astrolabe.okx.model;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.OrderRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A market or limit order with what only OKX takes; what is set here wins over what follows from the neutral order. Orders that wait
 * for a trigger are {@link OkxAlgoRequest}s. (docs: OKX v5, "Place order")
 *
 * @since 0.1
 */
public final class OkxOrderRequest extends OkxTerms<OkxOrderRequest> {

    private static final int MAX_PROFITS = 10;

    private final OrderRequest order;

    private OkxOrderRequest(OrderRequest order, Map<String, Object> values) {
        super(values);
        this.order = order;
    }

    /**
     * An order as every exchange takes it.
     *
     * @param order a market or limit order in neutral terms
     * @return the request
     * @throws NotSentException if the order waits for a trigger
     */
    public static OkxOrderRequest of(OrderRequest order) {
        if (order.type().isConditional()) {
            throw NotSentException.invalid(
                    order.type() + " order of " + order.symbol() + " is an algo order of OKX, and no order");
        }
        return new OkxOrderRequest(order, Map.of());
    }

    @Override
    OkxOrderRequest copy(Map<String, Object> changed) {
        return new OkxOrderRequest(order, changed);
    }

    /**
     * The same with another order in neutral terms.
     *
     * @param other the order
     * @return the request
     * @throws NotSentException if the order waits for a trigger
     */
    public OkxOrderRequest order(OrderRequest other) {
        return new OkxOrderRequest(of(other).order, values());
    }

    /**
     * The order in neutral terms.
     *
     * @return the order
     */
    public OrderRequest order() {
        return order;
    }

    /**
     * How margin is taken, instead of what the account and the order say.
     *
     * @param mode {@code cross}, {@code isolated}, {@code cash} or {@code spot_isolated}
     * @return the request with it
     */
    public OkxOrderRequest tradeMode(String mode) {
        return with("tdMode", mode);
    }

    /**
     * The type, where the neutral one does not say it.
     *
     * @param type such as {@code optimal_limit_ioc}, {@code mmp} or {@code mmp_and_post_only}
     * @return the request with it
     */
    public OkxOrderRequest orderType(String type) {
        return with("ordType", type);
    }

    /**
     * The margin currency of margin trading.
     *
     * @param currency such as {@code USDT}
     * @return the request with it
     */
    public OkxOrderRequest marginCurrency(String currency) {
        return with("ccy", currency);
    }

    /**
     * Marks the order.
     *
     * @param tag 1 to 16 letters and digits
     * @return the request with it
     * @throws NotSentException if it is not
     */
    public OkxOrderRequest tag(String tag) {
        return tagged(tag);
    }

    /**
     * What the quantity of a spot market order counts. It counts the base coin unless set, as everywhere in the neutral order; in
     * quote it is not checked against the lot size.
     *
     * @param target {@code base_ccy} or {@code quote_ccy}
     * @return the request with it
     */
    public OkxOrderRequest targetCurrency(String target) {
        return with("tgtCcy", target);
    }

    /**
     * Which currency is really paid on a spot pair that shares several.
     *
     * @param currency such as {@code USDC}
     * @return the request with it
     */
    public OkxOrderRequest tradeQuoteCurrency(String currency) {
        return with("tradeQuoteCcy", currency);
    }

    /**
     * Whether a spot market order is refused where the balance does not reach, instead of being made smaller.
     *
     * @param refuse true to refuse it
     * @return the request with it
     */
    public OkxOrderRequest banAmend(boolean refuse) {
        return set("banAmend", refuse);
    }

    /**
     * By how much the price of a spot market order may slip.
     *
     * @param part 0.01 is 1 %
     * @return the request with it
     * @throws NotSentException if it is not above 0
     */
    public OkxOrderRequest slippage(BigDecimal part) {
        return positive("slippagePct", part);
    }

    /**
     * Whether a price outside the band is moved into it, instead of being refused.
     *
     * @param clamp true to move it
     * @return the request with it
     */
    public OkxOrderRequest clampPrice(boolean clamp) {
        return set("pxAmendType", clamp ? "1" : "0");
    }

    /**
     * The price of an option in USD, instead of in coins.
     *
     * @param price the price
     * @return the request with it
     * @throws NotSentException if it is not above 0
     */
    public OkxOrderRequest priceUsd(BigDecimal price) {
        return positive("pxUsd", price);
    }

    /**
     * The price of an option as implied volatility.
     *
     * @param volatility 1 is 100 %
     * @return the request with it
     * @throws NotSentException if it is not above 0
     */
    public OkxOrderRequest priceVolatility(BigDecimal volatility) {
        return positive("pxVol", volatility);
    }

    /**
     * The exits that come with it, instead of those of the neutral order. Several may each take a part of the profit: then at most one
     * stops the loss, and their sizes sum up to that of the order, which is in contracts.
     *
     * @param exits at least one
     * @return the request with them
     * @throws NotSentException if there are none or too many, or more than one stops the loss of a split
     */
    public OkxOrderRequest exits(List<OkxExit> exits) {
        if (exits.isEmpty()) {
            throw NotSentException.invalid("there is no exit to attach to the order of " + order.symbol());
        }
        long profits = exits.stream().filter(OkxExit::takesProfit).count();
        long stops = exits.stream().filter(OkxExit::stopsLoss).count();
        if (profits > MAX_PROFITS) {
            throw NotSentException.invalid(
                    profits + " profits of an order of " + order.symbol() + " are above the maximum " + MAX_PROFITS);
        }
        if (profits > 1 && stops > 1) {
            throw NotSentException.invalid(stops + " stops of an order of " + order.symbol()
                    + " whose profit is split; at most 1 goes with it");
        }
        return list("attachAlgoOrds", exits);
    }

    @Override
    public String toString() {
        return "OkxOrderRequest[" + order + " " + values() + "]";
    }
}
