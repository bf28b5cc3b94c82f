package dev.astrolabe.exchange.testkit;

import static dev.astrolabe.exchange.testkit.Bench.BTC;
import static dev.astrolabe.exchange.testkit.Bench.PEPE;
import static dev.astrolabe.exchange.testkit.Bench.SIZE;
import static dev.astrolabe.exchange.testkit.Bench.num;
import static dev.astrolabe.exchange.testkit.Bench.restingBuy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.model.BookTicker;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.Trade;
import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.stream.LiveOrderBook;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.stream.UserEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Live data, where client and stand-in have it.
 *
 * @since 0.1
 */
public interface StreamContract extends ContractCases {

    /** How long an event may take on a busy machine. */
    Duration PATIENCE = Duration.ofSeconds(60);

    /** How often something is looked for. */
    Duration POLL = Duration.ofMillis(5);

    private Bench bench(Feature feature) {
        Bench bench = Bench.of(venue());
        Assumptions.assumeTrue(bench.can(feature), "no " + feature + "; C05 checks that it is refused");
        Assumptions.assumeTrue(venue().streams(), "this stand-in serves no streams");
        return bench;
    }

    private void awaitLive(Subscription subscription) throws InterruptedException {
        awaitInTime("a live subscription", () -> subscription.state() == ConnectionState.LIVE);
        assertThat(subscription.awaitLive(PATIENCE)).isTrue();
    }

    /** Lets time pass while it waits: the client's pauses are by the venue's clock, which goes on only when it is told to. */
    private void awaitInTime(String what, BooleanSupplier condition) {
        await(what, () -> {
            if (condition.getAsBoolean()) {
                return true;
            }
            venue().advance(Duration.ofMillis(25));
            return false;
        });
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE + ": " + what);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** A price that moves is told. */
    @Test
    @DisplayName("C79 streams the best bid and ask until it is closed")
    default void c79_book_ticker_stream() throws InterruptedException {
        Bench bench = bench(Feature.MARKET_STREAMS);
        Recorder<BookTicker> events = new Recorder<>();

        Subscription subscription = bench.client.marketStreams().bookTicker(BTC, StreamOptions.DEFAULT, events);
        awaitLive(subscription);
        bench.move("51000");
        BookTicker moved = events.await(PATIENCE, event -> event.bid().compareTo(num("50999.9")) == 0);
        subscription.close();
        subscription.close();
        int heard = events.all().size();
        bench.move("52000");

        assertThat(moved.symbol()).isEqualTo(BTC);
        assertThat(moved.ask()).isEqualByComparingTo("51000.1");
        assertThat(subscription.state()).isEqualTo(ConnectionState.CLOSED);
        assertThat(subscription.awaitLive(Duration.ofMillis(1))).isFalse();
        assertThat(events.all()).hasSize(heard);
    }

    /** Orders, fills and positions are told. */
    @Test
    @DisplayName("C80 streams what happens to orders, fills and positions, and drops nothing")
    default void c80_user_stream() throws InterruptedException {
        Bench bench = bench(Feature.USER_STREAMS);
        Recorder<UserEvent> events = new Recorder<>();

        try (Subscription subscription = bench.client.userStreams().events(StreamOptions.DEFAULT, events)) {
            awaitLive(subscription);
            bench.trading().place(restingBuy("stream1"));
            events.await(PATIENCE, order("stream1", OrderStatus.NEW));
            bench.trading().cancel(Bench.byClientId("stream1"));
            events.await(PATIENCE, order("stream1", OrderStatus.CANCELED));
            bench.buy(SIZE);
            UserEvent filled = events.await(PATIENCE, UserEvent.Filled.class::isInstance);
            events.await(PATIENCE, UserEvent.PositionChanged.class::isInstance);
            events.await(PATIENCE, UserEvent.BalanceChanged.class::isInstance);

            assertThat(((UserEvent.Filled) filled).fill().quantity()).isEqualByComparingTo(SIZE);
            assertThat(subscription.droppedEvents()).isZero();
        }
        assertThat(events.all()).noneMatch(UserEvent.Gap.class::isInstance);
    }

    private static Predicate<UserEvent> order(String clientId, OrderStatus status) {
        return event -> event instanceof UserEvent.OrderChanged changed
                && changed.order().clientOrderId().equals(Optional.of(clientId))
                && changed.order().status() == status;
    }

    /** What is traded is told, whatever the unit in which the venue counts. */
    @Test
    @DisplayName("C82 streams trades with their price per single coin")
    default void c82_trade_stream() throws InterruptedException {
        Bench bench = bench(Feature.MARKET_STREAMS);
        Recorder<Trade> trades = new Recorder<>();
        BigDecimal price = num("0.000011");

        try (Subscription subscription = bench.client.marketStreams().trades(PEPE, StreamOptions.DEFAULT, trades)) {
            awaitLive(subscription);
            venue().movePrice(PEPE, price);
            Trade trade = trades.await(PATIENCE, event -> event.price().compareTo(price) == 0);

            assertThat(trade.symbol()).isEqualTo(PEPE);
            assertThat(trade.id()).isNotBlank();
            assertThat(trade.quantity()).isPositive();
            assertThat(trade.time()).isBeforeOrEqualTo(venue().now());
        }
    }

    /** A candle forms. */
    @Test
    @DisplayName("C83 streams the running candle as it changes")
    default void c83_candle_stream() throws InterruptedException {
        Bench bench = bench(Feature.MARKET_STREAMS);
        Recorder<Candle> candles = new Recorder<>();
        CandleInterval interval = bench.can().candleIntervals().contains(CandleInterval.M1)
                ? CandleInterval.M1
                : bench.can().candleIntervals().iterator().next();

        try (Subscription subscription =
                bench.client.marketStreams().candles(BTC, interval, StreamOptions.DEFAULT, candles)) {
            awaitLive(subscription);
            bench.move("51000");
            Candle candle = candles.await(PATIENCE, event -> event.close().compareTo(num("51000")) == 0);

            assertThat(candle.high()).isGreaterThanOrEqualTo(candle.close());
            assertThat(candle.low()).isLessThanOrEqualTo(candle.close());
            assertThat(candle.openTime()).isBeforeOrEqualTo(venue().now());
            assertThat(candle.openTime().plus(interval.duration()))
                    .as("the running candle ends after now")
                    .isAfter(venue().now());
            assertThat(candle.closed()).isFalse();
        }
    }

    /** The mark price is told. */
    @Test
    @DisplayName("C84 streams the mark price and what stands beside it")
    default void c84_mark_price_stream() throws InterruptedException {
        Bench bench = bench(Feature.MARKET_STREAMS);
        Recorder<MarkPrice> prices = new Recorder<>();

        try (Subscription subscription = bench.client.marketStreams().markPrice(BTC, StreamOptions.DEFAULT, prices)) {
            awaitLive(subscription);
            bench.move("51000");
            MarkPrice price = prices.await(PATIENCE, event -> event.mark().compareTo(num("51000")) == 0);

            assertThat(price.symbol()).isEqualTo(BTC);
            price.index().ifPresent(index -> assertThat(index).isEqualByComparingTo("51000"));
            assertThat(price.fundingRate().isPresent())
                    .as("funding rate beside its time")
                    .isEqualTo(price.nextFundingTime().isPresent());
        }
    }

    /** The local book is the venue's book. */
    @Test
    @DisplayName("C85 keeps a local order book that is the venue's, and shows none once it is closed")
    default void c85_local_book() throws InterruptedException {
        Bench bench = bench(Feature.MARKET_STREAMS);

        LiveOrderBook book = bench.client.marketStreams().orderBook(BTC, StreamOptions.DEFAULT);
        awaitLive(book);
        assertSameBook(book.book(5).orElseThrow(), bench.market().orderBook(BTC, 5));
        for (String price : List.of("51000", "50500.5", "49000")) {
            bench.move(price);
            BigDecimal best = num(price).subtract(num("0.1"));
            await(
                    "best bid " + best,
                    () -> book.book(1)
                            .filter(top -> top.bids().get(0).price().compareTo(best) == 0)
                            .isPresent());
            assertSameBook(book.book(5).orElseThrow(), bench.market().orderBook(BTC, 5));
        }
        book.close();

        assertThat(book.state()).isEqualTo(ConnectionState.CLOSED);
        assertThat(book.book(1)).isEmpty();
    }

    private static void assertSameBook(OrderBook local, OrderBook venue) {
        assertThat(local.symbol()).isEqualTo(venue.symbol());
        assertThat(local.sequence()).isEqualTo(venue.sequence());
        assertThat(local.bids().subList(0, 5))
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(venue.bids().subList(0, 5));
        assertThat(local.asks().subList(0, 5))
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(venue.asks().subList(0, 5));
    }

    /** What is lost with a connection is made good. */
    @Test
    @DisplayName("C86 tells a gap in the account's stream, and then once what happened in it")
    default void c86_gap_in_the_user_stream() throws InterruptedException {
        Bench bench = bench(Feature.USER_STREAMS);
        Recorder<UserEvent> events = new Recorder<>();

        try (Subscription subscription = bench.client.userStreams().events(StreamOptions.DEFAULT, events)) {
            awaitLive(subscription);
            bench.tick();
            bench.buy(SIZE);
            bench.trading().place(restingBuy("vanishing"));
            bench.trading().place(restingBuy("staying"));
            events.await(PATIENCE, order("staying", OrderStatus.NEW));
            events.await(PATIENCE, UserEvent.BalanceChanged.class::isInstance);
            Instant before = venue().now();

            // A second passes before anything happens in the gap.
            boolean dropped = venue().dropStreams(() -> {
                bench.tick();
                bench.buy(SIZE);
                bench.trading().cancel(Bench.byClientId("vanishing"));
            });
            Assumptions.assumeTrue(dropped, "the streams of this stand-in cannot be cut");
            awaitInTime("word of the gap", () -> events.all().stream().anyMatch(UserEvent.Gap.class::isInstance));
            awaitLive(subscription);

            List<UserEvent> all = events.all();
            UserEvent.Gap gap = (UserEvent.Gap) all.stream()
                    .filter(UserEvent.Gap.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            List<UserEvent> made = all.subList(all.indexOf(gap), all.size());
            assertThat(all.subList(0, all.indexOf(gap)))
                    .as("what was told before the gap")
                    .noneMatch(order("vanishing", OrderStatus.CANCELED))
                    .noneMatch(event -> event instanceof UserEvent.PositionChanged changed
                            && changed.position().quantity().compareTo(SIZE) > 0);
            assertThat(gap.from()).as("the gap begins before what it hid").isBefore(before.plusSeconds(1));
            assertThat(made).filteredOn(UserEvent.Gap.class::isInstance).hasSize(1);
            assertThat(made)
                    .filteredOn(order("vanishing", OrderStatus.CANCELED))
                    .hasSize(1);
            assertThat(made).filteredOn(order("staying", OrderStatus.NEW)).hasSize(1);
            assertThat(all).filteredOn(UserEvent.Filled.class::isInstance).hasSize(2);
            assertThat(made).filteredOn(UserEvent.Filled.class::isInstance).hasSize(1);
            assertThat(made)
                    .filteredOn(UserEvent.PositionChanged.class::isInstance)
                    .extracting(event -> ((UserEvent.PositionChanged) event)
                            .position()
                            .quantity()
                            .stripTrailingZeros())
                    .contains(SIZE.add(SIZE).stripTrailingZeros());
            assertThat(made).anyMatch(UserEvent.BalanceChanged.class::isInstance);
        }
    }

    /** The end of the client ends its streams. */
    @Test
    @DisplayName("C87 closes its subscriptions with the client, and refuses new ones")
    default void c87_closed_client() throws InterruptedException {
        Bench bench = bench(Feature.MARKET_STREAMS);
        Recorder<BookTicker> events = new Recorder<>();

        Subscription subscription = bench.client.marketStreams().bookTicker(BTC, StreamOptions.DEFAULT, events);
        awaitLive(subscription);
        bench.client.close();

        assertThat(subscription.state()).isEqualTo(ConnectionState.CLOSED);
        bench.refusedHere(() -> bench.client.marketStreams().bookTicker(BTC, StreamOptions.DEFAULT, events));
        if (bench.can(Feature.USER_STREAMS)) {
            bench.refusedHere(() -> bench.client.userStreams().events(StreamOptions.DEFAULT, new Recorder<>()));
        }
    }
}
