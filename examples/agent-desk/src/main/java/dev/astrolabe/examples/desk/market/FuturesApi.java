package dev.astrolabe.examples.desk.market;

import dev.astrolabe.exchange.model.CandleInterval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The public market data of AsterDex futures v1, by its documentation of 2026-06: which path answers what, and at which weight.
 * Answers are maps and lists ready to be written as JSON. Safe for any thread.
 */
final class FuturesApi {

    private static final String ROOT = "/fapi/v3/";
    private static final Set<Integer> DEPTHS = Set.of(5, 10, 20, 50, 100, 500, 1000);
    private static final int DAY_OF_MINUTES = 24 * 60;

    private final SimulatedWorld world;
    private final String venue;
    private final Map<String, Call> calls = new LinkedHashMap<>();

    private record Call(Function<RequestParameters, Object> answer, ToLongFunction<RequestParameters> weight) {}

    FuturesApi(SimulatedWorld world, String venue) {
        this.world = world;
        this.venue = venue;
        world.markets(venue);
        add("ping", 1, query -> Map.of());
        add("time", 1, query -> Map.of("serverTime", now()));
        add("exchangeInfo", 1, query -> Catalog.exchangeInfo(now()));
        calls.put("depth", new Call(this::depth, query -> depthWeight(query.limit(500, 1000))));
        calls.put("klines", new Call(this::klines, query -> klineWeight(query.limit(500, 1500))));
        calls.put("markPriceKlines", new Call(this::markKlines, query -> klineWeight(query.limit(500, 1500))));
        calls.put("indexPriceKlines", new Call(this::indexKlines, query -> klineWeight(query.limit(500, 1500))));
        add("premiumIndex", 1, query -> oneOrAll(query, this::premium));
        add("fundingInfo", 1, this::fundingInfo);
        add("fundingRate", 1, this::fundingRate);
        calls.put("ticker/24hr", new Call(query -> oneOrAll(query, this::ticker24), query -> single(query) ? 1 : 40));
        calls.put("ticker/price", new Call(query -> oneOrAll(query, this::price), query -> single(query) ? 1 : 2));
        calls.put("ticker/bookTicker", new Call(query -> oneOrAll(query, this::best), query -> single(query) ? 1 : 2));
        add("trades", 1, this::trades);
        add("aggTrades", 20, this::aggregateTrades);
    }

    private void add(String path, int weight, Function<RequestParameters, Object> answer) {
        calls.put(path, new Call(answer, query -> weight));
    }

    /** An answer, what it weighs, and the world's time then. */
    record Answer(Object body, long weight, long time) {}

    Answer answer(String method, String path, RequestParameters query) {
        Call call = path.startsWith(ROOT) ? calls.get(path.substring(ROOT.length())) : null;
        if (call == null || !method.equals("GET")) {
            throw VenueError.unknownPath(method, path);
        }
        synchronized (world) {
            return new Answer(call.answer().apply(query), call.weight().applyAsLong(query), now());
        }
    }

    private long now() {
        return world.now().toEpochMilli();
    }

    private static boolean single(RequestParameters query) {
        return query.text("symbol") != null;
    }

    private static long depthWeight(int limit) {
        return limit <= 50 ? 2 : limit <= 100 ? 5 : limit <= 500 ? 10 : 20;
    }

    private static long klineWeight(int limit) {
        return limit < 100 ? 1 : limit < 500 ? 2 : limit <= 1000 ? 5 : 10;
    }

    private VenueMarket market(String symbol) {
        VenueMarket market = world.markets(venue).get(symbol);
        if (market == null) {
            throw VenueError.badSymbol();
        }
        return market;
    }

    private VenueMarket market(RequestParameters query) {
        return market(query.mandatory("symbol"));
    }

    private Object oneOrAll(RequestParameters query, Function<VenueMarket, Map<String, Object>> row) {
        String symbol = query.text("symbol");
        return symbol != null
                ? row.apply(market(symbol))
                : world.markets(venue).values().stream().map(row).toList();
    }

    private Object depth(RequestParameters query) {
        VenueMarket market = market(query);
        Long limit = query.number("limit");
        int levels = limit == null ? 500 : (int) Math.min(limit, Integer.MAX_VALUE);
        if (!DEPTHS.contains(levels)) {
            throw VenueError.badDepth(levels);
        }
        BookShape book = world.book(venue, market);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("lastUpdateId", world.beats() * 100);
        row.put("E", now());
        row.put("T", now());
        row.put("bids", levels(market.coin(), book.bids(levels)));
        row.put("asks", levels(market.coin(), book.asks(levels)));
        return row;
    }

    private static List<List<String>> levels(Coin coin, List<BookShape.Level> levels) {
        return levels.stream()
                .map(level -> List.of(text(coin.price(level.ticks())), text(coin.quantity(level.lots()))))
                .toList();
    }

    private static String text(BigDecimal value) {
        return value.toPlainString();
    }

    private Object klines(RequestParameters query) {
        VenueMarket market = market(query);
        Coin coin = market.coin();
        return rows(
                query,
                market.lastBars(),
                coin.tickDecimals(),
                bar -> List.of(
                        text(coin.quantity(bar.lots)),
                        text(coin.notional(bar.ticksTimesLots)),
                        bar.trades,
                        text(coin.quantity(bar.takerLots)),
                        text(coin.notional(bar.takerTicksTimesLots))));
    }

    private Object markKlines(RequestParameters query) {
        return rows(query, market(query).markBars(), VenueMarket.INDEX_DECIMALS, FuturesApi::noVolume);
    }

    private Object indexKlines(RequestParameters query) {
        MinuteBars bars = market(query.mandatory("pair")).indexBars();
        return rows(query, bars, VenueMarket.INDEX_DECIMALS, FuturesApi::noVolume);
    }

    private static List<Object> noVolume(MinuteBar bar) {
        return List.of("0", "0", 60, "0", "0");
    }

    /** Rows of 12; {@code amounts} are volume, quote volume, trades, and the taker's two. */
    private static List<List<Object>> rows(
            RequestParameters query, MinuteBars bars, int decimals, Function<MinuteBar, List<Object>> amounts) {
        CandleInterval interval =
                CandleInterval.ofCode(query.mandatory("interval")).orElseThrow(VenueError::badInterval);
        List<List<Object>> rows = new ArrayList<>();
        bars.candles(interval, query.number("startTime"), query.number("endTime"), query.limit(500, 1500))
                .forEach((open, bar) -> {
                    List<Object> amount = amounts.apply(bar);
                    List<Object> row = new ArrayList<>(12);
                    row.add(open);
                    for (long price : new long[] {bar.open, bar.high, bar.low, bar.close}) {
                        row.add(text(BigDecimal.valueOf(price, decimals)));
                    }
                    row.add(amount.get(0));
                    row.add(MinuteBars.closeOf(interval, open));
                    row.addAll(amount.subList(1, 5));
                    row.add("0");
                    rows.add(row);
                });
        return rows;
    }

    private Map<String, Object> premium(VenueMarket market) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("symbol", market.coin().symbol());
        row.put("markPrice", text(market.markPrice()));
        row.put("indexPrice", text(market.indexPrice()));
        row.put("estimatedSettlePrice", text(market.indexPrice()));
        row.put("lastFundingRate", text(market.fundingRate()));
        row.put("nextFundingTime", market.nextFunding());
        row.put("interestRate", "0.00010000");
        row.put("time", now());
        return row;
    }

    private Object fundingInfo(RequestParameters query) {
        String symbol = query.text("symbol");
        return world.markets(venue).values().stream()
                .filter(market -> symbol == null || market.coin().symbol().equals(symbol))
                .map(market -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("symbol", market.coin().symbol());
                    row.put("interestRate", "0.00010000");
                    row.put("time", now());
                    row.put("fundingIntervalHours", market.coin().fundingHours());
                    row.put("fundingFeeCap", 0.003);
                    row.put("fundingFeeFloor", -0.003);
                    return row;
                })
                .toList();
    }

    private Object fundingRate(RequestParameters query) {
        String symbol = query.text("symbol");
        Long start = query.number("startTime");
        Long end = query.number("endTime");
        List<Map<String, Object>> rows = new ArrayList<>();
        for (VenueMarket market :
                symbol != null ? List.of(market(symbol)) : world.markets(venue).values()) {
            for (VenueMarket.FundingPayment payment : market.payments()) {
                if (within(payment.time(), start, end)) {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("symbol", market.coin().symbol());
                    row.put("fundingRate", text(payment.rate()));
                    row.put("fundingTime", payment.time());
                    rows.add(row);
                }
            }
        }
        return page(rows, start != null, query.limit(100, 1000));
    }

    private static boolean within(long time, @Nullable Long start, @Nullable Long end) {
        return (start == null || time >= start) && (end == null || time <= end);
    }

    /** The first rows where a start was given, else the newest. */
    private static <T> List<T> page(List<T> rows, boolean forward, int limit) {
        int size = rows.size();
        return forward ? rows.subList(0, Math.min(limit, size)) : rows.subList(Math.max(0, size - limit), size);
    }

    private Map<String, Object> ticker24(VenueMarket market) {
        Coin coin = market.coin();
        MinuteBar day = market.lastBars().last(DAY_OF_MINUTES);
        BigDecimal open = coin.price(day.open);
        BigDecimal change = coin.price(day.close).subtract(open);
        List<VenueMarket.TradePrint> trades = market.trades();
        long lastId = trades.get(trades.size() - 1).id();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("symbol", coin.symbol());
        row.put("priceChange", text(change));
        row.put("priceChangePercent", text(change.movePointRight(2).divide(open, 3, RoundingMode.HALF_EVEN)));
        row.put(
                "weightedAvgPrice",
                text(coin.notional(day.ticksTimesLots).divide(coin.quantity(day.lots), 8, RoundingMode.HALF_EVEN)));
        row.put("prevClosePrice", text(open));
        row.put("lastPrice", text(coin.price(day.close)));
        row.put("lastQty", text(coin.quantity(market.lastLots())));
        row.put("openPrice", text(open));
        row.put("highPrice", text(coin.price(day.high)));
        row.put("lowPrice", text(coin.price(day.low)));
        row.put("volume", text(coin.quantity(day.lots)));
        row.put("quoteVolume", text(coin.notional(day.ticksTimesLots)));
        row.put("openTime", market.lastBars().lastFrom(DAY_OF_MINUTES));
        row.put("closeTime", now());
        row.put("firstId", lastId - day.trades + 1);
        row.put("lastId", lastId);
        row.put("count", day.trades);
        return row;
    }

    private Map<String, Object> price(VenueMarket market) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("symbol", market.coin().symbol());
        row.put("price", text(market.coin().price(market.lastTicks())));
        row.put("time", now());
        return row;
    }

    private Map<String, Object> best(VenueMarket market) {
        Coin coin = market.coin();
        BookShape book = world.book(venue, market);
        BookShape.Level bid = book.bids(1).get(0);
        BookShape.Level ask = book.asks(1).get(0);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("symbol", coin.symbol());
        row.put("bidPrice", text(coin.price(bid.ticks())));
        row.put("bidQty", text(coin.quantity(bid.lots())));
        row.put("askPrice", text(coin.price(ask.ticks())));
        row.put("askQty", text(coin.quantity(ask.lots())));
        row.put("time", now());
        return row;
    }

    private Object trades(RequestParameters query) {
        VenueMarket market = market(query);
        Coin coin = market.coin();
        return page(market.trades(), false, query.limit(500, 1000)).stream()
                .map(trade -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("id", trade.id());
                    row.put("price", text(coin.price(trade.ticks())));
                    row.put("qty", text(coin.quantity(trade.lots())));
                    row.put("quoteQty", text(coin.notional(trade.ticks() * trade.lots())));
                    row.put("time", trade.time());
                    row.put("isBuyerMaker", !trade.takerBuys());
                    return row;
                })
                .toList();
    }

    /** Every trade is an aggregate of itself. */
    private Object aggregateTrades(RequestParameters query) {
        VenueMarket market = market(query);
        Coin coin = market.coin();
        Long from = query.number("fromId");
        Long start = query.number("startTime");
        Long end = query.number("endTime");
        List<VenueMarket.TradePrint> trades = market.trades().stream()
                .filter(trade -> (from == null || trade.id() >= from) && within(trade.time(), start, end))
                .toList();
        return page(trades, from != null || start != null, query.limit(500, 1000)).stream()
                .map(trade -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("a", trade.id());
                    row.put("p", text(coin.price(trade.ticks())));
                    row.put("q", text(coin.quantity(trade.lots())));
                    row.put("f", trade.id());
                    row.put("l", trade.id());
                    row.put("T", trade.time());
                    row.put("m", !trade.takerBuys());
                    return row;
                })
                .toList();
    }
}
