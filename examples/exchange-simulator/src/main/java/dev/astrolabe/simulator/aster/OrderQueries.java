package dev.astrolabe.simulator.aster;

import static dev.astrolabe.simulator.aster.Security.SIGNED;

import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.simulator.market.Market;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import dev.astrolabe.simulator.venue.VenueAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds orders (docs: futures v3, "Query Order", "Current All Open Orders", "All Orders", "User's Force Orders"). */
final class OrderQueries {

    static final Duration WEEK = Duration.ofDays(7);

    private final SimulatedVenue venue;
    private final Catalogue catalogue;
    private final OrderCalls orders;
    private final OrderViews views;

    OrderQueries(SimulatedVenue venue, Catalogue catalogue, OrderCalls orders, OrderViews views) {
        this.venue = venue;
        this.catalogue = catalogue;
        this.orders = orders;
        this.views = views;
    }

    void register(Routes routes) {
        routes.add("GET", "order", SIGNED, 1, this::order);
        routes.add("GET", "openOrder", SIGNED, 1, this::openOrder);
        routes.add("GET", Routes.BOTH, "openOrders", SIGNED, Routes.oneOrAll(1, 40), this::openOrders);
        routes.add("GET", "allOrders", SIGNED, 5, this::allOrders);
        routes.add("GET", Routes.BOTH, "forceOrders", SIGNED, Routes.oneOrAll(20, 50), this::forceOrders);
    }

    private Object order(Call call) {
        Market market = catalogue.market(call.parameters());
        Order order = orders.find(call.account(), market, call.parameters())
                .filter(this::isKept)
                .orElseThrow(ErrorCode.NO_SUCH_ORDER::with);
        return views.info(call.account(), order);
    }

    /** Cancelled and expired orders without a fill are forgotten after a week. */
    private boolean isKept(Order order) {
        boolean ended = order.status() == OrderStatus.CANCELED || order.status() == OrderStatus.EXPIRED;
        Instant created = order.createdAt().orElse(Instant.EPOCH);
        return !ended
                || order.filledQuantity().signum() > 0
                || !created.isBefore(venue.now().minus(WEEK));
    }

    private Object openOrder(Call call) {
        Market market = catalogue.market(call.parameters());
        Order order = orders.find(call.account(), market, call.parameters())
                .filter(found -> !found.status().isTerminal())
                .orElseThrow(ErrorCode.NO_SUCH_ORDER::with);
        return views.info(call.account(), order);
    }

    private Object openOrders(Call call) {
        VenueAccount account = call.account();
        Stream<Order> open = call.parameters().has("symbol")
                ? openOf(account, catalogue.market(call.parameters())).stream()
                : account.clients().values().stream().flatMap(client -> client.trading().openOrders().stream());
        return open.sorted(Comparator.comparingLong(order -> Long.parseLong(order.orderId())))
                .map(order -> views.info(account, order))
                .toList();
    }

    private static List<Order> openOf(VenueAccount account, Market market) {
        return account.client(market.instrument().symbol())
                .trading()
                .openOrders(market.instrument().symbol());
    }

    private Object allOrders(Call call) {
        Parameters parameters = call.parameters();
        VenueAccount account = call.account();
        Optional<Market> market =
                parameters.has("symbol") ? Optional.of(catalogue.market(parameters)) : Optional.empty();
        List<Order> kept = account.orders().stream()
                .filter(order -> market.isEmpty()
                        || order.symbol().equals(market.get().instrument().symbol()))
                .filter(this::isKept)
                .toList();
        TimeWindow window = TimeWindow.within(parameters, WEEK, venue.now(), 500, 1000);
        List<Order> page = parameters
                .findNumber("orderId")
                .map(from -> MarketCalls.first(
                        kept.stream()
                                .filter(order -> Long.parseLong(order.orderId()) >= from)
                                .toList(),
                        window.limit()))
                .orElseGet(() -> window.cut(kept, OrderQueries::created));
        return page.stream().map(order -> views.info(account, order)).toList();
    }

    private static Instant created(Order order) {
        return order.createdAt().orElse(Instant.EPOCH);
    }

    private Object forceOrders(Call call) {
        Parameters parameters = call.parameters();
        VenueAccount account = call.account();
        Optional<Market> market =
                parameters.has("symbol") ? Optional.of(catalogue.market(parameters)) : Optional.empty();
        Optional<String> kind = parameters.find("autoCloseType");
        kind.filter(word -> !List.of("LIQUIDATION", "ADL").contains(word)).ifPresent(word -> {
            throw ErrorCode.INVALID_PARAMETER.with("autoCloseType");
        });
        List<Order> forced = account.orders().stream()
                .filter(order -> order.type() == OrderType.LIQUIDATION)
                .filter(order -> !order.rawType().equals("DELIVERY"))
                .filter(order -> market.isEmpty()
                        || order.symbol().equals(market.get().instrument().symbol()))
                .filter(order -> kind.isEmpty() || kind.get().equals("ADL") == isAdl(order))
                .toList();
        return TimeWindow.within(parameters, WEEK, venue.now(), 50, 100).cut(forced, OrderQueries::created).stream()
                .map(order -> views.forced(account, order))
                .toList();
    }

    private static boolean isAdl(Order order) {
        return order.rawType().equals("ADL");
    }
}
