package dev.astrolabe.simulator.market;

import dev.astrolabe.agents.market.MarketTick;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** One instrument whose prices come from a file. Guarded by its venue. */
final class ReplayedMarket {

    private static final BigDecimal OPEN_INTEREST_IN_TRADES = new BigDecimal("1000");

    private final ReplayedFile file;
    private final TapedMarket tape;

    ReplayedMarket(ReplayedFile file, Instant start) {
        this.file = file;
        if (file.next().isAfter(start)) {
            throw new IllegalArgumentException("candle file " + file.name() + " begins at " + file.first()
                    + ", which leaves no history before the start");
        }
        Instant begin = file.next();
        MarketTick first = file.take();
        Grid grid = new Grid(file.instrument());
        BigDecimal price = first.mark().mark();
        this.tape = new TapedMarket(
                grid,
                Listings.fundingInterval(file.instrument()),
                begin.toEpochMilli(),
                grid.ticks(price.doubleValue()),
                grid.indexUnits(price));
        while (!file.next().isAfter(start)) {
            move(file.next());
        }
        if (file.next().equals(Instant.MAX)) {
            throw new IllegalArgumentException("candle file " + file.name() + " ends before the start at " + start);
        }
        move(start);
    }

    TapedMarket tape() {
        return tape;
    }

    Instant next() {
        return file.next();
    }

    void move(Instant to) {
        tape.step(to.toEpochMilli());
        tape.quote(tape.markUnits(), tape.indexUnits());
        while (!file.next().isAfter(to)) {
            show(file.take());
            file.readOn();
        }
        tape.done();
    }

    private void show(MarketTick tick) {
        Grid grid = tape.grid();
        BigDecimal price = tick.mark().mark();
        long ticks = grid.ticks(price.doubleValue());
        boolean rises = ticks >= tape.lastTicks();
        tape.quote(grid.indexUnits(price), grid.indexUnits(price));
        long lots = file.volume()
                .divide(file.instrument().lotSize(), 0, RoundingMode.DOWN)
                .max(BigDecimal.ONE)
                .longValue();
        tape.trade(ticks, lots, rises);
        tape.show(tick.book().bids(), tick.book().asks());
        tick.mark().fundingRate().ifPresent(tape::announce);
        tape.openInterest(grid.quantity(lots, ticks).multiply(OPEN_INTEREST_IN_TRADES));
    }

    void close() {
        file.close();
    }
}
