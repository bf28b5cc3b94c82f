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

    record AggregateTradeRow(
            long a,
            @Nullable BigDecimal p,
            @Nullable BigDecimal q,
            long f,
            long l,
            long T,
            @Nullable Boolean m) {}

    record Premium(
            String symbol,
            BigDecimal markPrice,
            @Nullable BigDecimal indexPrice,
            @Nullable BigDecimal estimatedSettlePrice,
            @Nullable BigDecimal lastFundingRate,
            @Nullable Long nextFundingTime,
            @Nullable BigDecimal interestRate,
            long time) {}

    record Funding(String symbol, BigDecimal fundingRate, long fundingTime) {}

    record FundingInfo(
            String symbol,
            @Nullable BigDecimal interestRate,
            @Nullable Long time,
            @Nullable Integer fundingIntervalHours,
            @Nullable BigDecimal fundingFeeCap,
            @Nullable BigDecimal fundingFeeFloor) {}

    record Ticker24(
            String symbol,
            @Nullable BigDecimal priceChange,
            @Nullable BigDecimal priceChangePercent,
            @Nullable BigDecimal weightedAvgPrice,
            @Nullable BigDecimal prevClosePrice,
            BigDecimal lastPrice,
            @Nullable BigDecimal lastQty,
            @Nullable BigDecimal openPrice,
            @Nullable BigDecimal highPrice,
            @Nullable BigDecimal lowPrice,
            @Nullable BigDecimal volume,
            @Nullable BigDecimal quoteVolume,
            @Nullable Long openTime,
            long closeTime,
            @Nullable Long firstId,
            @Nullable Long lastId,
            @Nullable Long count) {}

    record PriceRow(String symbol, BigDecimal price, long time) {}

    record BestPrices(
            String symbol,
            @Nullable BigDecimal bidPrice,
            @Nullable BigDecimal bidQty,
            @Nullable BigDecimal askPrice,
            @Nullable BigDecimal askQty,
            long time) {}

    record IndexComposition(String symbol, long time, List<IndexComponent> references) {}

    record IndexComponent(String exchange, String symbol, BigDecimal weight) {}

    /** -1 where nothing bounds it. */
    record Openable(BigDecimal remainingOpenableNotionalValue) {}
}
