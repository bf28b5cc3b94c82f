package dev.astrolabe.agents.indicator;

/**
 * Wilder's fading sum: the first {@code period - 1} values are added up; before each further one is added, a
 * {@code 1/period} share of the sum leaves.
 */
final class WilderSum {
    private final int period;
    private int seen;
    private double value;

    WilderSum(int period) {
        this.period = period;
    }

    void update(double input) {
        if (seen < period) {
            seen++;
        }
        value = isReady() ? value - value / period + input : value + input;
    }

    boolean isReady() {
        return seen == period;
    }

    double value() {
        return value;
    }
}
