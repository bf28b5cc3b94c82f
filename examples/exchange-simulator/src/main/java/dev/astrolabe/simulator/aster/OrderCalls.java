package dev.astrolabe.simulator.aster;

import static dev.astrolabe.simulator.aster.Security.SIGNED;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.model.AmendRequest;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.simulator.journal.Acceptance.Act;
import dev.astrolabe.simulator.market.Market;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.venue.VenueAccount;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Places, changes and cancels single orders (docs: futures v3, "Account/Trades Endpoints"). */
final class OrderCalls {

    private final SimulatedVenue venue;
    private final Catalogue catalogue;
    private final OrderReader reader;
    private final OrderViews views;
    private final NativeOrders natives;
    private final RateLimits limits;

    OrderCalls(
            SimulatedVenue venue,
            Catalogue catalogue,
            OrderReader reader,
            OrderViews views,
            NativeOrders natives,
            RateLimits limits) {
        this.venue = venue;
        this.catalogue = catalogue;
        this.reader = reader;
        this.views = views;
        this.natives = natives;
        this.limits = limits;
    }

    void register(Routes routes) {
        routes.add("POST", "order", SIGNED, 1, call -> place(call, call.parameters(), false));
        routes.add("POST", "order/test", SIGNED, 1, this::test);
        routes.add("PUT", Routes.V3, "order", SIGNED, any -> 1, call -> amend(call, call.parameters()));
        routes.add("DELETE", "order", SIGNED, 1, this::cancelOne);
        routes.add("DELETE", "allOpenOrders", SIGNED, 1, this::cancelAll);
        routes.add("POST", Routes.V3, "noop", SIGNED, any -> 1, call -> success());
    }

    static Map<String, Object> success() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("code", 200);
        row.put("msg", "success");
        return row;
    }

    Map<String, Object> place(Call call, Parameters parameters, boolean batch) {
        VenueAccount account = call.account();
        limits.checkOrder(account.id(), venue.now());
        NewOrder order = reader.read(account, parameters, batch);
        check(account, order);
        Order placed = natives.placing(
                order.facts(),
                () -> EngineRefusals.translate(
                        () -> order(client(account, order.market()).trading().place(order.request()))));
        call.header(limits.order(account.id(), venue.now()));
        call.note(Act.PLACED, placed.venueSymbol(), order.facts().clientOrderId(), placed.orderId());
        return views.placed(account, placed, order.result());
    }

    private static ExchangeClient client(VenueAccount account, Market market) {
        return account.client(market.instrument().symbol());
    }

    private static Order order(OrderAck ack) {
        return ack.order().orElseThrow(() -> new IllegalStateException(ack + " does not tell its order"));
    }

    private void check(VenueAccount account, NewOrder order) {
        Filters.check(order.market(), order.request());
        String clientId = order.facts().clientOrderId();
        boolean used = !clientId.isEmpty()
                && natives.byClientId(account, clientId)
                        .filter(other -> !other.status().isTerminal())
                        .isPresent();
        if (used) {
            throw ErrorCode.DUPLICATE_CLIENT_ORDER_ID.with();
        }
        List<Order> open = client(account, order.market())
                .trading()
                .openOrders(order.request().symbol());
        boolean conditional = order.request().type().isConditional();
        long waiting = open.stream()
                .filter(other -> other.type().isConditional() && !account.isTriggered(other.orderId()))
                .count();
        if (conditional && waiting >= Catalogue.MAX_CONDITIONAL) {
            throw ErrorCode.MAX_STOP_ORDERS.with();
        }
        if (open.size() >= Catalogue.MAX_ORDERS) {
            throw ErrorCode.MAX_OPEN_ORDERS.with();
        }
    }

    /** Nothing is placed; the answer has the fields of a placement. */
    private Object test(Call call) {
        VenueAccount account = call.account();
        NewOrder order = reader.read(account, call.parameters(), false);
        check(account, order);
        EngineRefusals.translate(() -> {
            client(account, order.market()).trading().test(order.request());
            return true;
        });
        Order draft = Order.builder()
                .symbol(order.request().symbol())
                .venueSymbol(order.market().instrument().venueSymbol())
                .orderId("0")
                .clientOrderId(order.facts().clientOrderId())
                .side(order.request().side())
                .positionSide(order.request().positionSide().orElse(null))
                .type(order.request().type())
                .rawType(Words.of(order.request().type()))
                .status(dev.astrolabe.exchange.model.OrderStatus.NEW)
                .rawStatus("NEW")
                .quantity(order.request().quantity().orElse(null))
                .price(order.request().price().orElse(null))
                .triggerPrice(order.request().triggerPrice().orElse(null))
                .activationPrice(order.request().activationPrice().orElse(null))
                .callbackRate(order.request().callbackRate().orElse(null))
                .reduceOnly(order.request().reduceOnly())
                .closePosition(order.request().closePosition())
                .createdAt(venue.now())
                .updatedAt(venue.now())
                .build();
        return views.acknowledged(account, draft);
    }

    Map<String, Object> amend(Call call, Parameters parameters) {
        VenueAccount account = call.account();
        Market market = catalogue.market(parameters);
        Instrument instrument = market.instrument();
        BigDecimal quantity = instrument.fromContracts(
                OrderReader.positive(parameters.decimal("quantity"), ErrorCode.QUANTITY_BELOW_ZERO));
        BigDecimal price = instrument.fromVenuePrice(
                OrderReader.positive(parameters.decimal("price"), ErrorCode.PRICE_BELOW_ZERO));
        Order before = find(account, market, parameters)
                .filter(order -> !order.status().isTerminal())
                .orElseThrow(ErrorCode.NO_SUCH_ORDER::with);
        if (before.type() != OrderType.LIMIT) {
            throw ErrorCode.INVALID_ORDER_TYPE.with();
        }
        if (parameters
                .find("side")
                .map(Words::side)
                .filter(side -> side != before.side())
                .isPresent()) {
            throw ErrorCode.INVALID_SIDE.with();
        }
        Filters.price(instrument, price);
        Filters.quantity(instrument.quantityFilter(), quantity);
        Order after = EngineRefusals.translate(
                () -> order(client(account, market).trading().amend(new AmendRequest(before.ref(), quantity, price))));
        call.note(Act.AMENDED, after.venueSymbol(), natives.of(after).clientOrderId(), after.orderId());
        return views.acknowledged(account, after);
    }

    private Object cancelOne(Call call) {
        Market market = catalogue.market(call.parameters());
        Order order = find(call.account(), market, call.parameters()).orElseThrow(ErrorCode.CANCEL_REJECTED::with);
        return cancel(call, order);
    }

    Map<String, Object> cancel(Call call, Order order) {
        VenueAccount account = call.account();
        Order after = EngineRefusals.translate(
                () -> order(account.client(order.symbol()).trading().cancel(order.ref())));
        call.note(Act.CANCELED, after.venueSymbol(), natives.of(after).clientOrderId(), after.orderId());
        return views.cancelled(account, after);
    }

    private Object cancelAll(Call call) {
        Market market = catalogue.market(call.parameters());
        cancelAll(call, market);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("code", "200");
        row.put("msg", "The operation of cancel all open order is done.");
        return row;
    }

    private void cancelAll(Call call, Market market) {
        VenueAccount account = call.account();
        ExchangeClient client = client(account, market);
        client.trading()
                .openOrders(market.instrument().symbol())
                .forEach(order -> call.note(
                        Act.CANCELED, order.venueSymbol(), natives.of(order).clientOrderId(), order.orderId()));
        client.trading().cancelAll(market.instrument().symbol());
    }

    /** The order that a request means: by its id, which wins, or by the client's. */
    Optional<Order> find(VenueAccount account, Market market, Parameters parameters) {
        Optional<Order> found;
        if (parameters.has("orderId")) {
            found = account.order(Long.toString(parameters.number("orderId")));
        } else if (parameters.has("origClientOrderId")) {
            found = natives.byClientId(account, parameters.text("origClientOrderId"));
        } else {
            throw ErrorCode.ORDER_ID_MISSING.with();
        }
        return found.filter(order -> order.symbol().equals(market.instrument().symbol()));
    }
}
