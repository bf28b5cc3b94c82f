package dev.astrolabe.agents.feed;

import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.agents.market.MarketTick;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.Instrument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Several feeds as one, such as the candle files of several symbols. A step lasts as long as one candle and begins where the oldest
 * of the feeds' next steps does; feeds that have nothing then wait for their time, so files may begin and end at different times and
 * have gaps. The same feeds give the same steps, whatever order they are named in.
 *
 * <p>For one thread; {@link #close()} may come from any, and closes the feeds too.
 *
 * @since 0.1
 */
public final class JoinedFeed implements MarketFeed {

    private final List<Part> parts;
    private final SortedMap<Listing, MarketFeed> feeds = new TreeMap<>();
    private final CandleInterval interval;

    /** A feed and its next step, as far as it is known; no ticks mean the end of its data. */
    private static final class Part {
        private final MarketFeed feed;
        private Optional<List<MarketTick>> next = Optional.empty();

        Part(MarketFeed feed) {
            this.feed = feed;
        }

        List<MarketTick> next() throws InterruptedException {
            if (next.isEmpty()) {
                next = Optional.of(feed.next());
            }
            return next.get();
        }

        void take() {
            next = Optional.empty();
        }
    }

    private JoinedFeed(List<MarketFeed> joined) {
        this.parts = joined.stream().map(Part::new).toList();
        this.interval = joined.get(0).interval();
        joined.forEach(this::add);
    }

    private void add(MarketFeed feed) {
        if (feed.interval() != interval) {
            throw new IllegalArgumentException("feeds with candles of " + interval.code() + " and of "
                    + feed.interval().code() + " cannot be one; all need the same");
        }
        for (Listing listing : feed.listings()) {
            if (feeds.putIfAbsent(listing, feed) != null) {
                throw new IllegalArgumentException(listing + " is in two feeds; each market may be in one only");
            }
        }
    }

    /**
     * Joins feeds.
     *
     * @param feeds at least one, none of which has made a step; they belong to the result
     * @return the feed; the caller closes it
     * @throws IllegalArgumentException if there is none, if their candles differ in length, or if a market is in two
     */
    public static JoinedFeed of(Collection<? extends MarketFeed> feeds) {
        if (feeds.isEmpty()) {
            throw new IllegalArgumentException("there is no feed to join; at least one is needed");
        }
        return new JoinedFeed(List.copyOf(feeds));
    }

    /** What was read ahead is kept where a feed is interrupted or fails, so the next call loses nothing. */
    @Override
    public List<MarketTick> next() throws InterruptedException {
        Instant begin = null;
        for (Part part : parts) {
            List<MarketTick> ticks = part.next();
            if (!ticks.isEmpty() && (begin == null || startOf(ticks).isBefore(begin))) {
                begin = startOf(ticks);
            }
        }
        if (begin == null) {
            return List.of();
        }
        Instant end = begin.plus(interval.duration());
        List<MarketTick> step = new ArrayList<>();
        for (Part part : parts) {
            List<MarketTick> ticks = part.next();
            if (!ticks.isEmpty() && startOf(ticks).isBefore(end)) {
                step.addAll(ticks);
                part.take();
            }
        }
        step.sort(MarketTick.ORDER);
        return Collections.unmodifiableList(step);
    }

    private static Instant startOf(List<MarketTick> ticks) {
        return ticks.get(0).time();
    }

    @Override
    public Collection<Listing> listings() {
        return Collections.unmodifiableSet(feeds.keySet());
    }

    @Override
    public Instrument instrument(Listing listing) {
        return feed(listing).instrument(listing);
    }

    private MarketFeed feed(Listing listing) {
        MarketFeed feed = feeds.get(listing);
        if (feed == null) {
            throw new IllegalArgumentException(listing + " is not in this feed; it has " + feeds.keySet());
        }
        return feed;
    }

    @Override
    public CandleInterval interval() {
        return interval;
    }

    @Override
    public List<Candle> warmUp(Listing listing, int bars) throws InterruptedException {
        return feed(listing).warmUp(listing, bars);
    }

    @Override
    public void close() {
        parts.forEach(part -> part.feed.close());
    }
}
