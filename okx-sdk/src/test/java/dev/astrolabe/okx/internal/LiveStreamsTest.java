package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.exchange.error.UnsupportedOperationOnExchangeException;
import dev.astrolabe.exchange.model.CandleInterval;
import dev.astrolabe.exchange.model.MarkPrice;
import dev.astrolabe.exchange.model.OrderBook;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.stream.LiveOrderBook;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.stream.UserEvent;
import dev.astrolabe.exchange.testkit.ContractVenue;
import dev.astrolabe.exchange.testkit.Recorder;
import dev.astrolabe.okx.standin.OkxContractVenue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The neutral streams of a whole client on a stand-in. */
class LiveStreamsTest {

    private static final String BOOKS = "GET market/books";

    private final OkxContractVenue venue = new OkxContractVenue(OkxExchangeClient::open);
    private final Recorder<UserEvent> events = new Recorder<>();

    @AfterEach
    void close() {
        venue.close();
    }

    private void await(String what, Duration step, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within 60 s: " + what);
            }
            venue.advance(step);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private void awaitLive(Subscription subscription) {
        await("a live " + subscription, Duration.ofMillis(25), () -> subscription.state() == ConnectionState.LIVE);
    }

    private LiveOrderBook book() {
        LiveOrderBook book = venue.client().marketStreams().orderBook(ContractVenue.BTC, StreamOptions.DEFAULT);
        awaitLive(book);
        return book;
    }

    private void move(String price) {
        venue.movePrice(ContractVenue.BTC, new BigDecimal(price));
    }

    private void assertBecomesTheVenues(LiveOrderBook book) {
        OrderBook venues = venue.client().marketData().orderBook(ContractVenue.BTC, 400);
        await(
                "the venue's book",
                Duration.ZERO,
                () -> book.book(400)
                        .filter(local -> local.sequence() == venues.sequence())
                        .isPresent());
        OrderBook local = book.book(400).orElseThrow();
        assertThat(text(local.bids())).isEqualTo(text(venues.bids()));
        assertThat(text(local.asks())).isEqualTo(text(venues.asks()));
    }

    private static List<String> text(List<PriceLevel> levels) {
        return levels.stream()
                .map(level -> level.price().stripTrailingZeros() + " "
                        + level.quantity().stripTrailingZeros())
                .toList();
    }

    @Test
    void a_book_begins_with_the_channels_snapshot_and_asks_nothing_over_rest() {
        LiveOrderBook book = book();
        move("50000.1");
        move("51000");

        assertThat(venue.standIn().calls(BOOKS)).isZero();
        assertBecomesTheVenues(book);
    }

    @Test
    void a_change_that_is_missing_begins_the_book_anew_over_rest() {
        LiveOrderBook book = book();
        venue.sockets().skip("books", 1);
        move("50001");
        move("50002");
        await("a snapshot", Duration.ofMillis(25), () -> venue.standIn().calls(BOOKS) > 0);
        awaitLive(book);

        move("50003");
        assertBecomesTheVenues(book);
    }

    @Test
    void a_book_and_the_account_go_over_to_new_connections_without_a_gap() throws InterruptedException {
        LiveOrderBook book = book();
        Subscription account = venue.client().userStreams().events(StreamOptions.DEFAULT, events);
        awaitLive(account);
        int before = venue.sockets().opened();

        venue.sockets().announceEnd();
        await("new connections", Duration.ofMillis(50), () -> venue.sockets().opened() >= before + 3);
        for (int i = 0; i < 5; i++) {
            move("5000" + i);
        }
        await("replaced", Duration.ofMillis(250), () -> venue.sockets().open() == 3);
        move("50010");
        venue.client()
                .trading()
                .place(
                        OrderRequest.limit(ContractVenue.BTC, Side.BUY, new BigDecimal("0.01"), new BigDecimal("40000"))
                                .toBuilder()
                                .clientOrderId("after")
                                .build());
        events.await(
                Duration.ofSeconds(60),
                event -> event instanceof UserEvent.OrderChanged changed
                        && changed.order().status() == OrderStatus.NEW);

        assertThat(events.all()).noneMatch(UserEvent.Gap.class::isInstance);
        assertThat(venue.standIn().calls(BOOKS)).isZero();
        assertBecomesTheVenues(book);
    }

    @Test
    void a_book_is_not_shown_while_its_connection_is_lost() {
        LiveOrderBook book = book();
        venue.sockets().dropWhile(() -> {
            await("the loss", Duration.ZERO, () -> book.state() == ConnectionState.RECONNECTING);
            assertThat(book.book(1)).isEmpty();
            move("51000");
        });
        awaitLive(book);

        assertBecomesTheVenues(book);
    }

    @Test
    void a_mark_price_comes_with_index_and_funding() throws InterruptedException {
        Recorder<MarkPrice> prices = new Recorder<>();
        awaitLive(venue.client().marketStreams().markPrice(ContractVenue.BTC, StreamOptions.DEFAULT, prices));

        move("51000");
        MarkPrice price =
                prices.await(Duration.ofSeconds(60), each -> each.mark().compareTo(new BigDecimal("51000")) == 0);

        assertThat(price.index().orElseThrow()).isEqualByComparingTo("51000");
        assertThat(price.fundingRate()).isPresent();
        assertThat(price.nextFundingTime().orElseThrow()).isAfter(price.time());
    }

    @Test
    void candles_that_the_venue_does_not_have_are_refused_here() {
        assertThatThrownBy(() -> venue.client()
                        .marketStreams()
                        .candles(ContractVenue.BTC, CandleInterval.H8, StreamOptions.DEFAULT, any -> {}))
                .isInstanceOf(UnsupportedOperationOnExchangeException.class);
    }
}
