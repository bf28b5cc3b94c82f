package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.MarketPayloads.AggregateTradeRow;
import dev.astrolabe.aster.internal.MarketPayloads.Funding;
import dev.astrolabe.aster.internal.MarketPayloads.FundingInfo;
import dev.astrolabe.aster.internal.MarketPayloads.Premium;
import dev.astrolabe.aster.internal.MarketPayloads.TradeRow;
import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.MarketData;
import dev.astrolabe.exchange.error.NotSentException;
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
import org.jspecify.annotations.Nullable;

/** Public prices. Safe for any thread. */
final class NeutralMarketData implements MarketData {

    private static final Duration FUNDING_REACH = Duration.ofDays(33);
    private static final int[] BOOK_DEPTHS = {5, 10, 20, 50, 100, 500, 1000};

    private final AsterContext context;
    private final AsterEndpoints endpoints;
    private final AsterInstruments instruments;
    private final SymbolReads reads;

    NeutralMarketData(AsterContext context, AsterInstruments instruments) {
        this.context = context;
        this.endpoints = context.endpoints();
        this.instruments = instruments;
        this.reads = new SymbolReads(context, instruments);
    }

    @Override
    public Instant serverTime() {
        return context.call(endpoints.market.time, Params.create());
    }

    @Override
    public Ticker ticker(Symbol symbol) {
        return reads.one(endpoints.market.ticker24, symbol, MarketMapper::ticker);
    }

    @Override
    public List<Ticker> tickers() {
        return reads.all(
                endpoints.market.ticker24,
                MarketPayloads.Ticker24::symbol,
                (row, instrument) -> Optional.of(MarketMapper.ticker(row, instrument)));
    }

    @Override
    public BookTicker bookTicker(Symbol symbol) {
        return reads.one(endpoints.market.bookTicker, symbol, MarketMapper::bookTicker)
                .orElseThrow(
                        () -> reads.unreadable("the book of " + symbol + " lacks a side", endpoints.market.bookTicker));
    }

    @Override
    public List<BookTicker> bookTickers() {
        return reads.all(endpoints.market.bookTicker, MarketPayloads.BestPrices::symbol, MarketMapper::bookTicker);
    }

    @Override
    public OrderBook orderBook(Symbol symbol, int depth) {
        int largest = context.capabilities().maxBookDepth();
        OnePage.requireRange("depth", depth, largest);
        Instrument instrument = instruments.get(symbol);
        int limit = Arrays.stream(BOOK_DEPTHS)
                .filter(step -> step >= depth)
                .findFirst()
                .orElse(largest);
        Params params = SymbolReads.symbol(instrument).add("limit", limit);
        return MarketMapper.orderBook(
                context.call(endpoints.market.depth, params),
                instrument,
                context.clock().instant());
    }

    /** The venue takes these numbers of levels and no other. */
    static void requireBookDepth(int limit) {
        if (Arrays.stream(BOOK_DEPTHS).noneMatch(step -> step == limit)) {
            int nearest = Arrays.stream(BOOK_DEPTHS)
                    .filter(step -> step >= limit)
                    .findFirst()
                    .orElse(BOOK_DEPTHS[BOOK_DEPTHS.length - 1]);
            throw NotSentException.invalid(
                    "limit " + limit + " is not one of " + Arrays.toString(BOOK_DEPTHS) + "; nearest is " + nearest);
        }
    }

    @Override
    public List<Trade> trades(Symbol symbol, int limit) {
        OnePage.requireRange("limit", limit, AsterCapabilities.MAX_TRADES);
        Instrument instrument = instruments.get(symbol);
        return map(
                context.call(
                        endpoints.market.trades, SymbolReads.symbol(instrument).add("limit", limit)),
                instrument);
    }

    /** Pages forward from the first trade at {@code from}; without it, through the newest thousand. */
    @Override
    public Page<Trade> tradeHistory(HistoryQuery query) {
        Instrument instrument = instruments.forCall(endpoints.market.historicalTrades, requireSymbol(query));
        int limit = Math.min(query.limit().orElse(AsterCapabilities.MAX_TRADES), AsterCapabilities.MAX_TRADES);
        Params params = SymbolReads.symbol(instrument).add("limit", limit);
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
        Params params = SymbolReads.symbol(instrument)
                .add("startTime", from.toEpochMilli())
                .add("limit", 1);
        return context.call(endpoints.market.aggregateTrades, params).stream()
                .findFirst()
                .map(AggregateTradeRow::f);
    }

    private Optional<Long> firstOfNewest(Instrument instrument) {
        Params params = SymbolReads.symbol(instrument).add("limit", AsterCapabilities.MAX_TRADES);
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
        return candles(query, (row, instrument, now) -> MarketMapper.candle(row, query.kind(), instrument, now));
    }

    /** Makes something of a candle as the venue writes it. */
    interface CandleMapping<T> {
        T map(BigDecimal[] row, Instrument instrument, Instant now);
    }

    <T> List<T> candles(CandleQuery query, CandleMapping<T> mapping) {
        context.capabilities().check(query);
        Instrument instrument = instruments.get(query.symbol());
        // The index belongs to the pair, which for a perpetual has the instrument's name.
        Params params = Params.create()
                .add(query.kind() == PriceKind.INDEX ? "pair" : "symbol", instrument.venueSymbol())
                .add("interval", query.interval().code())
                .addIfPresent("startTime", query.from().map(Instant::toEpochMilli))
                .addIfPresent("endTime", query.to().map(Instant::toEpochMilli))
                .add("limit", query.limit().orElse(context.capabilities().maxCandles()));
        return context.call(candles(query.kind()), params, rows -> {
            Instant now = context.rest().serverClock().now();
            return Arrays.stream(rows)
                    .map(row -> mapping.map(row, instrument, now))
                    .toList();
        });
    }

    private Endpoint<BigDecimal[][]> candles(PriceKind kind) {
        return switch (kind) {
            case LAST -> endpoints.market.candles;
            case MARK -> endpoints.market.markCandles;
            case INDEX -> endpoints.market.indexCandles;
        };
    }

    @Override
    public MarkPrice markPrice(Symbol symbol) {
        return reads.one(endpoints.market.premiumIndex, symbol, MarketMapper::markPrice);
    }

    @Override
    public List<MarkPrice> markPrices() {
        return reads.all(
                endpoints.market.premiumIndex,
                Premium::symbol,
                (row, instrument) -> Optional.of(MarketMapper.markPrice(row, instrument)));
    }

    @Override
    public FundingRate fundingRate(Symbol symbol) {
        Instrument instrument = instruments.get(symbol);
        Premium premium = reads.one(endpoints.market.premiumIndex, symbol, (row, same) -> row);
        BigDecimal rate = premium.lastFundingRate();
        Instant due = Readings.time(premium.nextFundingTime());
        if (rate == null || due == null) {
            throw reads.unreadable(symbol + " has no funding rate", endpoints.market.premiumIndex);
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
        return context.call(endpoints.market.fundingInfo, SymbolReads.symbol(instrument)).stream()
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
                        SymbolReads.symbol(instrument)
                                .add("startTime", start)
                                .add("endTime", end)
                                .add("limit", limit)),
                Funding::fundingTime,
                row -> Long.toString(row.fundingTime()),
                IdHistory.LARGEST_PAGE);
        Page<Funding> page = history.read(query, query.to().orElse(now).minus(FUNDING_REACH), now);
        return Pages.map(page, row -> MarketMapper.funding(row, instrument));
    }

    @Override
    public OpenInterest openInterest(Symbol symbol) {
        context.capabilities().require(Feature.OPEN_INTEREST);
        throw new IllegalStateException("the capabilities claim open interest, for which there is no call");
    }

    private static List<Trade> map(List<TradeRow> rows, Instrument instrument) {
        return rows.stream().map(row -> MarketMapper.trade(row, instrument)).toList();
    }

    static Symbol requireSymbol(HistoryQuery query) {
        return query.symbol().orElseThrow(() -> NotSentException.invalid("this history query needs a symbol"));
    }
}
