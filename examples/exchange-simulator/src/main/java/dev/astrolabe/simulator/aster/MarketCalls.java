package dev.astrolabe.simulator.aster;

import static dev.astrolabe.simulator.aster.Security.MARKET_DATA;
import static dev.astrolabe.simulator.aster.Security.NONE;

import dev.astrolabe.exchange.model.FundingRate;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Trade;
import dev.astrolabe.simulator.market.Market;
import dev.astrolabe.simulator.venue.SimulatedVenue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Books, trades, marks and funding (docs: futures v3, "Market Data Endpoints"). */
final class MarketCalls {

    private static final List<Integer> DEPTHS = List.of(5, 10, 20, 50, 100, 500, 1000);
    private static final int MOST = 1000;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration USUAL_FUNDING = Duration.ofHours(8);

    private final SimulatedVenue venue;
    private final Catalogue catalogue;

    MarketCalls(SimulatedVenue venue, Catalogue catalogue) {
        this.venue = venue;
        this.catalogue = catalogue;
    }

    void register(Routes routes) {
        routes.add("GET", Routes.BOTH, "depth", NONE, MarketCalls::depthWeight, this::depth);
        routes.add("GET", "trades", NONE, 1, this::trades);
        routes.add("GET", "historicalTrades", MARKET_DATA, 20, this::historicalTrades);
        routes.add("GET", "aggTrades", NONE, 20, this::aggregated);
        routes.add("GET", "premiumIndex", NONE, 1, call -> oneOrAll(call, this::premium));
        routes.add("GET", "fundingRate", NONE, 1, this::fundings);
        routes.add("GET", "fundingInfo", NONE, 1, this::fundingInfo);
        routes.add("GET", "openInterest", NONE, 1, this::openInterest);
        routes.add("GET", Routes.V3, "indexreferences", NONE, any -> 1, this::references);
    }

    private interface Row {
        Object of(Market market);
    }

    /** An object where a symbol is named, else a list of all. */
    private Object oneOrAll(Call call, Row row) {
        List<Market> markets = catalogue.markets(call.parameters());
        return call.parameters().has("symbol")
                ? row.of(markets.get(0))
                : markets.stream().map(row::of).toList();
    }

    private static int depthWeight(Parameters parameters) {
        int limit = parameters.roughLimit().orElse(500);
        if (limit <= 50) {
            return 2;
        }
        return limit <= 100 ? 5 : limit <= 500 ? 10 : 20;
    }

    private Object depth(Call call) {
        Market market = catalogue.market(call.parameters());
        long limit = call.parameters().findNumber("limit").orElse(500L);
        if (!DEPTHS.contains((int) limit)) {
            throw ErrorCode.INVALID_DEPTH_LIMIT.with(limit);
        }
        OrderBook book = market.book((int) limit);
        Map<String, Object> depth = new LinkedHashMap<>();
        depth.put("lastUpdateId", book.sequence());
        depth.put("E", venue.now().toEpochMilli());
        depth.put("T", book.time().toEpochMilli());
        depth.put("bids", levels(market.instrument(), book.bids()));
        depth.put("asks", levels(market.instrument(), book.asks()));
        return depth;
    }

    static List<List<String>> levels(Instrument instrument, List<PriceLevel> levels) {
        List<List<String>> rows = new ArrayList<>(levels.size());
        for (PriceLevel level : levels) {
            rows.add(List.of(Figures.price(instrument, level.price()), Figures.quantity(instrument, level.quantity())));
        }
        return rows;
    }

    private Object trades(Call call) {
        Market market = catalogue.market(call.parameters());
        int limit = call.parameters().limit(500, MOST);
        return last(market.trades(), limit).stream()
                .map(trade -> trade(market.instrument(), trade))
                .toList();
    }

    private Object historicalTrades(Call call) {
        Market market = catalogue.market(call.parameters());
        int limit = call.parameters().limit(500, MOST);
        List<Trade> trades = call.parameters()
                .findNumber("fromId")
                .map(from -> first(from(market.trades(), from), limit))
                .orElseGet(() -> last(market.trades(), limit));
        return trades.stream().map(trade -> trade(market.instrument(), trade)).toList();
    }

    private static List<Trade> from(List<Trade> trades, long id) {
        return trades.stream().filter(trade -> id(trade) >= id).toList();
    }

    static <T> List<T> last(List<T> all, int limit) {
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }

    static <T> List<T> first(List<T> all, int limit) {
        return all.subList(0, Math.min(limit, all.size()));
    }

    static long id(Trade trade) {
        return Long.parseLong(trade.id());
    }

    private static Map<String, Object> trade(Instrument instrument, Trade trade) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", id(trade));
        row.put("price", Figures.price(instrument, trade.price()));
        row.put("qty", Figures.quantity(instrument, trade.quantity()));
        row.put("quoteQty", Figures.plain(trade.price().multiply(trade.quantity())));
        row.put("time", trade.time().toEpochMilli());
        row.put("isBuyerMaker", trade.takerSide() == Side.SELL);
        return row;
    }

    /** Each trade is its own aggregate here. */
    private Object aggregated(Call call) {
        Parameters parameters = call.parameters();
        Market market = catalogue.market(parameters);
        int limit = parameters.limit(500, MOST);
        Long start = parameters.findNumber("startTime").orElse(null);
        Long end = parameters.findNumber("endTime").orElse(null);
        if (start != null && end != null) {
            if (start > end) {
                throw ErrorCode.START_AFTER_END.with();
            }
            if (end - start >= HOUR.toMillis()) {
                throw ErrorCode.MORE_THAN_HOURS.with(1);
            }
        }
        long fromId = parameters.findNumber("fromId").orElse(Long.MIN_VALUE);
        List<Trade> found = market.trades().stream()
                .filter(trade -> id(trade) >= fromId)
                .filter(trade -> start == null || trade.time().toEpochMilli() >= start)
                .filter(trade -> end == null || trade.time().toEpochMilli() <= end)
                .toList();
        boolean forward = start != null || parameters.has("fromId");
        return (forward ? first(found, limit) : last(found, limit))
                .stream()
                        .map(trade -> aggregate(market.instrument(), trade, new LinkedHashMap<>()))
                        .toList();
    }

    static Map<String, Object> aggregate(Instrument instrument, Trade trade, Map<String, Object> row) {
        row.put("a", id(trade));
        row.put("p", Figures.price(instrument, trade.price()));
        row.put("q", Figures.quantity(instrument, trade.quantity()));
        row.put("f", id(trade));
        row.put("l", id(trade));
        row.put("T", trade.time().toEpochMilli());
        row.put("m", trade.takerSide() == Side.SELL);
        return row;
    }

    private Object premium(Market market) {
        Instrument instrument = market.instrument();
        MarkPrice mark = market.mark();
        String index = Figures.fine(instrument, mark.index().orElse(mark.mark()));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("symbol", instrument.venueSymbol());
        row.put("markPrice", Figures.fine(instrument, mark.mark()));
        row.put("indexPrice", index);
        row.put("estimatedSettlePrice", index);
        row.put("lastFundingRate", Figures.money(mark.fundingRate().orElse(BigDecimal.ZERO)));
        row.put(
                "nextFundingTime",
                mark.nextFundingTime().map(Instant::toEpochMilli).orElse(0L));
        row.put("interestRate", "0.00010000");
        row.put("time", mark.time().toEpochMilli());
        return row;
    }

    private record Paid(Instrument instrument, FundingRate rate) {
        Instant time() {
            return rate.fundingTime();
        }

        Map<String, Object> row() {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("symbol", instrument.venueSymbol());
            row.put("fundingRate", Figures.money(rate.rate()));
            row.put("fundingTime", rate.fundingTime().toEpochMilli());
            return row;
        }
    }

    private Object fundings(Call call) {
        TimeWindow window = TimeWindow.open(call.parameters(), 100, MOST);
        List<Paid> all = new ArrayList<>();
        for (Market market : catalogue.markets(call.parameters())) {
            market.fundings().forEach(rate -> all.add(new Paid(market.instrument(), rate)));
        }
        all.sort(Comparator.comparing(Paid::time));
        return window.cut(all, Paid::time).stream().map(Paid::row).toList();
    }

    private Object fundingInfo(Call call) {
        List<Object> rows = new ArrayList<>();
        for (Market market : catalogue.markets(call.parameters())) {
            if (market.mark().fundingRate().isEmpty()) {
                continue;
            }
            List<FundingRate> paid = market.fundings();
            Duration interval = paid.isEmpty()
                    ? USUAL_FUNDING
                    : paid.get(paid.size() - 1).interval().orElse(USUAL_FUNDING);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("symbol", market.instrument().venueSymbol());
            row.put("interestRate", "0.00010000");
            row.put("time", venue.now().toEpochMilli());
            row.put("fundingIntervalHours", interval.toHours());
            row.put("fundingFeeCap", new BigDecimal("0.03"));
            row.put("fundingFeeFloor", new BigDecimal("-0.03"));
            rows.add(row);
        }
        return rows;
    }

    /** Not in the docs; third parties report it. */
    private Object openInterest(Call call) {
        Market market = catalogue.market(call.parameters());
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("symbol", market.instrument().venueSymbol());
        row.put("openInterest", Figures.quantity(market.instrument(), market.openInterest()));
        row.put("time", venue.now().toEpochMilli());
        return row;
    }

    private Object references(Call call) {
        String symbol = call.parameters().text("symbol");
        Market market = venue.markets().of(symbol).orElseThrow(ErrorCode.INVALID_SYMBOL_REFERENCE::with);
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("exchange", "simulated");
        reference.put("symbol", market.instrument().venueSymbol());
        reference.put("weight", "1.00000000");
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("symbol", symbol);
        row.put("time", venue.now().toEpochMilli());
        row.put("references", List.of(reference));
        return row;
    }
}
