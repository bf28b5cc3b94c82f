package dev.astrolabe.agents.session;

import dev.astrolabe.agents.feed.MarketFeed;
import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.agents.market.MarketTick;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentKind;
import dev.astrolabe.exchange.model.InstrumentStatus;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.StepFilter;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A feed of hand-built steps, one a minute; every tick closes the candle of its minute. */
final class ScriptedFeed implements MarketFeed {

    static final ExchangeId OTHER = new ExchangeId("zebra");
    static final Listing BTC = new Listing(ExchangeId.PAPER, Symbol.parse("BTC/USDT:USDT"));
    static final Listing ETH = new Listing(ExchangeId.PAPER, Symbol.parse("ETH/USDT:USDT"));
    static final Listing BTC_THERE = new Listing(OTHER, Symbol.parse("BTC/USDT:USDT"));
    static final Instant START = Instant.parse("2026-01-02T00:00:00Z");
    static final BigDecimal TICK = new BigDecimal("0.1");

    private static final int LEVELS = 5;

    private final List<Step> steps = new ArrayList<>();
    private final TreeSet<Listing> listings;
    private int next;

    /** What a call of {@link #next()} does. */
    interface Step {
        List<MarketTick> take() throws InterruptedException;
    }

    /** One market at one minute. */
    record Quote(
            Listing listing,
            String price,
            String depth,
            @Nullable String fundingRate) {

        Quote(Listing listing, String price) {
            this(listing, price, "100", null);
        }

        Quote(Listing listing, String price, String depth) {
            this(listing, price, depth, null);
        }
    }

    ScriptedFeed(Listing... listings) {
        this.listings = new TreeSet<>(List.of(listings));
    }

    /** Steps of BTC alone in a deep book. */
    static ScriptedFeed btc(String... prices) {
        ScriptedFeed feed = new ScriptedFeed(BTC);
        for (String price : prices) {
            feed.step(new Quote(BTC, price));
        }
        return feed;
    }

    ScriptedFeed step(Quote... quotes) {
        Instant time = timeOf(steps.size() + 1);
        List<MarketTick> ticks = new ArrayList<>();
        for (Quote quote : quotes) {
            ticks.add(tick(quote, time));
        }
        return step(() -> ticks);
    }

    ScriptedFeed step(Step step) {
        steps.add(step);
        return this;
    }

    static Instant timeOf(int step) {
        return START.plus(Duration.ofMinutes(step)).minusMillis(1);
    }

    private static MarketTick tick(Quote quote, Instant time) {
        Symbol symbol = quote.listing().symbol();
        BigDecimal price = new BigDecimal(quote.price());
        List<PriceLevel> bids = new ArrayList<>();
        List<PriceLevel> asks = new ArrayList<>();
        for (int i = 1; i <= LEVELS; i++) {
            BigDecimal distance = TICK.multiply(BigDecimal.valueOf(i));
            bids.add(new PriceLevel(price.subtract(distance), new BigDecimal(quote.depth())));
            asks.add(new PriceLevel(price.add(distance), new BigDecimal(quote.depth())));
        }
        MarkPrice.Builder mark = MarkPrice.builder().symbol(symbol).mark(price).time(time);
        if (quote.fundingRate() != null) {
            mark.fundingRate(new BigDecimal(quote.fundingRate())).nextFundingTime(time.plus(Duration.ofMinutes(1)));
        }
        Instant open = time.plusMillis(1).minus(Duration.ofMinutes(1));
        return MarketTick.of(quote.listing(), new OrderBook(symbol, bids, asks, -1, time), mark.build())
                .closing(new Candle(open, price, price, price, price, BigDecimal.ONE, true));
    }

    @Override
    public List<MarketTick> next() throws InterruptedException {
        return next < steps.size() ? steps.get(next++).take() : List.of();
    }

    @Override
    public Collection<Listing> listings() {
        return listings;
    }

    @Override
    public Instrument instrument(Listing listing) {
        StepFilter lot = new StepFilter(new BigDecimal("0.001"), new BigDecimal("1000"), new BigDecimal("0.001"));
        return Instrument.builder()
                .symbol(listing.symbol())
                .exchange(listing.exchange().name())
                .venueSymbol(listing.symbol().base() + "USDT")
                .kind(InstrumentKind.PERPETUAL)
                .status(InstrumentStatus.TRADING)
                .rawStatus("TRADING")
                .priceFilter(new StepFilter(TICK, new BigDecimal("1000000"), TICK))
                .quantityFilter(lot)
                .marketQuantityFilter(lot)
                .minNotional(new BigDecimal("5"))
                .build();
    }

    @Override
    public CandleInterval interval() {
        return CandleInterval.M1;
    }

    @Override
    public List<Candle> warmUp(Listing listing, int bars) {
        return List.of();
    }

    @Override
    public void close() {}
}
