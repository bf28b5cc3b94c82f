package dev.astrolabe.agents.feed;

import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.agents.market.MarketTick;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.CandleQuery;
import dev.astrolabe.exchange.model.FundingRate;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.OrderBook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One market of a {@link ClientFeed}: which of its candles have been told, and its running funding. For one thread. */
final class ClientMarket {

    private static final Duration FUNDING_IS_KEPT = Duration.ofMinutes(1);

    private final Listing listing;
    private final ExchangeClient client;
    private final Instrument instrument;
    private final CandleInterval interval;
    private final int depth;
    private @Nullable Instant firstOpen;
    private @Nullable Instant nextOpen;
    private @Nullable FundingRate funding;
    private Instant fundingRead = Instant.MIN;

    ClientMarket(Listing listing, ExchangeClient client, Instrument instrument, CandleInterval interval, int depth) {
        this.listing = listing;
        this.client = client;
        this.instrument = instrument;
        this.interval = interval;
        this.depth = depth;
    }

    Listing listing() {
        return listing;
    }

    Instrument instrument() {
        return instrument;
    }

    /** The closed candles before the first that a step tells, oldest first. */
    List<Candle> warmUp(int bars) throws InterruptedException {
        Instant end = firstOpen == null ? floor(client.marketData().serverTime()) : firstOpen;
        if (firstOpen == null) {
            firstOpen = end;
            nextOpen = end;
        }
        Instant from = end.minus(interval.duration().multipliedBy(bars));
        return closedFrom(from, end);
    }

    /** One tick for every candle that closed since the step before, or one without. */
    List<MarketTick> look(MarkPrice mark) throws InterruptedException {
        OrderBook book = client.marketData().orderBook(listing.symbol(), depth);
        MarketTick tick = MarketTick.of(listing, book, withFunding(mark, book.time()));
        List<Candle> closed = newlyClosed(book.time());
        return closed.isEmpty()
                ? List.of(tick)
                : closed.stream().map(tick::closing).toList();
    }

    /** Notes that a tick of {@link #look} has been handed out; in their order. */
    void told(MarketTick tick) {
        tick.closedCandle().ifPresent(candle -> nextOpen = after(candle));
    }

    private List<Candle> newlyClosed(Instant now) throws InterruptedException {
        Instant running = floor(now);
        if (nextOpen == null) {
            firstOpen = running;
            nextOpen = running;
        }
        return nextOpen.isBefore(running) ? closedFrom(nextOpen, running) : List.of();
    }

    /** Pages forward until the candle that is running, which is left out. */
    private List<Candle> closedFrom(Instant from, Instant running) throws InterruptedException {
        List<Candle> candles = new ArrayList<>();
        Instant next = from;
        while (next.isBefore(running)) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            List<Candle> page = page(next, running);
            if (page.isEmpty()) {
                break;
            }
            candles.addAll(page);
            next = after(page.get(page.size() - 1));
        }
        return List.copyOf(candles);
    }

    private List<Candle> page(Instant from, Instant running) {
        CandleQuery query = CandleQuery.builder()
                .symbol(listing.symbol())
                .interval(interval)
                .from(from)
                .limit(client.capabilities().maxCandles())
                .build();
        return client.marketData().candles(query).stream()
                .filter(candle -> candle.closed()
                        && !candle.openTime().isBefore(from)
                        && candle.openTime().isBefore(running))
                .toList();
    }

    private MarkPrice withFunding(MarkPrice mark, Instant now) {
        if (mark.fundingRate().isPresent() || !client.capabilities().supports(Feature.FUNDING)) {
            return mark;
        }
        if (funding == null || !now.isBefore(fundingRead.plus(FUNDING_IS_KEPT))) {
            funding = client.marketData().fundingRate(listing.symbol());
            fundingRead = now;
        }
        return mark.toBuilder()
                .fundingRate(funding.rate())
                .nextFundingTime(funding.fundingTime())
                .build();
    }

    private Instant after(Candle candle) {
        return candle.openTime().plus(interval.duration());
    }

    private Instant floor(Instant time) {
        long step = interval.duration().toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(time.toEpochMilli(), step) * step);
    }
}
