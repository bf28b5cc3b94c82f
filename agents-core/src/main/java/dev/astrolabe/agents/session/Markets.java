package dev.astrolabe.agents.session;

import dev.astrolabe.agents.feed.MarketFeed;
import dev.astrolabe.agents.indicator.IndicatorBoard;
import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.agents.market.MarketTick;
import dev.astrolabe.agents.market.MarketView;
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

/** What the session knows of its markets: newest tick, indicators, fees and risk tiers of each. */
final class Markets {

    private final SortedMap<Listing, IndicatorBoard> boards = new TreeMap<>();
    private final SortedMap<Listing, Market> markets = new TreeMap<>();
    private final SortedSet<Listing> closedBars = new TreeSet<>();

    private static final class Market {
        private final Instrument instrument;
        private final IndicatorBoard board;
        private final FeeRate fees;
        private final List<RiskTier> tiers;
        private MarketTick tick;

        Market(Instrument instrument, IndicatorBoard board, FeeRate fees, List<RiskTier> tiers, MarketTick tick) {
            this.instrument = instrument;
            this.board = board;
            this.fees = fees;
            this.tiers = tiers;
            this.tick = tick;
        }
    }

    /** Feeds the indicators with what has closed before the first step. */
    void warmUp(MarketFeed feed, int bars) throws InterruptedException {
        for (Listing listing : feed.listings()) {
            IndicatorBoard board = boards.computeIfAbsent(listing, any -> new IndicatorBoard());
            if (bars > 0) {
                feed.warmUp(listing, bars).forEach(board::update);
            }
        }
    }

    /** Makes room for a market at its first tick, when the accounts know it too. */
    void add(Instrument instrument, FeeRate fees, List<RiskTier> tiers, MarketTick first) {
        IndicatorBoard board = boards.computeIfAbsent(first.listing(), any -> new IndicatorBoard());
        markets.put(first.listing(), new Market(instrument, board, fees, tiers, first));
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
