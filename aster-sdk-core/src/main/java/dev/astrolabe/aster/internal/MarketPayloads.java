package dev.astrolabe.aster.internal;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Public prices as the venue tells them (docs: futures, "Market Data Endpoints"). Component names are its field names. */
final class MarketPayloads {

    private MarketPayloads() {}

    record ServerTime(long serverTime) {}

    /** A level is price, quantity. */
    record Depth(
            long lastUpdateId,
            @Nullable Long E,
            @Nullable Long T,
            List<List<BigDecimal>> bids,
            List<List<BigDecimal>> asks) {}

    record TradeRow(long id, BigDecimal price, BigDecimal qty, long time, boolean isBuyerMaker) {}

    record AggregateTrade(long a, long f, long T) {}

    record Premium(
            String symbol,
            BigDecimal markPrice,
            @Nullable BigDecimal indexPrice,
            @Nullable BigDecimal lastFundingRate,
            @Nullable Long nextFundingTime,
            long time) {}

    record Funding(String symbol, BigDecimal fundingRate, long fundingTime) {}

    record FundingInfo(String symbol, @Nullable Integer fundingIntervalHours) {}

    record Ticker24(
            String symbol,
            @Nullable BigDecimal priceChangePercent,
            BigDecimal lastPrice,
            @Nullable BigDecimal openPrice,
            @Nullable BigDecimal highPrice,
            @Nullable BigDecimal lowPrice,
            @Nullable BigDecimal volume,
            @Nullable BigDecimal quoteVolume,
            long closeTime) {}

    record BestPrices(
            String symbol,
            @Nullable BigDecimal bidPrice,
            @Nullable BigDecimal bidQty,
            @Nullable BigDecimal askPrice,
            @Nullable BigDecimal askQty,
            long time) {}
}
