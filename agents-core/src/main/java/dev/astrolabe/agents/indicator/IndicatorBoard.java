package dev.astrolabe.agents.indicator;

import dev.astrolabe.exchange.model.Candle;

/**
 * All indicators of one market, fed with its closed candles one after the other. Not for use by several threads.
 *
 * @since 0.1
 */
public final class IndicatorBoard {

    /** Ten times the longest period, so that no reading depends on where the data began. */
    public static final int WARM_UP_BARS = 500;

    private final Ema ema20 = new Ema(20);
    private final Ema ema50 = new Ema(50);
    private final Adx adx14 = new Adx(14);
    private final Atr atr14 = new Atr(14);
    private final Rsi rsi14 = new Rsi(14);
    private final Roc roc12 = new Roc(12);
    private final ZScore roc12ZScore = new ZScore(100);
    private final VolumeRatio volumeRatio = new VolumeRatio(20);
    private final RollingMean mean20 = new RollingMean(20);
    private final ZScore zScore20 = new ZScore(20);
    private final DonchianChannel donchian20 = new DonchianChannel(20);
    private final Vwap vwap20 = new Vwap(20);
    private int bars;
    private Readings readings = Readings.NONE;

    /**
     * Takes a closed candle.
     *
     * @param candle the candle that follows the last one
     */
    public void update(Candle candle) {
        double high = candle.high().doubleValue();
        double low = candle.low().doubleValue();
        double close = candle.close().doubleValue();
        double volume = candle.volume().doubleValue();
        double channelHigh = donchian20.isReady() ? donchian20.upper() : high;
        double channelLow = donchian20.isReady() ? donchian20.lower() : low;
        ema20.update(close);
        ema50.update(close);
        adx14.update(high, low, close);
        atr14.update(high, low, close);
        rsi14.update(close);
        roc12.update(close);
        if (roc12.isReady()) {
            roc12ZScore.update(roc12.value());
        }
        volumeRatio.update(volume);
        mean20.update(close);
        zScore20.update(close);
        donchian20.update(high, low);
        vwap20.update(high, low, close, volume);
        bars++;
        readings = bars < WARM_UP_BARS ? notWarm(close) : read(close, channelHigh, channelLow);
    }

    private Readings notWarm(double close) {
        return new Readings(bars, false, close, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    private Readings read(double close, double channelHigh, double channelLow) {
        double fast = ema20.value();
        double slow = ema50.value();
        return new Readings(
                bars,
                true,
                close,
                fast,
                slow,
                readings.warm() ? readings.ema20() : fast,
                readings.warm() ? readings.ema50() : slow,
                adx14.value(),
                adx14.plusDi(),
                adx14.minusDi(),
                atr14.value(),
                rsi14.value(),
                roc12.value(),
                roc12ZScore.value(),
                volumeRatio.value(),
                mean20.value(),
                zScore20.value(),
                channelHigh,
                channelLow,
                vwap20.value());
    }

    /**
     * The readings after the newest candle.
     *
     * @return the readings; not warm before {@value #WARM_UP_BARS} candles
     */
    public Readings readings() {
        return readings;
    }
}
