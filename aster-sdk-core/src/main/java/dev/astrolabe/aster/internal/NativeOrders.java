package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.AsterOrders;
import dev.astrolabe.aster.internal.OrderParameters.Place;
import dev.astrolabe.aster.internal.TradingPayloads.Acknowledgement;
import dev.astrolabe.aster.internal.TradingPayloads.OrderRow;
import dev.astrolabe.aster.model.AsterOrder;
import dev.astrolabe.aster.model.AsterOrderRequest;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.AmendRequest;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.Outcome;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Params;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Orders in the venue's own calls. */
final class NativeOrders implements AsterOrders {

    // The venue wants less than seven days.
    private static final OnePage ALL_ORDERS =
            new OnePage(1000, Duration.ofDays(7).minusMillis(1));

    private final AsterContext context;
    private final TradingEndpoints endpoints;
    private final AsterInstruments instruments;
    private final Batches batches;
    private final OrderLookup lookup;

    NativeOrders(AsterContext context, AsterInstruments instruments) {
        this.context = context;
        this.endpoints = context.endpoints().trading;
        this.instruments = instruments;
        this.batches = new Batches(context, instruments);
        this.lookup = new OrderLookup(context, instruments);
    }

    @Override
    public AsterOrder place(AsterOrderRequest order) {
        PreparedOrder prepared = PreparedOrder.of(endpoints.place, order, Place.ALONE, context, instruments);
        return change(endpoints.place, prepared.params(), prepared.ref(), prepared.instrument());
    }

    private AsterOrder change(Endpoint<OrderRow> endpoint, Params params, OrderRef ref, Instrument instrument) {
        return context.change(endpoint, params, ref, row -> OrderMapper.asterOrder(row, instrument));
    }

    @Override
    public void test(AsterOrderRequest order) {
        PreparedOrder prepared = PreparedOrder.of(endpoints.test, order, Place.ALONE, context, instruments);
        context.call(endpoints.test, prepared.params());
    }

    @Override
    public AsterOrder modify(AmendRequest change) {
        PreparedChange prepared = PreparedChange.of(endpoints.modify, change, instruments);
        return change(endpoints.modify, prepared.params(), prepared.ref(), prepared.instrument());
    }

    @Override
    public AsterOrder cancel(OrderRef ref) {
        Instrument instrument = instruments.forCall(endpoints.cancel, ref.symbol());
        return change(endpoints.cancel, RefParameters.of(ref, instrument), ref, instrument);
    }

    @Override
    public AsterOrder guardedCancel(OrderRef ref) {
        Instrument instrument = instruments.forCall(endpoints.guardedCancel, ref.symbol());
        Params params = RefParameters.of(ref, instrument)
                .add(AsterEndpoints.NONCE, context.nonces().require(ref));
        return change(endpoints.guardedCancel, params, ref, instrument);
    }

    @Override
    public void cancelAll(Symbol symbol) {
        context.call(endpoints.cancelAll, SymbolReads.symbol(instruments.forCall(endpoints.cancelAll, symbol)));
    }

    @Override
    public List<Outcome<AsterOrder>> placeBatch(List<AsterOrderRequest> orders) {
        return batches.place(orders, OrderMapper::asterOrder);
    }

    @Override
    public List<Outcome<AsterOrder>> modifyBatch(List<AmendRequest> changes) {
        return batches.modify(changes, OrderMapper::asterOrder);
    }

    @Override
    public List<Outcome<AsterOrder>> cancelBatch(List<OrderRef> refs) {
        return batches.cancel(refs, OrderMapper::asterOrder);
    }

    @Override
    public List<Outcome<AsterOrder>> guardedCancelBatch(List<OrderRef> refs) {
        return batches.guardedCancel(refs, OrderMapper::asterOrder);
    }

    @Override
    public Duration countdownCancelAll(Symbol symbol, Duration countdown) {
        if (countdown.isNegative()) {
            throw NotSentException.invalid("countdown " + countdown + " of " + symbol + " is below zero");
        }
        if (!countdown.isZero() && countdown.toMillis() == 0) {
            throw NotSentException.invalid("countdown " + countdown + " of " + symbol
                    + " is below 1 ms, and would be sent as the zero that stops it; nearest is 1 ms");
        }
        Params params = SymbolReads.symbol(instruments.forCall(endpoints.countdown, symbol))
                .add("countdownTime", countdown.toMillis());
        return Duration.ofMillis(context.call(endpoints.countdown, params).countdownTime());
    }

    @Override
    public void noop(long nonce) {
        Acknowledgement answer = context.call(endpoints.noop, Params.create().add(AsterEndpoints.NONCE, nonce));
        if (answer.isDone()) {
            context.nonces().dropped(nonce);
        }
    }

    @Override
    public void noop(String clientId) {
        context.requireCredentials(endpoints.noop);
        noop(context.nonces().require(clientId));
    }

    @Override
    public Optional<AsterOrder> order(OrderRef ref) {
        return lookup.find(endpoints.order, ref, OrderMapper::asterOrder);
    }

    @Override
    public Optional<AsterOrder> openOrder(OrderRef ref) {
        return lookup.find(endpoints.openOrder, ref, OrderMapper::asterOrder);
    }

    @Override
    public List<AsterOrder> openOrders() {
        return context.call(endpoints.openOrders, Params.create(), this::orders);
    }

    @Override
    public List<AsterOrder> openOrders(Symbol symbol) {
        Instrument instrument = instruments.forCall(endpoints.openOrders, symbol);
        return context.call(endpoints.openOrders, SymbolReads.symbol(instrument), this::orders);
    }

    @Override
    public List<AsterOrder> allOrders(HistoryQuery query) {
        return allOrders(query, Optional.empty());
    }

    @Override
    public List<AsterOrder> allOrders(HistoryQuery query, long fromOrderId) {
        return allOrders(query, Optional.of(fromOrderId));
    }

    private List<AsterOrder> allOrders(HistoryQuery query, Optional<Long> fromOrderId) {
        ALL_ORDERS.check(query);
        Params params = query.symbol()
                .map(symbol -> SymbolReads.symbol(instruments.forCall(endpoints.allOrders, symbol)))
                .orElseGet(Params::create)
                .addIfPresent("orderId", fromOrderId);
        return context.call(endpoints.allOrders, ALL_ORDERS.add(params, query), this::orders);
    }

    private List<AsterOrder> orders(List<OrderRow> rows) {
        return rows.stream()
                .map(row -> OrderMapper.asterOrder(row, instruments.ofAccountRow(row.symbol())))
                .toList();
    }
}
