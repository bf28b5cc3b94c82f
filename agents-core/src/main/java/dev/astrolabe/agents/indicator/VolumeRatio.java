package dev.astrolabe.agents.indicator;

/**
 * The newest bar's volume as a multiple of the mean volume of the last {@code period} bars, itself among them.
 * O(period) a bar, recomputed over the window.
 *
 * <p>The newest bar being in its own mean, the ratio is at most the period. Where no bar of the window has volume
 * the ratio is 0: silence confirms nothing. Agrees with the volume over TA-Lib's and ta4j's {@code SMA} of it.
 *
 * @since 0.1
 */
public final class VolumeRatio extends Indicator {
    private final Window window;
    private double value;

    /**
     * A ratio that has seen nothing.
     *
     * @param period bars, 2 to 100000
     * @throws IllegalArgumentException if the period is out of range
     */
    public VolumeRatio(int period) {
        super("VOLUME_RATIO(" + period + ")", Inputs.period("VOLUME_RATIO", period, 2));
        window = new Window(period);
    }

    /**
     * Takes in one closed bar.
     *
     * @param volume what was traded in the bar, in any unit, not negative
     * @throws IllegalArgumentException if the volume is negative, NaN, infinite or beyond 1e100; nothing has
     *     changed then
     */
    public void update(double volume) {
        Inputs.volume(volume);
        window.add(volume);
        double mean = window.mean();
        value = mean == 0 ? 0 : volume / mean;
        countBar();
    }

    /**
     * The ratio.
     *
     * @return 0 (no volume) to the period; 1 is an average bar
     * @throws IllegalStateException before {@link #warmUp()} bars
     */
    public double value() {
        return whenReady(value);
    }
}
