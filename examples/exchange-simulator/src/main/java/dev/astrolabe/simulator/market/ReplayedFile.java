package dev.astrolabe.simulator.market;

import dev.astrolabe.agents.feed.CandleFeed;
import dev.astrolabe.agents.feed.CandleFile;
import dev.astrolabe.agents.market.MarketTick;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.Instrument;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The prices of one candle file, one after the other. Guarded by its venue. */
final class ReplayedFile implements AutoCloseable {

    private static final BigDecimal QUARTER = new BigDecimal("0.25");

    private final Instrument instrument;
    private final CandleFile file;
    private final CandleFeed feed;
    private final Deque<MarketTick> ahead = new ArrayDeque<>();
    private Duration moved = Duration.ZERO;
    private BigDecimal volumeOfEach = BigDecimal.ZERO;

    ReplayedFile(CandleFile file, Instrument instrument) {
        this.instrument = instrument;
        this.file = file;
        this.feed = CandleFeed.builder(file)
                .exchange(new ExchangeId(instrument.exchange()))
                .symbol(instrument.symbol())
                .instrument(instrument)
                .open();
        read();
    }

    private void read() {
        try {
            ahead.addAll(feed.next());
        } catch (InterruptedException e) {
            // Whoever moves markets is being stopped: there is nothing more to show.
            Thread.currentThread().interrupt();
        }
        volumeOfEach = Optional.ofNullable(ahead.peekLast())
                .flatMap(MarketTick::closedCandle)
                .map(Candle::volume)
                .map(volume -> volume.multiply(QUARTER))
                .orElse(BigDecimal.ZERO);
    }

    /** Later times from now on. */
    void moveOn(Duration by) {
        moved = by;
    }

    Instrument instrument() {
        return instrument;
    }

    String name() {
        return file.path().toString();
    }

    Instant first() {
        return feed.summary().first();
    }

    /** When the next price comes; {@link Instant#MAX} after the last. */
    Instant next() {
        MarketTick tick = ahead.peekFirst();
        return tick == null ? Instant.MAX : tick.time().plus(moved);
    }

    /** What is traded at each of the four prices of the candle that is being read: a quarter of it, in base units. */
    BigDecimal volume() {
        return volumeOfEach;
    }

    /** The next price; there must be one. */
    MarketTick take() {
        return ahead.removeFirst();
    }

    /** Reads on, if the prices of a candle are used up. */
    void readOn() {
        if (ahead.isEmpty()) {
            read();
        }
    }

    @Override
    public void close() {
        ahead.clear();
        feed.close();
    }
}
