package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.MarketPayloads.AggregateTradeRow;
import dev.astrolabe.aster.internal.MarketPayloads.Funding;
import dev.astrolabe.aster.internal.MarketPayloads.FundingInfo;
import dev.astrolabe.aster.internal.MarketPayloads.Premium;
import dev.astrolabe.aster.internal.MarketPayloads.TradeRow;
import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.MarketData;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.ProtocolException;
import dev.astrolabe.exchange.error.VenueError;
import dev.astrolabe.exchange.model.BookTicker;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleQuery;
import dev.astrolabe.exchange.model.FundingRate;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.OpenInterest;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.model.PriceKind;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.Ticker;
import dev.astrolabe.exchange.model.Trade;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Params;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Public prices. Safe for any thread. */
final class NeutralMarketData implements MarketData {

    private static final Duration FUNDING_REACH = Duration.ofDays(33);
    private static final int[] BOOK_DEPTHS = {5, 10, 20, 50, 100, 500, 1000};

    private final AsterContext context;
    private final AsterEndpoints endpoints;
    private final AsterInstruments instruments;

    NeutralMarketData(AsterContext context, AsterInstruments instruments) {
        this.context = context;
        this.endpoints = context.endpoints();
        this.instruments = instruments;
    }

    @Override
    public Instant serverTime() {
        return context.call(endpoints.market.time, Params.create());
    }

    @Override
    public Ticker ticker(Symbol symbol) {
        Instrument instrument = instruments.get(symbol);
        return MarketMapper.ticker(only(endpoints.market.ticker24, instrument), instrument);
    }

    @Override
    public List<Ticker> tickers() {
        return everyKnown(
                endpoints.market.ticker24,
                MarketPayloads.Ticker24::symbol,
                (row, instrument) -> Optional.of(MarketMapper.ticker(row, instrument)));
    }

    @Override
    public BookTicker bookTicker(Symbol symbol) {
        Instrument instrument = instruments.get(symbol);
        return MarketMapper.bookTicker(only(endpoints.market.bookTicker, instrument), instrument)
                .orElseThrow(() -> unreadable("the book of " + symbol + " lacks a side", endpoints.market.bookTicker));
    }

    @Override
    public List<BookTicker> bookTickers() {
        return everyKnown(endpoints.market.bookTicker, MarketPayloads.BestPrices::symbol, MarketMapper::bookTicker);
    }

    @Override
    public OrderBook orderBook(Symbol symbol, int depth) {
        int largest = context.capabilities().maxBookDepth();
        requireRange("depth", depth, largest);
        Instrument instrument = instruments.get(symbol);
        int limit = Arrays.stream(BOOK_DEPTHS)
                .filter(step -> step >= depth)
                .findFirst()
                .orElse(largest);
        Params params = symbol(instrument).add("limit", limit);
        return MarketMapper.orderBook(
                context.call(endpoints.market.depth, params),
                instrument,
                context.clock().instant());
    }

    @Override
    public List<Trade> trades(Symbol symbol, int limit) {
        requireRange("limit", limit, AsterCapabilities.MAX_TRADES);
        Instrument instrument = instruments.get(symbol);
        return map(context.call(endpoints.market.trades, symbol(instrument).add("limit", limit)), instrument);
    }

    /** Pages forward from the first trade at {@code from}; without it, through the newest thousand. */
    @Override
    public Page<Trade> tradeHistory(HistoryQuery query) {
        Instrument instrument = instruments.forCall(endpoints.market.historicalTrades, requireSymbol(query));
        int limit = Math.min(query.limit().orElse(AsterCapabilities.MAX_TRADES), AsterCapabilities.MAX_TRADES);
        Params params = symbol(instrument).add("limit", limit);
        Optional<Long> firstId = query.cursor()
                .map(NeutralMarketData::tradeId)
                .or(() -> query.from()
                        .map(from -> firstTradeAt(instrument, from))
                        .orElseGet(() -> firstOfNewest(instrument)));
        if (firstId.isEmpty()) {
            return Page.last(List.of());
        }
        List<TradeRow> rows = context.call(endpoints.market.historicalTrades, params.add("fromId", firstId.get()));
        List<TradeRow> wanted = until(rows, query);
        boolean more = rows.size() >= limit && wanted.size() == rows.size();
        List<Trade> trades = map(wanted, instrument);
        return more ? Page.of(trades, Long.toString(rows.get(rows.size() - 1).id() + 1)) : Page.last(trades);
    }

    private static List<TradeRow> until(List<TradeRow> rows, HistoryQuery query) {
        long end = query.to().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
        return rows.stream().filter(row -> row.time() <= end).toList();
    }

    /** Old trades are found by id only; aggregate trades are found by time, and name the first id in each. */
    private Optional<Long> firstTradeAt(Instrument instrument, Instant from) {
        Params params = symbol(instrument).add("startTime", from.toEpochMilli()).add("limit", 1);
        return context.call(endpoints.market.aggregateTrades, params).stream()
                .findFirst()
                .map(AggregateTradeRow::f);
    }

    private Optional<Long> firstOfNewest(Instrument instrument) {
        Params params = symbol(instrument).add("limit", AsterCapabilities.MAX_TRADES);
        return context.call(endpoints.market.historicalTrades, params).stream()
                .findFirst()
                .map(TradeRow::id);
    }

    private static Long tradeId(String cursor) {
        try {
            return Long.valueOf(cursor);
        } catch (NumberFormatException e) {
            throw IdHistory.foreign(cursor, e);
        }
    }

    @Override
    public List<Candle> candles(CandleQuery query) {
        context.capabilities().check(query);
        Instrument instrument = instruments.get(query.symbol());
        Endpoint<BigDecimal[][]> endpoint = switch (query.kind()) {
            case LAST -> endpoints.market.candles;
            case MARK -> endpoints.market.markCandles;
            case INDEX -> endpoints.market.indexCandles;
        };
        // The index belongs to the pair, which for a perpetual has the instrument's name.
        Params params = Params.create()
                .add(query.kind() == PriceKind.INDEX ? "pair" : "symbol", instrument.venueSymbol())
                .add("interval", query.interval().code())
                .addIfPresent("startTime", query.from().map(Instant::toEpochMilli))
                .addIfPresent("endTime", query.to().map(Instant::toEpochMilli))
                .add("limit", query.limit().orElse(context.capabilities().maxCandles()));
        BigDecimal[][] rows = context.call(endpoint, params);
        Instant now = context.rest().serverClock().now();
        return Arrays.stream(rows)
                .map(row -> MarketMapper.candle(row, query.kind(), instrument, now))
                .toList();
    }

    @Override
    public MarkPrice markPrice(Symbol symbol) {
        Instrument instrument = instruments.get(symbol);
        return MarketMapper.markPrice(only(endpoints.market.premiumIndex, instrument), instrument);
    }

    @Override
    public List<MarkPrice> markPrices() {
        return everyKnown(
                endpoints.market.premiumIndex,
                Premium::symbol,
                (row, instrument) -> Optional.of(MarketMapper.markPrice(row, instrument)));
    }

    @Override
    public FundingRate fundingRate(Symbol symbol) {
        Instrument instrument = instruments.get(symbol);
        Premium premium = only(endpoints.market.premiumIndex, instrument);
        BigDecimal rate = premium.lastFundingRate();
        Instant due = Readings.time(premium.nextFundingTime());
        if (rate == null || due == null) {
            throw unreadable(symbol + " has no funding rate", endpoints.market.premiumIndex);
        }
        return FundingRate.builder()
                .symbol(symbol)
                .rate(rate)
                .fundingTime(due)
                .interval(fundingInterval(instrument))
                .markPrice(instrument.fromVenuePrice(premium.markPrice()))
                .build();
    }

    private @Nullable Duration fundingInterval(Instrument instrument) {
        return context.call(endpoints.market.fundingInfo, symbol(instrument)).stream()
                .filter(row -> row.symbol().equals(instrument.venueSymbol()))
                .map(FundingInfo::fundingIntervalHours)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Duration::ofHours)
                .orElse(null);
    }

    /** Without {@code from}, it begins 33 days before the end: about a hundred rates, as the venue's own default. */
    @Override
    public Page<FundingRate> fundingHistory(HistoryQuery query) {
        Instrument instrument = instruments.get(requireSymbol(query));
        Instant now = context.clock().instant();
        TimeHistory<Funding> history = new TimeHistory<>(
                (start, end, limit) -> context.call(
                        endpoints.market.fundingHistory,
                        symbol(instrument)
                                .add("startTime", start)
                                .add("endTime", end)
                                .add("limit", limit)),
                Funding::fundingTime,
                row -> Long.toString(row.fundingTime()),
                IdHistory.LARGEST_PAGE);
        Page<Funding> page = history.read(query, query.to().orElse(now).minus(FUNDING_REACH), now);
        return Pages.map(page, row -> funding(row, instrument));
    }

    private static FundingRate funding(Funding row, Instrument instrument) {
        return FundingRate.builder()
                .symbol(instrument.symbol())
                .rate(row.fundingRate())
                .fundingTime(Instant.ofEpochMilli(row.fundingTime()))
                .build();
    }

    @Override
    public OpenInterest openInterest(Symbol symbol) {
        context.capabilities().require(Feature.OPEN_INTEREST);
        throw new IllegalStateException("the capabilities claim open interest, for which there is no call");
    }

    private static Params symbol(Instrument instrument) {
        return Params.create().add("symbol", instrument.venueSymbol());
    }

    private static List<Trade> map(List<TradeRow> rows, Instrument instrument) {
        return rows.stream().map(row -> MarketMapper.trade(row, instrument)).toList();
    }

    private <R> R only(Endpoint<List<R>> endpoint, Instrument instrument) {
        return context.call(endpoint, symbol(instrument)).stream()
                .findFirst()
                .orElseThrow(() -> unreadable("nothing came for " + instrument.symbol(), endpoint));
    }

    private <R, T> List<T> everyKnown(
            Endpoint<List<R>> endpoint, Function<R, String> name, BiFunction<R, Instrument, Optional<T>> mapping) {
        return context.call(endpoint, Params.create()).stream()
                .flatMap(row -> instruments.findByVenueSymbol(name.apply(row)).stream()
                        .flatMap(instrument -> mapping.apply(row, instrument).stream()))
                .toList();
    }

    private ProtocolException unreadable(String what, Endpoint<?> endpoint) {
        return new ProtocolException(
                what, VenueError.unanswered(context.config().exchange().name(), endpoint.id()), null);
    }

    static Symbol requireSymbol(HistoryQuery query) {
        return query.symbol().orElseThrow(() -> NotSentException.invalid("this history query needs a symbol"));
    }

    private static void requireRange(String name, int value, int largest) {
        if (value < 1 || value > largest) {
            throw NotSentException.invalid(name + " " + value + " is not from 1 to " + largest + "; nearest is "
                    + Math.max(1, Math.min(value, largest)));
        }
    }
}
