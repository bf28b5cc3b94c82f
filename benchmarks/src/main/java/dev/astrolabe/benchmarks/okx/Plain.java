package dev.astrolabe.benchmarks.okx;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a user would write for databind: records with the fields that the client shows too, numbers as decimals. */
final class Plain {

    private Plain() {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer<T>(String code, List<T> data, String msg) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Push<T>(Arg arg, List<T> data) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Arg(String channel, String instId) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Position(
            String instType,
            String instId,
            String mgnMode,
            String posId,
            String posSide,
            BigDecimal pos,
            @Nullable BigDecimal hedgedPos,
            String posCcy,
            @Nullable BigDecimal availPos,
            @Nullable BigDecimal avgPx,
            @Nullable BigDecimal nonSettleAvgPx,
            @Nullable BigDecimal markPx,
            @Nullable BigDecimal upl,
            @Nullable BigDecimal uplRatio,
            @Nullable BigDecimal uplLastPx,
            @Nullable BigDecimal uplRatioLastPx,
            @Nullable BigDecimal lever,
            @Nullable BigDecimal liqPx,
            @Nullable BigDecimal imr,
            @Nullable BigDecimal margin,
            @Nullable BigDecimal mgnRatio,
            @Nullable BigDecimal mmr,
            @Nullable BigDecimal liab,
            String liabCcy,
            @Nullable BigDecimal interest,
            String tradeId,
            @Nullable BigDecimal optVal,
            @Nullable BigDecimal pendingCloseOrdLiabVal,
            @Nullable BigDecimal notionalUsd,
            String adl,
            String ccy,
            @Nullable BigDecimal last,
            @Nullable BigDecimal idxPx,
            @Nullable BigDecimal usdPx,
            @Nullable BigDecimal bePx,
            @Nullable BigDecimal spotInUseAmt,
            String spotInUseCcy,
            @Nullable BigDecimal clSpotInUseAmt,
            @Nullable BigDecimal maxSpotInUseAmt,
            String bizRefId,
            String bizRefType,
            @Nullable BigDecimal realizedPnl,
            @Nullable BigDecimal settledPnl,
            @Nullable BigDecimal pnl,
            @Nullable BigDecimal fee,
            @Nullable BigDecimal fundingFee,
            @Nullable BigDecimal liqPenalty,
            long cTime,
            long uTime) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Trade(
            String instId,
            String tradeId,
            BigDecimal px,
            BigDecimal sz,
            String side,
            long ts,
            long count,
            String source,
            long seqId) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Book(List<List<BigDecimal>> asks, List<List<BigDecimal>> bids, long ts, long seqId) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Order(
            String instType,
            String instId,
            String ccy,
            String ordId,
            String clOrdId,
            String tag,
            @Nullable BigDecimal px,
            @Nullable BigDecimal sz,
            @Nullable BigDecimal notionalUsd,
            String ordType,
            String side,
            String posSide,
            String tdMode,
            String tgtCcy,
            @Nullable BigDecimal fillPx,
            String tradeId,
            @Nullable BigDecimal fillSz,
            @Nullable BigDecimal fillPnl,
            long fillTime,
            @Nullable BigDecimal fillFee,
            String fillFeeCcy,
            String execType,
            @Nullable BigDecimal accFillSz,
            @Nullable BigDecimal fillNotionalUsd,
            @Nullable BigDecimal avgPx,
            String state,
            @Nullable BigDecimal lever,
            @Nullable BigDecimal fee,
            String feeCcy,
            @Nullable BigDecimal rebate,
            String rebateCcy,
            @Nullable BigDecimal pnl,
            String source,
            String cancelSource,
            String amendSource,
            String category,
            boolean reduceOnly,
            boolean isTpLimit,
            @Nullable BigDecimal lastPx,
            String algoId,
            String algoClOrdId,
            String reqId,
            String amendResult,
            String code,
            String msg,
            String stpMode,
            long cTime,
            long uTime) {}
}
