package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.transport.ResponseParser;
import dev.astrolabe.okx.model.OkxBook;
import dev.astrolabe.okx.model.OkxCandle;
import dev.astrolabe.okx.model.OkxConversion;
import dev.astrolabe.okx.model.OkxFields;
import dev.astrolabe.okx.model.OkxFundingRate;
import dev.astrolabe.okx.model.OkxFundingRecord;
import dev.astrolabe.okx.model.OkxIndexTicker;
import dev.astrolabe.okx.model.OkxInstrument;
import dev.astrolabe.okx.model.OkxMarkPrice;
import dev.astrolabe.okx.model.OkxOpenInterest;
import dev.astrolabe.okx.model.OkxPositionTier;
import dev.astrolabe.okx.model.OkxPriceCandle;
import dev.astrolabe.okx.model.OkxPriceLimit;
import dev.astrolabe.okx.model.OkxRpiBook;
import dev.astrolabe.okx.model.OkxSystemStatus;
import dev.astrolabe.okx.model.OkxTicker;
import dev.astrolabe.okx.model.OkxTrade;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The public calls (docs: OKX v5, "Market Data", "Public Data" and "Status"). */
final class MarketOperations {

    static final int MAX_BOOK = 400;
    static final int MAX_FULL_BOOK = 5000;
    static final int MAX_TRADES = 500;
    static final int MAX_OLD_TRADES = 100;
    static final int MAX_CANDLES = 300;
    static final int MAX_PRICE_CANDLES = 100;
    static final int MAX_FUNDING = 400;

    static final Operation<Instant> TIME =
            Operation.open("/api/v5/public/time", Rate.of(10)).row(MarketOperations::time);

    static final Operation<List<OkxInstrument>> INSTRUMENTS = Operation.open(
                    "/api/v5/public/instruments", Rate.of(20).by("instType"))
            .needs("instType")
            .takes("instFamily", "instId", "seriesId")
            .rows(OkxInstrument::new);

    static final Operation<List<OkxTicker>> TICKERS = Operation.open("/api/v5/market/tickers", Rate.of(20))
            .needs("instType")
            .takes("instFamily")
            .rows(OkxTicker::new);

    static final Operation<OkxTicker> TICKER =
            Operation.open("/api/v5/market/ticker", Rate.of(20)).needs("instId").row(OkxTicker::new);

    static final Operation<OkxBook> BOOK = Operation.open("/api/v5/market/books", Rate.of(40))
            .needs("instId")
            .takes("sz")
            .row(OkxBook::new);

    static final Operation<OkxBook> FULL_BOOK = Operation.open("/api/v5/market/books-full", Rate.of(10))
            .needs("instId")
            .takes("sz")
            .row(OkxBook::new);

    static final Operation<OkxRpiBook> RPI_BOOK = Operation.open("/api/v5/market/books-rpi", Rate.of(20))
            .needs("instId")
            .takes("sz")
            .row(OkxRpiBook::new);

    static final Operation<List<OkxTrade>> TRADES = Operation.open("/api/v5/market/trades", Rate.of(100))
            .needs("instId")
            .limitedTo(MAX_TRADES)
            .rows(OkxTrade::new);

    static final Operation<List<OkxTrade>> OLD_TRADES = Operation.open("/api/v5/market/history-trades", Rate.of(20))
            .needs("instId")
            .takes("type")
            .pagedBy("tradeId", MAX_OLD_TRADES)
            .rows(OkxTrade::new);

    static final Operation<List<OkxCandle>> CANDLES = candles("candles", Rate.of(40));
    static final Operation<List<OkxCandle>> OLD_CANDLES = candles("history-candles", Rate.of(20));
    static final Operation<List<OkxPriceCandle>> MARK_CANDLES = priceCandles("mark-price-candles", Rate.of(20));
    static final Operation<List<OkxPriceCandle>> OLD_MARK_CANDLES =
            priceCandles("history-mark-price-candles", Rate.of(20));
    static final Operation<List<OkxPriceCandle>> INDEX_CANDLES = priceCandles("index-candles", Rate.of(20));
    static final Operation<List<OkxPriceCandle>> OLD_INDEX_CANDLES = priceCandles("history-index-candles", Rate.of(10));

    static final Operation<List<OkxMarkPrice>> MARK_PRICES = Operation.open(
                    "/api/v5/public/mark-price", Rate.ofInstrument(10))
            .needs("instType")
            .takes("instFamily", "instId")
            .rows(OkxMarkPrice::new);

    /** By index or by quote currency. */
    static final Operation<List<OkxIndexTicker>> INDEX_TICKERS = Operation.open(
                    "/api/v5/market/index-tickers", Rate.of(20))
            .takes("instId", "quoteCcy")
            .rows(OkxIndexTicker::new);

    static final Operation<List<OkxFundingRate>> FUNDING_RATES = Operation.open(
                    "/api/v5/public/funding-rate", Rate.ofInstrument(10))
            .needs("instId")
            .rows(OkxFundingRate::new);

    static final Operation<List<OkxFundingRecord>> FUNDING_HISTORY = Operation.open(
                    "/api/v5/public/funding-rate-history", Rate.ofInstrument(10))
            .needs("instId")
            .pagedBy("fundingTime", MAX_FUNDING)
            .rows(OkxFundingRecord::new);

    static final Operation<List<OkxOpenInterest>> OPEN_INTEREST = Operation.open(
                    "/api/v5/public/open-interest", Rate.ofInstrument(20))
            .needs("instType")
            .takes("instFamily", "instId")
            .rows(OkxOpenInterest::new);

    static final Operation<OkxPriceLimit> PRICE_LIMIT = Operation.open("/api/v5/public/price-limit", Rate.of(20))
            .needs("instId")
            .row(OkxPriceLimit::new);

    static final Operation<List<OkxPositionTier>> POSITION_TIERS = Operation.open(
                    "/api/v5/public/position-tiers", Rate.of(10))
            .needs("instType", "tdMode")
            .takes("instFamily", "instId", "ccy", "tier")
            .rows(OkxPositionTier::new);

    static final Operation<OkxConversion> CONVERT = Operation.open("/api/v5/public/convert-contract-coin", Rate.of(10))
            .needs("instId", "sz")
            .takes("type", "px", "unit", "opType")
            .row(OkxConversion::new);

    static final Operation<List<String>> UNDERLYINGS = Operation.open("/api/v5/public/underlying", Rate.of(20))
            .needs("instType")
            .parsed(names());

    static final Operation<List<OkxSystemStatus>> STATUS = Operation.open(
                    "/api/v5/system/status", Rate.of(1).in(Duration.ofSeconds(5)))
            .takes("state")
            .rows(OkxSystemStatus::new);

    static final List<Operation<?>> ALL = List.of(
            TIME,
            INSTRUMENTS,
            TICKERS,
            TICKER,
            BOOK,
            FULL_BOOK,
            RPI_BOOK,
            TRADES,
            OLD_TRADES,
            CANDLES,
            OLD_CANDLES,
            MARK_CANDLES,
            OLD_MARK_CANDLES,
            INDEX_CANDLES,
            OLD_INDEX_CANDLES,
            MARK_PRICES,
            INDEX_TICKERS,
            FUNDING_RATES,
            FUNDING_HISTORY,
            OPEN_INTEREST,
            PRICE_LIMIT,
            POSITION_TIERS,
            CONVERT,
            UNDERLYINGS,
            STATUS);

    private MarketOperations() {}

    private static Operation<List<OkxCandle>> candles(String name, Rate rate) {
        return Operation.open("/api/v5/market/" + name, rate)
                .needs("instId")
                .takes("bar", "adjust")
                .pagedBy("ts", MAX_CANDLES)
                .parsed(Envelope.arrays(OkxCandle::of));
    }

    private static Operation<List<OkxPriceCandle>> priceCandles(String name, Rate rate) {
        return Operation.open("/api/v5/market/" + name, rate)
                .needs("instId")
                .takes("bar")
                .pagedBy("ts", MAX_PRICE_CANDLES)
                .parsed(Envelope.arrays(OkxPriceCandle::of));
    }

    private static Instant time(OkxFields row) {
        return row.requireTime("ts");
    }

    /** The only element of {@code data} is the list. */
    private static ResponseParser<List<String>> names() {
        return (json, body) -> {
            List<String> names = new ArrayList<>();
            for (Row each : Envelope.data(json, body)) {
                names.addAll(each.elements());
            }
            return List.copyOf(names);
        };
    }
}
