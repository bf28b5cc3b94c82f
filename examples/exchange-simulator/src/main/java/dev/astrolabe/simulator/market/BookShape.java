package dev.astrolabe.simulator.market;

import java.math.BigDecimal;

/**
 * What an order book tends to at one moment: spread, distance of levels, and more quantity on the side from which the price will be
 * pushed. Immutable.
 */
final class BookShape {

    private static final int MOST_LEVELS = 200;

    private static final double HALF_SPREAD = 0.35e-4;
    private static final double BURST_WIDENS = 2.5;
    private static final double LEVEL_DISTANCE = 0.5e-4;
    private static final double WITHIN_THE_BAND = 0.8;
    private static final int LEVELS_THAT_GROW = 20;

    private final Grid grid;
    private final double levelNotional;
    private final double price;
    private final double imbalance;
    private final long mid;
    private final long half;
    private final long distance;
    private final int levels;

    /** @param imbalance from -1, all on the asks, to 1, all on the bids */
    BookShape(Grid grid, double levelNotional, long mid, boolean bursts, double imbalance) {
        this.grid = grid;
        this.levelNotional = levelNotional;
        this.mid = mid;
        this.price = grid.asDouble(mid);
        this.imbalance = imbalance;
        this.half = grid.ticks(price * HALF_SPREAD * (bursts ? BURST_WIDENS : 1));
        this.distance = grid.ticks(price * LEVEL_DISTANCE);
        this.levels = (int) Math.min(MOST_LEVELS, (mid * reach(grid) - half) / distance);
    }

    /** How far from the price an order may rest, as a share of it. */
    private static double reach(Grid grid) {
        double band = grid.instrument()
                .priceBand()
                .map(limits -> limits.up().subtract(BigDecimal.ONE).min(BigDecimal.ONE.subtract(limits.down())))
                .map(BigDecimal::doubleValue)
                .orElse(1.0);
        return band * WITHIN_THE_BAND;
    }

    /** How many levels a side has. */
    int levels() {
        return levels;
    }

    /** The best price of the bids, whose direction is -1, or of the asks, whose direction is 1. */
    long best(int direction) {
        return mid + direction * half;
    }

    /** From one level to the next, in ticks. */
    long distance() {
        return distance;
    }

    /** @param noise from 0 to 1 */
    long lots(int direction, int level, double noise) {
        double weight = 1 - direction * imbalance;
        double notional = levelNotional * (1 + 0.3 * Math.min(level, LEVELS_THAT_GROW)) * weight * (0.7 + 0.6 * noise);
        return grid.lots(notional, price);
    }
}
