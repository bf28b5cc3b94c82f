package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.MarketData;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.BookTicker;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleQuery;
import dev.astrolabe.exchange.model.FundingRate;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentKind;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.OpenInterest;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.Ticker;
import dev.astrolabe.exchange.model.Trade;
import dev.astrolabe.okx.model.OkxFundingRate;
import dev.astrolabe.okx.model.OkxFundingRecord;
import dev.astrolabe.okx.model.OkxIndexTicker;
import dev.astrolabe.okx.model.OkxInstType;
import dev.astrolabe.okx.model.OkxMarkPrice;
import dev.astrolabe.okx.model.OkxQuery;
import dev.astrolabe.okx.model.OkxTicker;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Public prices. Safe for any thread. */
final class NeutralMarketData implements MarketData {

    /** OKX keeps funding rates for three months. */
    private static final Duration FUNDING_REACH = Duration.ofDays(90);

    private static final List<OkxInstType> DERIVATIVES = List.of(OkxInstType.SWAP, OkxInstType.FUTURES);

    private final OkxContext context;
    private final OkxInstruments instruments;
    private final TradeReader trades;
    private final CandleReader candles;

    NeutralMarketData(OkxContext context, OkxInstruments instruments) {
        this.context = context;
        this.instruments = instruments;
        this.trades = new TradeReader(context);
        this.candles = new CandleReader(context, instruments);
    }

    @Override
    public Instant serverTime() {
        return context.call(MarketOperations.TIME, OkxQuery.all());
    }

    @Override
    public Ticker ticker(Symbol symbol) {
        return ticker(symbol, MarketMapper::ticker, "was never traded");
    }

    @Override
    public List<Ticker> tickers() {
        return tickers(MarketMapper::ticker);
    }

    @Override
    public BookTicker bookTicker(Symbol symbol) {
        return ticker(symbol, MarketMapper::bookTicker, "has a book that lacks a side");
    }

    @Override
    public List<BookTicker> bookTickers() {
        return tickers(MarketMapper::bookTicker);
    }

    private <T> T ticker(Symbol symbol, BiFunction<OkxTicker, Instrument, Optional<T>> mapping, String otherwise) {
        Instrument instrument = instruments.get(symbol);
        return context.call(
                MarketOperations.TICKER,
                OkxQuery.of(instrument.venueSymbol()),
                row -> mapping.apply(row, instrument)
                        .orElseThrow(() -> new IllegalArgumentException(symbol + " " + otherwise)));
    }

    private <T> List<T> tickers(BiFunction<OkxTicker, Instrument, Optional<T>> mapping) {
        List<T> all = new ArrayList<>();
        for (OkxInstType type : OkxInstruments.TYPES) {
            all.addAll(context.call(
                    MarketOperations.TICKERS,
                    OkxQuery.of(type),
                    rows -> rows.stream()
                            .flatMap(row -> instruments.findByVenueSymbol(row.instId()).stream()
                                    .flatMap(instrument -> mapping.apply(row, instrument).stream()))
                            .toList()));
        }
        return List.copyOf(all);
    }

    @Override
    public OrderBook orderBook(Symbol symbol, int depth) {
        MarketMapper.requireRange("depth", depth, context.capabilities().maxBookDepth());
        Instrument instrument = instruments.get(symbol);
        OkxQuery query = OkxQuery.of(instrument.venueSymbol()).with("sz", Integer.toString(depth));
        return context.call(MarketOperations.BOOK, query, book -> MarketMapper.orderBook(book, instrument));
    }

    @Override
    public List<Trade> trades(Symbol symbol, int limit) {
        MarketMapper.requireRange("limit", limit, TradeReader.LARGEST);
        return trades.newest(instruments.get(symbol), limit);
    }

    @Override
    public Page<Trade> tradeHistory(HistoryQuery query) {
        return trades.history(query, instruments.get(requireSymbol(query)));
    }

    @Override
    public List<Candle> candles(CandleQuery query) {
        return candles.read(query);
    }

    @Override
    public MarkPrice markPrice(Symbol symbol) {
        Instrument instrument = requireDerivative(symbol);
        String instId = instrument.venueSymbol();
        MarkPrice.Builder price = context.call(
                MarketOperations.MARK_PRICES,
                OkxQuery.of(instruments.row(instrument).instType()).instId(instId),
                rows -> MarketMapper.markPrice(only(rows, instId), instrument));
        instruments.row(instrument).underlying().ifPresent(index -> price.index(indexPrice(index)));
        if (instruments.paysFunding(instrument)) {
            OkxFundingRate funding = fundingRate(instId);
            price.fundingRate(funding.rate()).nextFundingTime(funding.fundingTime());
        }
        return price.build();
    }

    private @Nullable BigDecimal indexPrice(String index) {
        return context.call(MarketOperations.INDEX_TICKERS, OkxQuery.of(index)).stream()
                .findFirst()
                .map(OkxIndexTicker::price)
                .orElse(null);
    }

    private OkxFundingRate fundingRate(String instId) {
        return context.call(MarketOperations.FUNDING_RATES, OkxQuery.of(instId), rows -> only(rows, instId));
    }

    private static <R> R only(List<R> rows, String instId) {
        return rows.stream().findFirst().orElseThrow(() -> new IllegalArgumentException("nothing came for " + instId));
    }

    /** Two calls for the prices, one a quote currency for the indices, and one for all funding rates. */
    @Override
    public List<MarkPrice> markPrices() {
        List<OkxMarkPrice> marks = new ArrayList<>();
        DERIVATIVES.forEach(type -> marks.addAll(context.call(MarketOperations.MARK_PRICES, OkxQuery.of(type))));
        Map<String, BigDecimal> indices = indices();
        Map<String, OkxFundingRate> rates = new HashMap<>();
        context.call(MarketOperations.FUNDING_RATES, OkxQuery.of(NativeMarket.EVERY))
                .forEach(rate -> rates.put(rate.instId(), rate));
        return marks.stream()
                .flatMap(row -> instruments.findByVenueSymbol(row.instId()).stream()
                        .map(instrument -> markPrice(row, instrument, indices, rates.get(row.instId()))))
                .toList();
    }

    private Map<String, BigDecimal> indices() {
        Set<String> quotes = new TreeSet<>();
        instruments.all().stream()
                .filter(each -> each.kind() != InstrumentKind.SPOT)
                .forEach(each -> quotes.add(each.symbol().quote()));
        Map<String, BigDecimal> indices = new HashMap<>();
        for (String quote : quotes) {
            context.call(MarketOperations.INDEX_TICKERS, OkxQuery.all().with("quoteCcy", quote))
                    .forEach(row -> indices.put(row.instId(), row.price()));
        }
        return indices;
    }

    private MarkPrice markPrice(
            OkxMarkPrice row,
            Instrument instrument,
            Map<String, BigDecimal> indices,
            @Nullable OkxFundingRate funding) {
        MarkPrice.Builder price = MarketMapper.markPrice(row, instrument);
        instruments
                .row(row.instId())
                .flatMap(each -> each.underlying())
                .ifPresent(index -> price.index(indices.get(index)));
        if (funding != null) {
            price.fundingRate(funding.rate()).nextFundingTime(funding.fundingTime());
        }
        return price.build();
    }

    @Override
    public FundingRate fundingRate(Symbol symbol) {
        Instrument instrument = requireFunding(symbol);
        return MarketMapper.funding(fundingRate(instrument.venueSymbol()), instrument);
    }

    /** Without {@code from}, it begins 90 days before now. */
    @Override
    public Page<FundingRate> fundingHistory(HistoryQuery query) {
        Instrument instrument = requireFunding(requireSymbol(query));
        NewestFirst<OkxFundingRecord> history = new NewestFirst<>(
                (begin, end, older) -> context.call(
                        MarketOperations.FUNDING_HISTORY,
                        OkxQuery.of(instrument.venueSymbol())
                                .before(Long.toString(begin - 1))
                                .after(Long.toString(
                                        older.map(NeutralMarketData::time).orElse(end + 1)))
                                .limit(MarketOperations.MAX_FUNDING)),
                NeutralMarketData::time,
                row -> Long.toString(time(row)),
                MarketOperations.MAX_FUNDING);
        Instant now = context.rest().serverClock().now();
        Page<OkxFundingRecord> page = history.read(query, now.minus(FUNDING_REACH), now);
        List<FundingRate> rates = page.items().stream()
                .map(row -> MarketMapper.funding(row, instrument))
                .toList();
        return page.next().map(next -> Page.of(rates, next)).orElseGet(() -> Page.last(rates));
    }

    private static long time(OkxFundingRecord row) {
        return row.fundingTime().toEpochMilli();
    }

    @Override
    public OpenInterest openInterest(Symbol symbol) {
        Instrument instrument = requireDerivative(symbol);
        String instId = instrument.venueSymbol();
        return context.call(
                MarketOperations.OPEN_INTEREST,
                OkxQuery.of(instruments.row(instrument).instType()).instId(instId),
                rows -> MarketMapper.openInterest(only(rows, instId), instrument));
    }

    private static Symbol requireSymbol(HistoryQuery query) {
        return query.symbol().orElseThrow(() -> NotSentException.invalid("this history query needs a symbol"));
    }

    private Instrument requireDerivative(Symbol symbol) {
        Instrument instrument = instruments.get(symbol);
        if (instrument.kind() == InstrumentKind.SPOT) {
            throw NotSentException.invalid(symbol + " is spot, which has no mark price and no open interest");
        }
        return instrument;
    }

    private Instrument requireFunding(Symbol symbol) {
        Instrument instrument = instruments.get(symbol);
        if (!instruments.paysFunding(instrument)) {
            throw NotSentException.invalid(symbol + " pays no funding: it is " + instrument.kind());
        }
        return instrument;
    }
}
