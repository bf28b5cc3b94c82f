package dev.astrolabe.aster.standin;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What public streams tell when a price has moved or the account has traded. */
final class StandInMarketEvents {

    private static final int LEVELS = 1000;

    private final StandInMarket market;
    private final Clock clock;
    private final Map<String, Map<String, Set<BigDecimal>>> toldBooks = new HashMap<>();
    private final Map<String, Long> toldIds = new HashMap<>();
    private long trades = 5_000;

    StandInMarketEvents(StandInMarket market, Clock clock) {
        this.market = market;
        this.clock = clock;
        StandInMarket.SYMBOLS.forEach(this::remember);
    }

    private void remember(String symbol) {
        toldBooks.put(symbol, Map.of("b", prices(symbol, "bids"), "a", prices(symbol, "asks")));
        toldIds.put(symbol, market.updateId(symbol));
    }

    private Set<BigDecimal> prices(String symbol, String side) {
        Set<BigDecimal> prices = new HashSet<>();
        for (List<BigDecimal> level : market.levels(symbol, side, LEVELS)) {
            prices.add(level.get(0));
        }
        return prices;
    }

    /** What the streams of a symbol tell after its price has moved, by their names. */
    Map<String, Object> moved(String symbol, Set<String> wanted) {
        String start = symbol.toLowerCase(Locale.ROOT) + "@";
        Map<String, Object> events = new LinkedHashMap<>();
        for (String stream : wanted) {
            if (stream.startsWith(start)) {
                Object event = told(symbol, stream.substring(start.length()));
                if (event != null) {
                    events.put(stream, event);
                }
            }
        }
        remember(symbol);
        return events;
    }

    private Object told(String symbol, String stream) {
        String kind = stream.replaceAll("[_@].*", "");
        return switch (kind) {
            case "aggTrade" -> trade(symbol, market.price(symbol), BigDecimal.ONE, false);
            case "bookTicker" -> bookTicker(symbol);
            case "markPrice" -> markPrice(symbol);
            case "kline" -> candle(symbol, stream.substring("kline_".length()));
            case "depth" -> depth(symbol);
            default -> null;
        };
    }

    private Map<String, Object> event(String name, String symbol) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("e", name);
        event.put("E", clock.millis());
        event.put("s", symbol);
        return event;
    }

    Map<String, Object> trade(String symbol, BigDecimal price, BigDecimal quantity, boolean buyerIsMaker) {
        Map<String, Object> event = event("aggTrade", symbol);
        event.put("a", ++trades);
        event.put("p", price.toPlainString());
        event.put("q", quantity.toPlainString());
        event.put("f", trades);
        event.put("l", trades);
        event.put("T", clock.millis());
        event.put("m", buyerIsMaker);
        return event;
    }

    private Object bookTicker(String symbol) {
        Map<String, Object> event = event("bookTicker", symbol);
        event.put("u", market.updateId(symbol));
        event.put("T", clock.millis());
        event.put("b", market.bid(symbol).toPlainString());
        event.put("B", StandInMarket.DEPTH.toPlainString());
        event.put("a", market.ask(symbol).toPlainString());
        event.put("A", StandInMarket.DEPTH.toPlainString());
        return event;
    }

    private Object markPrice(String symbol) {
        Map<String, Object> event = event("markPriceUpdate", symbol);
        String price = market.price(symbol).toPlainString();
        event.put("p", price);
        event.put("i", price);
        event.put("P", price);
        event.put("r", "0.00010000");
        event.put("T", market.nextFunding());
        return event;
    }

    private Object candle(String symbol, String interval) {
        List<Object> row = market.candles(symbol, interval, null, null, 1).get(0);
        Map<String, Object> k = new LinkedHashMap<>();
        k.put("t", row.get(0));
        k.put("T", row.get(6));
        k.put("s", symbol);
        k.put("i", interval);
        k.put("f", 100);
        k.put("L", 200);
        k.put("o", row.get(1).toString());
        k.put("c", row.get(4).toString());
        k.put("h", row.get(2).toString());
        k.put("l", row.get(3).toString());
        k.put("v", row.get(5));
        k.put("n", 100);
        k.put("x", false);
        k.put("q", row.get(7));
        k.put("V", row.get(9));
        k.put("Q", row.get(10));
        k.put("B", "0");
        Map<String, Object> event = event("kline", symbol);
        event.put("k", k);
        return event;
    }

    private Object depth(String symbol) {
        Map<String, Object> event = event("depthUpdate", symbol);
        long before = toldIds.get(symbol);
        event.put("T", clock.millis());
        event.put("U", before + 1);
        event.put("u", market.updateId(symbol));
        event.put("pu", before);
        event.put("b", changes(toldBooks.get(symbol).get("b"), market.levels(symbol, "bids", LEVELS)));
        event.put("a", changes(toldBooks.get(symbol).get("a"), market.levels(symbol, "asks", LEVELS)));
        return event;
    }

    private static List<List<String>> changes(Set<BigDecimal> before, List<List<BigDecimal>> now) {
        Set<BigDecimal> gone = new HashSet<>(before);
        List<List<String>> changes = new ArrayList<>();
        for (List<BigDecimal> level : now) {
            if (!gone.remove(level.get(0))) {
                changes.add(List.of(level.get(0).toPlainString(), level.get(1).toPlainString()));
            }
        }
        gone.forEach(price -> changes.add(List.of(price.toPlainString(), "0")));
        return changes;
    }
}
