package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.AccountPayloads.PositionRow;
import dev.astrolabe.aster.internal.OrderParameters.Place;
import dev.astrolabe.aster.internal.TradingPayloads.OrderRow;
import dev.astrolabe.aster.internal.TradingPayloads.UserTrade;
import dev.astrolabe.aster.model.AsterOrderRequest;
import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.Trading;
import dev.astrolabe.exchange.model.AmendRequest;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderResolution;
import dev.astrolabe.exchange.model.Outcome;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Params;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Orders. Safe for any thread. */
final class NeutralTrading implements Trading {

    private final AsterContext context;
    private final AsterEndpoints endpoints;
    private final AsterInstruments instruments;
    private final Batches batches;
    private final OrderLookup lookup;
    private final OrderResolver resolver;

    NeutralTrading(AsterContext context, AsterInstruments instruments) {
        this.context = context;
        this.endpoints = context.endpoints();
        this.instruments = instruments;
        this.batches = new Batches(context, instruments);
        this.lookup = new OrderLookup(context, instruments);
        this.resolver = new OrderResolver(this::order, context);
    }

    @Override
    public OrderAck place(OrderRequest order) {
        return send(endpoints.trading.place, order);
    }

    private OrderAck send(Endpoint<OrderRow> endpoint, OrderRequest order) {
        PreparedOrder prepared = prepare(endpoint, order);
        return change(endpoint, prepared.params(), prepared.ref(), prepared.instrument());
    }

    private PreparedOrder prepare(Endpoint<?> endpoint, OrderRequest order) {
        return PreparedOrder.of(endpoint, AsterOrderRequest.of(order), Place.ALONE, context, instruments);
    }

    private OrderAck change(Endpoint<OrderRow> endpoint, Params params, OrderRef ref, Instrument instrument) {
        return context.change(endpoint, params, ref, row -> acknowledgement(row, instrument));
    }

    private static OrderAck acknowledgement(OrderRow row, Instrument instrument) {
        return OrderAck.of(OrderMapper.order(row, instrument));
    }

    @Override
    public void test(OrderRequest order) {
        context.capabilities().require(Feature.TEST_ORDER);
        context.call(
                endpoints.trading.test, prepare(endpoints.trading.test, order).params());
    }

    @Override
    public OrderAck amend(AmendRequest change) {
        context.capabilities().require(Feature.AMEND_ORDER);
        PreparedChange prepared = PreparedChange.of(endpoints.trading.modify, change, instruments);
        return change(endpoints.trading.modify, prepared.params(), prepared.ref(), prepared.instrument());
    }

    @Override
    public OrderAck cancel(OrderRef ref) {
        Instrument instrument = instruments.forCall(endpoints.trading.cancel, ref.symbol());
        return change(endpoints.trading.cancel, RefParameters.of(ref, instrument), ref, instrument);
    }

    @Override
    public void cancelAll(Symbol symbol) {
        context.call(
                endpoints.trading.cancelAll,
                SymbolReads.symbol(instruments.forCall(endpoints.trading.cancelAll, symbol)));
    }

    @Override
    public List<Outcome<OrderAck>> placeBatch(List<OrderRequest> orders) {
        return batches.place(orders.stream().map(AsterOrderRequest::of).toList(), NeutralTrading::acknowledgement);
    }

    @Override
    public List<Outcome<OrderAck>> cancelBatch(List<OrderRef> refs) {
        return batches.cancel(refs, NeutralTrading::acknowledgement);
    }

    @Override
    public List<Order> openOrders() {
        return context.call(
                endpoints.trading.openOrders,
                Params.create(),
                rows -> rows.stream()
                        .map(row -> OrderMapper.order(row, instruments.ofAccountRow(row.symbol())))
                        .toList());
    }

    /** Every open order but those of instruments that the catalogue does not have, which must not stop a stream. */
    List<Order> knownOpenOrders() {
        return context.call(
                endpoints.trading.openOrders,
                Params.create(),
                rows -> rows.stream()
                        .flatMap(row -> instruments.findNew(row.symbol()).stream()
                                .map(instrument -> OrderMapper.order(row, instrument)))
                        .toList());
    }

    @Override
    public List<Order> openOrders(Symbol symbol) {
        Instrument instrument = instruments.forCall(endpoints.trading.openOrders, symbol);
        return context.call(
                endpoints.trading.openOrders,
                SymbolReads.symbol(instrument),
                rows -> rows.stream()
                        .map(row -> OrderMapper.order(row, instrument))
                        .toList());
    }

    @Override
    public Optional<Order> order(OrderRef ref) {
        return lookup.find(endpoints.trading.order, ref, OrderMapper::order);
    }

    @Override
    public Page<Order> orderHistory(HistoryQuery query) {
        Instrument instrument =
                instruments.forCall(endpoints.trading.allOrders, NeutralMarketData.requireSymbol(query));
        IdHistory<OrderRow> history = new IdHistory<>(
                source(endpoints.trading.allOrders, "orderId", instrument),
                OrderRow::orderId,
                row -> Objects.requireNonNullElse(row.time(), 0L));
        return Pages.map(history.read(query, context.clock().instant()), row -> OrderMapper.order(row, instrument));
    }

    @Override
    public Page<Fill> fills(HistoryQuery query) {
        Instrument instrument =
                instruments.forCall(endpoints.trading.userTrades, NeutralMarketData.requireSymbol(query));
        IdHistory<UserTrade> history = new IdHistory<>(
                source(endpoints.trading.userTrades, "fromId", instrument), UserTrade::id, UserTrade::time);
        return Pages.map(history.read(query, context.clock().instant()), row -> OrderMapper.fill(row, instrument));
    }

    private <R> IdHistory.Source<R> source(Endpoint<List<R>> endpoint, String idName, Instrument instrument) {
        return new IdHistory.Source<>() {
            @Override
            public List<R> window(long startMillis, long endMillis, int limit) {
                Params params = SymbolReads.symbol(instrument)
                        .add("startTime", startMillis)
                        .add("endTime", endMillis)
                        .add("limit", limit);
                return context.call(endpoint, params);
            }

            @Override
            public List<R> fromId(long id, int limit) {
                return context.call(
                        endpoint, SymbolReads.symbol(instrument).add(idName, id).add("limit", limit));
            }
        };
    }

    @Override
    public Optional<OrderAck> closePosition(Symbol symbol, PositionSide side) {
        Instrument instrument = instruments.forCall(endpoints.account.positions, symbol);
        return context.call(endpoints.account.positions, SymbolReads.symbol(instrument)).stream()
                .filter(row -> isOf(side, row))
                .findFirst()
                .map(row -> send(endpoints.trading.close, closing(row, side, instrument)));
    }

    private static boolean isOf(PositionSide side, PositionRow row) {
        int sign = row.positionAmt().signum();
        PositionSide slot = OrderMapper.positionSide(row.positionSide());
        return sign != 0 && (slot == null ? PositionSide.ofSign(sign) : slot) == side;
    }

    private static OrderRequest closing(PositionRow row, PositionSide side, Instrument instrument) {
        BigDecimal quantity = instrument.fromContracts(row.positionAmt().abs());
        return OrderRequest.market(instrument.symbol(), side.closing(), quantity).toBuilder()
                .positionSide(OrderMapper.positionSide(row.positionSide()))
                .reduceOnly(true)
                .build();
    }

    @Override
    public OrderResolution resolve(OrderRef ref, Instant sentAt) {
        return resolver.resolve(ref, sentAt);
    }
}
