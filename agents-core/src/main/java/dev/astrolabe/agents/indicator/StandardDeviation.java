package dev.astrolabe.agents.indicator;

/**
 * Population standard deviation (divisor n, as TA-Lib's {@code STDDEV} and ta4j) of the last {@code period} inputs,
 * in the unit of its input. O(period) a bar.
 *
 * <p>Recomputed over the window in two passes, relative to the oldest input, so that it is exact to rounding at any
 * price level and exactly 0 for a constant window. TA-Lib subtracts running sums of squares: where the deviation is
 * a small part of the price it keeps only some of its digits, and it reports 0 below 1e-4.
 *
 * @since 0.1
 */
public final class StandardDeviation extends Indicator {
    private final Window window;
    private double value;

    /**
     * A deviation that has seen nothing.
     *
     * @param period bars, 2 to 100000
     * @throws IllegalArgumentException if the period is out of range
     */
    public StandardDeviation(int period) {
        super("STDDEV(" + period + ")", Inputs.period("STDDEV", period, 2));
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
        value = window.deviation();
        countBar();
    }

    /**
     * The deviation.
     *
     * @return in the unit of the input, never negative
     * @throws IllegalStateException before {@link #warmUp()} bars
     */
    public double value() {
        return whenReady(value);
    }
}
