package dev.astrolabe.simulator.market;

import java.util.Random;

/** How a market behaves for a while. Numbers are for BTC and five seconds; moves are in basis points. */
enum Regime {
    /** Goes one way for an hour or two. */
    TREND(0.32, 1.1, 0, 1.2, 60, 140),
    /** Swings about a price. */
    RANGE(0, 2.6, 0.005, 0.8, 60, 150),
    /** Runs away in minutes, on much volume. */
    BURST(1.3, 1.8, 0, 5, 4, 9);

    final double drift;
    final double volatility;
    /** The share of the distance from the anchor that five seconds take back. */
    final double pull;

    final double volume;
    private final int leastMinutes;
    private final int mostMinutes;

    Regime(double drift, double volatility, double pull, double volume, int leastMinutes, int mostMinutes) {
        this.drift = drift;
        this.volatility = volatility;
        this.pull = pull;
        this.volume = volume;
        this.leastMinutes = leastMinutes;
        this.mostMinutes = mostMinutes;
    }

    long millis(Random random) {
        return MinuteBars.MINUTE * (leastMinutes + random.nextInt(mostMinutes - leastMinutes + 1));
    }

    /** What comes after: a burst ends a rest more often than it follows a trend, and it often starts one. */
    Regime next(Random random) {
        boolean likely = random.nextDouble() < 0.6;
        return switch (this) {
            case TREND -> likely ? RANGE : BURST;
            case RANGE -> likely ? BURST : TREND;
            case BURST -> likely ? TREND : RANGE;
        };
    }
}
