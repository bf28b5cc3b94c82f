package dev.astrolabe.agents.indicator;

/**
 * Donchian channel: the highest high and the lowest low of the last {@code period} bars, in the unit of the price.
 * O(period) a bar.
 *
 * <p>The newest bar is in the channel, as in TA-Lib's {@code MAX} and {@code MIN} and in ta4j, so its close never
 * leaves it. Whether a bar breaks out is a question to the channel before it: read it first, then update. ta4j
 * reports a shorter channel before it has enough bars; from then on all three agree.
 *
 * @since 0.1
 */
public final class DonchianChannel extends Indicator {
    private final Window highs;
    private final Window lows;
    private double upper;
    private double lower;

    /**
     * A channel that has seen nothing.
     *
     * @param period bars, 1 to 100000
     * @throws IllegalArgumentException if the period is out of range
     */
    public DonchianChannel(int period) {
        super("DONCHIAN(" + period + ")", Inputs.period("DONCHIAN", period, 1));
        highs = new Window(period);
        lows = new Window(period);
    }

    /**
     * Takes in one closed bar.
     *
     * @param high the bar's highest price
     * @param low the bar's lowest price
     * @throws IllegalArgumentException if a price is NaN, infinite or beyond 1e100, or the high is below the
     *     low; nothing has changed then
     */
    public void update(double high, double low) {
        Inputs.range(high, low);
        highs.add(high);
        lows.add(low);
        upper = highs.max();
        lower = lows.min();
        countBar();
    }

    /**
     * The highest high of the window, the newest bar included.
     *
     * @return in the unit of the price
     * @throws IllegalStateException before {@link #warmUp()} bars
     */
    public double upper() {
        return whenReady(upper);
    }

    /**
     * The lowest low of the window, the newest bar included.
     *
     * @return in the unit of the price
     * @throws IllegalStateException before {@link #warmUp()} bars
     */
    public double lower() {
        return whenReady(lower);
    }
}
