package dev.astrolabe.agents.indicator;

/**
 * The indicators of one market after its newest closed candle. Signals, not money: any price that goes into an order is made
 * from them by exact rounding to the tick.
 *
 * @param bars how many candles have closed
 * @param warm whether enough have closed for every indicator, ten times the longest period; without it nothing may be decided
 * @param close the close of the newest candle
 * @param ema20 exponential mean of 20 closes
 * @param ema50 exponential mean of 50 closes
 * @param previousEma20 the same one candle before
 * @param previousEma50 the same one candle before
 * @param adx14 strength of the trend, 0 to 100
 * @param plusDi14 upward movement, 0 to 100
 * @param minusDi14 downward movement, 0 to 100
 * @param atr14 mean true range, in quote per coin
 * @param rsi14 relative strength, 0 to 100
 * @param roc12 change over 12 candles, in per cent
 * @param roc12ZScore that change in standard deviations of its own recent values
 * @param volumeRatio volume of the newest candle over the mean of 20; 0 where there is none
 * @param mean20 mean of 20 closes
 * @param zScore20 distance of the close from that mean in standard deviations
 * @param donchianHigh20 highest high of the 20 candles before the newest
 * @param donchianLow20 lowest low of the 20 candles before the newest
 * @param vwap20 volume-weighted mean price of 20 candles
 * @since 0.1
 */
public record Readings(
        int bars,
        boolean warm,
        double close,
        double ema20,
        double ema50,
        double previousEma20,
        double previousEma50,
        double adx14,
        double plusDi14,
        double minusDi14,
        double atr14,
        double rsi14,
        double roc12,
        double roc12ZScore,
        double volumeRatio,
        double mean20,
        double zScore20,
        double donchianHigh20,
        double donchianLow20,
        double vwap20) {

    /** Before the first candle. */
    public static final Readings NONE = new Readings(0, false, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
