package dev.astrolabe.agents.indicator;

/**
 * Wilder's smoothing: the plain mean of the first {@code period} values, then each further one with weight
 * 1/period.
 */
final class WilderAverage {
    private final int period;
    private int seen;
    private double sum;
    private double value;

    WilderAverage(int period) {
        this.period = period;
    }

    void update(double input) {
        if (seen < period) {
            seen++;
            sum += input;
            value = sum / period;
        } else {
            value = (value * (period - 1) + input) / period;
        }
    }

    /** Meaningful once {@code period} values have been seen. */
    double value() {
        return value;
    }
}
