package dev.astrolabe.simulator.market;

import java.util.List;
import java.util.Random;

/**
 * The price of one coin that all venues share, movement by movement. A slow pressure pushes it, which books show before prices do.
 * Only {@link StrictMath} and {@link Random}, whose results are the same everywhere. Guarded by its venue.
 */
final class CoinPath {

    private static final List<Regime> REGIMES = List.of(Regime.values());
    private static final double BASIS_POINT = 1e-4;
    /** Basis points a beat that a pressure of one pushes. */
    private static final double PRESSURE_PUSH = 0.35;
    /** How much of the noise is everybody's; the squares add up to one. */
    private static final double SHARED = 0.4;

    private static final double OWN = StrictMath.sqrt(1 - SHARED * SHARED);

    private final Coin coin;
    private final Random random;
    private final double start;
    private Regime regime;
    private int direction;
    private long millisLeft;
    private double anchor;
    private double log;
    private double pressure;
    private double stir;

    CoinPath(Coin coin, Random random) {
        this.coin = coin;
        this.random = random;
        this.start = StrictMath.log(coin.startPrice().doubleValue() * coin.bunch());
        this.log = start;
        this.regime = begin(REGIMES.get(random.nextInt(REGIMES.size())), false);
    }

    private Regime begin(Regime next, boolean keepsDirection) {
        if (!keepsDirection) {
            // The farther from its first price, the likelier it turns back: no coin goes to nothing in a long run.
            double away = log - start;
            direction = random.nextDouble() < 0.5 - 2 * away ? 1 : -1;
        }
        millisLeft = next.millis(random);
        anchor = log;
        return next;
    }

    /** @param shared the noise of this movement that moves all coins, of unit variance */
    void move(Pace pace, double shared) {
        if (millisLeft <= 0) {
            Regime next = regime.next(random);
            regime = begin(next, regime == Regime.BURST && next == Regime.TREND);
        }
        millisLeft -= pace.millis;
        double noise = SHARED * shared + OWN * random.nextGaussian();
        double basisPoints = regime.drift * direction * pace.share
                + regime.volatility * noise * pace.root
                + PRESSURE_PUSH * pressure * pace.share;
        double move = coin.liveliness() * basisPoints * BASIS_POINT - regime.pull * (log - anchor) * pace.share;
        log += move;
        stir = Math.abs(move) / (coin.liveliness() * BASIS_POINT * Regime.TREND.volatility) / pace.root;
        pressure = pace.pressure.memory() * pressure + pace.pressure.noise() * random.nextGaussian();
    }

    /** Of as many coins as the path is priced by. */
    double price() {
        return StrictMath.exp(log);
    }

    /** What pushes the price next; of unit variance. */
    double pressure() {
        return pressure;
    }

    /** The last move, in ordinary moves of this coin; not negative. */
    double stir() {
        return stir;
    }

    Regime regime() {
        return regime;
    }

    Coin coin() {
        return coin;
    }
}
