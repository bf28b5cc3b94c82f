package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.TradingPayloads.Acknowledgement;
import dev.astrolabe.aster.internal.TradingPayloads.Countdown;
import dev.astrolabe.aster.internal.TradingPayloads.OrderRow;
import dev.astrolabe.aster.internal.TradingPayloads.UserTrade;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Priority;
import dev.astrolabe.exchange.transport.ResponseParser;
import java.util.List;

/** Orders of one path family (docs: futures, "Account/Trades Endpoints"). */
final class TradingEndpoints {

    final Endpoint<OrderRow> place;
    final Endpoint<OrderRow> close;
    final Endpoint<Boolean> test;
    final Endpoint<OrderRow> modify;
    final Endpoint<OrderRow> cancel;
    final Endpoint<OrderRow> guardedCancel;
    final Endpoint<Acknowledgement> cancelAll;
    final Endpoint<List<Payload.BatchItem>> placeBatch;
    final Endpoint<List<Payload.BatchItem>> modifyBatch;
    final Endpoint<List<Payload.BatchItem>> cancelBatch;
    final Endpoint<List<Payload.BatchItem>> guardedCancelBatch;
    final Endpoint<Countdown> countdown;
    final Endpoint<Acknowledgement> noop;
    final Endpoint<OrderRow> order;
    final Endpoint<OrderRow> openOrder;
    final Endpoint<List<OrderRow>> openOrders;
    final Endpoint<List<OrderRow>> allOrders;
    final Endpoint<List<UserTrade>> userTrades;

    TradingEndpoints(PathFamily family) {
        place = AsterEndpoints.signed(Endpoint.post(family.of("order"), Payload.of(OrderRow.class)))
                .limit(AsterEndpoints.ORDERS, 1);
        close = place.priority(Priority.URGENT);
        // The fields of the answer mean nothing: that there is one says that the order would be taken.
        test = AsterEndpoints.signed(Endpoint.post(family.of("order/test"), ResponseParser.tree(node -> true)))
                .mutation(false);
        modify = AsterEndpoints.signed(Endpoint.put(PathFamily.onlyInV3("order"), Payload.of(OrderRow.class)))
                .limit(AsterEndpoints.ORDERS, 1);
        cancel = AsterEndpoints.signed(Endpoint.delete(family.of("order"), Payload.of(OrderRow.class)))
                .priority(Priority.URGENT);
        guardedCancel = AsterEndpoints.signed(
                        Endpoint.delete(PathFamily.onlyInV3("guardedCancelOrder"), Payload.of(OrderRow.class)))
                .priority(Priority.URGENT);
        cancelAll = AsterEndpoints.signed(
                        Endpoint.delete(family.of("allOpenOrders"), Payload.of(Acknowledgement.class)))
                .priority(Priority.URGENT);
        placeBatch = AsterEndpoints.signed(Endpoint.post(family.of("batchOrders"), Payload.batch()))
                .weight(5)
                .limit(AsterEndpoints.ordersIn(AsterEndpoints.BATCH));
        modifyBatch = AsterEndpoints.signed(Endpoint.put(PathFamily.onlyInV3("batchOrders"), Payload.batch()))
                .weight(5)
                .limit(AsterEndpoints.ordersIn(AsterEndpoints.BATCH));
        cancelBatch = AsterEndpoints.signed(Endpoint.delete(family.of("batchOrders"), Payload.batch()))
                .priority(Priority.URGENT);
        guardedCancelBatch = AsterEndpoints.signed(
                        Endpoint.delete(PathFamily.onlyInV3("guardedBatchOrders"), Payload.batch()))
                .priority(Priority.URGENT);
        countdown = AsterEndpoints.signed(Endpoint.post(family.of("countdownCancelAll"), Payload.of(Countdown.class)))
                .weight(10)
                .priority(Priority.URGENT);
        // Uses up the nonce of an order that still queues, which then fails (docs: futures v3, "Noop").
        noop = AsterEndpoints.signed(Endpoint.post(PathFamily.onlyInV3("noop"), Payload.of(Acknowledgement.class)))
                .priority(Priority.URGENT);
        order = AsterEndpoints.signed(Endpoint.get(family.of("order"), Payload.of(OrderRow.class)));
        openOrder = AsterEndpoints.signed(Endpoint.get(family.of("openOrder"), Payload.of(OrderRow.class)));
        openOrders = AsterEndpoints.signed(Endpoint.get(family.of("openOrders"), Payload.listOf(OrderRow.class)))
                .weight(AsterEndpoints.bySymbol(1, AsterEndpoints.ALL_SYMBOLS));
        allOrders = AsterEndpoints.signed(Endpoint.get(family.of("allOrders"), Payload.listOf(OrderRow.class)))
                .weight(5);
        userTrades = AsterEndpoints.signed(Endpoint.get(family.of("userTrades"), Payload.listOf(UserTrade.class)))
                .weight(5);
    }
}
