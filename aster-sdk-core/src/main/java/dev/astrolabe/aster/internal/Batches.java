package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.OrderParameters.Place;
import dev.astrolabe.aster.internal.TradingPayloads.OrderRow;
import dev.astrolabe.aster.model.AsterOrderRequest;
import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.AmendRequest;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.Outcome;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.Params;
import java.util.List;
import java.util.function.BiFunction;

/** Several orders in one request, each read into what the caller wants. None is atomic: each order stands alone. */
final class Batches {

    private final AsterContext context;
    private final TradingEndpoints endpoints;
    private final AsterInstruments instruments;
    private final BatchCall call;
    private final Json json = new Json();

    Batches(AsterContext context, AsterInstruments instruments) {
        this.context = context;
        this.endpoints = context.endpoints().trading;
        this.instruments = instruments;
        this.call = new BatchCall(context, instruments);
    }

    <T> List<Outcome<T>> place(List<AsterOrderRequest> orders, BiFunction<OrderRow, Instrument, T> reading) {
        context.capabilities().require(Feature.BATCH_PLACE);
        requireSize("orders", orders.size(), context.capabilities().maxBatchPlace());
        List<PreparedOrder> prepared = orders.stream()
                .map(order -> PreparedOrder.of(endpoints.placeBatch, order, Place.BATCH, context, instruments))
                .toList();
        String elements =
                json.writeText(prepared.stream().map(PreparedOrder::parameters).toList());
        return call.send(
                endpoints.placeBatch,
                Params.create().add(AsterEndpoints.BATCH, elements),
                prepared.stream().map(PreparedOrder::ref).toList(),
                reading);
    }

    /** As many at a time as may be placed (docs: futures v3, "Modify Multiple Orders"). */
    <T> List<Outcome<T>> modify(List<AmendRequest> changes, BiFunction<OrderRow, Instrument, T> reading) {
        requireSize("changes", changes.size(), context.capabilities().maxBatchPlace());
        List<PreparedChange> prepared = changes.stream()
                .map(change -> PreparedChange.of(endpoints.modifyBatch, change, instruments))
                .toList();
        String elements = json.writeText(
                Params.array(prepared.stream().map(PreparedChange::params).toList()));
        return call.send(
                endpoints.modifyBatch,
                Params.create().add(AsterEndpoints.BATCH, elements),
                prepared.stream().map(PreparedChange::ref).toList(),
                reading);
    }

    <T> List<Outcome<T>> cancel(List<OrderRef> refs, BiFunction<OrderRow, Instrument, T> reading) {
        context.capabilities().require(Feature.BATCH_CANCEL);
        return call.send(endpoints.cancelBatch, cancels(endpoints.cancelBatch, refs), refs, reading);
    }

    /** The request has one nonce, so all orders must have left in one request too. */
    <T> List<Outcome<T>> guardedCancel(List<OrderRef> refs, BiFunction<OrderRow, Instrument, T> reading) {
        Params params = cancels(endpoints.guardedCancelBatch, refs);
        List<Long> nonces = refs.stream()
                .map(ref -> context.nonces().require(ref))
                .distinct()
                .toList();
        if (nonces.size() != 1) {
            throw NotSentException.invalid(
                    "a guarded batch of cancels is of orders that were placed in one batch, not of " + nonces.size()
                            + " requests");
        }
        return call.send(endpoints.guardedCancelBatch, params.add(AsterEndpoints.NONCE, nonces.get(0)), refs, reading);
    }

    private Params cancels(Endpoint<?> endpoint, List<OrderRef> refs) {
        requireSize("cancels", refs.size(), context.capabilities().maxBatchCancel());
        Symbol symbol = refs.get(0).symbol();
        if (refs.stream().anyMatch(ref -> !ref.symbol().equals(symbol))) {
            throw NotSentException.invalid("a batch of cancels is of one symbol, not of "
                    + refs.stream().map(OrderRef::symbol).distinct().toList());
        }
        return RefParameters.of(refs, instruments.forCall(endpoint, symbol), json);
    }

    private static void requireSize(String what, int size, int largest) {
        if (size < 1 || size > largest) {
            throw NotSentException.invalid("a batch of " + size + " " + what + " is not from 1 to " + largest);
        }
    }
}
