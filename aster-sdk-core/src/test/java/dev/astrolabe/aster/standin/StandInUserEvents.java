package dev.astrolabe.aster.standin;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the account's stream tells, found by comparing the account with how it was told last. As the venue says of itself, a position
 * that is flat is not told any more.
 */
final class StandInUserEvents {

    private record Told(String status, String type, BigDecimal filled, BigDecimal price, BigDecimal quantity) {
        static Told of(StandInOrder order) {
            return new Told(order.status, order.type, order.filled, order.price, order.quantity);
        }
    }

    private final StandInAccount account;
    private final Clock clock;
    private final Map<Long, Told> orders = new LinkedHashMap<>();
    private final Map<String, Integer> leverages = new LinkedHashMap<>();
    private int fills;
    private boolean hedge;

    StandInUserEvents(StandInAccount account, Clock clock) {
        this.account = account;
        this.clock = clock;
        this.hedge = account.hedge();
        for (String symbol : StandInMarket.SYMBOLS) {
            leverages.put(symbol, account.leverage(symbol));
        }
    }

    /** What happened since the last time, in order. */
    List<Object> news() {
        List<Object> events = new ArrayList<>();
        List<Map<String, Object>> newFills =
                List.copyOf(account.fills().subList(fills, account.fills().size()));
        fills = account.fills().size();
        for (StandInOrder order : account.book().orders()) {
            Told before = orders.put(order.id, Told.of(order));
            if (before == null) {
                events.add(orderEvent(order, "NEW", "NEW", Map.of()));
            }
            List<Map<String, Object>> own = newFills.stream()
                    .filter(fill -> fill.get("orderId").equals(order.id))
                    .toList();
            boolean changed = before == null ? !order.open() : !before.equals(Told.of(order));
            if (!own.isEmpty()) {
                own.forEach(fill -> events.add(orderEvent(order, "TRADE", order.status, fill)));
            } else if (changed) {
                events.add(orderEvent(order, order.open() ? "AMENDMENT" : order.status, order.status, Map.of()));
            }
        }
        if (!newFills.isEmpty()) {
            events.add(accountEvent(newFills));
        }
        settings(events);
        return events;
    }

    private void settings(List<Object> events) {
        for (String symbol : StandInMarket.SYMBOLS) {
            int now = account.leverage(symbol);
            if (!Objects.equals(leverages.put(symbol, now), now)) {
                Map<String, Object> event = event("ACCOUNT_CONFIG_UPDATE");
                event.put("ac", Map.of("s", symbol, "l", now));
                events.add(event);
            }
        }
        if (hedge != account.hedge()) {
            hedge = account.hedge();
            Map<String, Object> event = event("ACCOUNT_CONFIG_UPDATE");
            event.put("ai", Map.of("j", false, "f", false, "d", hedge));
            events.add(event);
        }
    }

    private Map<String, Object> event(String name) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("e", name);
        event.put("E", clock.millis());
        event.put("T", clock.millis());
        return event;
    }

    private Map<String, Object> orderEvent(
            StandInOrder order, String execution, String status, Map<String, Object> fill) {
        boolean begins = execution.equals("NEW");
        Map<String, Object> o = new LinkedHashMap<>();
        o.put("s", order.symbol);
        o.put("c", order.clientId);
        o.put("S", order.buy ? "BUY" : "SELL");
        o.put("o", begins ? order.placedAs : order.type);
        o.put("f", order.timeInForce);
        o.put("q", text(order.quantity));
        o.put("p", text(order.price));
        o.put("ap", begins ? "0" : text(order.average));
        o.put("sp", text(order.stopPrice));
        o.put("x", execution);
        o.put("X", status);
        o.put("i", order.id);
        o.put("l", fill.isEmpty() ? "0" : text((BigDecimal) fill.get("qty")));
        o.put("z", begins ? "0" : text(order.filled));
        o.put("L", fill.isEmpty() ? "0" : text((BigDecimal) fill.get("price")));
        if (!fill.isEmpty()) {
            o.put("N", fill.get("commissionAsset"));
            o.put("n", text(((BigDecimal) fill.get("commission")).negate()));
        }
        o.put("T", begins ? order.time : order.updated);
        o.put("t", fill.isEmpty() ? 0L : fill.get("id"));
        o.put("b", "0");
        o.put("a", "0");
        o.put("m", !fill.isEmpty() && (boolean) fill.get("maker"));
        o.put("R", order.reduceOnly);
        o.put("wt", order.workingType);
        o.put("ot", order.placedAs);
        o.put("ps", order.slot);
        o.put("cp", order.closePosition);
        if (order.placedAs.startsWith("TRAILING")) {
            o.put("AP", text(order.activationPrice));
            o.put("cr", text(order.callbackRate));
        }
        o.put("rp", fill.isEmpty() ? "0" : text((BigDecimal) fill.get("realizedPnl")));
        Map<String, Object> event = event("ORDER_TRADE_UPDATE");
        event.put("o", o);
        return event;
    }

    private Map<String, Object> accountEvent(List<Map<String, Object>> newFills) {
        List<Object> positions = new ArrayList<>();
        newFills.stream()
                .map(fill -> (String) fill.get("symbol"))
                .distinct()
                .forEach(symbol -> account.positions(symbol).stream()
                        .filter(row -> ((BigDecimal) row.get("positionAmt")).signum() != 0)
                        .forEach(row -> positions.add(position(row))));
        String wallet = text(account.wallet());
        Map<String, Object> a = new LinkedHashMap<>();
        a.put("m", "ORDER");
        a.put("B", List.of(Map.of("a", "USDT", "wb", wallet, "cw", wallet, "bc", "0")));
        a.put("P", positions);
        Map<String, Object> event = event("ACCOUNT_UPDATE");
        event.put("a", a);
        return event;
    }

    private static Object position(Map<String, Object> row) {
        Map<String, Object> p = new LinkedHashMap<>();
        p.put("s", row.get("symbol"));
        p.put("pa", text((BigDecimal) row.get("positionAmt")));
        p.put("ep", text((BigDecimal) row.get("entryPrice")));
        p.put("cr", "0");
        p.put("up", text((BigDecimal) row.get("unRealizedProfit")));
        p.put("mt", row.get("marginType"));
        p.put("iw", text((BigDecimal) row.get("isolatedMargin")));
        p.put("ps", row.get("positionSide"));
        return p;
    }

    private static String text(BigDecimal value) {
        return value.toPlainString();
    }
}
