package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.okx.OkxMarket;
import dev.astrolabe.okx.model.OkxBook;
import dev.astrolabe.okx.model.OkxCandle;
import dev.astrolabe.okx.model.OkxConversion;
import dev.astrolabe.okx.model.OkxFundingRate;
import dev.astrolabe.okx.model.OkxFundingRecord;
import dev.astrolabe.okx.model.OkxIndexTicker;
import dev.astrolabe.okx.model.OkxInstType;
import dev.astrolabe.okx.model.OkxInstrument;
import dev.astrolabe.okx.model.OkxMarkPrice;
import dev.astrolabe.okx.model.OkxOpenInterest;
import dev.astrolabe.okx.model.OkxPositionTier;
import dev.astrolabe.okx.model.OkxPriceCandle;
import dev.astrolabe.okx.model.OkxPriceLimit;
import dev.astrolabe.okx.model.OkxQuery;
import dev.astrolabe.okx.model.OkxRpiBook;
import dev.astrolabe.okx.model.OkxSystemStatus;
import dev.astrolabe.okx.model.OkxTicker;
import dev.astrolabe.okx.model.OkxTrade;
import java.time.Instant;
import java.util.List;

/** Public data in OKX's own terms. Safe for any thread. */
final class NativeMarket implements OkxMarket {

    /** The instrument that stands for all of them. */
    static final String EVERY = "ANY";

    private static final String BY_TIME = "2";

    private final OkxContext context;

    NativeMarket(OkxContext context) {
        this.context = context;
    }

    @Override
    public Instant time() {
        return context.call(MarketOperations.TIME, OkxQuery.all());
    }

    @Override
    public List<OkxInstrument> instruments(OkxQuery query) {
        return context.call(MarketOperations.INSTRUMENTS, query);
    }

    @Override
    public List<OkxTicker> tickers(OkxQuery query) {
        return context.call(MarketOperations.TICKERS, query);
    }

    @Override
    public OkxTicker ticker(String instId) {
        return context.call(MarketOperations.TICKER, OkxQuery.of(instId));
    }

    @Override
    public OkxBook book(String instId, int levels) {
        return context.call(MarketOperations.BOOK, levels(instId, levels, MarketOperations.MAX_BOOK));
    }

    @Override
    public OkxBook fullBook(String instId, int levels) {
        return context.call(MarketOperations.FULL_BOOK, levels(instId, levels, MarketOperations.MAX_FULL_BOOK));
    }

    @Override
    public OkxRpiBook rpiBook(String instId, int levels) {
        return context.call(MarketOperations.RPI_BOOK, levels(instId, levels, MarketOperations.MAX_BOOK));
    }

    @Override
    public List<OkxTrade> trades(String instId, int limit) {
        return context.call(MarketOperations.TRADES, OkxQuery.of(instId).limit(limit));
    }

    @Override
    public Page<OkxTrade> tradeHistory(OkxQuery query) {
        Page<OkxTrade> page = context.page(MarketOperations.OLD_TRADES, query);
        boolean byTime = query.get("type").filter(BY_TIME::equals).isPresent();
        if (!byTime || page.next().isEmpty()) {
            return page;
        }
        OkxTrade last = page.items().get(page.items().size() - 1);
        return Page.of(page.items(), Long.toString(last.time().toEpochMilli()));
    }

    @Override
    public List<OkxCandle> candles(OkxQuery query) {
        return context.call(MarketOperations.CANDLES, query);
    }

    @Override
    public List<OkxCandle> candleHistory(OkxQuery query) {
        return context.call(MarketOperations.OLD_CANDLES, query);
    }

    @Override
    public List<OkxPriceCandle> markCandles(OkxQuery query) {
        return context.call(MarketOperations.MARK_CANDLES, query);
    }

    @Override
    public List<OkxPriceCandle> markCandleHistory(OkxQuery query) {
        return context.call(MarketOperations.OLD_MARK_CANDLES, query);
    }

    @Override
    public List<OkxPriceCandle> indexCandles(OkxQuery query) {
        return context.call(MarketOperations.INDEX_CANDLES, query);
    }

    @Override
    public List<OkxPriceCandle> indexCandleHistory(OkxQuery query) {
        return context.call(MarketOperations.OLD_INDEX_CANDLES, query);
    }

    @Override
    public List<OkxMarkPrice> markPrices(OkxQuery query) {
        return context.call(MarketOperations.MARK_PRICES, query);
    }

    @Override
    public List<OkxIndexTicker> indexTickers(OkxQuery query) {
        if (query.get("instId").isEmpty() && query.get("quoteCcy").isEmpty()) {
            throw NotSentException.invalid(MarketOperations.INDEX_TICKERS.endpoint() + " needs instId or quoteCcy");
        }
        return context.call(MarketOperations.INDEX_TICKERS, query);
    }

    @Override
    public OkxFundingRate fundingRate(String instId) {
        return context.call(
                MarketOperations.FUNDING_RATES,
                OkxQuery.of(instId),
                rows -> rows.stream()
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("there is no row of " + instId)));
    }

    @Override
    public List<OkxFundingRate> fundingRates() {
        return context.call(MarketOperations.FUNDING_RATES, OkxQuery.of(EVERY));
    }

    @Override
    public Page<OkxFundingRecord> fundingHistory(OkxQuery query) {
        return context.page(MarketOperations.FUNDING_HISTORY, query);
    }

    @Override
    public List<OkxOpenInterest> openInterest(OkxQuery query) {
        return context.call(MarketOperations.OPEN_INTEREST, query);
    }

    @Override
    public OkxPriceLimit priceLimit(String instId) {
        return context.call(MarketOperations.PRICE_LIMIT, OkxQuery.of(instId));
    }

    @Override
    public List<OkxPositionTier> positionTiers(OkxQuery query) {
        return context.call(MarketOperations.POSITION_TIERS, query);
    }

    @Override
    public OkxConversion convert(OkxQuery query) {
        return context.call(MarketOperations.CONVERT, query);
    }

    @Override
    public List<String> underlyings(OkxInstType type) {
        return context.call(MarketOperations.UNDERLYINGS, OkxQuery.of(type));
    }

    @Override
    public List<OkxSystemStatus> systemStatus(OkxQuery query) {
        return context.call(MarketOperations.STATUS, query);
    }

    private static OkxQuery levels(String instId, int levels, int largest) {
        return OkxQuery.of(instId).with("sz", Integer.toString(MarketMapper.requireRange("levels", levels, largest)));
    }
}
