package dev.astrolabe.agents.feed;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PriceLevel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The order book that recorded candles do not have: the same on both sides of a price, so that it tells no agent where the price
 * will go. Every price lies on the tick, every quantity on the lot. Immutable.
 */
final class SyntheticBook {

    static final BigDecimal DEFAULT_SPREAD_BPS = new BigDecimal("1");
    static final int DEFAULT_LEVELS = 10;
    /** What the best level is worth in quote units at an ordinary volume; level n is worth n times as much. */
    static final BigDecimal DEFAULT_LEVEL_NOTIONAL = new BigDecimal("50000");

    private static final BigDecimal HALF_A_BASIS_POINT = new BigDecimal("0.00005");
    private static final BigDecimal BASIS_POINT = new BigDecimal("0.0001");

    private final Instrument instrument;
    private final BigDecimal spreadBps;
    private final int levels;
    private final BigDecimal levelNotional;

    SyntheticBook(Instrument instrument, BigDecimal spreadBps, int levels, BigDecimal levelNotional) {
        this.instrument = instrument;
        this.spreadBps = spreadBps;
        this.levels = levels;
        this.levelNotional = levelNotional;
    }

    /** @param activity volume of late over its usual one; 1 is ordinary */
    OrderBook around(BigDecimal price, BigDecimal activity, Instant time) {
        BigDecimal tick = instrument.tickSize();
        BigDecimal half = price.multiply(spreadBps).multiply(HALF_A_BASIS_POINT).max(tick);
        BigDecimal bid = onTick(price.subtract(half), RoundingMode.FLOOR).max(tick);
        BigDecimal ask = onTick(price.add(half), RoundingMode.CEILING);
        BigDecimal step =
                onTick(price.multiply(BASIS_POINT), RoundingMode.CEILING).max(tick);
        BigDecimal lots = levelNotional
                .multiply(activity)
                .divide(price.multiply(instrument.lotSize()), 0, RoundingMode.DOWN)
                .max(BigDecimal.ONE);
        List<PriceLevel> bids = new ArrayList<>(levels);
        List<PriceLevel> asks = new ArrayList<>(levels);
        BigDecimal best = lots.multiply(instrument.lotSize());
        BigDecimal quantity = best;
        for (int i = 0; i < levels; i++) {
            if (bid.signum() > 0) {
                bids.add(new PriceLevel(bid, quantity));
            }
            asks.add(new PriceLevel(ask, quantity));
            bid = bid.subtract(step);
            ask = ask.add(step);
            quantity = quantity.add(best);
        }
        return new OrderBook(instrument.symbol(), bids, asks, -1, time);
    }

    private BigDecimal onTick(BigDecimal price, RoundingMode mode) {
        BigDecimal tick = instrument.tickSize();
        return price.divide(tick, 0, mode).multiply(tick);
    }
}
