package dev.astrolabe.agents.feed;

import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.agents.market.MarketTick;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.Symbol;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Looks at the markets of one or several exchanges, once a step: their mark prices, their books, and the candles that have closed
 * since. Each step begins with its {@link Pace}. A market on which several candles closed in one step has a tick for each of them.
 *
 * <p>For one thread; {@link #close()} may come from any. The clients stay open.
 *
 * @since 0.1
 */
public final class ClientFeed implements MarketFeed {

    private final SortedMap<Listing, ClientMarket> markets;
    private final Map<ExchangeId, ExchangeClient> clients;
    private final Pace pace;
    private final CandleInterval interval;
    private volatile boolean closed;

    private ClientFeed(Builder builder) {
        this.pace = builder.pace;
        this.interval = builder.interval;
        this.clients = Collections.unmodifiableMap(new LinkedHashMap<>(builder.clients));
        this.markets = new TreeMap<>();
        builder.symbols.forEach((exchange, symbols) -> symbols.forEach(symbol -> add(builder, exchange, symbol)));
    }

    private void add(Builder builder, ExchangeId exchange, Symbol symbol) {
        ExchangeClient client = Objects.requireNonNull(clients.get(exchange));
        Instrument instrument = client.instruments().get(symbol).toBuilder()
                .exchange(exchange.name())
                .build();
        int depth = Math.min(builder.depth, client.capabilities().maxBookDepth());
        Listing listing = new Listing(exchange, symbol);
        markets.put(listing, new ClientMarket(listing, client, instrument, interval, depth));
    }

    /**
     * Starts a feed.
     *
     * @param pace what a step waits for
     * @return a builder
     */
    public static Builder builder(Pace pace) {
        return new Builder(pace);
    }

    @Override
    public List<MarketTick> next() throws InterruptedException {
        if (closed || !pace.step() || closed) {
            close();
            return List.of();
        }
        Map<Listing, MarkPrice> marks = marks();
        List<MarketTick> ticks = new ArrayList<>();
        for (ClientMarket market : markets.values()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            ticks.addAll(market.look(Objects.requireNonNull(marks.get(market.listing()))));
        }
        // Only now: a candle of a step that failed half-way comes again.
        ticks.forEach(tick -> market(tick.listing()).told(tick));
        ticks.sort(MarketTick.ORDER);
        return List.copyOf(ticks);
    }

    /** One request an exchange. A single market, and one that is not in the answer, asks for its own. */
    private Map<Listing, MarkPrice> marks() {
        Map<Listing, MarkPrice> marks = new HashMap<>();
        clients.forEach((exchange, client) -> {
            List<Symbol> symbols = markets.keySet().stream()
                    .filter(listing -> listing.exchange().equals(exchange))
                    .map(Listing::symbol)
                    .toList();
            if (symbols.size() > 1) {
                client.marketData().markPrices().forEach(mark -> marks.put(new Listing(exchange, mark.symbol()), mark));
            }
            for (Symbol symbol : symbols) {
                marks.computeIfAbsent(
                        new Listing(exchange, symbol),
                        listing -> client.marketData().markPrice(symbol));
            }
        });
        return marks;
    }

    @Override
    public Collection<Listing> listings() {
        return Collections.unmodifiableSet(markets.keySet());
    }

    @Override
    public Instrument instrument(Listing listing) {
        return market(listing).instrument();
    }

    @Override
    public CandleInterval interval() {
        return interval;
    }

    @Override
    public List<Candle> warmUp(Listing listing, int bars) throws InterruptedException {
        if (bars < 0) {
            throw new IllegalArgumentException("bars " + bars + " of a warm-up are below 0");
        }
        return market(listing).warmUp(bars);
    }

    private ClientMarket market(Listing listing) {
        ClientMarket market = markets.get(listing);
        if (market == null) {
            throw new IllegalArgumentException(listing + " is not in this feed; it has " + markets.keySet());
        }
        return market;
    }

    @Override
    public void close() {
        closed = true;
    }

    /**
     * Collects the settings of a {@link ClientFeed}. Not for use by several threads.
     */
    public static final class Builder {

        private final Pace pace;
        private final Map<ExchangeId, ExchangeClient> clients = new LinkedHashMap<>();
        private final Map<ExchangeId, TreeSet<Symbol>> symbols = new LinkedHashMap<>();
        private CandleInterval interval = CandleInterval.M1;
        private int depth = 20;

        private Builder(Pace pace) {
            this.pace = Objects.requireNonNull(pace, "pace");
        }

        /**
         * Adds markets of an exchange.
         *
         * @param exchange as the session names it
         * @param client where they are read; stays open
         * @param wanted what is traded there, at least one
         * @return this
         * @throws IllegalArgumentException if none is wanted, or the name is taken
         */
        public Builder exchange(ExchangeId exchange, ExchangeClient client, Collection<Symbol> wanted) {
            if (wanted.isEmpty()) {
                throw new IllegalArgumentException(
                        "exchange " + exchange + " of a feed has no symbol; at least one is needed");
            }
            if (clients.putIfAbsent(exchange, client) != null) {
                throw new IllegalArgumentException(
                        "exchange " + exchange + " is in the feed already; choose another name");
            }
            symbols.put(exchange, new TreeSet<>(wanted));
            return this;
        }

        /**
         * Sets the length of a candle.
         *
         * @param value at most a day; a minute unless set
         * @return this
         * @throws IllegalArgumentException if it is longer than a day
         */
        public Builder interval(CandleInterval value) {
            if (value.duration().compareTo(Duration.ofDays(1)) > 0) {
                throw new IllegalArgumentException("interval " + value.code()
                        + " of a feed is above the longest, 1d: longer ones open on no fixed grid");
            }
            interval = value;
            return this;
        }

        /**
         * Sets the depth of the books.
         *
         * @param levels a side, at least 1; no more than the exchange has; 20 unless set
         * @return this
         * @throws IllegalArgumentException if it is below 1
         */
        public Builder depth(int levels) {
            if (levels < 1) {
                throw new IllegalArgumentException("depth " + levels + " of a feed is below 1");
            }
            depth = levels;
            return this;
        }

        /**
         * Reads the instruments and makes the feed.
         *
         * @return the feed
         * @throws dev.astrolabe.exchange.error.ExchangeException if an exchange could not be read or lacks a symbol
         * @throws IllegalArgumentException if there is no exchange
         */
        public ClientFeed open() {
            if (clients.isEmpty()) {
                throw new IllegalArgumentException("a feed needs at least one exchange");
            }
            return new ClientFeed(this);
        }
    }
}
