package dev.astrolabe.agents.session;

import dev.astrolabe.agents.feed.MarketFeed;
import dev.astrolabe.agents.indicator.IndicatorBoard;
import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.agents.market.MarketTick;
import dev.astrolabe.agents.market.MarketView;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.FeeRate;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.RiskTier;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** What the session knows of its markets: newest tick, indicators, fees and risk tiers of each. */
final class Markets {

    private final SortedMap<Listing, Market> markets = new TreeMap<>();
    private final SortedSet<Listing> closedBars = new TreeSet<>();

    private static final class Market {
        private final Instrument instrument;
        private final IndicatorBoard board = new IndicatorBoard();
        private final FeeRate fees;
        private final List<RiskTier> tiers;
        private MarketTick tick;

        Market(Instrument instrument, FeeRate fees, List<RiskTier> tiers, MarketTick tick) {
            this.instrument = instrument;
            this.fees = fees;
            this.tiers = tiers;
            this.tick = tick;
        }
    }

    /** Makes room for a market and warms its indicators with what has closed already. */
    void add(
            MarketFeed feed,
            MarketTick first,
            Function<Listing, FeeRate> fees,
            Function<Listing, List<RiskTier>> tiers,
            int bars)
            throws InterruptedException {
        Listing listing = first.listing();
        Market market = new Market(feed.instrument(listing), fees.apply(listing), tiers.apply(listing), first);
        for (Candle candle : feed.warmUp(listing, bars)) {
            market.board.update(candle);
        }
        markets.put(listing, market);
    }

    boolean has(Listing listing) {
        return markets.containsKey(listing);
    }

    void beginStep() {
        closedBars.clear();
    }

    void observe(MarketTick tick) {
        Market market = get(tick.listing());
        market.tick = tick;
        tick.closedCandle().ifPresent(candle -> {
            market.board.update(candle);
            closedBars.add(tick.listing());
        });
    }

    /** The markets in which a candle has closed in this step. */
    SortedSet<Listing> closedBars() {
        return closedBars;
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

    MarketView view(Listing listing) {
        Market market = get(listing);
        return new MarketView(market.tick, market.instrument, market.fees, market.board.readings());
    }

    private Market get(Listing listing) {
        Market market = markets.get(listing);
        if (market == null) {
            throw new IllegalStateException("no tick of " + listing + " has come yet");
        }
        return market;
    }
}
