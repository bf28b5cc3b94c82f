package dev.astrolabe.agents.indicator;

/**
 * Volume-weighted average price over the last {@code period} bars, each at its typical price
 * {@code (high + low + close) / 3}. In the unit of the price. O(period) a bar, recomputed over the window.
 *
 * <p>The window rolls; there is no session to start from. Where no bar of the window has volume the bars weigh the
 * same: the value is the mean of their typical prices, for which ta4j has NaN. ta4j also reports a shorter average
 * before it has enough bars; from then on the two agree. TA-Lib has none.
 *
 * @since 0.1
 */
public final class Vwap extends Indicator {
    private final Window prices;
    private final Window volumes;
    private double value;

    /**
     * An average that has seen nothing.
     *
     * @param period bars, 1 to 100000
     * @throws IllegalArgumentException if the period is out of range
     */
    public Vwap(int period) {
        super("VWAP(" + period + ")", Inputs.period("VWAP", period, 1));
        prices = new Window(period);
        volumes = new Window(period);
    }

    /**
     * Takes in one closed bar.
     *
     * @param high the bar's highest price
     * @param low the bar's lowest price
     * @param close the bar's last price, from low to high
     * @param volume what was traded in the bar, in any unit, not negative
     * @throws IllegalArgumentException if a number is NaN, infinite or beyond 1e100, the high is below the low,
     *     the close is outside them, or the volume is negative; nothing has changed then
     */
    public void update(double high, double low, double close, double volume) {
        Inputs.bar(high, low, close);
        Inputs.volume(volume);
        prices.add((high + low + close) / 3);
        volumes.add(volume);
        value = volumes.max() == 0 ? prices.mean() : prices.mean(volumes);
        countBar();
    }

    /**
     * The average price.
     *
     * @return in the unit of the price, within the window's lows and highs
     * @throws IllegalStateException before {@link #warmUp()} bars
     */
    public double value() {
        return whenReady(value);
    }
}
