package dev.astrolabe.agents.indicator;

/**
 * Wilder's relative strength index: the smoothed gains as a share of all smoothed movement, 0 to 100. O(1) a bar.
 *
 * <p>Seeded as TA-Lib does, with the plain means of the first {@code period} gains and losses; ta4j, which starts
 * from the first one, comes within 1e-6 after 300 bars of RSI(14).
 *
 * <p>Where nothing has ever moved the index is 50, neither strong nor weak; TA-Lib and ta4j say 0 there, which
 * reads as deeply oversold. TA-Lib also says 0 where the average move is below 1e-8, which silences coins priced
 * that low; here only an exact zero counts as no movement, so the index does not depend on the unit of the price.
 *
 * @since 0.1
 */
public final class Rsi extends Indicator {
    private final WilderAverage gain;
    private final WilderAverage loss;
    private double previous;
    private boolean started;

    /**
     * An index that has seen nothing.
     *
     * @param period bars of movement, 2 to 100000; warm-up is one more
     * @throws IllegalArgumentException if the period is out of range
     */
    public Rsi(int period) {
        super("RSI(" + period + ")", Inputs.period("RSI", period, 2) + 1);
        gain = new WilderAverage(period);
        loss = new WilderAverage(period);
    }

    /**
     * Takes in one closed bar.
     *
     * @param close the bar's close, in any unit
     * @throws IllegalArgumentException if the close is NaN, infinite or beyond 1e100; nothing has changed then
     */
    public void update(double close) {
        Inputs.number("close", close);
        if (started) {
            double change = close - previous;
            gain.update(Math.max(change, 0));
            loss.update(Math.max(-change, 0));
        }
        started = true;
        previous = close;
        countBar();
    }

    /**
     * The index.
     *
     * @return 0 (only losses) to 100 (only gains); 50 where nothing moved
     * @throws IllegalStateException before {@link #warmUp()} bars
     */
    public double value() {
        double movement = gain.value() + loss.value();
        return whenReady(movement == 0 ? 50 : 100 * (gain.value() / movement));
    }
}
