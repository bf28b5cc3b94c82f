package dev.astrolabe.exchange.reference;

import dev.astrolabe.exchange.Capabilities;
import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.MarketData;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.BookTicker;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.CandleQuery;
import dev.astrolabe.exchange.model.FundingRate;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.OpenInterest;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.Ticker;
import dev.astrolabe.exchange.model.Trade;
import dev.astrolabe.exchange.testkit.engine.PriceBoard;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Prices made up from the board. */
final class Quotes implements MarketData {

    private static final Duration FUNDING = Duration.ofHours(8);

    private final Wire wire;
    private final Capabilities can;
    private final Catalogue catalogue;
    private final PriceBoard board;

    Quotes(Wire wire, Capabilities can, Catalogue catalogue, PriceBoard board) {
        this.wire = wire;
        this.can = can;
        this.catalogue = catalogue;
        this.board = board;
    }

    private <T> T read(Symbol symbol, Supplier<T> call) {
        catalogue.get(symbol);
        return wire.read(call);
    }

    private List<Symbol> symbols() {
        return catalogue.all().stream().map(Instrument::symbol).toList();
    }

    private Instant now() {
        return wire.clock.instant();
    }

    @Override
    public Instant serverTime() {
        return wire.read(this::now);
    }

    @Override
    public Ticker ticker(Symbol symbol) {
        return read(
                symbol,
                () -> Ticker.builder()
                        .symbol(symbol)
                        .last(board.mark(symbol))
                        .time(now())
                        .build());
    }

    @Override
    public List<Ticker> tickers() {
        return symbols().stream().map(this::ticker).toList();
    }

    @Override
    public BookTicker bookTicker(Symbol symbol) {
        return read(symbol, () -> book(symbol));
    }

    BookTicker book(Symbol symbol) {
        return new BookTicker(symbol, board.bid(symbol), BigDecimal.TEN, board.ask(symbol), BigDecimal.TEN, now());
    }

    @Override
    public List<BookTicker> bookTickers() {
        return symbols().stream().map(this::bookTicker).toList();
    }

    @Override
    public OrderBook orderBook(Symbol symbol, int depth) {
        inRange("depth", depth, can.maxBookDepth());
        return read(symbol, () -> levels(symbol, depth));
    }

    OrderBook levels(Symbol symbol, int depth) {
        BigDecimal tick = board.instrument(symbol).tickSize();
        List<PriceLevel> bids = new ArrayList<>();
        List<PriceLevel> asks = new ArrayList<>();
        for (int i = 0; i < depth; i++) {
            BigDecimal away = tick.multiply(BigDecimal.valueOf(i));
            bids.add(new PriceLevel(board.bid(symbol).subtract(away), BigDecimal.TEN));
            asks.add(new PriceLevel(board.ask(symbol).add(away), BigDecimal.TEN));
        }
        return new OrderBook(symbol, bids, asks, -1, now());
    }

    private static void inRange(String name, int value, int max) {
        if (value < 1 || value > max) {
            throw NotSentException.invalid(name + " " + value + " is not from 1 to " + max);
        }
    }

    @Override
    public List<Trade> trades(Symbol symbol, int limit) {
        inRange("limit", limit, 1000);
        return read(symbol, () -> last(limit, allTrades(symbol)));
    }

    Trade newestTrade(Symbol symbol) {
        return new Trade(symbol, "now", board.mark(symbol), BigDecimal.ONE, Side.BUY, now());
    }

    private List<Trade> allTrades(Symbol symbol) {
        Instant newest = now();
        return IntStream.range(0, 20)
                .mapToObj(i -> new Trade(
                        symbol,
                        "t" + i,
                        board.mark(symbol),
                        BigDecimal.ONE,
                        i % 2 == 0 ? Side.BUY : Side.SELL,
                        newest.minusSeconds(20L - i)))
                .toList();
    }

    private static <T> List<T> last(int limit, List<T> all) {
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }

    @Override
    public Page<Trade> tradeHistory(HistoryQuery query) {
        can.require(Feature.TRADE_HISTORY);
        Symbol symbol = symbolOf(query);
        return read(symbol, () -> Pages.of(query, allTrades(symbol), Trade::time));
    }

    private static Symbol symbolOf(HistoryQuery query) {
        return query.symbol().orElseThrow(() -> NotSentException.invalid("this history needs a symbol"));
    }

    @Override
    public List<Candle> candles(CandleQuery query) {
        can.check(query);
        return read(query.symbol(), () -> {
            List<Candle> all = opens(query.interval()).stream()
                    .map(open -> candle(query.symbol(), query.interval(), open))
                    .filter(candle -> query.from()
                            .map(from -> !candle.openTime().isBefore(from))
                            .orElse(true))
                    .filter(candle ->
                            query.to().map(to -> !candle.openTime().isAfter(to)).orElse(true))
                    .toList();
            int limit = query.limit().orElse(can.maxCandles());
            return query.from().isPresent() ? all.stream().limit(limit).toList() : last(limit, all);
        });
    }

    Candle runningCandle(Symbol symbol, CandleInterval interval) {
        List<Instant> opens = opens(interval);
        return candle(symbol, interval, opens.get(opens.size() - 1));
    }

    private Candle candle(Symbol symbol, CandleInterval interval, Instant open) {
        BigDecimal price = board.mark(symbol);
        boolean closed = !open.plus(interval.duration()).isAfter(now());
        return new Candle(open, price, price, price, price, BigDecimal.ONE, closed);
    }

    private List<Instant> opens(CandleInterval interval) {
        List<Instant> opens = new ArrayList<>();
        Duration step = interval.duration();
        Instant open = interval == CandleInterval.MO1
                ? now().atOffset(ZoneOffset.UTC)
                        .toLocalDate()
                        .withDayOfMonth(1)
                        .atStartOfDay()
                        .toInstant(ZoneOffset.UTC)
                : Instant.ofEpochSecond(now().getEpochSecond() / step.toSeconds() * step.toSeconds());
        for (int i = 0; i < 30; i++) {
            opens.add(open);
            open = interval == CandleInterval.MO1
                    ? open.atOffset(ZoneOffset.UTC).minusMonths(1).toInstant()
                    : open.minus(step);
        }
        Collections.reverse(opens);
        return opens;
    }

    @Override
    public MarkPrice markPrice(Symbol symbol) {
        return read(symbol, () -> mark(symbol));
    }

    MarkPrice mark(Symbol symbol) {
        return MarkPrice.builder()
                .symbol(symbol)
                .mark(board.mark(symbol))
                .time(now())
                .build();
    }

    @Override
    public List<MarkPrice> markPrices() {
        return symbols().stream().map(this::markPrice).toList();
    }

    @Override
    public FundingRate fundingRate(Symbol symbol) {
        can.require(Feature.FUNDING);
        return read(symbol, () -> funding(symbol, 1));
    }

    @Override
    public Page<FundingRate> fundingHistory(HistoryQuery query) {
        can.require(Feature.FUNDING);
        Symbol symbol = symbolOf(query);
        return read(
                symbol,
                () -> Pages.of(
                        query,
                        IntStream.rangeClosed(-9, 0)
                                .mapToObj(i -> funding(symbol, i))
                                .toList(),
                        FundingRate::fundingTime));
    }

    private FundingRate funding(Symbol symbol, int periods) {
        long last = now().getEpochSecond() / FUNDING.toSeconds();
        return FundingRate.builder()
                .symbol(symbol)
                .rate(new BigDecimal("0.0001"))
                .fundingTime(Instant.ofEpochSecond((last + periods) * FUNDING.toSeconds()))
                .interval(FUNDING)
                .build();
    }

    @Override
    public OpenInterest openInterest(Symbol symbol) {
        can.require(Feature.OPEN_INTEREST);
        BigDecimal quantity = new BigDecimal("5000");
        BigDecimal contracts = catalogue.get(symbol).toContracts(quantity);
        return read(symbol, () -> new OpenInterest(symbol, quantity, contracts, now()));
    }
}
