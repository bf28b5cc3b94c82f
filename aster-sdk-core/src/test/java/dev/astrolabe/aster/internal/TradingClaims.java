package dev.astrolabe.aster.internal;

import static dev.astrolabe.aster.internal.PayloadClaim.acknowledged;
import static dev.astrolabe.aster.internal.PayloadClaim.answer;

import java.util.List;
import java.util.Map;

/** Example payloads of orders, strategies and market maker protection. */
final class TradingClaims {

    private static final String STRATEGIES = "strategies are not described yet";
    private static final String PROTECTION = "market maker protection is not described yet";
    private static final String ORDERS = "not described yet";

    static final Map<String, String> PENDING = Map.ofEntries(
            Map.entry("v3/post_chase.json", STRATEGIES),
            Map.entry("v3/post_placeStrategyOrder.json", STRATEGIES),
            Map.entry("v3/post_updateStrategyOrder.json", STRATEGIES),
            Map.entry("v3/get_strategyOpenOrder.json", STRATEGIES),
            Map.entry("v3/get_strategyHistoryOrder.json", STRATEGIES),
            Map.entry("v3/post_mmp.json", PROTECTION),
            Map.entry("v3/get_mmp.json", PROTECTION),
            Map.entry("v3/delete_mmp.json", PROTECTION),
            Map.entry("v3/post_mmpReset.json", PROTECTION),
            Map.entry("v3/put_order.json", ORDERS),
            Map.entry("v3/post_noop.json", ORDERS),
            Map.entry("v1/get_openOrder.json", ORDERS),
            Map.entry("v3/get_openOrder.json", ORDERS),
            Map.entry("later/put_batchOrders.json", ORDERS));

    private TradingClaims() {}

    static List<PayloadClaim> all() {
        return List.of(
                answer("post_order", endpoints -> endpoints.trading.place)
                        .ignoring("not described yet", "cumQty", "cumQuote", "priceProtect"),
                answer("delete_order", endpoints -> endpoints.trading.cancel)
                        .ignoring("not described yet", "cumQty", "cumQuote", "priceProtect"),
                acknowledged("delete_allOpenOrders", endpoints -> endpoints.trading.cancelAll),
                answer("post_batchOrders", endpoints -> endpoints.trading.placeBatch)
                        .ignoring("not described yet", "[].cumQty", "[].cumQuote", "[].priceProtect"),
                answer("delete_batchOrders", endpoints -> endpoints.trading.cancelBatch)
                        .ignoring("not described yet", "[].cumQty", "[].cumQuote", "[].priceProtect"),
                answer("post_countdownCancelAll", endpoints -> endpoints.trading.countdown),
                answer("get_order", endpoints -> endpoints.trading.order)
                        .ignoring("not described yet", "cumQuote", "priceProtect"),
                answer("get_openOrders", endpoints -> endpoints.trading.openOrders)
                        .ignoring("not described yet", "[].cumQuote", "[].priceProtect"),
                answer("get_allOrders", endpoints -> endpoints.trading.allOrders)
                        .ignoring("not described yet", "[].cumQuote", "[].priceProtect"));
    }
}
