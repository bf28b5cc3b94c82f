package dev.astrolabe.aster.internal;

import static dev.astrolabe.aster.internal.StreamBench.BTC;
import static dev.astrolabe.aster.internal.StreamBench.PEPE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.aster.standin.AsterAnswer;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.stream.OverflowPolicy;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.stream.UserEvent;
import dev.astrolabe.exchange.stream.UserEvent.BalanceChanged;
import dev.astrolabe.exchange.stream.UserEvent.Filled;
import dev.astrolabe.exchange.stream.UserEvent.Gap;
import dev.astrolabe.exchange.stream.UserEvent.OrderChanged;
import dev.astrolabe.exchange.stream.UserEvent.PositionChanged;
import dev.astrolabe.exchange.stream.UserEvent.PositionClosed;
import dev.astrolabe.exchange.testkit.faults.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens while the account's stream is cut is told behind the gap: nothing is lost, no fill comes twice. */
class UserGapTest {

    private static final Fault UNANSWERED = Fault.of(Fault.Handling.IGNORED, AsterAnswer.STATUS_503);

    private final StreamBench bench = new StreamBench();

    @AfterEach
    void close() {
        bench.close();
    }

    /** Every fill of the venue was told, and told once. */
    private void assertEveryFillOnce() {
        List<String> told = bench.heard(Filled.class).stream()
                .map(event -> event.fill().tradeId())
                .sorted()
                .toList();
        assertThat(told)
                .isEqualTo(bench.venue.standIn().fillIds().stream().sorted().toList());
    }

    @Test
    void what_was_opened_and_closed_again_in_the_gap_is_found_by_its_income() {
        try (Subscription live = bench.listen()) {
            bench.tick();
            int heard = bench.heard();
            bench.sockets.dropWhile(() -> {
                bench.tick();
                bench.buy(PEPE, "2000000");
                bench.client.trading().closePosition(PEPE, PositionSide.LONG);
            });
            List<UserEvent> made = bench.awaitGap(live, heard);

            assertThat(made.get(0)).isInstanceOf(Gap.class);
            assertThat(made).filteredOn(Filled.class::isInstance).hasSize(2);
            assertThat(made)
                    .filteredOn(event -> event instanceof OrderChanged changed
                            && changed.order().status() == OrderStatus.FILLED)
                    .hasSize(2);
            assertThat(made).noneMatch(PositionChanged.class::isInstance);
            assertThat(made).anyMatch(BalanceChanged.class::isInstance);
            assertEveryFillOnce();
        }
    }

    @Test
    void a_position_that_was_closed_in_the_gap_is_told_as_closed() throws InterruptedException {
        try (Subscription live = bench.listen()) {
            bench.buy(BTC, "0.01");
            bench.await(BalanceChanged.class);
            int heard = bench.heard();
            bench.sockets.dropWhile(() -> {
                bench.tick();
                bench.client.trading().closePosition(BTC, PositionSide.LONG);
            });
            List<UserEvent> made = bench.awaitGap(live, heard);

            assertThat(made)
                    .filteredOn(PositionClosed.class::isInstance)
                    .singleElement()
                    .satisfies(event ->
                            assertThat(((PositionClosed) event).symbol()).isEqualTo(BTC));
            assertEveryFillOnce();
        }
    }

    @Test
    void orders_that_were_open_before_the_stream_began_are_told_when_they_vanish() {
        bench.restingBuy("older");
        bench.restingBuy("stays");
        bench.tick();
        try (Subscription live = bench.listen()) {
            bench.sockets.dropWhile(() -> bench.client.trading().cancel(OrderRef.ofClientOrderId(BTC, "older")));
            List<UserEvent> made = bench.awaitGap(live, 0);

            assertThat(made)
                    .filteredOn(OrderChanged.class::isInstance)
                    .extracting(event -> ((OrderChanged) event).order())
                    .extracting(order -> order.clientOrderId().orElseThrow() + " " + order.status())
                    .containsExactly("older CANCELED", "stays NEW");
        }
    }

    @Test
    void a_fill_of_before_the_stream_began_is_not_told_as_new() {
        bench.buy(BTC, "0.01");
        bench.tick();
        bench.tick();
        try (Subscription live = bench.listen()) {
            bench.sockets.dropWhile(bench::tick);
            List<UserEvent> made = bench.awaitGap(live, 0);

            assertThat(made).noneMatch(Filled.class::isInstance);
            assertThat(made).anyMatch(PositionChanged.class::isInstance);
        }
    }

    @Test
    void a_second_gap_tells_only_what_it_hid() throws InterruptedException {
        try (Subscription live = bench.listen()) {
            for (int gap = 1; gap <= 3; gap++) {
                bench.tick();
                int heard = bench.heard();
                bench.sockets.dropWhile(() -> {
                    bench.tick();
                    bench.buy(BTC, "0.01");
                });
                List<UserEvent> made = bench.awaitGap(live, heard);
                assertThat(made).filteredOn(Filled.class::isInstance).hasSize(1);
                assertThat(made).filteredOn(Gap.class::isInstance).hasSize(1);
            }
            assertEveryFillOnce();
        }
    }

    @Test
    void while_the_venue_cannot_be_read_it_is_not_live_and_the_gap_is_told_once() {
        try (Subscription live = bench.listen()) {
            bench.tick();
            int heard = bench.heard();
            bench.venue.standIn().faults(call -> call.name().equals("GET userTrades") ? UNANSWERED : Fault.NONE);
            bench.sockets.dropWhile(() -> {
                bench.tick();
                bench.buy(BTC, "0.01");
            });
            bench.await(
                    "several attempts to read the fills",
                    Duration.ofMillis(50),
                    () -> bench.venue.received("GET", "/userTrades") >= 6);
            assertThat(live.state()).isEqualTo(ConnectionState.RECONNECTING);

            bench.venue.standIn().faults(call -> Fault.NONE);
            List<UserEvent> made = bench.awaitGap(live, heard);

            assertThat(made).filteredOn(Gap.class::isInstance).hasSize(1);
            assertThat(made).filteredOn(Filled.class::isInstance).hasSize(1);
            assertThat(made)
                    .filteredOn(event -> event instanceof OrderChanged changed
                            && changed.order().status() == OrderStatus.FILLED)
                    .hasSize(1);
            assertEveryFillOnce();
        }
    }

    @Test
    void a_position_that_cannot_be_read_when_it_changes_is_read_behind_a_gap() throws InterruptedException {
        try (Subscription live = bench.listen()) {
            bench.venue.standIn().faults(call -> call.name().equals("GET positionRisk") ? UNANSWERED : Fault.NONE);
            bench.buy(BTC, "0.01");
            bench.await(Filled.class);
            bench.await(
                    "word of a gap",
                    Duration.ofMillis(50),
                    () -> !bench.heard(Gap.class).isEmpty());
            bench.venue.standIn().faults(call -> Fault.NONE);
            bench.awaitLive(live);

            assertThat(bench.await(PositionChanged.class).position().quantity()).isEqualByComparingTo("0.01");
            assertEveryFillOnce();
        }
    }

    @Test
    void a_listener_that_is_outrun_hears_of_a_gap_and_of_every_fill_once() throws InterruptedException {
        StreamOptions tiny = new StreamOptions(4, OverflowPolicy.KEEP_LATEST, Duration.ofHours(1));
        CountDownLatch go = new CountDownLatch(1);
        try (Subscription live = bench.client.userStreams().events(tiny, event -> {
            awaitUninterruptibly(go);
            bench.events.onEvent(event);
        })) {
            bench.awaitLive(live);
            for (int i = 0; i < 12; i++) {
                bench.tick();
                bench.buy(BTC, "0.01");
            }
            StreamBench.await("an overflow", () -> live.state() == ConnectionState.RECONNECTING);
            go.countDown();
            bench.await(
                    "every fill",
                    Duration.ofMillis(25),
                    () -> bench.heard(Filled.class).size() >= 12);
            bench.awaitLive(live);

            assertThat(bench.heard(Gap.class)).isNotEmpty();
            assertEveryFillOnce();
            assertThat(live.droppedEvents()).isZero();
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            assertThat(latch.await(StreamBench.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
