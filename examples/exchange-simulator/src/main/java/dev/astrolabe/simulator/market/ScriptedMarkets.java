package dev.astrolabe.simulator.market;

import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Markets that stand still until they are told to move. What is told is due at once: the next {@link #move()}, which a venue makes
 * when it catches up with its clock, carries it to whoever listens. They begin with a day of history at their first price, and the
 * clock alone brings funding, every four or eight hours, and the ends of minutes.
 *
 * <p>After {@link #move(Symbol, BigDecimal)} the best bid lies one tick below the price and the best ask one tick above, 20 levels a
 * side follow each other tick by tick, each worth a million in quote units. Telling is safe for any thread; the rest is guarded by
 * the venue's lock.
 *
 * @since 0.1
 */
public final class ScriptedMarkets implements Markets {

    private static final BigDecimal FUNDING_RATE = new BigDecimal("0.0001");
    private static final Duration HISTORY = Duration.ofDays(1);
    private static final int LEVELS = 20;
    private static final double LEVEL_NOTIONAL = 1_000_000;
    private static final double TRADE_NOTIONAL = 1_000;
    private static final BigDecimal OPEN_INTEREST = new BigDecimal("1000");

    private final Clock clock;
    private final Map<String, TapedMarket> markets = new LinkedHashMap<>();
    private final Deque<Told> told = new ArrayDeque<>();
    private Instant time;

    private record Told(TapedMarket market, Instant when, Runnable what) {}

    private ScriptedMarkets(Clock clock, List<Instrument> instruments, Map<Symbol, BigDecimal> prices) {
        this.clock = clock;
        this.time = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        long begin = time.minus(HISTORY).toEpochMilli();
        for (Instrument instrument : instruments) {
            Grid grid = new Grid(instrument);
            BigDecimal price = prices.getOrDefault(instrument.symbol(), firstPrice(instrument.symbol()));
            long ticks = grid.exactTicks(price);
            Duration funding = Listings.fundingInterval(instrument);
            TapedMarket market = new TapedMarket(grid, funding, begin, ticks, grid.indexUnits(price));
            begin(market, ticks);
            markets.put(instrument.venueSymbol(), market);
        }
    }

    private static BigDecimal firstPrice(Symbol symbol) {
        return Coin.named(symbol.base()).map(Coin::startPrice).orElse(new BigDecimal("100"));
    }

    /**
     * Markets with usual prices.
     *
     * @param clock tells when they are told something; its time now is theirs
     * @param instruments what they list, such as {@link Listings#aster()}
     * @return the markets
     */
    public static ScriptedMarkets of(Clock clock, List<Instrument> instruments) {
        return of(clock, instruments, Map.of());
    }

    /**
     * Markets with prices of your own.
     *
     * @param clock tells when they are told something; its time now is theirs
     * @param instruments what they list, such as {@link Listings#okx()}
     * @param startPrices their first prices; a usual one where it is not among them, for a coin that is not well known 100
     * @return the markets
     * @throws IllegalArgumentException if a price does not lie on its tick
     */
    public static ScriptedMarkets of(Clock clock, List<Instrument> instruments, Map<Symbol, BigDecimal> startPrices) {
        return new ScriptedMarkets(clock, instruments, startPrices);
    }

    /** A day of history: a minute's trade each hour, and funding as it came. */
    private void begin(TapedMarket market, long ticks) {
        market.announce(FUNDING_RATE);
        market.openInterest(OPEN_INTEREST);
        Instant hour = time.minus(HISTORY);
        while (hour.isBefore(time)) {
            step(market, hour);
            market.trade(ticks, tradeLots(market, ticks), true);
            market.done();
            Instant next = hour.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
            hour = next.isBefore(time) ? next : time;
        }
        step(market, time);
        market.trade(ticks, tradeLots(market, ticks), true);
        showAround(market, ticks);
        market.done();
    }

    private static void step(TapedMarket market, Instant to) {
        market.step(to.toEpochMilli());
        market.quote(market.markUnits(), market.indexUnits());
    }

    private static long tradeLots(TapedMarket market, long ticks) {
        return market.grid().lots(TRADE_NOTIONAL, market.grid().asDouble(ticks));
    }

    private static void showAround(TapedMarket market, long ticks) {
        market.show(side(market.grid(), ticks, -1), side(market.grid(), ticks, 1));
    }

    private static List<PriceLevel> side(Grid grid, long ticks, int direction) {
        List<PriceLevel> side = new ArrayList<>();
        for (int i = 1; i <= LEVELS && ticks + (long) direction * i > 0; i++) {
            long at = ticks + (long) direction * i;
            long lots = grid.lots(LEVEL_NOTIONAL, grid.asDouble(at));
            side.add(new PriceLevel(grid.price(at), grid.quantity(lots, at)));
        }
        return List.copyOf(side);
    }

    /**
     * Moves a market: a trade at the price, and mark price, index price and book with it.
     *
     * @param symbol which
     * @param price in quote per single coin, on the tick
     * @throws IllegalArgumentException if it is not listed, or the price does not lie on the tick
     */
    public void move(Symbol symbol, BigDecimal price) {
        TapedMarket market = market(symbol);
        long ticks = market.grid().exactTicks(price);
        tell(market, () -> {
            long units = market.grid().indexUnits(price);
            boolean rises = ticks >= market.lastTicks();
            market.quote(units, units);
            market.trade(ticks, tradeLots(market, ticks), rises);
            showAround(market, ticks);
        });
    }

    /**
     * Moves the mark price and the index price alone.
     *
     * @param symbol which
     * @param mark the new mark price, in quote per single coin
     * @param index the new index price
     * @throws IllegalArgumentException if it is not listed
     */
    public void mark(Symbol symbol, BigDecimal mark, BigDecimal index) {
        TapedMarket market = market(symbol);
        long markUnits = market.grid().indexUnits(mark);
        long indexUnits = market.grid().indexUnits(index);
        tell(market, () -> market.quote(markUnits, indexUnits));
    }

    /**
     * Shows a book.
     *
     * @param symbol which market's
     * @param bids best first; may be empty
     * @param asks best first; may be empty
     * @throws IllegalArgumentException if it is not listed
     */
    public void show(Symbol symbol, List<PriceLevel> bids, List<PriceLevel> asks) {
        TapedMarket market = market(symbol);
        OrderBook copy = new OrderBook(symbol, bids, asks, -1, time);
        tell(market, () -> market.show(copy.bids(), copy.asks()));
    }

    /**
     * Prints a trade of others, which moves nothing else.
     *
     * @param symbol in which market
     * @param price in quote per single coin, on the tick
     * @param lots how many lots, at least one
     * @param takerBuys whether the taker bought
     * @throws IllegalArgumentException if it is not listed, or the price does not lie on the tick
     */
    public void trade(Symbol symbol, BigDecimal price, long lots, boolean takerBuys) {
        TapedMarket market = market(symbol);
        long ticks = market.grid().exactTicks(price);
        tell(market, () -> market.trade(ticks, lots, takerBuys));
    }

    /**
     * Announces a funding rate.
     *
     * @param symbol of which perpetual
     * @param rate what longs pay at the next time of funding, as a ratio of the notional
     * @throws IllegalArgumentException if it is not listed
     */
    public void funding(Symbol symbol, BigDecimal rate) {
        TapedMarket market = market(symbol);
        tell(market, () -> market.announce(rate));
    }

    private TapedMarket market(Symbol symbol) {
        return markets.values().stream()
                .filter(market -> market.instrument().symbol().equals(symbol))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(symbol + " is not listed here; there are " + markets.keySet()));
    }

    private void tell(TapedMarket market, Runnable what) {
        synchronized (told) {
            told.addLast(new Told(market, clock.instant().truncatedTo(ChronoUnit.MILLIS), what));
        }
    }

    @Override
    public Instant time() {
        return time;
    }

    /** What was told first; without it the next funding, the newest minute that has ended, or the end of the running one. */
    @Override
    public Instant next() {
        Instant clocked = clocked();
        synchronized (told) {
            Told first = told.peekFirst();
            if (first == null) {
                return clocked;
            }
            Instant when = first.when().isBefore(time) ? time : first.when();
            return clocked.isBefore(when) ? clocked : when;
        }
    }

    private Instant clocked() {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Instant tick = minute.isAfter(time)
                ? minute
                : time.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        long funding = markets.values().stream()
                .mapToLong(TapedMarket::nextFunding)
                .min()
                .orElse(Long.MAX_VALUE);
        return tick.toEpochMilli() <= funding ? tick : Instant.ofEpochMilli(funding);
    }

    @Override
    public List<Market> move() {
        Instant to = next();
        Instant clocked = clocked();
        time = to;
        if (clocked.equals(to)) {
            markets.values().forEach(market -> {
                step(market, to);
                market.done();
            });
            return all();
        }
        Told next;
        synchronized (told) {
            next = told.removeFirst();
        }
        next.market().step(to.toEpochMilli());
        next.what().run();
        next.market().done();
        return List.of(next.market());
    }

    @Override
    public List<Market> all() {
        return List.copyOf(markets.values());
    }

    @Override
    public Optional<Market> of(String venueSymbol) {
        return Optional.ofNullable(markets.get(venueSymbol));
    }
}
