package dev.astrolabe.simulator.market;

import dev.astrolabe.exchange.model.Instrument;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Markets whose prices come from a seed: trends, ranges and bursts, books that lean to where the price will go, funding by what the
 * price strays from the index. The same seed, start, step, profile and instruments give the same markets to the last digit.
 *
 * <p>All venues with the same seed, start and step share the path of each coin, although each keeps its own copy; they stray from it by
 * their profile. A coin moves alike whichever others are listed. Markets begin with 25 hours of history, made in beats of five
 * seconds. A future stops moving when it expires.
 *
 * @since 0.1
 */
public final class SeededMarkets implements Markets {

    /** How far prices may move at once, and what history is made of. */
    public static final Duration BEAT = Pace.BEAT;

    /** How much has happened before the start. */
    public static final Duration HISTORY = Duration.ofHours(25);

    private static final Duration DEFAULT_STEP = Duration.ofMillis(100);

    private final Random shared;
    private final Map<String, CoinPath> paths = new LinkedHashMap<>();
    private final Map<String, SeededMarket> markets = new LinkedHashMap<>();
    private final List<Market> all;
    private final Pace pace;
    private Instant time;

    private SeededMarkets(Builder builder) {
        Seed seed = new Seed(builder.seed);
        this.shared = seed.random(0, "shared");
        this.pace = Pace.of(builder.step);
        this.time = builder.start.minus(HISTORY);
        for (Instrument instrument : builder.instruments) {
            CoinPath path = paths.computeIfAbsent(instrument.symbol().base(), name -> path(seed, name));
            markets.put(instrument.venueSymbol(), new SeededMarket(instrument, path, builder.profile, seed, time));
        }
        this.all = markets.values().stream().<Market>map(SeededMarket::tape).toList();
        Pace beat = Pace.of(BEAT);
        while (time.isBefore(builder.start)) {
            Instant next = time.plus(BEAT);
            advance(beat, next, !next.isBefore(builder.start));
        }
    }

    private static CoinPath path(Seed seed, String name) {
        Coin coin = Coin.named(name)
                .orElseThrow(() -> new IllegalArgumentException("no prices are known for coin " + name + "; there are "
                        + Coin.ALL.stream().map(Coin::name).toList() + " and C01 to C999"));
        return new CoinPath(coin, seed.random(0, coin.pathName()));
    }

    /**
     * Starts with a step of 100 ms, on a steady venue that lists nothing.
     *
     * @param seed what makes these markets different from others
     * @param start their time after the history
     * @return a builder
     */
    public static Builder builder(long seed, Instant start) {
        return new Builder(seed, start);
    }

    private void advance(Pace step, Instant to, boolean shows) {
        time = to;
        double noise = shared.nextGaussian();
        paths.values().forEach(path -> path.move(step, noise));
        markets.values().forEach(market -> market.move(step, to.toEpochMilli(), shows));
    }

    @Override
    public Instant time() {
        return time;
    }

    @Override
    public Instant next() {
        return time.plusMillis(pace.millis);
    }

    @Override
    public List<Market> move() {
        advance(pace, next(), true);
        return all;
    }

    @Override
    public List<Market> all() {
        return all;
    }

    @Override
    public Optional<Market> of(String venueSymbol) {
        return Optional.ofNullable(markets.get(venueSymbol)).map(SeededMarket::tape);
    }

    /** Collects the settings of {@link SeededMarkets}. Not for use by several threads. */
    public static final class Builder {

        private final long seed;
        private final Instant start;
        private VenueProfile profile = VenueProfile.STEADY;
        private List<Instrument> instruments = List.of();
        private Duration step = DEFAULT_STEP;

        private Builder(long seed, Instant start) {
            this.seed = seed;
            this.start = start;
        }

        /**
         * How the venue strays.
         *
         * @param value {@link VenueProfile#STEADY} unless set
         * @return this
         */
        public Builder profile(VenueProfile value) {
            profile = value;
            return this;
        }

        /**
         * What it lists.
         *
         * @param value such as {@link Listings#aster()}
         * @return this
         */
        public Builder instruments(List<Instrument> value) {
            instruments = List.copyOf(value);
            return this;
        }

        /**
         * How often prices move. A shorter step moves them less.
         *
         * @param value whole milliseconds, above 0 and at most {@link #BEAT}, at which books are drawn anew by each movement
         * @return this
         * @throws IllegalArgumentException if it is out of that range
         */
        public Builder step(Duration value) {
            if (value.compareTo(BEAT) > 0
                    || value.compareTo(Duration.ofMillis(1)) < 0
                    || value.toNanosPart() % 1_000_000 != 0) {
                throw new IllegalArgumentException(
                        "step " + value + " of markets is not in whole milliseconds from PT0.001S to " + BEAT);
            }
            step = value;
            return this;
        }

        /**
         * Makes the markets and their history, which takes about a second.
         *
         * @return the markets
         * @throws IllegalArgumentException if an instrument is of a coin that has no known price
         */
        public SeededMarkets build() {
            return new SeededMarkets(this);
        }
    }
}
