package dev.astrolabe.agents.session;

import dev.astrolabe.agents.feed.MarketFeed;
import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.agents.market.MarketTick;
import dev.astrolabe.agents.market.MarketView;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.FeeRate;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.RiskTier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the session knows of its markets: newest tick, bars, fees and risk tiers of each. */
final class Markets {

    private final SortedSet<Duration> lengths;
    private final Duration candleLength;
    private final SortedMap<Listing, SortedMap<Duration, BarSeries>> series = new TreeMap<>();
    private final SortedMap<Listing, Market> markets = new TreeMap<>();
    private final SortedMap<Duration, SortedSet<Listing>> closedBars = new TreeMap<>();

    private static final class Market {
        private final Instrument instrument;
        private final FeeRate fees;
        private final List<RiskTier> tiers;
        private final SortedMap<Duration, BarSeries> bars;
        private MarketTick tick;

        Market(
                Instrument instrument,
                FeeRate fees,
                List<RiskTier> tiers,
                SortedMap<Duration, BarSeries> bars,
                MarketTick tick) {
            this.instrument = instrument;
            this.fees = fees;
            this.tiers = tiers;
            this.bars = bars;
            this.tick = tick;
        }
    }

    /**
     * Markets without any data yet.
     *
     * @param lengths the lengths of bars that somebody decides on
     * @param candleLength the length of the candles that ticks close
     */
    Markets(Collection<Duration> lengths, Duration candleLength) {
        this.candleLength = candleLength;
        this.lengths = new TreeSet<>(lengths);
        this.lengths.forEach(length -> closedBars.put(length, new TreeSet<>()));
    }

    /** Feeds the indicators with what has closed before the first step. */
    void warmUp(MarketFeed feed, int bars) throws InterruptedException {
        for (Listing listing : feed.listings()) {
            SortedMap<Duration, BarSeries> ofListing = series(listing);
            if (bars > 0) {
                for (Candle candle : feed.warmUp(listing, bars)) {
                    ofListing.values().forEach(bar -> bar.add(candle, candle.openTime()));
                }
            }
        }
    }

    private SortedMap<Duration, BarSeries> series(Listing listing) {
        return series.computeIfAbsent(listing, any -> {
            SortedMap<Duration, BarSeries> ofListing = new TreeMap<>();
            lengths.forEach(length -> ofListing.put(length, new BarSeries(length, candleLength)));
            return ofListing;
        });
    }

    /** Makes room for a market at its first tick, when the accounts know it too. */
    void add(Instrument instrument, FeeRate fees, List<RiskTier> tiers, MarketTick first) {
        markets.put(first.listing(), new Market(instrument, fees, tiers, series(first.listing()), first));
    }

    boolean has(Listing listing) {
        return markets.containsKey(listing);
    }

    void beginStep() {
        closedBars.values().forEach(Set::clear);
    }

    void observe(MarketTick tick) {
        Market market = get(tick.listing());
        market.tick = tick;
        Candle candle = tick.closedCandle().orElse(null);
        if (candle == null) {
            return;
        }
        for (Map.Entry<Duration, BarSeries> bars : market.bars.entrySet()) {
            if (bars.getValue().add(candle, tick.time())) {
                closedBars(bars.getKey()).add(tick.listing());
            }
        }
    }

    /** The markets in which a bar of a length has closed in this step. */
    SortedSet<Listing> closedBars(Duration length) {
        return Objects.requireNonNull(closedBars.get(length), "nobody decides on bars of that length");
    }

    Collection<Listing> listings() {
        return markets.keySet();
    }

    BigDecimal mark(Listing listing) {
        return get(listing).tick.mark().mark();
    }

    List<RiskTier> tiers(Listing listing) {
        return get(listing).tiers;
    }

    MarketView view(Listing listing, Duration barLength) {
        Market market = get(listing);
        BarSeries bars = Objects.requireNonNull(market.bars.get(barLength), "nobody decides on bars of that length");
        return new MarketView(market.tick, market.instrument, market.fees, bars.readings());
    }

    private Market get(Listing listing) {
        Market market = markets.get(listing);
        if (market == null) {
            throw new IllegalStateException("no tick of " + listing + " has come yet");
        }
        return market;
    }
}
