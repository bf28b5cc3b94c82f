package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.AccountPayloads.PositionRow;
import dev.astrolabe.aster.internal.TradingPayloads.OrderRow;
import dev.astrolabe.aster.internal.TradingPayloads.UserTrade;
import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.Trading;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.RejectedException;
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
import java.util.regex.Pattern;

/** Orders. Safe for any thread. */
final class NeutralTrading implements Trading {

    private static final Pattern VENUE_ID = Pattern.compile("\\d{1,18}");

    private final AsterContext context;
    private final AsterEndpoints endpoints;
    private final AsterInstruments instruments;
    private final NeutralBatches batches;
    private final OrderResolver resolver;

    NeutralTrading(AsterContext context, AsterInstruments instruments) {
        this.context = context;
        this.endpoints = context.endpoints();
        this.instruments = instruments;
        this.batches = new NeutralBatches(context, instruments);
        this.resolver = new OrderResolver(this::order, context);
    }

    @Override
    public OrderAck place(OrderRequest order) {
        return send(endpoints.trading.place, order);
    }

    private OrderAck send(Endpoint<OrderRow> endpoint, OrderRequest order) {
        PreparedOrder prepared = PreparedOrder.single(endpoint, order, context, instruments);
        OrderRow row = context.call(endpoint, prepared.params(), prepared.ref());
        return OrderAck.of(OrderMapper.order(row, prepared.instrument()));
    }

    @Override
    public void test(OrderRequest order) {
        context.capabilities().require(Feature.TEST_ORDER);
        context.call(
                endpoints.trading.test,
                PreparedOrder.single(endpoints.trading.test, order, context, instruments)
                        .params());
    }

    @Override
    public OrderAck amend(AmendRequest change) {
        context.capabilities().require(Feature.AMEND_ORDER);
        throw new IllegalStateException("the capabilities claim to amend orders, for which there is no call");
    }

    @Override
    public OrderAck cancel(OrderRef ref) {
        Instrument instrument = instruments.forCall(endpoints.trading.cancel, ref.symbol());
        OrderRow row = context.call(endpoints.trading.cancel, params(ref, instrument), ref);
        return OrderAck.of(OrderMapper.order(row, instrument));
    }

    @Override
    public void cancelAll(Symbol symbol) {
        context.call(endpoints.trading.cancelAll, symbol(instruments.forCall(endpoints.trading.cancelAll, symbol)));
    }

    @Override
    public List<Outcome<OrderAck>> placeBatch(List<OrderRequest> orders) {
        return batches.place(orders);
    }

    @Override
    public List<Outcome<OrderAck>> cancelBatch(List<OrderRef> refs) {
        return batches.cancel(refs);
    }

    @Override
    public List<Order> openOrders() {
        return context.call(endpoints.trading.openOrders, Params.create()).stream()
                .map(row -> OrderMapper.order(row, instruments.ofAccountRow(row.symbol())))
                .toList();
    }

    @Override
    public List<Order> openOrders(Symbol symbol) {
        Instrument instrument = instruments.forCall(endpoints.trading.openOrders, symbol);
        return context.call(endpoints.trading.openOrders, symbol(instrument)).stream()
                .map(row -> OrderMapper.order(row, instrument))
                .toList();
    }

    @Override
    public Optional<Order> order(OrderRef ref) {
        Instrument instrument = instruments.forCall(endpoints.trading.order, ref.symbol());
        try {
            OrderRow row = context.call(endpoints.trading.order, params(ref, instrument), ref);
            return Optional.of(OrderMapper.order(row, instrument));
        } catch (RejectedException e) {
            String noSuchOrder = Integer.toString(AsterErrorCodes.NO_SUCH_ORDER);
            if (e.venueError().filter(error -> error.code().equals(noSuchOrder)).isPresent()) {
                return Optional.empty();
            }
            throw e;
        }
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
                Params params = symbol(instrument)
                        .add("startTime", startMillis)
                        .add("endTime", endMillis)
                        .add("limit", limit);
                return context.call(endpoint, params);
            }

            @Override
            public List<R> fromId(long id, int limit) {
                return context.call(endpoint, symbol(instrument).add(idName, id).add("limit", limit));
            }
        };
    }

    @Override
    public Optional<OrderAck> closePosition(Symbol symbol, PositionSide side) {
        Instrument instrument = instruments.forCall(endpoints.account.positions, symbol);
        return context.call(endpoints.account.positions, symbol(instrument)).stream()
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

    private static Params symbol(Instrument instrument) {
        return Params.create().add("symbol", instrument.venueSymbol());
    }

    private static Params params(OrderRef ref, Instrument instrument) {
        Params params = symbol(instrument);
        return ref.orderId()
                .map(id -> params.add("orderId", requireVenueId(id)))
                .orElseGet(() ->
                        params.add("origClientOrderId", ref.clientOrderId().orElseThrow()));
    }

    /** Ids of this venue are numbers: another text is another exchange's, and would be refused as malformed. */
    static String requireVenueId(String id) {
        if (!VENUE_ID.matcher(id).matches()) {
            throw NotSentException.invalid("order id '" + id + "' is not a whole number, as AsterDex's are");
        }
        return id;
    }
}
