package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.internal.CatalogPayloads.ExchangeInfo;
import dev.astrolabe.aster.internal.MarketPayloads.AggregateTradeRow;
import dev.astrolabe.aster.internal.MarketPayloads.BestPrices;
import dev.astrolabe.aster.internal.MarketPayloads.Depth;
import dev.astrolabe.aster.internal.MarketPayloads.Funding;
import dev.astrolabe.aster.internal.MarketPayloads.FundingInfo;
import dev.astrolabe.aster.internal.MarketPayloads.IndexComposition;
import dev.astrolabe.aster.internal.MarketPayloads.Openable;
import dev.astrolabe.aster.internal.MarketPayloads.Premium;
import dev.astrolabe.aster.internal.MarketPayloads.PriceRow;
import dev.astrolabe.aster.internal.MarketPayloads.ServerTime;
import dev.astrolabe.aster.internal.MarketPayloads.Ticker24;
import dev.astrolabe.aster.internal.MarketPayloads.TradeRow;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Params;
import dev.astrolabe.exchange.transport.ResponseParser;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Public market data of one path family (docs: futures, "Market Data Endpoints"). */
final class MarketEndpoints {

    private static final int DEFAULT_LIMIT = 500;

    final Endpoint<Boolean> ping;
    final Endpoint<Instant> time;
    final Endpoint<ExchangeInfo> exchangeInfo;
    final Endpoint<Depth> depth;
    final Endpoint<List<TradeRow>> trades;
    final Endpoint<List<TradeRow>> historicalTrades;
    final Endpoint<List<AggregateTradeRow>> aggregateTrades;
    final Endpoint<BigDecimal[][]> candles;
    final Endpoint<BigDecimal[][]> markCandles;
    final Endpoint<BigDecimal[][]> indexCandles;
    final Endpoint<List<Premium>> premiumIndex;
    final Endpoint<List<Funding>> fundingHistory;
    final Endpoint<List<FundingInfo>> fundingInfo;
    final Endpoint<List<Ticker24>> ticker24;
    final Endpoint<List<PriceRow>> priceTicker;
    final Endpoint<List<BestPrices>> bookTicker;
    final Endpoint<IndexComposition> indexReferences;
    final Endpoint<Openable> openableNotional;

    MarketEndpoints(PathFamily family) {
        ResponseParser<BigDecimal[][]> klines = ResponseParser.of(BigDecimal[][].class);
        ping = Endpoint.get(family.of("ping"), ResponseParser.tree(node -> true));
        time = Endpoint.get(
                family.of("time"), ResponseParser.of(ServerTime.class, row -> Instant.ofEpochMilli(row.serverTime())));
        exchangeInfo = Endpoint.get(family.of("exchangeInfo"), Payload.of(ExchangeInfo.class));
        depth = Endpoint.get(family.of("depth"), Payload.of(Depth.class)).weight(MarketEndpoints::depthWeight);
        trades = Endpoint.get(family.of("trades"), Payload.listOf(TradeRow.class));
        historicalTrades = Endpoint.get(family.of("historicalTrades"), Payload.listOf(TradeRow.class))
                .access(family.historicalTrades())
                .weight(20);
        aggregateTrades = Endpoint.get(family.of("aggTrades"), Payload.listOf(AggregateTradeRow.class))
                .weight(20);
        candles = Endpoint.get(family.of("klines"), klines).weight(MarketEndpoints::candleWeight);
        markCandles = Endpoint.get(family.of("markPriceKlines"), klines).weight(MarketEndpoints::candleWeight);
        indexCandles = Endpoint.get(family.of("indexPriceKlines"), klines).weight(MarketEndpoints::candleWeight);
        premiumIndex = Endpoint.get(family.of("premiumIndex"), Payload.oneOrMore(Premium.class));
        fundingHistory = Endpoint.get(family.of("fundingRate"), Payload.listOf(Funding.class));
        fundingInfo = Endpoint.get(family.of("fundingInfo"), Payload.oneOrMore(FundingInfo.class));
        ticker24 = Endpoint.get(family.of("ticker/24hr"), Payload.oneOrMore(Ticker24.class))
                .weight(AsterEndpoints.bySymbol(1, AsterEndpoints.ALL_SYMBOLS));
        priceTicker = Endpoint.get(family.of("ticker/price"), Payload.oneOrMore(PriceRow.class))
                .weight(AsterEndpoints.bySymbol(1, 2));
        bookTicker = Endpoint.get(family.of("ticker/bookTicker"), Payload.oneOrMore(BestPrices.class))
                .weight(AsterEndpoints.bySymbol(1, 2));
        // All lower case, and only there (docs: futures v3, "Index Price References").
        indexReferences = Endpoint.get(PathFamily.onlyInV3("indexreferences"), Payload.of(IndexComposition.class));
        openableNotional = Endpoint.get(family.of("remainingOpenableNotionalValue"), Payload.of(Openable.class))
                .access(family.openableNotional())
                .weight(family == PathFamily.V1 ? 20 : 50);
    }

    private static int limitOf(Params params) {
        return params.get("limit").map(Integer::valueOf).orElse(DEFAULT_LIMIT);
    }

    private static int depthWeight(Params params) {
        int limit = limitOf(params);
        if (limit <= 50) {
            return 2;
        }
        if (limit <= 100) {
            return 5;
        }
        return limit <= 500 ? 10 : 20;
    }

    private static int candleWeight(Params params) {
        int limit = limitOf(params);
        if (limit < 100) {
            return 1;
        }
        if (limit < 500) {
            return 2;
        }
        return limit <= 1000 ? 5 : 10;
    }
}
