package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.Trading;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.UnsupportedOperationOnExchangeException;
import dev.astrolabe.exchange.error.VenueError;
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
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.transport.LateLookup;
import dev.astrolabe.okx.model.OkxOrderRequest;
import dev.astrolabe.okx.model.OkxQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Orders. Those that wait for a trigger are algo orders of OKX, and keep the algo's ids when they have fired. An acknowledgement says
 * that OKX took the order in, and has its ids alone: a post-only order that would take, and what an immediate order leaves, are seen
 * as expired when the order is asked for. Safe for any thread.
 */
final class NeutralTrading implements Trading {

    private static final Duration MARGIN = Duration.ofSeconds(2);
    // Algo orders take no expiry: what is older than this the venue refuses (docs: OKX v5, "REST Authentication").
    private static final Duration TIMESTAMP_WINDOW = Duration.ofSeconds(30);

    private final OkxContext context;
    private final OkxInstruments instruments;
    private final OrderPreparation preparation;
    private final OrderReads reads;
    private final Cancels cancels;
    private final OrderHistory history;
    private final FillHistory fills;
    private final PositionCloser closer;
    private final LateLookup late;

    NeutralTrading(OkxContext context, OkxInstruments instruments, AccountModes modes) {
        this.context = context;
        this.instruments = instruments;
        this.preparation = new OrderPreparation(context, instruments, modes);
        this.reads = new OrderReads(context, instruments);
        this.cancels = new Cancels(context, instruments, reads);
        this.history = new OrderHistory(context, instruments, reads);
        this.fills = new FillHistory(context, instruments);
        this.closer = new PositionCloser(context, instruments);
        this.late = new LateLookup(
                this::order,
                context.clock(),
                context.sleeper(),
                OrderReads.MEMORY,
                VenueError.unanswered(
                        ExchangeId.OKX.name(), TradeOperations.ORDER.endpoint().id()));
    }

    @Override
    public OrderAck place(OrderRequest order) {
        PreparedOrder prepared = preparation.of(order);
        return context.change(
                prepared.operation(),
                prepared.params(),
                prepared.ref(),
                row -> Cancels.acknowledgement(row, prepared.ref()));
    }

    @Override
    public void test(OrderRequest order) {
        context.capabilities().require(Feature.TEST_ORDER);
    }

    @Override
    public OrderAck amend(AmendRequest change) {
        context.capabilities().require(Feature.AMEND_ORDER);
        OrderRef ref = change.ref();
        if (ref.conditional()) {
            throw NotSentException.invalid(
                    "only LIMIT orders are changed in place; cancel order " + ref + " and place another one");
        }
        Instrument instrument = instruments.forCall(TradeOperations.AMEND, ref.symbol());
        // Which side it has, and whether it only reduces and may be small, is known to the venue alone.
        instrument.check(OrderRequest.limit(ref.symbol(), Side.BUY, change.quantity(), change.price()).toBuilder()
                .reduceOnly(true)
                .build());
        return context.change(
                TradeOperations.AMEND,
                WireTerms.order(ref, instrument)
                        .add("newSz", instrument.toContracts(change.quantity(), change.price()))
                        .add("newPx", instrument.toVenuePrice(change.price())),
                ref,
                row -> Cancels.acknowledgement(row, ref));
    }

    @Override
    public OrderAck cancel(OrderRef ref) {
        return cancels.one(ref);
    }

    @Override
    public void cancelAll(Symbol symbol) {
        cancels.all(symbol);
    }

    @Override
    public List<Outcome<OrderAck>> placeBatch(List<OrderRequest> orders) {
        context.capabilities().require(Feature.BATCH_PLACE);
        BatchCall.requireSize("orders", orders.size(), context.capabilities().maxBatchPlace());
        orders.stream()
                .filter(order -> order.type().isConditional())
                .findFirst()
                .ifPresent(order -> {
                    throw new UnsupportedOperationOnExchangeException(
                            ExchangeId.OKX.name(), order.type() + " orders in a batch; place them one by one");
                });
        List<PreparedOrder> prepared = orders.stream()
                .map(order -> preparation.of(OkxOrderRequest.of(order)))
                .toList();
        List<OrderRef> refs = prepared.stream().map(PreparedOrder::ref).toList();
        return Cancels.acknowledged(
                new BatchCall(context)
                        .send(
                                TradeOperations.PLACE_BATCH,
                                prepared.stream().map(PreparedOrder::params).toList(),
                                refs),
                refs);
    }

    @Override
    public List<Outcome<OrderAck>> cancelBatch(List<OrderRef> refs) {
        return cancels.several(refs);
    }

    @Override
    public List<Order> openOrders() {
        return reads.open(OkxQuery.all(), venueSymbol -> Optional.of(instruments.ofAccountRow(venueSymbol)));
    }

    /** Every open order but those of instruments that the catalogue does not have, which must not stop a stream. */
    List<Order> knownOpenOrders() {
        return reads.open(OkxQuery.all(), instruments::findNew);
    }

    @Override
    public List<Order> openOrders(Symbol symbol) {
        Instrument instrument = instruments.forCall(TradeOperations.PENDING, symbol);
        return reads.open(OkxQuery.of(instrument.venueSymbol()), venueSymbol -> Optional.of(instrument));
    }

    @Override
    public Optional<Order> order(OrderRef ref) {
        return reads.order(ref);
    }

    @Override
    public Page<Order> orderHistory(HistoryQuery query) {
        return history.read(query, instruments.forCall(TradeOperations.HISTORY, requireSymbol(query)));
    }

    @Override
    public Page<Fill> fills(HistoryQuery query) {
        return fills.read(query, instruments.forCall(TradeOperations.FILLS, requireSymbol(query)));
    }

    private static Symbol requireSymbol(HistoryQuery query) {
        return query.symbol()
                .orElseThrow(() -> NotSentException.invalid("a history of orders or fills needs a symbol"));
    }

    @Override
    public Optional<OrderAck> closePosition(Symbol symbol, PositionSide side) {
        return closer.close(symbol, side);
    }

    @Override
    public OrderResolution resolve(OrderRef ref, Instant sentAt) {
        Duration window =
                ref.conditional() ? TIMESTAMP_WINDOW : context.settings().orderExpiry();
        return order(ref)
                .or(() -> late.after(ref, sentAt, sentAt.plus(window).plus(MARGIN)))
                .<OrderResolution>map(OrderResolution.Placed::new)
                .orElseGet(() -> new OrderResolution.NotPlaced(ref));
    }
}
