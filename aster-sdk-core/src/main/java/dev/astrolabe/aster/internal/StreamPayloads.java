package dev.astrolabe.aster.internal;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Public events as the venue sends them (docs: futures, "Websocket Market Streams"). Component names are its letters, whose case
 * matters: {@code e} names the event, {@code E} is its time.
 */
final class StreamPayloads {

    private StreamPayloads() {}

    /** Mark price, index, estimated settlement, funding rate, next funding. */
    record MarkPriceEvent(
            long E,
            String s,
            BigDecimal p,
            @Nullable BigDecimal i,
            @Nullable BigDecimal P,
            @Nullable BigDecimal r,
            @Nullable Long T) {}

    record CandleEvent(long E, CandleRow k) {}

    /**
     * From {@code t} to {@code T}; {@code n} trades, {@code q} quote volume, {@code V} and {@code Q} what takers bought; {@code x}
     * tells whether the candle is closed.
     */
    record CandleRow(
            long t,
            long T,
            BigDecimal o,
            BigDecimal c,
            BigDecimal h,
            BigDecimal l,
            BigDecimal v,
            long n,
            BigDecimal q,
            BigDecimal V,
            BigDecimal Q,
            boolean x) {}

    record MiniTickerEvent(
            long E, String s, BigDecimal c, BigDecimal o, BigDecimal h, BigDecimal l, BigDecimal v, BigDecimal q) {}

    /** {@code Q} is the last quantity, {@code q} the quote volume, {@code L} the last trade id, {@code l} the lowest price. */
    record TickerEvent(
            long E,
            String s,
            BigDecimal p,
            BigDecimal P,
            BigDecimal w,
            BigDecimal c,
            BigDecimal Q,
            BigDecimal o,
            BigDecimal h,
            BigDecimal l,
            BigDecimal v,
            BigDecimal q,
            long O,
            long C,
            long F,
            long L,
            long n) {}

    /** Best bid price {@code b} and quantity {@code B}, best ask price {@code a} and quantity {@code A}. */
    record BestPricesEvent(
            long u,
            long E,
            @Nullable Long T,
            String s,
            @Nullable BigDecimal b,
            @Nullable BigDecimal B,
            @Nullable BigDecimal a,
            @Nullable BigDecimal A) {}

    record LiquidationEvent(long E, LiquidationRow o) {}

    record LiquidationRow(
            String s,
            String S,
            BigDecimal q,
            BigDecimal p,
            @Nullable BigDecimal ap,
            String X,
            @Nullable BigDecimal z,
            long T) {}

    /** Levels are price, quantity. The first change is {@code U}, the last {@code u}, the last of the event before {@code pu}. */
    record DepthEvent(
            long E, @Nullable Long T, long U, long u, long pu, List<List<BigDecimal>> b, List<List<BigDecimal>> a) {}

    /** {@code h} is the transaction's hash, {@code m} the addresses of taker and maker. */
    record TradeProEvent(
            long E,
            long T,
            long t,
            BigDecimal p,
            BigDecimal q,
            @Nullable String h,
            List<String> m) {}
}
