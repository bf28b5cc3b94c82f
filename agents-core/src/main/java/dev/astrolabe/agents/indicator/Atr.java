package dev.astrolabe.agents.indicator;

/**
 * Wilder's average true range: how far a bar typically reaches, gaps included, in the unit of the price. O(1) a
 * bar.
 *
 * <p>Seeded as TA-Lib does, with the plain mean of the first {@code period} true ranges, the first bar having none
 * because it has no previous close. ta4j gives the first bar its high less its low and starts from that; the two
 * come within 1e-6 after 300 bars of ATR(14).
 *
 * @since 0.1
 */
public final class Atr extends Indicator {
    private final WilderAverage average;
    private double previousClose;
    private boolean started;

    /**
     * A range that has seen nothing.
     *
     * @param period bars, 1 to 100000; warm-up is one more
     * @throws IllegalArgumentException if the period is out of range
     */
    public Atr(int period) {
        super("ATR(" + period + ")", Inputs.period("ATR", period, 1) + 1);
        average = new WilderAverage(period);
    }

    /**
     * Takes in one closed bar.
     *
     * @param high the bar's highest price
     * @param low the bar's lowest price
     * @param close the bar's last price, from low to high
     * @throws IllegalArgumentException if a price is NaN, infinite or beyond 1e100, the high is below the low,
     *     or the close is outside them; nothing has changed then
     */
    public void update(double high, double low, double close) {
        Inputs.bar(high, low, close);
        if (started) {
            average.update(TrueRange.of(high, low, previousClose));
        }
        started = true;
        previousClose = close;
        countBar();
    }

    /**
     * The average true range.
     *
     * @return in the unit of the price, never negative; 0 where nothing moved
     * @throws IllegalStateException before {@link #warmUp()} bars
     */
    public double value() {
        return whenReady(average.value());
    }
}
