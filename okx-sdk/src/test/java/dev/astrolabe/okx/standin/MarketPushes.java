package dev.astrolabe.okx.standin;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the public channels of a small OKX tell. Guarded by the stand-in. */
final class MarketPushes {

    private static final Set<String> BARS = Set.of(
            "1m", "3m", "5m", "15m", "30m", "1H", "2H", "4H", "6H", "12H", "1D", "2D", "3D", "1W", "1M", "3M", "6Hutc",
            "12Hutc", "1Dutc", "2Dutc", "3Dutc", "1Wutc", "1Mutc", "3Mutc");

    private final MarketDesk market;
    private final Clock clock;
    private final Map<Listing, Long> told = new HashMap<>();
    private final Map<Listing, BigDecimal> toldPrices = new HashMap<>();

    MarketPushes(MarketDesk market, Clock clock) {
        this.market = market;
        this.clock = clock;
        Listing.ALL.forEach(this::remember);
    }

    private void remember(Listing listing) {
        told.put(listing, market.sequence(listing));
        toldPrices.put(listing, market.price(listing));
    }

    static boolean isPublic(String channel) {
        return Set.of(
                        "tickers",
                        "trades",
                        "books",
                        "books5",
                        "bbo-tbt",
                        "mark-price",
                        "index-tickers",
                        "funding-rate",
                        "instruments",
                        "status")
                .contains(channel);
    }

    static boolean isCandle(String channel) {
        return BARS.contains(bar(channel));
    }

    private static String bar(String channel) {
        return channel.replaceFirst("^(mark-price-|index-)?candle", "");
    }

    /** The instrument of a channel; null where it has none of that name. */
    static Listing listing(String channel, String instId) {
        boolean index = channel.startsWith("index-");
        return Listing.ALL.stream()
                .filter(each -> (index ? each.family() : each.instId()).equals(instId))
                .findFirst()
                .orElse(null);
    }

    /** What is told at once to who subscribes; null where there is nothing. */
    Map<String, Object> first(String channel, Listing listing) {
        return switch (channel) {
            case "trades", "instruments", "status" -> null;
            case "books" -> {
                Map<String, Object> book = new LinkedHashMap<>(market.book(listing, MarketDesk.LEVELS));
                book.put("checksum", 0);
                book.put("prevSeqId", -1);
                yield push("snapshot", book);
            }
            default -> now(channel, listing);
        };
    }

    /** Whether there is news of an instrument. */
    boolean moved(Listing listing) {
        return told.get(listing) != market.sequence(listing);
    }

    /** What is told of a move. */
    Map<String, Object> moved(String channel, Listing listing) {
        return channel.equals("books") ? push("update", delta(listing)) : now(channel, listing);
    }

    void told(Listing listing) {
        remember(listing);
    }

    private Map<String, Object> now(String channel, Listing listing) {
        return push(
                "",
                switch (channel) {
                    case "tickers" -> market.ticker(listing);
                    case "trades" -> {
                        Map<String, Object> trade = new LinkedHashMap<>(market.newestTrade(listing));
                        trade.put("count", "1");
                        trade.put("seqId", market.sequence(listing));
                        yield trade;
                    }
                    case "books5" -> market.book(listing, 5);
                    case "bbo-tbt" -> market.book(listing, 1);
                    case "mark-price" -> market.markPrice(listing);
                    case "index-tickers" -> market.indexTicker(listing);
                    case "funding-rate" -> market.funding(listing);
                    default ->
                        market.candles()
                                .running(listing, market.price(listing), bar(channel), channel.startsWith("candle"));
                });
    }

    private static Map<String, Object> push(String action, Object row) {
        Map<String, Object> push = new LinkedHashMap<>();
        if (!action.isEmpty()) {
            push.put("action", action);
        }
        push.put("data", List.of(row));
        return push;
    }

    /** What is gone has the size 0, and what stays is not told. */
    private Map<String, Object> delta(Listing listing) {
        BigDecimal before = toldPrices.get(listing);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("asks", delta(listing, before, 1));
        row.put("bids", delta(listing, before, -1));
        row.put("ts", Long.toString(clock.millis()));
        row.put("checksum", 0);
        row.put("prevSeqId", told.get(listing));
        row.put("seqId", market.sequence(listing));
        return row;
    }

    private List<List<String>> delta(Listing listing, BigDecimal before, int direction) {
        List<List<String>> old = MarketDesk.side(listing, before, direction, MarketDesk.LEVELS);
        List<List<String>> fresh = MarketDesk.side(listing, market.price(listing), direction, MarketDesk.LEVELS);
        Set<String> stays = new HashSet<>();
        fresh.forEach(level -> stays.add(level.get(0)));
        List<List<String>> rows = new ArrayList<>();
        for (List<String> level : old) {
            if (!stays.contains(level.get(0))) {
                rows.add(List.of(level.get(0), "0", "0", "0"));
            }
        }
        Set<String> known = new HashSet<>();
        old.forEach(level -> known.add(level.get(0)));
        fresh.stream().filter(level -> !known.contains(level.get(0))).forEach(rows::add);
        return rows;
    }
}
