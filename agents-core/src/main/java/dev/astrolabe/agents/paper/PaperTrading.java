package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.Capabilities;
import dev.astrolabe.exchange.Trading;
import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.AmendRequest;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.HistoryQuery;
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
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Orders of one account. What a live client would refuse by itself is not sent; the rest is for the venue to decide. */
final class PaperTrading implements Trading {

    private final PaperClient client;
    private final OrderEntry entry;
    private final Portfolio portfolio;

    PaperTrading(PaperClient client, OrderEntry entry, Portfolio portfolio) {
        this.client = client;
        this.entry = entry;
        this.portfolio = portfolio;
    }

    @Override
    public OrderAck place(OrderRequest order) {
        return client.change(
                () -> checked(order),
                checked -> OrderAck.of(entry.place(portfolio, checked).view()));
    }

    @Override
    public void test(OrderRequest order) {
        client.change(() -> checked(order), checked -> {
            entry.test(portfolio, checked);
            return true;
        });
    }

    private OrderRequest checked(OrderRequest request) {
        client.capabilities().check(request);
        PaperMarket market = client.market(request.symbol());
        OrderRequest order = market.instrument().inBaseUnits(request);
        if (market.tick() == null) {
            market.instrument().check(order);
        } else {
            market.instrument().check(order, market.mark());
        }
        return order;
    }

    @Override
    public OrderAck amend(AmendRequest change) {
        return client.change(
                () -> checked(change),
                checked -> OrderAck.of(entry.amend(portfolio, checked).view()));
    }

    private AmendRequest checked(AmendRequest change) {
        client.market(change.ref().symbol());
        PaperOrder order = portfolio.find(change.ref());
        if (order != null && order.type() == OrderType.LIMIT) {
            checked(order.request().toBuilder()
                    .contracts(null)
                    .quantity(change.quantity())
                    .price(change.price())
                    .build());
        }
        return change;
    }

    @Override
    public OrderAck cancel(OrderRef ref) {
        return client.change(
                () -> client.market(ref.symbol()),
                market -> OrderAck.of(entry.cancel(portfolio, ref).view()));
    }

    @Override
    public void cancelAll(Symbol symbol) {
        client.change(symbol, market -> entry.cancelAll(portfolio.holding(market)));
    }

    @Override
    public List<Outcome<OrderAck>> placeBatch(List<OrderRequest> orders) {
        Capabilities capabilities = client.capabilities();
        checkSize("place", orders.size(), capabilities.maxBatchPlace());
        return client.change(() -> orders.stream().map(this::checked).toList(), checked -> {
            List<Outcome<OrderAck>> outcomes = new ArrayList<>();
            for (OrderRequest order : checked) {
                outcomes.add(outcome(() -> entry.place(portfolio, order)));
            }
            return List.copyOf(outcomes);
        });
    }

    @Override
    public List<Outcome<OrderAck>> cancelBatch(List<OrderRef> refs) {
        checkSize("cancel", refs.size(), client.capabilities().maxBatchCancel());
        Symbol symbol = refs.get(0).symbol();
        for (OrderRef ref : refs) {
            if (!ref.symbol().equals(symbol)) {
                throw NotSentException.invalid(
                        "batch cancel of " + symbol + " has an order of " + ref.symbol() + "; send one batch a symbol");
            }
        }
        return client.change(() -> client.market(symbol), market -> {
            List<Outcome<OrderAck>> outcomes = new ArrayList<>();
            for (OrderRef ref : refs) {
                outcomes.add(outcome(() -> entry.cancel(portfolio, ref)));
            }
            return List.copyOf(outcomes);
        });
    }

    private static Outcome<OrderAck> outcome(Supplier<PaperOrder> call) {
        try {
            return new Outcome.Accepted<>(OrderAck.of(call.get().view()));
        } catch (ExchangeException e) {
            return new Outcome.Failed<>(e);
        }
    }

    private static void checkSize(String what, int size, int max) {
        if (size < 1 || size > max) {
            throw NotSentException.invalid("batch " + what + " of " + size + " orders is not between 1 and " + max);
        }
    }

    @Override
    public List<Order> openOrders() {
        return client.read(() -> views(portfolio.openOrders()));
    }

    @Override
    public List<Order> openOrders(Symbol symbol) {
        return client.read(symbol, market -> views(portfolio.holding(market).open()));
    }

    private static List<Order> views(Collection<PaperOrder> orders) {
        return orders.stream().map(PaperOrder::view).toList();
    }

    @Override
    public Optional<Order> order(OrderRef ref) {
        return client.read(
                ref.symbol(), market -> Optional.ofNullable(portfolio.find(ref)).map(PaperOrder::view));
    }

    @Override
    public Page<Order> orderHistory(HistoryQuery query) {
        return client.local(() -> {
            Page<PaperOrder> page = client.history(query, portfolio.orders());
            List<Order> views = views(page.items());
            return page.next().map(next -> Page.of(views, next)).orElseGet(() -> Page.last(views));
        });
    }

    @Override
    public Page<Fill> fills(HistoryQuery query) {
        return client.history(query, portfolio.fills());
    }

    @Override
    public Optional<OrderAck> closePosition(Symbol symbol, PositionSide side) {
        return client.local(() -> {
            Optional<OrderRequest> order = client.read(symbol, market -> closing(portfolio.holding(market), side));
            return order.map(request -> client.change(
                    () -> request,
                    checked -> OrderAck.of(entry.place(portfolio, checked).view())));
        });
    }

    private static Optional<OrderRequest> closing(Holding holding, PositionSide side) {
        BigDecimal quantity = holding.positionTowards(side).reducibleBy(side.closing());
        if (quantity.signum() == 0) {
            return Optional.empty();
        }
        boolean hedge = holding.portfolio().positionMode() == PositionMode.HEDGE;
        OrderRequest.Builder order =
                OrderRequest.builder(holding.market().instrument().symbol(), side.closing(), OrderType.MARKET);
        return Optional.of(holding.market()
                .contract()
                .sized(order, quantity)
                .positionSide(hedge ? side : null)
                .reduceOnly(!hedge)
                .build());
    }

    /** Nothing is ever on its way here, so what the venue does not know was not placed. */
    @Override
    public OrderResolution resolve(OrderRef ref, Instant sentAt) {
        return order(ref)
                .<OrderResolution>map(OrderResolution.Placed::new)
                .orElseGet(() -> new OrderResolution.NotPlaced(ref));
    }
}
