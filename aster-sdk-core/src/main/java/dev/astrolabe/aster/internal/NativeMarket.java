package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.AsterMarket;
import dev.astrolabe.aster.internal.MarketPayloads.AggregateTradeRow;
import dev.astrolabe.aster.internal.MarketPayloads.Funding;
import dev.astrolabe.aster.internal.MarketPayloads.FundingInfo;
import dev.astrolabe.aster.internal.MarketPayloads.IndexComposition;
import dev.astrolabe.aster.internal.MarketPayloads.Openable;
import dev.astrolabe.aster.internal.MarketPayloads.Premium;
import dev.astrolabe.aster.internal.MarketPayloads.PriceRow;
import dev.astrolabe.aster.internal.MarketPayloads.Ticker24;
import dev.astrolabe.aster.internal.MarketPayloads.TradeRow;
import dev.astrolabe.aster.model.AggregateTrade;
import dev.astrolabe.aster.model.AsterCandle;
import dev.astrolabe.aster.model.AsterCatalogue;
import dev.astrolabe.aster.model.AsterTicker;
import dev.astrolabe.aster.model.FundingConfig;
import dev.astrolabe.aster.model.IndexReference;
import dev.astrolabe.aster.model.PremiumIndex;
import dev.astrolabe.aster.model.PriceCandle;
import dev.astrolabe.aster.model.PriceTicker;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.BookTicker;
import dev.astrolabe.exchange.model.CandleQuery;
import dev.astrolabe.exchange.model.FundingRate;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PriceKind;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.Trade;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Params;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Public market data in the venue's own calls. Safe for any thread. */
final class NativeMarket implements AsterMarket {

    // The venue wants less than an hour.
    private static final OnePage AGGREGATE_TRADES =
            new OnePage(AsterCapabilities.MAX_TRADES, Duration.ofHours(1).minusMillis(1));
    private static final OnePage FUNDING_RATES = OnePage.of(1000);

    private final AsterContext context;
    private final MarketEndpoints endpoints;
    private final AsterInstruments instruments;
    private final NeutralMarketData neutral;
    private final SymbolReads reads;

    NativeMarket(AsterContext context, AsterInstruments instruments, NeutralMarketData neutral) {
        this.context = context;
        this.endpoints = context.endpoints().market;
        this.instruments = instruments;
        this.neutral = neutral;
        this.reads = new SymbolReads(context, instruments);
    }

    @Override
    public void ping() {
        context.call(endpoints.ping, Params.create());
    }

    @Override
    public Instant serverTime() {
        return neutral.serverTime();
    }

    @Override
    public AsterCatalogue exchangeInfo() {
        return context.call(endpoints.exchangeInfo, Params.create(), CatalogueMapper::catalogue);
    }

    @Override
    public OrderBook orderBook(Symbol symbol, int limit) {
        NeutralMarketData.requireBookDepth(limit);
        return neutral.orderBook(symbol, limit);
    }

    @Override
    public List<Trade> trades(Symbol symbol, int limit) {
        return neutral.trades(symbol, limit);
    }

    @Override
    public List<Trade> historicalTrades(Symbol symbol, int limit) {
        return historicalTrades(symbol, limit, params -> params);
    }

    @Override
    public List<Trade> historicalTrades(Symbol symbol, long fromId, int limit) {
        return historicalTrades(symbol, limit, params -> params.add("fromId", fromId));
    }

    private List<Trade> historicalTrades(Symbol symbol, int limit, UnaryOperator<Params> start) {
        Endpoint<List<TradeRow>> endpoint = endpoints.historicalTrades;
        OnePage.requireRange("limit", limit, AsterCapabilities.MAX_TRADES);
        Instrument instrument = instruments.forCall(endpoint, symbol);
        Params params = start.apply(SymbolReads.symbol(instrument)).add("limit", limit);
        return context.call(
                endpoint,
                params,
                rows -> rows.stream()
                        .map(row -> MarketMapper.trade(row, instrument))
                        .toList());
    }

    @Override
    public List<AggregateTrade> aggregateTrades(HistoryQuery query) {
        AGGREGATE_TRADES.check(query);
        Instrument instrument = instruments.get(NeutralMarketData.requireSymbol(query));
        return aggregateTrades(instrument, AGGREGATE_TRADES.add(SymbolReads.symbol(instrument), query));
    }

    @Override
    public List<AggregateTrade> aggregateTrades(Symbol symbol, long fromId, int limit) {
        OnePage.requireRange("limit", limit, AsterCapabilities.MAX_TRADES);
        Instrument instrument = instruments.get(symbol);
        return aggregateTrades(
                instrument, SymbolReads.symbol(instrument).add("fromId", fromId).add("limit", limit));
    }

    private List<AggregateTrade> aggregateTrades(Instrument instrument, Params params) {
        Endpoint<List<AggregateTradeRow>> endpoint = endpoints.aggregateTrades;
        return context.call(
                endpoint,
                params,
                rows -> rows.stream()
                        .map(row -> AsterMarketMapper.aggregateTrade(row, instrument))
                        .toList());
    }

    @Override
    public List<AsterCandle> candles(CandleQuery query) {
        if (query.kind() != PriceKind.LAST) {
            throw NotSentException.invalid("candles of kind " + query.kind() + " are read by priceCandles");
        }
        return neutral.candles(query, AsterMarketMapper::candle);
    }

    @Override
    public List<PriceCandle> priceCandles(CandleQuery query) {
        if (query.kind() == PriceKind.LAST) {
            throw NotSentException.invalid("candles of kind LAST are read by candles");
        }
        return neutral.candles(
                query, (row, instrument, now) -> AsterMarketMapper.priceCandle(row, query.kind(), instrument, now));
    }

    @Override
    public PremiumIndex premiumIndex(Symbol symbol) {
        return reads.one(endpoints.premiumIndex, symbol, AsterMarketMapper::premiumIndex);
    }

    @Override
    public List<PremiumIndex> premiumIndexes() {
        return reads.all(
                endpoints.premiumIndex,
                Premium::symbol,
                (row, instrument) -> Optional.of(AsterMarketMapper.premiumIndex(row, instrument)));
    }

    @Override
    public List<FundingRate> fundingRates(HistoryQuery query) {
        FUNDING_RATES.check(query);
        Params symbol = Params.create()
                .addIfPresent(
                        "symbol",
                        query.symbol().map(each -> instruments.get(each).venueSymbol()));
        return reads.all(
                endpoints.fundingHistory,
                FUNDING_RATES.add(symbol, query),
                Funding::symbol,
                (row, instrument) -> Optional.of(MarketMapper.funding(row, instrument)));
    }

    @Override
    public Optional<FundingConfig> fundingConfig(Symbol symbol) {
        Instrument instrument = instruments.get(symbol);
        Endpoint<List<FundingInfo>> endpoint = endpoints.fundingInfo;
        return context.call(
                endpoint,
                SymbolReads.symbol(instrument),
                rows -> rows.stream()
                        .filter(row -> row.symbol().equals(instrument.venueSymbol()))
                        .findFirst()
                        .map(row -> AsterMarketMapper.fundingConfig(row, instrument)));
    }

    @Override
    public List<FundingConfig> fundingConfigs() {
        return reads.all(
                endpoints.fundingInfo,
                FundingInfo::symbol,
                (row, instrument) -> Optional.of(AsterMarketMapper.fundingConfig(row, instrument)));
    }

    @Override
    public AsterTicker ticker(Symbol symbol) {
        return reads.one(endpoints.ticker24, symbol, AsterMarketMapper::ticker);
    }

    @Override
    public List<AsterTicker> tickers() {
        return reads.all(
                endpoints.ticker24,
                Ticker24::symbol,
                (row, instrument) -> Optional.of(AsterMarketMapper.ticker(row, instrument)));
    }

    @Override
    public PriceTicker price(Symbol symbol) {
        return reads.one(endpoints.priceTicker, symbol, AsterMarketMapper::price);
    }

    @Override
    public List<PriceTicker> prices() {
        return reads.all(
                endpoints.priceTicker,
                PriceRow::symbol,
                (row, instrument) -> Optional.of(AsterMarketMapper.price(row, instrument)));
    }

    @Override
    public BookTicker bookTicker(Symbol symbol) {
        return neutral.bookTicker(symbol);
    }

    @Override
    public List<BookTicker> bookTickers() {
        return neutral.bookTickers();
    }

    @Override
    public IndexReference indexReference(Symbol symbol) {
        Endpoint<IndexComposition> endpoint = endpoints.indexReferences;
        Instrument instrument = instruments.forCall(endpoint, symbol);
        return context.call(
                endpoint, SymbolReads.symbol(instrument), row -> AsterMarketMapper.indexReference(row, instrument));
    }

    @Override
    public Optional<BigDecimal> openableNotional(Symbol symbol, int leverage) {
        Endpoint<Openable> endpoint = endpoints.openableNotional;
        OnePage.requireRange("leverage", leverage, AsterCapabilities.MAX_LEVERAGE);
        Params params =
                SymbolReads.symbol(instruments.forCall(endpoint, symbol)).add("leverage", leverage);
        return context.call(endpoint, params, AsterMarketMapper::openable);
    }
}
