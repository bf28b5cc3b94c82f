package dev.astrolabe.agents.indicator;

/**
 * Rate of change: by how many percent the input is above its value {@code period} bars ago. O(1) a bar.
 *
 * <p>Agrees with TA-Lib from the first value. ta4j reports a shorter rate of change before it has enough bars; from
 * then on the two agree. As in TA-Lib, the change from zero, which has no percentage, is 0; a base below 1e-100
 * counts as zero.
 *
 * @since 0.1
 */
public final class Roc extends Indicator {
    private static final double SMALLEST_BASE = 1e-100;

    private final Window window;
    private double value;

    /**
     * A rate that has seen nothing.
     *
     * @param period bars to look back, 1 to 100000; warm-up is one more
     * @throws IllegalArgumentException if the period is out of range
     */
    public Roc(int period) {
        super("ROC(" + period + ")", Inputs.period("ROC", period, 1) + 1);
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
        double base = window.oldest();
        value = Math.abs(base) < SMALLEST_BASE ? 0 : (input / base - 1) * 100;
        window.add(input);
        countBar();
    }

    /**
     * The rate of change.
     *
     * @return percent: 5 where the input rose by a twentieth
     * @throws IllegalStateException before {@link #warmUp()} bars
     */
    public double value() {
        return whenReady(value);
    }
}
