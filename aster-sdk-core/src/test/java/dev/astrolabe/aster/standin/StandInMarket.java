package dev.astrolabe.aster.standin;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The public half of a small AsterDex: two instruments, their prices, books, trades, candles and funding. */
public final class StandInMarket {

    static final BigDecimal DEPTH = new BigDecimal("1000000000");
    static final List<String> SYMBOLS = List.of("BTCUSDT", "1000PEPEUSDT");

    private static final long FIRST_UPDATE = 1027024;
    private static final long CHANGES_A_MOVE = 3;
    private static final int TRADES = 20;
    private static final Duration FUNDING = Duration.ofHours(8);

    /** An instrument, in the venue's unit. */
    record Listing(String symbol, String base, BigDecimal tick, BigDecimal lot, BigDecimal maxQuantity) {}

    private final Clock clock;
    private final Instant opened;
    private final Map<String, Listing> listings = new LinkedHashMap<>();
    private final Map<String, BigDecimal> prices = new LinkedHashMap<>();
    private final Map<String, BigDecimal> openingPrices = new LinkedHashMap<>();
    private final Map<String, Long> updateIds = new LinkedHashMap<>();
    private int oldSnapshots;

    public StandInMarket(Clock clock) {
        this.clock = clock;
        this.opened = clock.instant();
        list(new Listing("BTCUSDT", "BTC", num("0.1"), num("0.001"), num("100")), "50000");
        list(new Listing("1000PEPEUSDT", "1000PEPE", num("0.0000010"), num("1"), num("100000000")), "0.01");
    }

    private void list(Listing listing, String price) {
        listings.put(listing.symbol(), listing);
        prices.put(listing.symbol(), num(price));
        openingPrices.put(listing.symbol(), num(price));
        updateIds.put(listing.symbol(), FIRST_UPDATE);
    }

    static BigDecimal num(String text) {
        return new BigDecimal(text);
    }

    boolean lists(String symbol) {
        return listings.containsKey(symbol);
    }

    BigDecimal price(String symbol) {
        return prices.get(symbol);
    }

    BigDecimal bid(String symbol) {
        return price(symbol).subtract(listings.get(symbol).tick());
    }

    BigDecimal ask(String symbol) {
        return price(symbol).add(listings.get(symbol).tick());
    }

    void move(String symbol, BigDecimal price) {
        prices.put(symbol, price);
        updateIds.merge(symbol, CHANGES_A_MOVE, Long::sum);
    }

    /** The number of the last change of a book. */
    long updateId(String symbol) {
        return updateIds.get(symbol);
    }

    /** The next snapshots of any book shall be as it was at the opening. */
    void answerOldSnapshots(int count) {
        oldSnapshots = count;
    }

    public Object exchangeInfo() {
        return Map.of(
                "timezone", "UTC",
                "serverTime", clock.millis(),
                "rateLimits",
                        List.of(
                                limit("REQUEST_WEIGHT", "MINUTE", 1, 2400),
                                limit("ORDERS", "MINUTE", 1, 1200),
                                limit("ORDERS", "SECOND", 10, 300)),
                "exchangeFilters", List.of(),
                "symbols",
                        listings.values().stream().map(StandInMarket::symbolRow).toList());
    }

    private static Map<String, Object> limit(String type, String interval, int count, int limit) {
        return Map.of("rateLimitType", type, "interval", interval, "intervalNum", count, "limit", limit);
    }

    private static Map<String, Object> symbolRow(Listing listing) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("symbol", listing.symbol());
        row.put("pair", listing.symbol());
        row.put("contractType", "PERPETUAL");
        row.put("deliveryDate", 4133404800000L);
        row.put("onboardDate", 1627628400000L);
        row.put("status", "TRADING");
        row.put("baseAsset", listing.base());
        row.put("quoteAsset", "USDT");
        row.put("marginAsset", "USDT");
        row.put(
                "filters",
                List.of(
                        Map.of(
                                "filterType",
                                "PRICE_FILTER",
                                "minPrice",
                                listing.tick(),
                                "maxPrice",
                                "1000000",
                                "tickSize",
                                listing.tick()),
                        lots("LOT_SIZE", listing),
                        lots("MARKET_LOT_SIZE", listing),
                        Map.of("filterType", "MIN_NOTIONAL", "notional", "5"),
                        Map.of(
                                "filterType", "PERCENT_PRICE",
                                "multiplierUp", "5",
                                "multiplierDown", "0.2",
                                "multiplierDecimal", "4")));
        row.put(
                "orderTypes",
                List.of(
                        "LIMIT",
                        "MARKET",
                        "STOP",
                        "STOP_MARKET",
                        "TAKE_PROFIT",
                        "TAKE_PROFIT_MARKET",
                        "TRAILING_STOP_MARKET"));
        row.put("timeInForce", List.of("GTC", "IOC", "FOK", "GTX", "RPI", "HIDDEN"));
        return row;
    }

    private static Map<String, Object> lots(String type, Listing listing) {
        return Map.of(
                "filterType", type,
                "minQty", listing.lot(),
                "maxQty", listing.maxQuantity(),
                "stepSize", listing.lot());
    }

    Object depth(String symbol, int limit) {
        boolean old = oldSnapshots > 0;
        oldSnapshots -= old ? 1 : 0;
        BigDecimal price = (old ? openingPrices : prices).get(symbol);
        long id = old ? FIRST_UPDATE : updateId(symbol);
        return Map.of(
                "lastUpdateId",
                id,
                "E",
                clock.millis(),
                "T",
                clock.millis(),
                "bids",
                levels(symbol, price, -1, limit),
                "asks",
                levels(symbol, price, 1, limit));
    }

    /** One side of a book as it is now: bids or asks, the best first. */
    List<List<BigDecimal>> levels(String symbol, String side, int limit) {
        return levels(symbol, price(symbol), side.equals("bids") ? -1 : 1, limit);
    }

    private List<List<BigDecimal>> levels(String symbol, BigDecimal price, int direction, int limit) {
        BigDecimal tick = listings.get(symbol).tick();
        List<List<BigDecimal>> levels = new ArrayList<>();
        for (int i = 1; i <= limit; i++) {
            levels.add(List.of(price.add(tick.multiply(BigDecimal.valueOf((long) direction * i))), DEPTH));
        }
        return levels;
    }

    List<Map<String, Object>> trades(String symbol, long fromId, int limit) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (long id = Math.max(1, fromId); id <= TRADES && rows.size() < limit; id++) {
            rows.add(Map.of(
                    "id",
                    id,
                    "price",
                    price(symbol).toPlainString(),
                    "qty",
                    "1.000",
                    "quoteQty",
                    price(symbol).toPlainString(),
                    "time",
                    opened.minusSeconds(10L * (TRADES - id)).toEpochMilli(),
                    "isBuyerMaker",
                    id % 2 == 0));
        }
        return rows;
    }

    List<Map<String, Object>> newestTrades(String symbol, int limit) {
        return trades(symbol, TRADES - limit + 1L, limit);
    }

    List<List<Object>> candles(String symbol, String interval, Long start, Long end, int limit) {
        BigDecimal price = price(symbol);
        BigDecimal tick = listings.get(symbol).tick();
        List<List<Object>> rows = new ArrayList<>();
        List<Long> times = openTimes(interval);
        for (int i = 0; i + 1 < times.size(); i++) {
            long time = times.get(i);
            if ((start == null || time >= start) && (end == null || time <= end)) {
                rows.add(List.of(
                        time,
                        price,
                        price.add(tick),
                        price.subtract(tick),
                        price,
                        "12.5",
                        times.get(i + 1) - 1,
                        "625000",
                        308,
                        "6",
                        "300000",
                        "0"));
            }
        }
        int size = rows.size();
        return start != null ? rows.subList(0, Math.min(limit, size)) : rows.subList(Math.max(0, size - limit), size);
    }

    /** 30 openings up to now, and the one after. */
    private List<Long> openTimes(String interval) {
        List<Long> times = new ArrayList<>();
        if (interval.equals("1M")) {
            YearMonth month = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
            for (int back = 30; back >= -1; back--) {
                times.add(month.minusMonths(back)
                        .atDay(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .toEpochMilli());
            }
            return times;
        }
        long count = Long.parseLong(interval.substring(0, interval.length() - 1));
        long unit = switch (interval.charAt(interval.length() - 1)) {
            case 'm' -> Duration.ofMinutes(count).toMillis();
            case 'h' -> Duration.ofHours(count).toMillis();
            case 'd' -> Duration.ofDays(count).toMillis();
            default -> Duration.ofDays(7 * count).toMillis();
        };
        long current = clock.millis() / unit * unit;
        for (int back = 30; back >= -1; back--) {
            times.add(current - back * unit);
        }
        return times;
    }

    Object premium(String symbol) {
        return Map.of(
                "symbol",
                symbol,
                "markPrice",
                price(symbol).toPlainString(),
                "indexPrice",
                price(symbol).toPlainString(),
                "estimatedSettlePrice",
                price(symbol).toPlainString(),
                "lastFundingRate",
                "0.00010000",
                "nextFundingTime",
                nextFunding(),
                "interestRate",
                "0.00010000",
                "time",
                clock.millis());
    }

    long nextFunding() {
        return (clock.millis() / FUNDING.toMillis() + 1) * FUNDING.toMillis();
    }

    List<Object> everyPremium() {
        return listings.keySet().stream().map(this::premium).toList();
    }

    List<Map<String, Object>> funding(String symbol, long start, long end, int limit) {
        List<Map<String, Object>> rows = new ArrayList<>();
        long last = opened.toEpochMilli() / FUNDING.toMillis() * FUNDING.toMillis();
        for (int back = 6; back >= 0; back--) {
            long time = last - back * FUNDING.toMillis();
            if (time >= start && time <= end && rows.size() < limit) {
                rows.add(Map.of("symbol", symbol, "fundingRate", "0.00010000", "fundingTime", time));
            }
        }
        return rows;
    }

    Object fundingInfo(String symbol) {
        return List.of(Map.of("symbol", symbol, "interestRate", "0.0001", "time", 0, "fundingIntervalHours", 8));
    }

    Object ticker(String symbol) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("symbol", symbol);
        row.put("priceChangePercent", "2.040");
        row.put("lastPrice", price(symbol));
        row.put("openPrice", price(symbol).multiply(num("0.98")));
        row.put("highPrice", price(symbol));
        row.put("lowPrice", price(symbol).multiply(num("0.97")));
        row.put("volume", "8913.300");
        row.put("quoteVolume", "445665000");
        row.put("openTime", clock.millis() - Duration.ofDays(1).toMillis());
        row.put("closeTime", clock.millis());
        return row;
    }

    List<Object> tickers() {
        return listings.keySet().stream().map(this::ticker).toList();
    }

    Object bookTicker(String symbol) {
        return Map.of(
                "symbol",
                symbol,
                "bidPrice",
                bid(symbol),
                "bidQty",
                DEPTH,
                "askPrice",
                ask(symbol),
                "askQty",
                DEPTH,
                "time",
                clock.millis());
    }

    List<Object> bookTickers() {
        return listings.keySet().stream().map(this::bookTicker).toList();
    }
}
