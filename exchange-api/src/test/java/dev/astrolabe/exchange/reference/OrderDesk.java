package dev.astrolabe.exchange.reference;

import dev.astrolabe.exchange.Capabilities;
import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.Trading;
import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.AmendRequest;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderResolution;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Outcome;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.testkit.engine.Engine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Orders: checked here, then sent to the engine. */
class OrderDesk implements Trading {

    private final Wire wire;
    private final Capabilities can;
    private final Catalogue catalogue;
    private final Engine engine;
    private final AtomicInteger made = new AtomicInteger();

    OrderDesk(Wire wire, Capabilities can, Catalogue catalogue, Engine engine) {
        this.wire = wire;
        this.can = can;
        this.catalogue = catalogue;
        this.engine = engine;
    }

    private OrderRequest checked(OrderRequest request) {
        can.check(request);
        Instrument instrument = catalogue.get(request.symbol());
        OrderRequest order = instrument.inBaseUnits(request);
        instrument.check(order);
        return order.clientOrderId().isPresent()
                ? order
                : order.toBuilder()
                        .clientOrderId("made" + made.incrementAndGet())
                        .build();
    }

    private static OrderRef ref(OrderRequest order) {
        return OrderRef.ofClientOrderId(order.symbol(), order.clientOrderId().orElseThrow());
    }

    private OrderAck execute(OrderRequest order) {
        return OrderAck.of(engine.place(order, order.clientOrderId().orElseThrow()));
    }

    @Override
    public OrderAck place(OrderRequest order) {
        OrderRequest request = checked(order);
        return wire.mutate("place", ref(request), () -> execute(request));
    }

    @Override
    public void test(OrderRequest order) {
        can.require(Feature.TEST_ORDER);
        OrderRequest request = checked(order);
        wire.read(() -> {
            engine.verify(request);
            return request;
        });
    }

    @Override
    public OrderAck amend(AmendRequest change) {
        can.require(Feature.AMEND_ORDER);
        catalogue
                .get(change.ref().symbol())
                .check(OrderRequest.limit(change.ref().symbol(), Side.BUY, change.quantity(), change.price()));
        return wire.mutate("amend", change.ref(), () -> OrderAck.of(engine.amend(change)));
    }

    @Override
    public OrderAck cancel(OrderRef ref) {
        return wire.mutate("cancel", ref, () -> OrderAck.of(engine.cancel(ref)));
    }

    @Override
    public void cancelAll(Symbol symbol) {
        catalogue.get(symbol);
        wire.mutate("cancel all", null, () -> {
            List<Order> open = engine.orders(true, symbol);
            open.forEach(each -> engine.cancel(each.ref()));
            return open;
        });
    }

    @Override
    public List<Outcome<OrderAck>> placeBatch(List<OrderRequest> orders) {
        can.require(Feature.BATCH_PLACE);
        size(orders, can.maxBatchPlace());
        List<OrderRequest> requests = orders.stream().map(this::checked).toList();
        return wire.mutate(
                "place batch",
                null,
                () -> requests.stream()
                        .map(each -> outcome(() -> execute(each)))
                        .toList());
    }

    @Override
    public List<Outcome<OrderAck>> cancelBatch(List<OrderRef> refs) {
        can.require(Feature.BATCH_CANCEL);
        size(refs, can.maxBatchCancel());
        return wire.mutate(
                "cancel batch",
                null,
                () -> refs.stream()
                        .map(each -> outcome(() -> OrderAck.of(engine.cancel(each))))
                        .toList());
    }

    private static void size(List<?> items, int max) {
        if (items.isEmpty() || items.size() > max) {
            throw NotSentException.invalid("a batch of " + items.size() + " is not from 1 to " + max);
        }
    }

    private static Outcome<OrderAck> outcome(Supplier<OrderAck> item) {
        try {
            return new Outcome.Accepted<>(item.get());
        } catch (ExchangeException e) {
            return new Outcome.Failed<>(e);
        }
    }

    @Override
    public List<Order> openOrders() {
        return wire.read(() -> engine.orders(true, null));
    }

    @Override
    public List<Order> openOrders(Symbol symbol) {
        catalogue.get(symbol);
        return wire.read(() -> engine.orders(true, symbol));
    }

    @Override
    public Optional<Order> order(OrderRef ref) {
        return wire.read(() -> engine.order(ref));
    }

    @Override
    public Page<Order> orderHistory(HistoryQuery query) {
        return wire.read(() -> Pages.of(
                query,
                engine.orders(false, query.symbol().orElse(null)),
                each -> each.createdAt().orElseThrow()));
    }

    @Override
    public Page<Fill> fills(HistoryQuery query) {
        return wire.read(() -> {
            List<Fill> all = engine.fills().stream()
                    .filter(each -> query.symbol().map(each.symbol()::equals).orElse(true))
                    .toList();
            return Pages.of(query, all, Fill::time);
        });
    }

    @Override
    public Optional<OrderAck> closePosition(Symbol symbol, PositionSide side) {
        catalogue.get(symbol);
        boolean hedge = wire.read(() -> engine.purse().mode() == PositionMode.HEDGE);
        return engine.held(symbol, side)
                .map(quantity -> place(OrderRequest.builder(symbol, side.closing(), OrderType.MARKET)
                        .quantity(quantity)
                        .reduceOnly(true)
                        .positionSide(hedge ? side : null)
                        .build()));
    }

    @Override
    public OrderResolution resolve(OrderRef ref, Instant sentAt) {
        return order(ref)
                .<OrderResolution>map(OrderResolution.Placed::new)
                .orElseGet(() -> new OrderResolution.NotPlaced(ref));
    }
}
