package dev.astrolabe.agents.indicator;

/**
 * Wilder's average directional index with its two directional indicators: how strongly prices trend, and which way.
 * O(1) a bar.
 *
 * <p>Seeded as TA-Lib does: directional movement and true range are summed over the first {@code period - 1}
 * changes, each further change is added after a {@code 1/period} share of the sum has left, and the first
 * {@code period} values of {@code 100 * |+DI - -DI| / (+DI + -DI)} are averaged plainly. All three readings start
 * together, after twice the period, although TA-Lib's separate {@code PLUS_DI} starts earlier. ta4j starts from the
 * first bar; the two come within 1e-6 after 300 bars of ADX(14).
 *
 * <p>Where nothing has ever moved all three readings are 0, and 0 is what a bar counts for whose directional
 * movements are both still zero. TA-Lib treats sums below 1e-8 as zero as well; here only an exact zero is, so the
 * readings do not depend on the unit of the price. A flat market after a trend does not bring the index down: both
 * sums fade alike, and their ratio, to which the index tends, stays what it was.
 *
 * @since 0.1
 */
public final class Adx extends Indicator {
    private final WilderSum plusMovement;
    private final WilderSum minusMovement;
    private final WilderSum trueRange;
    private final WilderAverage average;
    private double previousHigh;
    private double previousLow;
    private double previousClose;
    private boolean started;

    /**
     * An index that has seen nothing.
     *
     * @param period bars, 2 to 100000; warm-up is twice as many
     * @throws IllegalArgumentException if the period is out of range
     */
    public Adx(int period) {
        super("ADX(" + period + ")", 2 * Inputs.period("ADX", period, 2));
        plusMovement = new WilderSum(period);
        minusMovement = new WilderSum(period);
        trueRange = new WilderSum(period);
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
            addChange(high, low);
        }
        started = true;
        previousHigh = high;
        previousLow = low;
        previousClose = close;
        countBar();
    }

    private void addChange(double high, double low) {
        double up = high - previousHigh;
        double down = previousLow - low;
        plusMovement.update(up > 0 && up > down ? up : 0);
        minusMovement.update(down > 0 && down > up ? down : 0);
        trueRange.update(TrueRange.of(high, low, previousClose));
        if (trueRange.isReady()) {
            average.update(directionalIndex());
        }
    }

    private double directionalIndex() {
        double plus = directionalIndicator(plusMovement);
        double minus = directionalIndicator(minusMovement);
        return plus + minus == 0 ? 0 : 100 * (Math.abs(plus - minus) / (plus + minus));
    }

    private double directionalIndicator(WilderSum movement) {
        return trueRange.value() == 0 ? 0 : 100 * (movement.value() / trueRange.value());
    }

    /**
     * The strength of the trend, whichever way it goes.
     *
     * @return 0 (none) to 100
     * @throws IllegalStateException before {@link #warmUp()} bars
     */
    public double value() {
        return whenReady(average.value());
    }

    /**
     * Wilder's +DI: the share of the true range that was upward movement.
     *
     * @return 0 to 100
     * @throws IllegalStateException before {@link #warmUp()} bars
     */
    public double plusDi() {
        return whenReady(directionalIndicator(plusMovement));
    }

    /**
     * Wilder's -DI: the share of the true range that was downward movement.
     *
     * @return 0 to 100
     * @throws IllegalStateException before {@link #warmUp()} bars
     */
    public double minusDi() {
        return whenReady(directionalIndicator(minusMovement));
    }
}
