package dev.astrolabe.simulator.market;

import dev.astrolabe.exchange.model.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** One coin's instrument at one venue: how far it strays from the coin's path, what is traded, its book and its funding. */
final class SeededMarket {

    private static final double BASIS_POINT = 1e-4;
    private static final double FUNDING_CAP = 0.003;
    private static final double FUNDING_BY_BASIS = 0.1;
    private static final int FUNDING_DECIMALS = 8;
    private static final double BEATS_A_MINUTE = 12;
    private static final double LEAST_NOTIONAL = 10;
    /** How often a movement that is a small part of a beat trades. */
    private static final double TRADES = 0.25;
    /** What a future is dearer by than the coin, a year before it expires. */
    private static final double CARRY = 0.05;

    private static final double YEAR = Duration.ofDays(365).toMillis();
    /** What is traded in something other than the USDT perpetual, compared with it. */
    private static final double OFF_THE_MAIN = 0.3;

    private static final double OPEN_MINUTES = 120;

    private final TapedMarket tape;
    private final CoinPath path;
    private final Random random;
    private final Random bookRandom;
    private final long bookSalt;
    private final double basisSize;
    private final double fundingBase;
    private final double busyness;
    private final double coins;
    private final long expiry;
    private double basis;
    private double markBasis;
    private long mid;
    private long beats;
    private @Nullable BookSide bids;
    private @Nullable BookSide asks;

    SeededMarket(Instrument instrument, CoinPath path, VenueProfile profile, Seed seed, Instant begin) {
        Coin coin = path.coin();
        String name = profile.name() + instrument.venueSymbol();
        this.path = path;
        this.random = seed.random(1, name);
        this.bookRandom = seed.random(2, name);
        this.bookSalt = seed.salt(name);
        this.basisSize = profile.basisBps() * BASIS_POINT;
        this.fundingBase = profile.fundingBase() + coin.number() * profile.fundingStep();
        this.coins = coin.bunch();
        this.expiry = instrument.expiresAt().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
        this.busyness = instrument.inverse() || expiry < Long.MAX_VALUE ? OFF_THE_MAIN : 1;
        Grid grid = new Grid(instrument);
        double price = path.price() / coins;
        this.mid = grid.ticks(price);
        this.tape = new TapedMarket(
                grid, Listings.fundingInterval(instrument), begin.toEpochMilli(), mid, grid.indexUnits(price));
        move(Pace.of(Pace.BEAT), begin.toEpochMilli(), false);
    }

    TapedMarket tape() {
        return tape;
    }

    /** @param shows whether anyone can see the book, which is drawn for nobody else */
    void move(Pace pace, long time, boolean shows) {
        if (time >= expiry) {
            tape.expire();
            return;
        }
        tape.step(time);
        basis = pace.basis.memory() * basis + pace.basis.noise() * random.nextGaussian() * basisSize;
        double markMemory = pace.mark.memory();
        markBasis = markMemory * markBasis + (1 - markMemory) * basis;
        Grid grid = tape.grid();
        double index = path.price() / coins;
        double premium = expiry == Long.MAX_VALUE ? 0 : CARRY * (expiry - time) / YEAR;
        mid = grid.ticks(index * (1 + basis + premium));
        tape.quote(grid.indexUnits(index * (1 + markBasis + premium)), grid.indexUnits(index));
        if (shows) {
            showBook(pace);
        }
        trade(pace);
        if (shows || time + pace.millis >= tape.nextFunding()) {
            announce();
        }
        tape.done();
        beats++;
    }

    private void announce() {
        double rate = clamp(fundingBase + FUNDING_BY_BASIS * markBasis, FUNDING_CAP);
        tape.announce(new BigDecimal(rate).setScale(FUNDING_DECIMALS, RoundingMode.HALF_EVEN));
        double price = tape.grid().asDouble(mid);
        long lots = tape.grid().lots(path.coin().minuteVolume() * busyness * OPEN_MINUTES, price);
        tape.openInterest(tape.grid().quantity(lots, mid));
    }

    static double clamp(double value, double most) {
        return Math.max(-most, Math.min(most, value));
    }

    private void trade(Pace pace) {
        double often = pace.isWholeBeat() ? 1 : Math.max(TRADES, pace.share);
        if (often < 1 && random.nextDouble() >= often) {
            return;
        }
        double busy = path.regime().volume * (0.5 + random.nextDouble()) * (0.5 + 0.5 * path.stir());
        double usual = path.coin().minuteVolume() / BEATS_A_MINUTE * busyness * pace.share / often;
        double notional = Math.max(usual * busy, LEAST_NOTIONAL);
        int prints = 1 + random.nextInt(3);
        for (int i = 0; i < prints; i++) {
            boolean buys = random.nextDouble() < 0.5 + 0.2 * clamp(path.pressure(), 1.5) / 1.5;
            long ticks = tradedAt(buys);
            tape.trade(ticks, tape.grid().lots(notional / prints, tape.grid().asDouble(mid)), buys);
        }
    }

    /** A book that lives is met at its best price. One that is drawn anew by the beat has been met on both sides since. */
    private long tradedAt(boolean buys) {
        BookSide side = buys ? asks : bids;
        return side == null ? mid : side.bestTicks();
    }

    private void showBook(Pace pace) {
        boolean bursts = path.regime() == Regime.BURST;
        if (pace.isWholeBeat()) {
            drawBook(bursts);
            return;
        }
        double imbalance = clamp(0.4 * path.pressure(), 0.8);
        BookShape shape = new BookShape(tape.grid(), levelNotional(), mid, bursts, imbalance);
        if (bids == null || asks == null) {
            bids = new BookSide(tape.grid(), -1, shape, bookRandom);
            asks = new BookSide(tape.grid(), 1, shape, bookRandom);
        } else {
            bids.move(shape, bookRandom);
            asks.move(shape, bookRandom);
        }
        tape.show(bids.levels(), asks.levels());
    }

    private void drawBook(boolean bursts) {
        long salt = bookSalt + Seed.mix(beats);
        double imbalance = clamp(0.4 * path.pressure() + 0.3 * (Seed.unit(salt, 0) - 0.5), 0.8);
        BookShape shape = new BookShape(tape.grid(), levelNotional(), mid, bursts, imbalance);
        tape.show(
                BookSide.drawn(tape.grid(), -1, shape, level -> Seed.unit(salt, -(level + 1L))),
                BookSide.drawn(tape.grid(), 1, shape, level -> Seed.unit(salt, level + 1L)));
    }

    private double levelNotional() {
        return path.coin().levelNotional() * busyness;
    }
}
