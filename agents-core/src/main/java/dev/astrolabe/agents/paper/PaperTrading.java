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
    private final PaperInstruments instruments;

    PaperTrading(PaperClient client, OrderEntry entry, Portfolio portfolio, PaperInstruments instruments) {
        this.client = client;
        this.entry = entry;
        this.portfolio = portfolio;
        this.instruments = instruments;
    }

    @Override
    public OrderAck place(OrderRequest order) {
        return client.call(() -> {
            checkLocally(order);
            return OrderAck.of(entry.place(portfolio, order).view());
        });
    }

    @Override
    public void test(OrderRequest order) {
        client.call(() -> {
            checkLocally(order);
            entry.test(portfolio, order);
            return true;
        });
    }

    private void checkLocally(OrderRequest order) {
        client.capabilities().check(order);
        PaperMarket market = instruments.market(order.symbol());
        if (market.tick() == null) {
            market.instrument().check(order);
        } else {
            market.instrument().check(order, market.mark());
        }
    }

    @Override
    public OrderAck amend(AmendRequest change) {
        return client.call(() -> {
            instruments.market(change.ref().symbol());
            PaperOrder order = portfolio.find(change.ref());
            if (order != null && order.type() == OrderType.LIMIT) {
                checkLocally(order.request().toBuilder()
                        .quantity(change.quantity())
                        .price(change.price())
                        .build());
            }
            return OrderAck.of(entry.amend(portfolio, change).view());
        });
    }

    @Override
    public OrderAck cancel(OrderRef ref) {
        return client.call(() -> {
            instruments.market(ref.symbol());
            return OrderAck.of(entry.cancel(portfolio, ref).view());
        });
    }

    @Override
    public void cancelAll(Symbol symbol) {
        client.call(() -> {
            Holding holding = portfolio.holding(instruments.market(symbol));
            for (PaperOrder order : List.copyOf(holding.open())) {
                entry.cancel(portfolio, OrderRef.ofOrderId(symbol, order.id()));
            }
            return true;
        });
    }

    @Override
    public List<Outcome<OrderAck>> placeBatch(List<OrderRequest> orders) {
        Capabilities capabilities = client.capabilities();
        checkSize("place", orders.size(), capabilities.maxBatchPlace());
        return client.call(() -> {
            orders.forEach(this::checkLocally);
            List<Outcome<OrderAck>> outcomes = new ArrayList<>();
            for (OrderRequest order : orders) {
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
        return client.call(() -> {
            instruments.market(symbol);
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
        return client.call(() -> views(portfolio.openOrders()));
    }

    @Override
    public List<Order> openOrders(Symbol symbol) {
        return client.call(
                () -> views(portfolio.holding(instruments.market(symbol)).open()));
    }

    private static List<Order> views(Collection<PaperOrder> orders) {
        return orders.stream().map(PaperOrder::view).toList();
    }

    @Override
    public Optional<Order> order(OrderRef ref) {
        return client.call(() -> {
            instruments.market(ref.symbol());
            return Optional.ofNullable(portfolio.find(ref)).map(PaperOrder::view);
        });
    }

    @Override
    public Page<Order> orderHistory(HistoryQuery query) {
        return client.call(() -> {
            query.symbol().ifPresent(instruments::market);
            Page<PaperOrder> page = portfolio.orders().page(query);
            List<Order> views = views(page.items());
            return page.next().map(next -> Page.of(views, next)).orElseGet(() -> Page.last(views));
        });
    }

    @Override
    public Page<Fill> fills(HistoryQuery query) {
        return client.call(() -> {
            query.symbol().ifPresent(instruments::market);
            return portfolio.fills().page(query);
        });
    }

    @Override
    public Optional<OrderAck> closePosition(Symbol symbol, PositionSide side) {
        return client.call(() -> {
            PaperPosition position =
                    portfolio.holding(instruments.market(symbol)).positionTowards(side);
            BigDecimal quantity = position.reducibleBy(side.closing());
            if (quantity.signum() == 0) {
                return Optional.<OrderAck>empty();
            }
            boolean hedge = portfolio.positionMode() == PositionMode.HEDGE;
            OrderRequest order = OrderRequest.builder(symbol, side.closing(), OrderType.MARKET)
                    .quantity(quantity)
                    .positionSide(hedge ? side : null)
                    .reduceOnly(!hedge)
                    .build();
            return Optional.of(OrderAck.of(entry.place(portfolio, order).view()));
        });
    }

    /** Nothing is ever on its way here, so what the venue does not know was not placed. */
    @Override
    public OrderResolution resolve(OrderRef ref, Instant sentAt) {
        return order(ref)
                .<OrderResolution>map(OrderResolution.Placed::new)
                .orElseGet(() -> new OrderResolution.NotPlaced(ref));
    }
}
