package dev.astrolabe.examples.desk.market;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What exchangeInfo answers. */
final class Catalog {

    // Far above the venue's 2400: the clock here runs hundreds of times as fast, and limits count in real minutes.
    static final int WEIGHT_A_MINUTE = 1_000_000;

    private static final List<String> ORDER_TYPES = List.of(
            "LIMIT", "MARKET", "STOP", "STOP_MARKET", "TAKE_PROFIT", "TAKE_PROFIT_MARKET", "TRAILING_STOP_MARKET");
    private static final List<String> TIMES_IN_FORCE = List.of("GTC", "IOC", "FOK", "GTX", "HIDDEN");
    private static final long NEVER_DELIVERED = 4_133_404_800_000L;
    private static final long ONBOARDED = 1_627_628_400_000L;

    private Catalog() {}

    static Map<String, Object> exchangeInfo(long now) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("timezone", "UTC");
        info.put("serverTime", now);
        info.put("futuresType", "U_MARGINED");
        info.put(
                "rateLimits",
                List.of(limit("REQUEST_WEIGHT", "MINUTE", 1, WEIGHT_A_MINUTE), limit("ORDERS", "MINUTE", 1, 1200)));
        info.put("exchangeFilters", List.of());
        info.put(
                "assets", List.of(Map.of("asset", Coin.QUOTE, "marginAvailable", true, "autoAssetExchange", "-10000")));
        info.put("symbols", Coin.ALL.stream().map(Catalog::symbol).toList());
        return info;
    }

    private static Map<String, Object> limit(String type, String interval, int number, int limit) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("rateLimitType", type);
        row.put("interval", interval);
        row.put("intervalNum", number);
        row.put("limit", limit);
        return row;
    }

    private static Map<String, Object> symbol(Coin coin) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("symbol", coin.symbol());
        row.put("pair", coin.symbol());
        row.put("contractType", "PERPETUAL");
        row.put("deliveryDate", NEVER_DELIVERED);
        row.put("onboardDate", ONBOARDED);
        row.put("status", "TRADING");
        row.put("maintMarginPercent", "2.5000");
        row.put("requiredMarginPercent", "5.0000");
        row.put("baseAsset", coin.base());
        row.put("quoteAsset", Coin.QUOTE);
        row.put("marginAsset", Coin.QUOTE);
        row.put("pricePrecision", coin.tickDecimals());
        row.put("quantityPrecision", coin.lotDecimals());
        row.put("baseAssetPrecision", 8);
        row.put("quotePrecision", 8);
        row.put("underlyingType", "COIN");
        row.put("underlyingSubType", List.of());
        row.put("settlePlan", 0);
        row.put("triggerProtect", "0.0500");
        row.put("liquidationFee", "0.025000");
        row.put("marketTakeBound", "0.05");
        row.put("filters", filters(coin));
        row.put("orderTypes", ORDER_TYPES);
        row.put("timeInForce", TIMES_IN_FORCE);
        return row;
    }

    private static List<Map<String, Object>> filters(Coin coin) {
        List<Map<String, Object>> filters = new ArrayList<>();
        filters.add(filter(
                "PRICE_FILTER",
                "minPrice",
                coin.tick().toPlainString(),
                "maxPrice",
                coin.price(100 * coin.ticks(coin.startPrice())).toPlainString(),
                "tickSize",
                coin.tick().toPlainString()));
        for (String type : List.of("LOT_SIZE", "MARKET_LOT_SIZE")) {
            filters.add(filter(
                    type,
                    "minQty",
                    coin.lot().toPlainString(),
                    "maxQty",
                    coin.quantity(coin.lots(50_000_000, coin.startPrice())).toPlainString(),
                    "stepSize",
                    coin.lot().toPlainString()));
        }
        filters.add(filter("MAX_NUM_ORDERS", "limit", 200));
        filters.add(filter("MAX_NUM_ALGO_ORDERS", "limit", 10));
        filters.add(filter("MIN_NOTIONAL", "notional", "5"));
        filters.add(filter(
                "PERCENT_PRICE", "multiplierUp", "1.0500", "multiplierDown", "0.9500", "multiplierDecimal", "4"));
        return filters;
    }

    private static Map<String, Object> filter(String type, Object... fields) {
        Map<String, Object> filter = new LinkedHashMap<>();
        filter.put("filterType", type);
        for (int i = 0; i < fields.length; i += 2) {
            filter.put((String) fields[i], fields[i + 1]);
        }
        return filter;
    }
}
