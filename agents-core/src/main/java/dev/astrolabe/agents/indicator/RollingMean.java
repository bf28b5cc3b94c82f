package dev.astrolabe.agents.indicator;

/**
 * Plain mean of the last {@code period} inputs, also called SMA, in the unit of its input. O(period) a bar.
 *
 * <p>Recomputed over the window instead of kept as a running sum, so rounding errors do not add up and the value
 * depends on nothing but the window. TA-Lib keeps a running sum, in which the rounding of every past input remains;
 * ta4j reports a shorter mean before it has enough bars.
 *
 * @since 0.1
 */
public final class RollingMean extends Indicator {
    private final Window window;
    private double value;

    /**
     * A mean that has seen nothing.
     *
     * @param period bars, 1 to 100000
     * @throws IllegalArgumentException if the period is out of range
     */
    public RollingMean(int period) {
        super("SMA(" + period + ")", Inputs.period("SMA", period, 1));
        window = new Window(period);
    }

    /**
     * Takes in one closed bar.
     *
     * @param input the close, or any other series
     * @throws IllegalArgumentException if the input is NaN, infinite or beyond 1e100; nothing has changed then
     */
    public void update(double input) {
        Inputs.number("input", input);
        window.add(input);
        value = window.mean();
        countBar();
    }

    /**
     * The mean.
     *
     * @return in the unit of the input
     * @throws IllegalStateException before {@link #warmUp()} bars
     */
    public double value() {
        return whenReady(value);
    }
}
