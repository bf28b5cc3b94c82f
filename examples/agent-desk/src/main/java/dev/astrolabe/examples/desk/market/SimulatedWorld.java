package dev.astrolabe.examples.desk.market;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Coins whose prices move with a clock that only {@link #advance} turns, and the venues on which they trade. All venues share the
 * path of a coin; each strays from it in its own way. The same seed, venues and advances give the same world to the last digit.
 * Safe for any thread.
 */
public final class SimulatedWorld {

    /** The step in which prices move. */
    public static final Duration BEAT = Duration.ofSeconds(5);

    /** How much has happened before a world can be looked at: a day and an hour. */
    public static final Duration HISTORY = Duration.ofHours(25);

    private final long seed;
    private final Random shared;
    private final List<CoinPath> paths = new ArrayList<>();
    private final Map<String, Map<String, VenueMarket>> venues = new LinkedHashMap<>();
    private Instant now;
    private long beats;

    private SimulatedWorld(long seed, Instant begin, List<VenueProfile> profiles) {
        this.seed = seed;
        this.now = begin;
        this.shared = random(0, "shared");
        for (Coin coin : Coin.ALL) {
            paths.add(new CoinPath(coin, random(0, coin.symbol())));
        }
        for (VenueProfile profile : profiles) {
            Map<String, VenueMarket> markets = new LinkedHashMap<>();
            for (int i = 0; i < Coin.ALL.size(); i++) {
                Coin coin = Coin.ALL.get(i);
                Random noise = random(1, profile.name() + coin.symbol());
                markets.put(coin.symbol(), new VenueMarket(coin, paths.get(i), profile, i, noise, begin));
            }
            venues.put(profile.name(), markets);
        }
    }

    /**
     * Makes a world with a history.
     *
     * @param seed what makes it different from others
     * @param start its time after the history, on a full minute
     * @param profiles its venues, of different names
     * @return the world
     * @throws IllegalArgumentException if the start is not a full minute
     */
    public static SimulatedWorld create(long seed, Instant start, List<VenueProfile> profiles) {
        if (start.toEpochMilli() % MinuteBars.MINUTE != 0) {
            throw new IllegalArgumentException("start " + start + " of a simulated world is not a full minute");
        }
        SimulatedWorld world = new SimulatedWorld(seed, start.minus(HISTORY), profiles);
        world.advance(HISTORY);
        return world;
    }

    private Random random(int kind, String name) {
        return new Random(mix(seed ^ mix(name.hashCode() * 31L + kind)));
    }

    /** Spreads a number over all 64 bits, each bit on every other: the finishing step of SplitMix64. */
    static long mix(long number) {
        long z = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /**
     * Lets time pass.
     *
     * @param time how much; a whole number of beats, at least one
     * @throws IllegalArgumentException if it is not
     */
    public synchronized void advance(Duration time) {
        if (time.isNegative() || time.isZero() || time.toMillis() % BEAT.toMillis() != 0) {
            throw new IllegalArgumentException("advance of " + time + " is not a whole number of beats of " + BEAT);
        }
        for (long left = time.toMillis() / BEAT.toMillis(); left > 0; left--) {
            beat();
        }
    }

    private void beat() {
        beats++;
        now = now.plus(BEAT);
        double noise = shared.nextGaussian();
        paths.forEach(path -> path.beat(noise));
        venues.values().forEach(markets -> markets.values().forEach(market -> market.beat(now.toEpochMilli())));
    }

    /**
     * The world's clock.
     *
     * @return its time
     */
    public synchronized Instant now() {
        return now;
    }

    /** How often prices have moved. To be called with this world locked. */
    long beats() {
        return beats;
    }

    /** The markets of a venue by their symbols. To be used with this world locked. */
    Map<String, VenueMarket> markets(String venue) {
        Map<String, VenueMarket> markets = venues.get(venue);
        if (markets == null) {
            throw new IllegalArgumentException("no venue '" + venue + "' in this world; it has " + venues.keySet());
        }
        return markets;
    }

    /** The book of a market now. To be called with this world locked. */
    BookShape book(String venue, VenueMarket market) {
        long where = mix((venue + market.coin().symbol()).hashCode());
        return new BookShape(market, mix(seed ^ where) + mix(beats));
    }
}
