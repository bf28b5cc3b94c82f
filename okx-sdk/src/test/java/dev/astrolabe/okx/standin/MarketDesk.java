package dev.astrolabe.okx.standin;

import dev.astrolabe.exchange.testkit.engine.PriceBoard;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The public half of a small OKX: prices, books, trades, candles and funding. */
final class MarketDesk {

    /** In contracts, at each level. */
    static final BigDecimal DEPTH = new BigDecimal("1000000");

    static final int LEVELS = 400;
    private static final long FIRST_SEQUENCE = 880_012_345L;
    private static final int TRADES = 20;
    private static final Duration FUNDING = Duration.ofHours(8);

    private record Print(long id, Instant time, BigDecimal price) {}

    private final PriceBoard board;
    private final Clock clock;
    private final Candles candles;
    private final Map<Listing, Long> sequences = new LinkedHashMap<>();
    private final Map<Listing, List<Print>> prints = new LinkedHashMap<>();
    private final Instant opened;

    MarketDesk(PriceBoard board, Clock clock) {
        this.board = board;
        this.clock = clock;
        this.candles = new Candles(clock);
        this.opened = clock.instant();
        for (Listing listing : Listing.ALL) {
            sequences.put(listing, FIRST_SEQUENCE);
            List<Print> trades = new ArrayList<>();
            for (int i = 1; i <= TRADES; i++) {
                trades.add(new Print(1_600_000_000L + i, opened.minusSeconds(10L * (TRADES - i)), price(listing)));
            }
            prints.put(listing, trades);
        }
    }

    BigDecimal price(Listing listing) {
        return board.mark(listing.symbol());
    }

    Candles candles() {
        return candles;
    }

    /** Someone trades at the new price, and the book has changed. */
    void moved(Listing listing) {
        sequences.merge(listing, 3L, Long::sum);
        List<Print> trades = prints.get(listing);
        trades.add(new Print(trades.get(trades.size() - 1).id() + 1, clock.instant(), price(listing)));
    }

    long sequence(Listing listing) {
        return sequences.get(listing);
    }

    Object call(Call call) {
        Map<String, String> query = call.query();
        return switch (call.name()) {
            case "GET public/time" -> List.of(Rows.of("ts", clock.instant()));
            case "GET public/instruments" -> instruments(call);
            case "GET market/tickers" -> swaps(call).map(this::ticker).toList();
            case "GET market/ticker" -> List.of(ticker(listing(call)));
            case "GET market/books" -> books(call);
            case "GET market/trades" -> trades(listing(call), query, 500, "1");
            case "GET market/history-trades" -> trades(listing(call), query, 100, query.getOrDefault("type", "1"));
            case "GET market/candles" -> candles.ofTrades(listing(call), price(listing(call)), query, false);
            case "GET market/history-candles" -> candles.ofTrades(listing(call), price(listing(call)), query, true);
            case "GET market/mark-price-candles" -> candles.ofPrice(listing(call), price(listing(call)), query, false);
            case "GET market/history-mark-price-candles" ->
                candles.ofPrice(listing(call), price(listing(call)), query, true);
            case "GET market/index-candles" -> candles.ofPrice(index(call), price(index(call)), query, false);
            case "GET market/history-index-candles" -> candles.ofPrice(index(call), price(index(call)), query, true);
            case "GET market/index-tickers" -> indexTickers(call);
            case "GET public/mark-price" -> swaps(call).map(this::markPrice).toList();
            case "GET public/funding-rate" ->
                call.require("instId").equals("ANY")
                        ? Listing.ALL.stream().map(this::funding).toList()
                        : List.of(funding(listing(call)));
            case "GET public/funding-rate-history" -> fundingHistory(listing(call), query);
            case "GET public/open-interest" ->
                swaps(call).map(this::openInterest).toList();
            case "GET public/position-tiers" -> tiers(call);
            default -> throw Refusal.of(404, "50115", "no such call: " + call.name());
        };
    }

    private static Listing listing(Call call) {
        return listing(call.require("instId"));
    }

    static Listing listing(String instId) {
        return Listing.find(instId)
                .orElseThrow(
                        () -> Refusal.of("51001", "Instrument ID, Instrument ID code, or Spread ID doesn't exist."));
    }

    /** Candles of an index are asked for by the index. */
    private static Listing index(Call call) {
        String wanted = call.require("instId");
        return Listing.ALL.stream()
                .filter(each -> each.family().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Refusal.of("51001", "Index doesn't exist."));
    }

    /** Of the kinds of instruments, there are perpetual contracts alone. */
    private static Stream<Listing> swaps(Call call) {
        boolean swaps = call.require("instType").equals("SWAP");
        return Listing.ALL.stream()
                .filter(each -> swaps)
                .filter(each -> Rows.wanted(call.query(), "instId", each.instId()))
                .filter(each -> Rows.wanted(call.query(), "instFamily", each.family()));
    }

    List<Map<String, Object>> instruments(Call call) {
        boolean demo = Proof.isDemo(call);
        return swaps(call).map(each -> each.row(demo)).toList();
    }

    Map<String, Object> ticker(Listing listing) {
        BigDecimal price = price(listing);
        return Rows.of(
                "instType",
                "SWAP",
                "instId",
                listing.instId(),
                "last",
                price,
                "lastSz",
                listing.lot(),
                "askPx",
                board.ask(listing.symbol()),
                "askSz",
                DEPTH,
                "bidPx",
                board.bid(listing.symbol()),
                "bidSz",
                DEPTH,
                "open24h",
                price.multiply(new BigDecimal("0.98")),
                "high24h",
                price,
                "low24h",
                price.multiply(new BigDecimal("0.97")),
                "volCcy24h",
                listing.toBase(new BigDecimal("891330")),
                "vol24h",
                "891330",
                "sodUtc0",
                price,
                "sodUtc8",
                price,
                "ts",
                clock.instant());
    }

    private List<Map<String, Object>> books(Call call) {
        int levels = Integer.parseInt(call.query().getOrDefault("sz", "1"));
        if (levels < 1 || levels > LEVELS) {
            throw Refusal.of("51000", "Parameter sz error");
        }
        return List.of(book(listing(call), levels));
    }

    /** The book as it is: the best levels first. */
    Map<String, Object> book(Listing listing, int levels) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("asks", side(listing, price(listing), 1, levels));
        row.put("bids", side(listing, price(listing), -1, levels));
        row.put("ts", Long.toString(clock.millis()));
        row.put("seqId", sequence(listing));
        return row;
    }

    static List<List<String>> side(Listing listing, BigDecimal price, int direction, int levels) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 1; i <= levels; i++) {
            BigDecimal level = price.add(listing.tick().multiply(BigDecimal.valueOf((long) direction * i)));
            rows.add(List.of(Rows.text(level), Rows.text(DEPTH), "0", "1"));
        }
        return rows;
    }

    private Object trades(Listing listing, Map<String, String> query, int largest, String type) {
        return Rows.page(
                        prints.get(listing),
                        query,
                        largest,
                        print -> type.equals("2") ? print.time().toEpochMilli() : print.id())
                .stream()
                .map(print -> trade(listing, print))
                .toList();
    }

    Map<String, Object> newestTrade(Listing listing) {
        List<Print> trades = prints.get(listing);
        return trade(listing, trades.get(trades.size() - 1));
    }

    private static Map<String, Object> trade(Listing listing, Print print) {
        return Rows.of(
                "instId", listing.instId(),
                "tradeId", print.id(),
                "px", print.price(),
                "sz", listing.lot(),
                "side", print.id() % 2 == 0 ? "buy" : "sell",
                "source", "0",
                "ts", print.time());
    }

    private List<Map<String, Object>> indexTickers(Call call) {
        String instId = call.param("instId");
        String quote = call.param("quoteCcy");
        if (instId == null && quote == null) {
            throw Refusal.of(400, "50014", "Parameter instId or quoteCcy can not be empty.");
        }
        return Listing.ALL.stream()
                .filter(each -> instId == null || each.family().equals(instId))
                .filter(each -> quote == null || each.symbol().quote().equals(quote))
                .map(this::indexTicker)
                .toList();
    }

    Map<String, Object> indexTicker(Listing listing) {
        BigDecimal price = price(listing);
        return Rows.of(
                "instId", listing.family(),
                "idxPx", price,
                "high24h", price,
                "low24h", price,
                "open24h", price,
                "sodUtc0", price,
                "sodUtc8", price,
                "ts", clock.instant());
    }

    Map<String, Object> markPrice(Listing listing) {
        return Rows.of(
                "instType", "SWAP",
                "instId", listing.instId(),
                "markPx", price(listing),
                "ts", clock.instant());
    }

    Map<String, Object> funding(Listing listing) {
        long period = clock.millis() / FUNDING.toMillis();
        return Rows.of(
                "formulaType", "withRate",
                "fundingRate", "0.0000812345678901",
                "fundingTime", (period + 1) * FUNDING.toMillis(),
                "impactValue", "20000.0000000000000000",
                "instId", listing.instId(),
                "instType", "SWAP",
                "interestRate", "0.0001000000000000",
                "maxFundingRate", "0.00375",
                "method", "current_period",
                "minFundingRate", "-0.00375",
                "nextFundingRate", "",
                "nextFundingTime", (period + 2) * FUNDING.toMillis(),
                "premium", "-0.0002211445566778",
                "settFundingRate", "0.0000733214578965",
                "settState", "settled",
                "ts", clock.instant());
    }

    private Object fundingHistory(Listing listing, Map<String, String> query) {
        long last = opened.toEpochMilli() / FUNDING.toMillis() * FUNDING.toMillis();
        List<Long> times = new ArrayList<>();
        for (int back = 9; back >= 0; back--) {
            times.add(last - back * FUNDING.toMillis());
        }
        return Rows.page(times, query, 400, time -> time).stream()
                .map(time -> Rows.of(
                        "formulaType", "withRate",
                        "fundingRate", "0.0000746604960499",
                        "fundingTime", time,
                        "instId", listing.instId(),
                        "instType", "SWAP",
                        "method", "current_period",
                        "realizedRate", "0.0000746572360545"))
                .toList();
    }

    private Map<String, Object> openInterest(Listing listing) {
        BigDecimal contracts = new BigDecimal("500000");
        BigDecimal quantity = listing.toBase(contracts);
        return Rows.of(
                "instType",
                "SWAP",
                "instId",
                listing.instId(),
                "oi",
                contracts,
                "oiCcy",
                quantity,
                "oiUsd",
                quantity.multiply(price(listing)),
                "ts",
                clock.instant());
    }

    /** In contracts; a tier begins one step above the end of the one before. */
    private static List<Map<String, Object>> tiers(Call call) {
        String wanted = call.require("instFamily");
        boolean swaps = call.require("instType").equals("SWAP")
                && List.of("cross", "isolated").contains(call.require("tdMode"));
        Optional<Listing> listing = Listing.ALL.stream()
                .filter(each -> swaps && each.family().equals(wanted))
                .findFirst();
        return listing.map(each -> List.of(
                        tier(each, 1, "0", "5000", "0.004", "0.01", "100"),
                        tier(each, 2, "5000.1", "10000", "0.005", "0.0133", "75"),
                        tier(each, 3, "10000.1", "20000", "0.0065", "0.02", "50")))
                .orElse(List.of());
    }

    private static Map<String, Object> tier(
            Listing listing, int tier, String least, String most, String mmr, String imr, String leverage) {
        return Rows.of(
                "baseMaxLoan",
                "",
                "imr",
                imr,
                "instFamily",
                listing.family(),
                "instId",
                "",
                "maxLever",
                leverage,
                "maxSz",
                most,
                "minSz",
                least,
                "mmr",
                mmr,
                "optMgnFactor",
                "0",
                "quoteMaxLoan",
                "",
                "tier",
                tier,
                "uly",
                listing.family());
    }
}
