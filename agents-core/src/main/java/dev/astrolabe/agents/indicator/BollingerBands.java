package dev.astrolabe.agents.indicator;

/**
 * Bollinger bands: the mean of the last {@code period} inputs, and a number of population standard deviations
 * either side of it. In the unit of the input. O(period) a bar.
 *
 * <p>Recomputed over the window, with the precision and the departures from TA-Lib that {@link StandardDeviation}
 * states. A constant window has all three bands on its constant.
 *
 * @since 0.1
 */
public final class BollingerBands extends Indicator {
    private static final double WIDEST = 100;

    private final Window window;
    private final double deviations;
    private double middle;
    private double reach;

    /**
     * Bands that have seen nothing.
     *
     * @param period bars, 2 to 100000
     * @param deviations from the middle to either band, above 0 and up to 100; 2 is usual
     * @throws IllegalArgumentException if one of them is out of range
     */
    public BollingerBands(int period, double deviations) {
        super("BBANDS(" + period + ", " + deviations + ")", Inputs.period("BBANDS", period, 2));
        if (!(deviations > 0 && deviations <= WIDEST)) {
            throw new IllegalArgumentException(
                    "deviations " + deviations + " of BBANDS are not above 0 and up to " + WIDEST + "; 2 is usual");
        }
        this.window = new Window(period);
        this.deviations = deviations;
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
        middle = window.mean();
        reach = deviations * window.deviation();
        countBar();
    }

    /**
     * The upper band.
     *
     * @return in the unit of the input
     * @throws IllegalStateException before {@link #warmUp()} bars
     */
    public double upper() {
        return whenReady(middle + reach);
    }

    /**
     * The middle band, which is the mean.
     *
     * @return in the unit of the input
     * @throws IllegalStateException before {@link #warmUp()} bars
     */
    public double middle() {
        return whenReady(middle);
    }

    /**
     * The lower band. It may be below zero where inputs are not.
     *
     * @return in the unit of the input
     * @throws IllegalStateException before {@link #warmUp()} bars
     */
    public double lower() {
        return whenReady(middle - reach);
    }
}
