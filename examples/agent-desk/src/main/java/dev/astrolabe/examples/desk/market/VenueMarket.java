package dev.astrolabe.examples.desk.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** One coin at one venue: its basis, trades, candles, book and funding. Guarded by its world. */
final class VenueMarket {

    /** Mark and index prices are told to eight decimals. */
    static final int INDEX_DECIMALS = 8;

    private static final double INDEX_UNITS = 1e8;
    private static final double BASIS_POINT = 1e-4;
    // Half of what strays is gone after 20 minutes.
    private static final double BASIS_MEMORY = 0.9971;
    private static final double BASIS_NOISE = StrictMath.sqrt(1 - BASIS_MEMORY * BASIS_MEMORY);
    private static final double MARK_MEMORY = 0.9;
    private static final double FUNDING_CAP = 0.003;
    private static final double FUNDING_BY_BASIS = 0.1;
    private static final int KEPT_TRADES = 1000;

    record TradePrint(long id, long ticks, long lots, long time, boolean takerBuys) {}

    record FundingPayment(long time, BigDecimal rate) {}

    private final Coin coin;
    private final CoinPath path;
    private final Random random;
    private final double basisSize;
    private final double fundingBase;
    private final MinuteBars last;
    private final MinuteBars mark;
    private final MinuteBars index;
    private final Deque<TradePrint> trades = new ArrayDeque<>();
    private final List<FundingPayment> payments = new ArrayList<>();
    private double basis;
    private double markBasis;
    private long lastTicks;
    private long lastLots;
    private long markUnits;
    private long indexUnits;
    private long nextTradeId = 1;
    private long nextFunding;

    VenueMarket(Coin coin, CoinPath path, VenueProfile profile, int number, Random random, Instant begin) {
        this.coin = coin;
        this.path = path;
        this.random = random;
        this.basisSize = profile.basisBps() * BASIS_POINT;
        this.fundingBase = profile.fundingBase() + number * profile.fundingStep();
        this.last = new MinuteBars(begin);
        this.mark = new MinuteBars(begin);
        this.index = new MinuteBars(begin);
        this.nextFunding = nextStamp(begin.toEpochMilli());
        beat(begin.toEpochMilli());
    }

    /** Trades at the path's new price. */
    void beat(long time) {
        basis = BASIS_MEMORY * basis + BASIS_NOISE * random.nextGaussian() * basisSize;
        markBasis = MARK_MEMORY * markBasis + (1 - MARK_MEMORY) * basis;
        if (time >= nextFunding) {
            payments.add(new FundingPayment(nextFunding, fundingRate()));
            nextFunding = nextStamp(time);
        }
        double fair = path.price();
        lastTicks = coin.ticks(fair * (1 + basis));
        indexUnits = Math.round(fair * INDEX_UNITS);
        markUnits = Math.round(fair * (1 + markBasis) * INDEX_UNITS);
        mark.at(time, markUnits).price(markUnits);
        index.at(time, indexUnits).price(indexUnits);
        trade(time);
    }

    private void trade(long time) {
        double busy = path.regime().volume * (0.5 + random.nextDouble()) * (0.5 + 0.5 * path.stir());
        double notional = Math.max(coin.minuteVolume() / 12 * busy, 10);
        int prints = 1 + random.nextInt(3);
        for (int i = 0; i < prints; i++) {
            boolean buys = random.nextDouble() < 0.5 + 0.2 * clamp(path.pressure(), 1.5) / 1.5;
            lastLots = coin.lots(notional / prints, fair());
            trades.addLast(new TradePrint(nextTradeId++, lastTicks, lastLots, time, buys));
            last.at(time, lastTicks).trade(lastTicks, lastLots, buys);
        }
        while (trades.size() > KEPT_TRADES) {
            trades.removeFirst();
        }
    }

    private double fair() {
        return coin.asDouble(lastTicks);
    }

    private long nextStamp(long time) {
        long step = coin.fundingHours() * 3_600_000L;
        return (Math.floorDiv(time, step) + 1) * step;
    }

    static double clamp(double value, double most) {
        return Math.max(-most, Math.min(most, value));
    }

    /** The running rate, to eight decimals. */
    BigDecimal fundingRate() {
        double rate = clamp(fundingBase + FUNDING_BY_BASIS * markBasis, FUNDING_CAP);
        return new BigDecimal(rate).setScale(INDEX_DECIMALS, RoundingMode.HALF_EVEN);
    }

    Coin coin() {
        return coin;
    }

    double pressure() {
        return path.pressure();
    }

    boolean isBursting() {
        return path.regime() == Regime.BURST;
    }

    long lastTicks() {
        return lastTicks;
    }

    long lastLots() {
        return lastLots;
    }

    BigDecimal markPrice() {
        return BigDecimal.valueOf(markUnits, INDEX_DECIMALS);
    }

    BigDecimal indexPrice() {
        return BigDecimal.valueOf(indexUnits, INDEX_DECIMALS);
    }

    long nextFunding() {
        return nextFunding;
    }

    List<FundingPayment> payments() {
        return payments;
    }

    List<TradePrint> trades() {
        return new ArrayList<>(trades);
    }

    MinuteBars lastBars() {
        return last;
    }

    MinuteBars markBars() {
        return mark;
    }

    MinuteBars indexBars() {
        return index;
    }
}
