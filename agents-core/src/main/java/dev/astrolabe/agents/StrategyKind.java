package dev.astrolabe.agents;

/**
 * What an agent trades on.
 *
 * @since 0.1
 */
public enum StrategyKind {
    /** Crossings of moving averages in a trending market. */
    TREND,
    /** Unusual strength, confirmed by volume. */
    MOMENTUM,
    /** Unusual distance from the mean in a quiet market. */
    MEAN_REVERSION,
    /** Imbalance of the order book. */
    SCALPING,
    /** Differences of price or funding between two venues. */
    ARBITRAGE
}
