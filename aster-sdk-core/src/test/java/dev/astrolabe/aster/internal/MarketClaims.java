package dev.astrolabe.aster.internal;

import static dev.astrolabe.aster.internal.PayloadClaim.answer;
import static dev.astrolabe.aster.internal.PayloadClaim.error;
import static dev.astrolabe.aster.internal.PayloadClaim.part;
import static dev.astrolabe.aster.internal.PayloadClaim.rows;

import dev.astrolabe.aster.internal.NeutralMarketData.CandleMapping;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.PriceKind;
import dev.astrolabe.exchange.transport.Endpoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Example payloads of public market data and the catalogue. */
final class MarketClaims {

    private static final String PRODUCT = "price x quantity, rounded";
    private static final String VENUE = "the venue says to ignore it";
    private static final String NO_VOLUME = "mark and index prices have no volume";
    private static final Instrument BTC = Listings.btc();
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private MarketClaims() {}

    static List<PayloadClaim> all() {
        return Stream.of(prices(), tickers(), candles(), catalogue())
                .flatMap(List::stream)
                .toList();
    }

    /** Rows that name their instrument. */
    private static <T> PayloadClaim named(
            String file,
            Function<AsterEndpoints, Endpoint<List<T>>> endpoint,
            Function<T, String> name,
            BiFunction<T, Instrument, ?> mapping) {
        return rows(file, endpoint, row -> mapping.apply(row, Listings.named(name.apply(row))));
    }

    private static List<PayloadClaim> prices() {
        return List.of(
                answer("get_ping", endpoints -> endpoints.market.ping),
                answer("get_time", endpoints -> endpoints.market.time),
                answer("get_depth", endpoints -> endpoints.market.depth, row -> MarketMapper.orderBook(row, BTC, NOW))
                        .ignoring("when the answer was written; T is when the book was so", "E"),
                rows("get_trades", endpoints -> endpoints.market.trades, row -> MarketMapper.trade(row, BTC))
                        .ignoring(PRODUCT, "[].quoteQty"),
                rows(
                                "get_historicalTrades",
                                endpoints -> endpoints.market.historicalTrades,
                                row -> MarketMapper.trade(row, BTC))
                        .ignoring(PRODUCT, "[].quoteQty"),
                rows(
                        "get_aggTrades",
                        endpoints -> endpoints.market.aggregateTrades,
                        row -> AsterMarketMapper.aggregateTrade(row, BTC)),
                premium("get_premiumIndex"),
                premium("get_premiumIndex_list"),
                named(
                        "get_fundingRate",
                        endpoints -> endpoints.market.fundingHistory,
                        MarketPayloads.Funding::symbol,
                        MarketMapper::funding),
                named(
                        "get_fundingInfo",
                        endpoints -> endpoints.market.fundingInfo,
                        MarketPayloads.FundingInfo::symbol,
                        AsterMarketMapper::fundingConfig),
                answer(
                        "get_indexreferences",
                        endpoints -> endpoints.market.indexReferences,
                        row -> AsterMarketMapper.indexReference(row, Listings.named(row.symbol()))),
                openable("get_remainingOpenableNotionalValue"),
                openable("later/get_remainingOpenableNotionalValue.json"),
                openable("later/get_remainingOpenableNotionalValue_nolimit.json"));
    }

    private static PayloadClaim premium(String file) {
        return named(
                file,
                endpoints -> endpoints.market.premiumIndex,
                MarketPayloads.Premium::symbol,
                AsterMarketMapper::premiumIndex);
    }

    private static PayloadClaim openable(String file) {
        return answer(file, endpoints -> endpoints.market.openableNotional, AsterMarketMapper::openable);
    }

    private static List<PayloadClaim> tickers() {
        return Stream.of("", "_list")
                .flatMap(shape -> Stream.of(
                        named(
                                "get_ticker_24hr" + shape,
                                endpoints -> endpoints.market.ticker24,
                                MarketPayloads.Ticker24::symbol,
                                AsterMarketMapper::ticker),
                        named(
                                "get_ticker_price" + shape,
                                endpoints -> endpoints.market.priceTicker,
                                MarketPayloads.PriceRow::symbol,
                                AsterMarketMapper::price),
                        named(
                                "get_ticker_bookTicker" + shape,
                                endpoints -> endpoints.market.bookTicker,
                                MarketPayloads.BestPrices::symbol,
                                MarketMapper::bookTicker)))
                .toList();
    }

    private static List<PayloadClaim> candles() {
        return List.of(
                candles("get_klines", endpoints -> endpoints.market.candles, AsterMarketMapper::candle)
                        .ignoring(VENUE, "[].11"),
                priceCandles("get_markPriceKlines", endpoints -> endpoints.market.markCandles, PriceKind.MARK),
                priceCandles("get_indexPriceKlines", endpoints -> endpoints.market.indexCandles, PriceKind.INDEX));
    }

    private static PayloadClaim priceCandles(
            String file, Function<AsterEndpoints, Endpoint<BigDecimal[][]>> endpoint, PriceKind kind) {
        return candles(
                        file,
                        endpoint,
                        (row, instrument, now) -> AsterMarketMapper.priceCandle(row, kind, instrument, now))
                .ignoring(NO_VOLUME, "[].5", "[].7", "[].9", "[].10")
                .ignoring(VENUE, "[].11");
    }

    private static PayloadClaim candles(
            String file, Function<AsterEndpoints, Endpoint<BigDecimal[][]>> endpoint, CandleMapping<?> mapping) {
        return answer(
                file,
                endpoint,
                rows -> Arrays.stream(rows)
                        .map(row -> mapping.map(row, BTC, NOW))
                        .toList());
    }

    private static List<PayloadClaim> catalogue() {
        return List.of(
                exchangeInfo("get_exchangeInfo"),
                exchangeInfo("live/get_exchangeInfo_trimmed.json"),
                filter("LOT_SIZE"),
                filter("MARKET_LOT_SIZE"),
                filter("MAX_NUM_ALGO_ORDERS"),
                filter("MAX_NUM_ORDERS"),
                filter("MIN_NOTIONAL"),
                filter("PERCENT_PRICE"),
                filter("PRICE_FILTER"),
                limit("ORDERS"),
                limit("REQUEST_WEIGHT"),
                error("common/error.json"),
                error("common/inline_error_2021.json"),
                error("common/inline_error_4225.json"),
                part("common/inline_ok.json", TradingPayloads.MaybeError.class, Function.identity()),
                error("v3/get_indexreferences_error.json"),
                error("later/error_deposit_required.json"));
    }

    private static PayloadClaim exchangeInfo(String file) {
        return answer(file, endpoints -> endpoints.market.exchangeInfo, CatalogueMapper::catalogue)
                .ignoring(VENUE, "serverTime")
                .ignoring("documented as empty", "exchangeFilters");
    }

    private static PayloadClaim filter(String type) {
        return part("common/filter_" + type + ".json", CatalogPayloads.Filter.class, CatalogueMapper::filter);
    }

    private static PayloadClaim limit(String type) {
        return part("common/rateLimit_" + type + ".json", CatalogPayloads.RateLimit.class, CatalogueMapper::limit);
    }
}
