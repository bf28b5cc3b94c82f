package dev.astrolabe.aster.internal;

import static dev.astrolabe.aster.internal.PayloadClaim.answer;
import static dev.astrolabe.aster.internal.PayloadClaim.error;
import static dev.astrolabe.aster.internal.PayloadClaim.part;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Example payloads of public market data and the catalogue. */
final class MarketClaims {

    private static final String PRODUCT = "price x quantity, rounded";
    private static final String VENUE = "the venue says to ignore it";

    private MarketClaims() {}

    static List<PayloadClaim> all() {
        return Stream.of(prices(), tickers(), candles(), catalogue())
                .flatMap(List::stream)
                .toList();
    }

    private static List<PayloadClaim> prices() {
        return List.of(
                answer("get_ping", endpoints -> endpoints.market.ping),
                answer("get_time", endpoints -> endpoints.market.time),
                answer("get_depth", endpoints -> endpoints.market.depth),
                answer("get_trades", endpoints -> endpoints.market.trades).ignoring(PRODUCT, "[].quoteQty"),
                answer("get_historicalTrades", endpoints -> endpoints.market.historicalTrades)
                        .ignoring(PRODUCT, "[].quoteQty"),
                answer("get_aggTrades", endpoints -> endpoints.market.aggregateTrades),
                answer("get_premiumIndex", endpoints -> endpoints.market.premiumIndex),
                answer("get_premiumIndex_list", endpoints -> endpoints.market.premiumIndex),
                answer("get_fundingRate", endpoints -> endpoints.market.fundingHistory),
                answer("get_fundingInfo", endpoints -> endpoints.market.fundingInfo),
                answer("get_indexreferences", endpoints -> endpoints.market.indexReferences),
                answer("get_remainingOpenableNotionalValue", endpoints -> endpoints.market.openableNotional),
                answer("later/get_remainingOpenableNotionalValue.json", endpoints -> endpoints.market.openableNotional),
                answer(
                        "later/get_remainingOpenableNotionalValue_nolimit.json",
                        endpoints -> endpoints.market.openableNotional));
    }

    private static List<PayloadClaim> tickers() {
        return List.of(
                answer("get_ticker_24hr", endpoints -> endpoints.market.ticker24),
                answer("get_ticker_24hr_list", endpoints -> endpoints.market.ticker24),
                answer("get_ticker_price", endpoints -> endpoints.market.priceTicker),
                answer("get_ticker_price_list", endpoints -> endpoints.market.priceTicker),
                answer("get_ticker_bookTicker", endpoints -> endpoints.market.bookTicker),
                answer("get_ticker_bookTicker_list", endpoints -> endpoints.market.bookTicker));
    }

    private static List<PayloadClaim> candles() {
        return List.of(
                answer("get_klines", endpoints -> endpoints.market.candles),
                answer("get_markPriceKlines", endpoints -> endpoints.market.markCandles),
                answer("get_indexPriceKlines", endpoints -> endpoints.market.indexCandles));
    }

    private static List<PayloadClaim> catalogue() {
        return List.of(
                answer("get_exchangeInfo", endpoints -> endpoints.market.exchangeInfo)
                        .ignoring(VENUE, "serverTime")
                        .ignoring("documented as empty", "exchangeFilters"),
                answer("live/get_exchangeInfo_trimmed.json", endpoints -> endpoints.market.exchangeInfo)
                        .ignoring(VENUE, "serverTime")
                        .ignoring("documented as empty", "exchangeFilters"),
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

    private static PayloadClaim filter(String type) {
        return part("common/filter_" + type + ".json", CatalogPayloads.Filter.class, Function.identity());
    }

    private static PayloadClaim limit(String type) {
        return part("common/rateLimit_" + type + ".json", CatalogPayloads.RateLimit.class, Function.identity());
    }
}
