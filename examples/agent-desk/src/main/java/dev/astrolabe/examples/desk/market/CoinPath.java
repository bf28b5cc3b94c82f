package dev.astrolabe.examples.desk.market;

import java.util.List;
import java.util.Random;

/**
 * The price of one coin that all venues share, beat by beat. A slow pressure pushes it, which books show before prices do. Only
 * {@link StrictMath} and {@link Random}, whose results are the same everywhere. Guarded by its world.
 */
final class CoinPath {

    private static final List<Regime> REGIMES = List.of(Regime.values());
    private static final double BASIS_POINT = 1e-4;
    private static final double PRESSURE_MEMORY = 0.95;
    private static final double PRESSURE_NOISE = StrictMath.sqrt(1 - PRESSURE_MEMORY * PRESSURE_MEMORY);
    /** Basis points a beat that a pressure of one pushes. */
    private static final double PRESSURE_PUSH = 0.35;
    /** How much of the noise is everybody's; the squares add up to one. */
    private static final double SHARED = 0.4;

    private static final double OWN = StrictMath.sqrt(1 - SHARED * SHARED);

    private final Coin coin;
    private final Random random;
    private Regime regime;
    private int direction;
    private int beatsLeft;
    private double anchor;
    private double log;
    private double pressure;
    private double lastMove;

    CoinPath(Coin coin, Random random) {
        this.coin = coin;
        this.random = random;
        this.log = StrictMath.log(coin.startPrice());
        begin(REGIMES.get(random.nextInt(REGIMES.size())));
    }

    private void begin(Regime next) {
        boolean keeps = regime == Regime.BURST && next == Regime.TREND;
        if (!keeps) {
            // The farther from its first price, the likelier it turns back: no coin goes to nothing in a long run.
            double away = log - StrictMath.log(coin.startPrice());
            direction = random.nextDouble() < 0.5 - 2 * away ? 1 : -1;
        }
        regime = next;
        beatsLeft = next.beats(random);
        anchor = log;
    }

    /** @param shared the noise of this beat that moves all coins, of unit variance */
    void beat(double shared) {
        if (beatsLeft == 0) {
            begin(regime.next(random));
        }
        beatsLeft--;
        double noise = SHARED * shared + OWN * random.nextGaussian();
        double basisPoints = regime.drift * direction + regime.volatility * noise + PRESSURE_PUSH * pressure;
        lastMove = coin.liveliness() * basisPoints * BASIS_POINT - regime.pull * (log - anchor);
        log += lastMove;
        pressure = PRESSURE_MEMORY * pressure + PRESSURE_NOISE * random.nextGaussian();
    }

    double price() {
        return StrictMath.exp(log);
    }

    /** What pushes the price next; of unit variance. */
    double pressure() {
        return pressure;
    }

    /** The last move, in ordinary moves of this coin; not negative. */
    double stir() {
        return Math.abs(lastMove) / (coin.liveliness() * BASIS_POINT * Regime.TREND.volatility);
    }

    Regime regime() {
        return regime;
    }
}
