package dev.astrolabe.agents.feed;

import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.agents.market.MarketTick;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Replays a candle file. Each step is one candle, seen as four ticks: its open at its opening time, the extreme nearer to the open
 * a quarter later (the low where both are as near), the other extreme at its middle, and its close one millisecond before it ends,
 * with which it closes.
 *
 * <p>What a candle does not tell is made up by rule and the same in every run. The book is symmetric: the best prices lie half a
 * basis point to either side, ten levels follow one basis point apart, level n worth 50,000 n in quote units times the activity.
 * Activity is the volume of the candle before over the mean of the 20 before that, within 0.25 and 4; it needs no unit of volume
 * and knows nothing of the candle to come. Mark and index are the last price; funding is 0.0001 at 00:00, 08:00 and 16:00 UTC.
 *
 * <p>Warm-up takes the first candles of the file; once a step has been made there is none. For one thread.
 *
 * @since 0.1
 */
public final class CandleFeed implements MarketFeed {

    private static final BigDecimal DEFAULT_FUNDING_RATE = new BigDecimal("0.0001");
    private static final Duration DEFAULT_FUNDING_INTERVAL = Duration.ofHours(8);

    private final CandleFileSummary summary;
    private final Listing listing;
    private final Instrument instrument;
    private final SyntheticBook books;
    private final BigDecimal fundingRate;
    private final Duration fundingInterval;
    private final Duration length;
    private final Duration quarter;
    private final Duration half;
    private final Activity activity = new Activity();
    private final CandleReader reader;
    private boolean begun;
    private volatile boolean closed;

    private CandleFeed(Builder builder, CandleFileSummary summary) {
        this.summary = summary;
        Symbol symbol = builder.symbol != null ? builder.symbol : derivedSymbol(builder.file);
        this.listing = new Listing(builder.exchange, symbol);
        this.instrument = builder.instrument != null
                ? builder.instrument
                : ReplayInstruments.fitting(builder.exchange, symbol, summary);
        if (!instrument.symbol().equals(symbol)) {
            throw new IllegalArgumentException(
                    "instrument of " + instrument.symbol() + " does not fit a replay of " + symbol);
        }
        this.books = new SyntheticBook(instrument, builder.spreadBps, builder.levels, builder.levelNotional);
        this.fundingRate = builder.fundingRate;
        this.fundingInterval = builder.fundingInterval;
        this.length = summary.interval().duration();
        this.quarter = length.dividedBy(4);
        this.half = length.dividedBy(2);
        this.reader = builder.file.open();
    }

    private static Symbol derivedSymbol(CandleFile file) {
        return ReplayInstruments.symbolOf(file.path())
                .orElseThrow(() -> new IllegalArgumentException("the name of " + file.path()
                        + " does not begin with a coin, as in btc-perp-1m.csv.gz, so the symbol must be given"));
    }

    /**
     * Starts a replay with the rules above.
     *
     * @param file what to replay
     * @return a builder
     */
    public static Builder builder(CandleFile file) {
        return new Builder(file);
    }

    /**
     * What the file holds, gaps included.
     *
     * @return the result of the check before the first candle
     */
    public CandleFileSummary summary() {
        return summary;
    }

    @Override
    public List<MarketTick> next() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        begun = true;
        Optional<Candle> next = closed ? Optional.empty() : reader.next();
        if (next.isEmpty()) {
            return List.of();
        }
        Candle candle = next.get();
        BigDecimal busy = activity.now();
        List<MarketTick> ticks = ticks(candle, busy);
        activity.add(candle.volume());
        return ticks;
    }

    private List<MarketTick> ticks(Candle candle, BigDecimal busy) {
        Instant open = candle.openTime();
        BigDecimal up = candle.high().subtract(candle.open());
        BigDecimal down = candle.open().subtract(candle.low());
        boolean lowFirst = down.compareTo(up) <= 0;
        BigDecimal near = lowFirst ? candle.low() : candle.high();
        BigDecimal far = lowFirst ? candle.high() : candle.low();
        return List.of(
                tick(candle.open(), busy, open),
                tick(near, busy, open.plus(quarter)),
                tick(far, busy, open.plus(half)),
                tick(candle.close(), busy, open.plus(length).minusMillis(1)).closing(candle));
    }

    private MarketTick tick(BigDecimal price, BigDecimal busy, Instant time) {
        MarkPrice mark = MarkPrice.builder()
                .symbol(listing.symbol())
                .mark(price)
                .index(price)
                .fundingRate(fundingRate)
                .nextFundingTime(nextFunding(time))
                .time(time)
                .build();
        return MarketTick.of(listing, books.around(price, busy, time), mark);
    }

    private Instant nextFunding(Instant time) {
        long step = fundingInterval.toMillis();
        return Instant.ofEpochMilli((Math.floorDiv(time.toEpochMilli(), step) + 1) * step);
    }

    @Override
    public Collection<Listing> listings() {
        return List.of(listing);
    }

    @Override
    public Instrument instrument(Listing wanted) {
        require(wanted);
        return instrument;
    }

    private void require(Listing wanted) {
        if (!listing.equals(wanted)) {
            throw new IllegalArgumentException(wanted + " is not in this feed; it has " + listing);
        }
    }

    @Override
    public CandleInterval interval() {
        return summary.interval();
    }

    @Override
    public List<Candle> warmUp(Listing wanted, int bars) throws InterruptedException {
        require(wanted);
        List<Candle> candles = new ArrayList<>();
        while (candles.size() < bars && !begun && !closed) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Optional<Candle> next = reader.next();
            if (next.isEmpty()) {
                break;
            }
            candles.add(next.get());
            activity.add(next.get().volume());
        }
        return List.copyOf(candles);
    }

    @Override
    public void close() {
        closed = true;
        reader.close();
    }

    /**
     * Collects the settings of a {@link CandleFeed}. Not for use by several threads.
     */
    public static final class Builder {

        private final CandleFile file;
        private ExchangeId exchange = ExchangeId.PAPER;
        private @Nullable Symbol symbol;
        private @Nullable Instrument instrument;
        private BigDecimal spreadBps = SyntheticBook.DEFAULT_SPREAD_BPS;
        private int levels = SyntheticBook.DEFAULT_LEVELS;
        private BigDecimal levelNotional = SyntheticBook.DEFAULT_LEVEL_NOTIONAL;
        private BigDecimal fundingRate = DEFAULT_FUNDING_RATE;
        private Duration fundingInterval = DEFAULT_FUNDING_INTERVAL;

        private Builder(CandleFile file) {
            this.file = Objects.requireNonNull(file, "file");
        }

        /**
         * Sets the exchange's name in the listing.
         *
         * @param name {@code paper} unless set
         * @return this
         */
        public Builder exchange(ExchangeId name) {
            exchange = Objects.requireNonNull(name, "exchange");
            return this;
        }

        /**
         * Sets what is traded.
         *
         * @param value the perpetual of the file's first word unless set, see {@link ReplayInstruments#symbolOf}
         * @return this
         */
        public Builder symbol(Symbol value) {
            symbol = Objects.requireNonNull(value, "symbol");
            return this;
        }

        /**
         * Sets the filters.
         *
         * @param value of the same symbol, with a tick and a lot; {@link ReplayInstruments#fitting} unless set
         * @return this
         * @throws IllegalArgumentException if it has no tick or no lot
         */
        public Builder instrument(Instrument value) {
            if (value.tickSize().signum() <= 0 || value.lotSize().signum() <= 0) {
                throw new IllegalArgumentException(
                        "instrument " + value.symbol() + " of a replay needs a tick and a lot above 0");
            }
            instrument = value;
            return this;
        }

        /**
         * Sets the book.
         *
         * @param spread from the best bid to the best ask, in basis points of the price, at least 0; two ticks at least
         * @param levelCount levels a side, 1 to 1000
         * @param bestLevelNotional what the best level is worth in quote units at ordinary volume, above 0
         * @return this
         * @throws IllegalArgumentException naming a value out of its range
         */
        public Builder book(BigDecimal spread, int levelCount, BigDecimal bestLevelNotional) {
            if (spread.signum() < 0 || levelCount < 1 || levelCount > 1000 || bestLevelNotional.signum() <= 0) {
                throw new IllegalArgumentException("book with spread " + spread.toPlainString() + " bps, " + levelCount
                        + " levels, best level " + bestLevelNotional.toPlainString()
                        + ": the spread is at least 0, the levels 1 to 1000, the best level above 0");
            }
            spreadBps = spread;
            levels = levelCount;
            levelNotional = bestLevelNotional;
            return this;
        }

        /**
         * Sets the funding.
         *
         * @param rate as a ratio of the notional, positive where longs pay
         * @param interval between two payments, counted from 00:00 UTC; from one minute to one day, and a whole part of a day
         * @return this
         * @throws IllegalArgumentException if the interval is out of its range
         */
        public Builder funding(BigDecimal rate, Duration interval) {
            Duration day = Duration.ofDays(1);
            if (interval.compareTo(Duration.ofMinutes(1)) < 0
                    || interval.compareTo(day) > 0
                    || day.toMillis() % interval.toMillis() != 0) {
                throw new IllegalArgumentException(
                        "funding interval " + interval + " is not a whole part of a day from one minute up");
            }
            fundingRate = Objects.requireNonNull(rate, "rate");
            fundingInterval = interval;
            return this;
        }

        /**
         * Checks the whole file and opens it.
         *
         * @return the feed; the caller closes it
         * @throws CandleFileException naming file and line of what cannot be used
         * @throws IllegalArgumentException if no symbol is set and the file's name does not tell it
         */
        public CandleFeed open() {
            return new CandleFeed(this, file.check());
        }
    }
}
