package dev.astrolabe.agents.indicator;

/** Wilder's true range: how far the bar reached, counting the gap from the previous close. */
final class TrueRange {
    private TrueRange() {}

    static double of(double high, double low, double previousClose) {
        return Math.max(high - low, Math.max(Math.abs(high - previousClose), Math.abs(low - previousClose)));
    }
}
