package dev.astrolabe.aster.internal;

import static dev.astrolabe.aster.internal.PayloadClaim.acknowledged;
import static dev.astrolabe.aster.internal.PayloadClaim.answer;
import static dev.astrolabe.aster.internal.PayloadClaim.rows;

import dev.astrolabe.aster.internal.Payload.BatchItem;
import dev.astrolabe.aster.internal.TradingPayloads.OrderRow;
import dev.astrolabe.aster.model.AsterOrder;
import dev.astrolabe.exchange.model.Instrument;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Example payloads of orders, strategies and market maker protection, up to what a native caller gets. */
final class TradingClaims {

    private static final Instrument BTC = Listings.btc();
    private static final String REPEATED = "the same as executedQty";
    private static final String MEANINGLESS = "the venue fills it for a trailing stop, where it means nothing";
    private static final String NO_SLOT = "BOTH is no slot, and neither is a word that is not known";
    private static final String NO_TRIGGER = "belongs to orders that wait for a trigger";

    private static final String STRATEGIES = "strategies are not described yet";
    private static final String PROTECTION = "market maker protection is not described yet";

    static final Map<String, String> PENDING = Map.of(
            "v3/post_chase.json", STRATEGIES,
            "v3/post_placeStrategyOrder.json", STRATEGIES,
            "v3/post_updateStrategyOrder.json", STRATEGIES,
            "v3/get_strategyOpenOrder.json", STRATEGIES,
            "v3/get_strategyHistoryOrder.json", STRATEGIES,
            "v3/post_mmp.json", PROTECTION,
            "v3/get_mmp.json", PROTECTION,
            "v3/delete_mmp.json", PROTECTION,
            "v3/post_mmpReset.json", PROTECTION);

    private TradingClaims() {}

    static List<PayloadClaim> all() {
        return Stream.of(orders(), batches(), reads()).flatMap(List::stream).toList();
    }

    private static AsterOrder order(OrderRow row) {
        return OrderMapper.asterOrder(row, BTC);
    }

    private static Object item(BatchItem item) {
        OrderRow row = item.order();
        return row == null ? Objects.requireNonNull(item.error()) : order(row);
    }

    private static List<PayloadClaim> orders() {
        return List.of(
                answer("post_order", endpoints -> endpoints.trading.place, TradingClaims::order)
                        .ignoring(REPEATED, "cumQty")
                        .ignoring(MEANINGLESS, "stopPrice")
                        .closed("side"),
                answer("put_order", endpoints -> endpoints.trading.modify, TradingClaims::order)
                        .ignoring(REPEATED, "cumQty")
                        .ignoring(NO_TRIGGER, "workingType")
                        .ignoring(NO_SLOT, "positionSide")
                        .closed("side"),
                answer("delete_order", endpoints -> endpoints.trading.cancel, TradingClaims::order)
                        .ignoring(REPEATED, "cumQty")
                        .ignoring(MEANINGLESS, "stopPrice")
                        .closed("side"),
                acknowledged("delete_allOpenOrders", endpoints -> endpoints.trading.cancelAll),
                acknowledged("post_noop", endpoints -> endpoints.trading.noop),
                answer(
                                "post_countdownCancelAll",
                                endpoints -> endpoints.trading.countdown,
                                TradingPayloads.Countdown::countdownTime)
                        .ignoring("repeats what was asked for", "symbol"));
    }

    private static List<PayloadClaim> batches() {
        return List.of(
                rows("post_batchOrders", endpoints -> endpoints.trading.placeBatch, TradingClaims::item)
                        .ignoring(REPEATED, "[].cumQty")
                        .ignoring(MEANINGLESS, "[].stopPrice")
                        .closed("[].side"),
                rows("later/put_batchOrders.json", endpoints -> endpoints.trading.modifyBatch, TradingClaims::item)
                        .ignoring(REPEATED, "[].cumQty")
                        .ignoring(NO_TRIGGER, "[].workingType")
                        .ignoring(NO_SLOT, "[].positionSide")
                        .closed("[].side"),
                rows("delete_batchOrders", endpoints -> endpoints.trading.cancelBatch, TradingClaims::item)
                        .ignoring(REPEATED, "[].cumQty")
                        .ignoring(MEANINGLESS, "[].stopPrice")
                        .closed("[].side"));
    }

    private static List<PayloadClaim> reads() {
        return List.of(
                answer("get_order", endpoints -> endpoints.trading.order, TradingClaims::order)
                        .ignoring(MEANINGLESS, "stopPrice")
                        .closed("side"),
                answer("get_openOrder", endpoints -> endpoints.trading.openOrder, TradingClaims::order)
                        .ignoring(MEANINGLESS, "stopPrice")
                        .closed("side"),
                rows("get_openOrders", endpoints -> endpoints.trading.openOrders, TradingClaims::order)
                        .ignoring(MEANINGLESS, "[].stopPrice")
                        .closed("[].side"),
                rows("get_allOrders", endpoints -> endpoints.trading.allOrders, TradingClaims::order)
                        .ignoring(MEANINGLESS, "[].stopPrice")
                        .closed("[].side"));
    }
}
