package dev.astrolabe.aster.internal;

import static dev.astrolabe.aster.internal.PayloadClaim.acknowledged;
import static dev.astrolabe.aster.internal.PayloadClaim.answer;
import static dev.astrolabe.aster.internal.PayloadClaim.rows;

import dev.astrolabe.aster.internal.Payload.BatchItem;
import dev.astrolabe.aster.internal.TradingPayloads.OrderRow;
import dev.astrolabe.aster.model.AsterOrder;
import dev.astrolabe.exchange.model.Instrument;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Example payloads of orders, strategies and market maker protection, up to what a native caller gets. */
final class TradingClaims {

    private static final Instrument BTC = Listings.btc();
    private static final String REPEATED = "the same as executedQty";
    private static final String MEANINGLESS = "the venue fills it for a trailing stop, where it means nothing";
    private static final String NO_SLOT = "BOTH is no slot, and neither is a word that is not known";
    private static final String NO_TRIGGER = "belongs to orders that wait for a trigger";
    private static final String NO_LINK = "belongs to a link, of which the example has none";

    private TradingClaims() {}

    static List<PayloadClaim> all() {
        return Stream.of(orders(), batches(), reads(), strategies(), protections())
                .flatMap(List::stream)
                .toList();
    }

    private static AsterOrder order(OrderRow row) {
        return OrderMapper.asterOrder(row, BTC);
    }

    private static Object item(BatchItem item) {
        OrderRow row = item.order();
        return row == null ? Objects.requireNonNull(item.error()) : order(row);
    }

    private static Instrument instrument(String venueSymbol) {
        return venueSymbol.equals("BTCUSDT") ? BTC : Listings.pepe();
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

    private static List<PayloadClaim> strategies() {
        return List.of(
                answer("post_chase", endpoints -> endpoints.strategies.chase, row -> StrategyMapper.chase(row, BTC))
                        .ignoring("repeats what was asked for", "symbol")
                        .ignoring(NO_SLOT, "positionSide")
                        .closed("side"),
                answer(
                        "post_placeStrategyOrder",
                        endpoints -> endpoints.strategies.place,
                        StrategyMapper::acknowledgement),
                rows("post_updateStrategyOrder", endpoints -> endpoints.strategies.update, StrategyMapper::update),
                strategy(answer(
                        "get_strategyOpenOrder",
                        endpoints -> endpoints.strategies.open,
                        row -> StrategyMapper.strategy(row, TradingClaims::instrument))),
                strategy(rows(
                        "get_strategyHistoryOrder",
                        endpoints -> endpoints.strategies.history,
                        row -> StrategyMapper.strategy(row, TradingClaims::instrument))));
    }

    private static PayloadClaim strategy(PayloadClaim claim) {
        return claim.ignoring(
                        NO_LINK,
                        "subOrders[].firstDrivenOn",
                        "subOrders[].firstTrigger",
                        "subOrders[].secondDrivenOn",
                        "subOrders[].secondTrigger")
                .ignoring(NO_TRIGGER, "subOrders[].workingType")
                .closed("subOrders[].side");
    }

    /** Where the whole answer is {@code true}, anything else is unreadable. */
    private static List<PayloadClaim> protections() {
        return List.of(
                rows(
                        "get_mmp",
                        endpoints -> endpoints.strategies.protections,
                        row -> NativeProtection.protection(row, instrument(row.symbol()))),
                answer("post_mmp", endpoints -> endpoints.strategies.protect).closed(""),
                answer("delete_mmp", endpoints -> endpoints.strategies.unprotect)
                        .closed(""),
                answer("post_mmpReset", endpoints -> endpoints.strategies.resume)
                        .closed(""));
    }
}
