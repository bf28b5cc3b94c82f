package dev.astrolabe.agents.indicator;

/**
 * By how many population standard deviations the newest input is above the mean of the last {@code period} inputs,
 * itself among them. Takes any series: closes, or another indicator's readings. O(period) a bar.
 *
 * <p>The newest input being in its own window, the score never goes beyond {@code sqrt(period - 1)}: a threshold of
 * 2 needs a period above 5. Where all inputs of the window are equal the score is 0. Neither TA-Lib nor ta4j has it
 * ready-made; it agrees with what their means and deviations give, and like {@link StandardDeviation} it is
 * recomputed over the window.
 *
 * @since 0.1
 */
public final class ZScore extends Indicator {
    private final Window window;
    private double value;

    /**
     * A score that has seen nothing.
     *
     * @param period bars, 2 to 100000
     * @throws IllegalArgumentException if the period is out of range
     */
    public ZScore(int period) {
        super("ZSCORE(" + period + ")", Inputs.period("ZSCORE", period, 2));
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
        double deviation = window.deviation();
        double aboveMean = input - window.oldest() - window.meanAboveOldest();
        value = deviation == 0 ? 0 : aboveMean / deviation;
        countBar();
    }

    /**
     * The score.
     *
     * @return standard deviations, negative below the mean
     * @throws IllegalStateException before {@link #warmUp()} bars
     */
    public double value() {
        return whenReady(value);
    }
}
