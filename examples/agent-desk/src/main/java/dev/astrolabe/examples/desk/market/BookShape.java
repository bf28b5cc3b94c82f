package dev.astrolabe.examples.desk.market;

import java.util.ArrayList;
import java.util.List;

/**
 * The order book of a market at a beat: spread, depth, and more quantity on the side from which the price will be pushed. The same
 * for the same seed and beat, however often it is asked for.
 */
final class BookShape {

    static final int MOST_LEVELS = 200;

    private static final double HALF_SPREAD = 0.35e-4;
    private static final double BURST_WIDENS = 2.5;
    private static final double LEVEL_DISTANCE = 0.5e-4;

    record Level(long ticks, long lots) {}

    private final VenueMarket market;
    private final long salt;
    private final double imbalance;
    private final double price;

    /** @param salt tells seed, venue, coin and beat apart */
    BookShape(VenueMarket market, long salt) {
        this.market = market;
        this.salt = salt;
        this.price = market.coin().asDouble(market.lastTicks());
        this.imbalance = VenueMarket.clamp(0.4 * market.pressure() + 0.3 * (unit(0) - 0.5), 0.8);
    }

    List<Level> bids(int levels) {
        return side(levels, market.lastTicks() - half(), -1, 1 + imbalance);
    }

    List<Level> asks(int levels) {
        return side(levels, market.lastTicks() + half(), 1, 1 - imbalance);
    }

    private long half() {
        double half = price * HALF_SPREAD * (market.isBursting() ? BURST_WIDENS : 1);
        return market.coin().ticks(half);
    }

    private List<Level> side(int levels, long best, int direction, double weight) {
        long distance = market.coin().ticks(price * LEVEL_DISTANCE);
        List<Level> side = new ArrayList<>();
        for (int i = 0; i < Math.min(levels, MOST_LEVELS); i++) {
            long ticks = best + direction * distance * i;
            if (ticks <= 0) {
                break;
            }
            double noise = 0.7 + 0.6 * unit(direction * (i + 1L));
            double notional = market.coin().levelNotional() * (1 + 0.3 * Math.min(i, 20)) * weight * noise;
            side.add(new Level(ticks, market.coin().lots(notional, price)));
        }
        return side;
    }

    /** From 0 to 1, the same for the same number. */
    private double unit(long number) {
        return (SimulatedWorld.mix(salt + number * 0x9E3779B97F4A7C15L) >>> 11) * 0x1.0p-53;
    }
}
