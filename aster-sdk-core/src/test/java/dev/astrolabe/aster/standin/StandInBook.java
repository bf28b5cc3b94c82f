package dev.astrolabe.aster.standin;

import static dev.astrolabe.aster.standin.StandInMarket.num;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The orders of a small AsterDex: which are taken, when they fill, and which a query finds. */
final class StandInBook {

    private final StandInMarket market;
    private final StandInAccount account;
    private final Clock clock;
    private final List<StandInOrder> orders = new ArrayList<>();

    StandInBook(StandInMarket market, StandInAccount account, Clock clock) {
        this.market = market;
        this.account = account;
        this.clock = clock;
    }

    StandInOrder check(Map<String, String> params) {
        String symbol = params.get("symbol");
        if (!market.lists(symbol)) {
            throw new Refusal(-1121, "Invalid symbol.");
        }
        StandInOrder order = new StandInOrder(account.nextId(), clock.millis(), params);
        if (order.slot.equals("BOTH") == account.hedge()) {
            throw new Refusal(-4061, "Order's position side does not match user's setting.");
        }
        if (orders.stream().anyMatch(other -> other.open() && other.clientId.equals(order.clientId))) {
            throw new Refusal(-4116, "ClientOrderId is duplicated.");
        }
        if (order.waitsForTrigger() && !order.type.startsWith("TRAILING") && order.firedBy(market.price(symbol))) {
            throw new Refusal(-2021, "Order would immediately trigger.");
        }
        if (!order.waitsForTrigger()
                && order.reduceOnly
                && account.reducible(order).signum() == 0) {
            throw new Refusal(-2022, "ReduceOnly Order is rejected.");
        }
        if (!order.waitsForTrigger()
                && !order.reduceOnly
                && account.marginOf(order).compareTo(account.available()) > 0) {
            throw new Refusal(-2019, "Margin is insufficient.");
        }
        return order;
    }

    StandInOrder place(Map<String, String> params) {
        StandInOrder order = check(params);
        orders.add(order);
        if (order.waitsForTrigger()) {
            order.follow(market.price(order.symbol));
        } else {
            match(order);
        }
        return order;
    }

    private void match(StandInOrder order) {
        BigDecimal best = order.buy ? market.ask(order.symbol) : market.bid(order.symbol);
        boolean crosses = order.type.equals("MARKET")
                || (order.buy ? order.price.compareTo(best) >= 0 : order.price.compareTo(best) <= 0);
        boolean postOnly = order.timeInForce.equals("GTX");
        boolean atOnce = order.timeInForce.equals("IOC") || order.timeInForce.equals("FOK");
        if ((crosses && postOnly) || (!crosses && atOnce)) {
            order.status = "EXPIRED";
        } else if (crosses) {
            account.fill(order, best, false);
        }
    }

    void priceMoved(String symbol) {
        BigDecimal mark = market.price(symbol);
        for (StandInOrder order : List.copyOf(orders)) {
            if (!order.symbol.equals(symbol) || !order.open()) {
                continue;
            }
            if (order.waitsForTrigger()) {
                order.follow(mark);
                if (order.firedBy(mark)) {
                    order.type = order.price.signum() == 0 ? "MARKET" : "LIMIT";
                    match(order);
                }
            } else if (order.buy ? mark.compareTo(order.price) <= 0 : mark.compareTo(order.price) >= 0) {
                account.fill(order, order.price, true);
            }
        }
    }

    private Optional<StandInOrder> find(Map<String, String> params) {
        String id = params.get("orderId");
        String clientId = params.get("origClientOrderId");
        return orders.stream()
                .filter(order -> order.symbol.equals(params.get("symbol")))
                .filter(order -> id != null ? Long.toString(order.id).equals(id) : order.clientId.equals(clientId))
                .reduce((first, second) -> second);
    }

    /** What a query finds, which may lag behind what was executed. */
    StandInOrder query(Map<String, String> params) {
        return find(params).filter(this::seen).orElseThrow(StandInBook::absent);
    }

    private static Refusal absent() {
        return new Refusal(-2013, "Order does not exist.");
    }

    private boolean seen(StandInOrder order) {
        return !order.seenFrom.isAfter(clock.instant());
    }

    /** Hides the newest orders from queries for a while. */
    void hide(int olderOnes, Instant until) {
        orders.subList(olderOnes, orders.size()).forEach(order -> order.seenFrom = until);
    }

    /** Only limit orders can be changed; the order keeps its ids (docs: futures v3, "Modify Order"). */
    StandInOrder amend(Map<String, String> params) {
        StandInOrder order = find(params).filter(StandInOrder::open).orElseThrow(StandInBook::absent);
        if (!order.type.equals("LIMIT")) {
            throw new Refusal(-1116, "Invalid orderType.");
        }
        order.quantity = num(params.get("quantity"));
        order.price = num(params.get("price"));
        order.updated = clock.millis();
        match(order);
        return order;
    }

    StandInOrder cancel(Map<String, String> params) {
        Refusal absent = new Refusal(-2011, "Unknown order sent.");
        StandInOrder order = find(params).orElseThrow(() -> absent);
        if (!order.open()) {
            throw absent;
        }
        order.status = "CANCELED";
        order.updated = clock.millis();
        return order;
    }

    void cancelAll(String symbol) {
        orders.stream()
                .filter(order -> order.open() && order.symbol.equals(symbol))
                .forEach(order -> order.status = "CANCELED");
    }

    List<StandInOrder> orders() {
        return orders;
    }

    List<Map<String, Object>> openOrders(String symbol) {
        return orders.stream()
                .filter(this::seen)
                .filter(order -> order.open() && (symbol == null || order.symbol.equals(symbol)))
                .map(StandInOrder::json)
                .toList();
    }

    List<Map<String, Object>> allOrders() {
        return orders.stream().filter(this::seen).map(StandInOrder::json).toList();
    }
}
