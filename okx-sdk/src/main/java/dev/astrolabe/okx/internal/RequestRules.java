package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.SelfTradePrevention;
import dev.astrolabe.exchange.model.TimeInForce;
import dev.astrolabe.okx.model.OkxAlgoRequest;
import dev.astrolabe.okx.model.OkxOrderRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What parameters of one request need of each other (docs: OKX v5, "Place order" and "Place algo order"). */
final class RequestRules {

    private RequestRules() {}

    /** Fill-or-kill does not go with a rule that ends both orders (codes 50016 and 54036). */
    static void check(OkxOrderRequest request) {
        OrderRequest order = request.order();
        boolean fillOrKill = request.get("ordType")
                .map("fok"::equals)
                .orElseGet(() ->
                        order.timeInForce().filter(TimeInForce.FOK::equals).isPresent());
        if (fillOrKill
                && order.selfTradePrevention()
                        .filter(SelfTradePrevention.EXPIRE_BOTH::equals)
                        .isPresent()) {
            throw NotSentException.invalid("self-trade prevention EXPIRE_BOTH of an order of " + order.symbol()
                    + " does not go with FOK; nearest is EXPIRE_TAKER");
        }
    }

    /** Profits that are split sum up to the order. */
    static void checkSplit(OkxOrderRequest request, BigDecimal contracts) {
        List<Map<?, ?>> profits = profits(request);
        if (profits.size() < 2) {
            return;
        }
        String order = "order of " + request.order().symbol();
        BigDecimal sum = BigDecimal.ZERO;
        for (Map<?, ?> profit : profits) {
            Object size = profit.get("sz");
            if (size == null) {
                throw NotSentException.invalid("one of " + profits.size() + " profits of an " + order
                        + " has no size; each takes a part of " + contracts.toPlainString());
            }
            sum = sum.add(new BigDecimal(size.toString()));
        }
        if (sum.compareTo(contracts) != 0) {
            throw NotSentException.invalid("the profits of an " + order + " sum up to " + sum.toPlainString()
                    + " and not to its size " + contracts.toPlainString());
        }
    }

    private static List<Map<?, ?>> profits(OkxOrderRequest request) {
        if (!(request.values().get("attachAlgoOrds") instanceof List<?> exits)) {
            return List.of();
        }
        return exits.stream()
                .<Map<?, ?>>map(each -> (Map<?, ?>) each)
                .filter(each -> each.containsKey("tpTriggerPx")
                        || each.containsKey("tpTriggerRatio")
                        || each.containsKey("tpOrdKind"))
                .toList();
    }

    /** Legs and sizes that a type needs, and what closing the position goes with. */
    static void check(OkxAlgoRequest request) {
        String type = request.get("ordType").orElseThrow();
        boolean stop = request.get("slTriggerPx").isPresent();
        boolean profit = request.get("tpTriggerPx").isPresent();
        boolean whole = request.get("closeFraction").isPresent();
        require(request, request.get("sz").isPresent() != whole, "needs a size, or closes the position, and not both");
        require(request, !type.equals("oco") || (stop && profit), "needs a stop-loss and a take-profit");
        require(request, !type.equals("conditional") || stop || profit, "needs a stop-loss or a take-profit");
        require(
                request,
                !whole || type.equals("conditional") || type.equals("oco"),
                "cannot close the position; conditional and oco can");
        require(
                request,
                !whole || (isMarket(request, "slOrdPx") && isMarket(request, "tpOrdPx")),
                "closes the position at the market, and not with a limit");
        require(
                request,
                !isYes(request, "cxlOnClosePos") || isYes(request, "reduceOnly"),
                "goes with the position where it only reduces");
    }

    private static boolean isMarket(OkxAlgoRequest request, String name) {
        return request.get(name).map("-1"::equals).orElse(true);
    }

    private static boolean isYes(OkxAlgoRequest request, String name) {
        return request.get(name).filter("true"::equals).isPresent();
    }

    private static void require(OkxAlgoRequest request, boolean holds, String message) {
        if (!holds) {
            throw NotSentException.invalid(
                    request.get("ordType").orElse("") + " order of " + request.symbol() + " " + message);
        }
    }
}
