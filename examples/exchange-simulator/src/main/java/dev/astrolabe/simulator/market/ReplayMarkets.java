package dev.astrolabe.simulator.market;

import dev.astrolabe.agents.feed.CandleFile;
import dev.astrolabe.exchange.model.Instrument;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Markets that replay candle files, one file an instrument, as {@link dev.astrolabe.agents.feed.CandleFeed} reads them: four prices
 * a candle, and a book about each.
 *
 * <p>With a start, times are moved on by whole days, so that the start falls into the second day of the file that begins last, at its
 * own time of day; what each file has before it is history. Without one, times are those of the files, and the markets start a day
 * after the beginning of the file that begins last. Where all files have ended, the markets stand still.
 *
 * @since 0.1
 */
public final class ReplayMarkets implements Markets, AutoCloseable {

    private static final Duration HISTORY = Duration.ofDays(1);

    private final Map<String, ReplayedMarket> markets = new LinkedHashMap<>();
    private final List<Market> all;
    private Instant time;

    private ReplayMarkets(Builder builder) {
        List<ReplayedFile> files = new ArrayList<>();
        try {
            builder.files.forEach((instrument, file) -> files.add(new ReplayedFile(file, instrument)));
            Instant first = files.stream()
                    .map(ReplayedFile::first)
                    .max(Instant::compareTo)
                    .orElseThrow(() -> new IllegalArgumentException("there is no file to replay"))
                    .plus(HISTORY);
            Duration moved = Duration.ZERO;
            this.time = first;
            if (builder.start != null) {
                moved = Duration.ofDays(ChronoUnit.DAYS.between(first, builder.start));
                if (first.plus(moved).isAfter(builder.start)) {
                    moved = moved.minusDays(1);
                }
                this.time = builder.start;
            }
            for (ReplayedFile file : files) {
                file.moveOn(moved);
                markets.put(file.instrument().venueSymbol(), new ReplayedMarket(file, time));
            }
            this.all =
                    markets.values().stream().<Market>map(ReplayedMarket::tape).toList();
        } catch (RuntimeException | Error e) {
            files.forEach(ReplayedFile::close);
            throw e;
        }
    }

    /**
     * Starts with no file.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Instant time() {
        return time;
    }

    /** The next price of a file, or the end of the minute. */
    @Override
    public Instant next() {
        Instant price = markets.values().stream()
                .map(ReplayedMarket::next)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
        Instant minute = time.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        return price.equals(Instant.MAX) || price.isBefore(minute) ? price : minute;
    }

    @Override
    public List<Market> move() {
        Instant to = next();
        if (!to.equals(Instant.MAX)) {
            time = to;
            markets.values().forEach(market -> market.move(to));
        }
        return all;
    }

    @Override
    public List<Market> all() {
        return all;
    }

    @Override
    public Optional<Market> of(String venueSymbol) {
        return Optional.ofNullable(markets.get(venueSymbol)).map(ReplayedMarket::tape);
    }

    /** Closes the files. The markets stand still then. */
    @Override
    public void close() {
        markets.values().forEach(ReplayedMarket::close);
    }

    /** Collects what is replayed. Not for use by several threads. */
    public static final class Builder {

        private final Map<Instrument, CandleFile> files = new LinkedHashMap<>();
        private @Nullable Instant start;

        private Builder() {}

        /**
         * Replays a file.
         *
         * @param file the candles; their volume counts in base units
         * @param instrument what they are of: linear, with a tick and a lot
         * @return this
         * @throws IllegalArgumentException if it is inverse
         */
        public Builder replay(CandleFile file, Instrument instrument) {
            if (instrument.inverse()) {
                throw new IllegalArgumentException(
                        instrument.symbol() + " is inverse; only linear instruments can be replayed");
            }
            files.put(Objects.requireNonNull(instrument, "instrument"), Objects.requireNonNull(file, "file"));
            return this;
        }

        /**
         * Sets when the markets start.
         *
         * @param value the time that they show first
         * @return this
         */
        public Builder start(Instant value) {
            start = Objects.requireNonNull(value, "start");
            return this;
        }

        /**
         * Checks all files, and reads on to the start.
         *
         * @return the markets; the caller closes them
         * @throws dev.astrolabe.agents.feed.CandleFileException naming file and line of what cannot be used
         * @throws IllegalArgumentException if there is no file, or one ends before the start
         */
        public ReplayMarkets open() {
            return new ReplayMarkets(this);
        }
    }
}
