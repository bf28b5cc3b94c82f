package dev.astrolabe.exchange.testkit;

import static dev.astrolabe.exchange.testkit.Bench.BTC;
import static dev.astrolabe.exchange.testkit.Bench.SIZE;
import static dev.astrolabe.exchange.testkit.Bench.num;
import static dev.astrolabe.exchange.testkit.Bench.restingBuy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.model.BookTicker;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.stream.UserEvent;
import java.time.Duration;
import java.util.Optional;
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
    Duration PATIENCE = Duration.ofSeconds(20);

    private Bench bench(Feature feature) {
        Bench bench = Bench.of(venue());
        Assumptions.assumeTrue(bench.can(feature), "no " + feature + "; C05 checks that it is refused");
        Assumptions.assumeTrue(venue().streams(), "this stand-in serves no streams");
        return bench;
    }

    /** A price that moves is told. */
    @Test
    @DisplayName("C79 streams the best bid and ask until it is closed")
    default void c79_book_ticker_stream() throws InterruptedException {
        Bench bench = bench(Feature.MARKET_STREAMS);
        Recorder<BookTicker> events = new Recorder<>();

        Subscription subscription = bench.client.marketStreams().bookTicker(BTC, StreamOptions.DEFAULT, events);
        assertThat(subscription.awaitLive(PATIENCE))
                .as("live within " + PATIENCE)
                .isTrue();
        bench.move("51000");
        BookTicker moved = events.await(PATIENCE, event -> event.bid().compareTo(num("50999.9")) == 0);
        subscription.close();
        subscription.close();

        assertThat(moved.symbol()).isEqualTo(BTC);
        assertThat(moved.ask()).isEqualByComparingTo("51000.1");
        assertThat(subscription.state()).isEqualTo(ConnectionState.CLOSED);
    }

    /** Orders, fills and positions are told. */
    @Test
    @DisplayName("C80 streams what happens to orders, fills and positions, and drops nothing")
    default void c80_user_stream() throws InterruptedException {
        Bench bench = bench(Feature.USER_STREAMS);
        Recorder<UserEvent> events = new Recorder<>();

        try (Subscription subscription = bench.client.userStreams().events(StreamOptions.DEFAULT, events)) {
            assertThat(subscription.awaitLive(PATIENCE))
                    .as("live within " + PATIENCE)
                    .isTrue();
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
}
