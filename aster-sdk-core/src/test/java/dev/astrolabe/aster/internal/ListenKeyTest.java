package dev.astrolabe.aster.internal;

import static dev.astrolabe.aster.internal.StreamBench.BTC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.aster.standin.AsterAnswer;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.stream.UserEvent;
import dev.astrolabe.exchange.stream.UserEvent.BalanceChanged;
import dev.astrolabe.exchange.stream.UserEvent.Filled;
import dev.astrolabe.exchange.stream.UserEvent.Gap;
import dev.astrolabe.exchange.stream.UserEvent.OrderChanged;
import dev.astrolabe.exchange.testkit.faults.Fault;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The key of the account's stream: started, kept alive, replaced when it is lost, given back. That it is never told to anyone is part of the contract of secrecy. */
class ListenKeyTest {

    private static final Fault UNANSWERED = Fault.of(Fault.Handling.IGNORED, AsterAnswer.STATUS_503);

    private final StreamBench bench = new StreamBench();

    @AfterEach
    void close() {
        bench.close();
    }

    private List<String> calls() {
        return bench.venue.standIn().streamKeys().calls();
    }

    private int calls(String verb) {
        return Collections.frequency(calls(), verb);
    }

    private void awaitCalls(String verb, int count) {
        StreamBench.await(count + " " + verb, () -> calls(verb) >= count);
    }

    /** Lets time pass, and waits until keep-alive and probe of the connection are over. */
    private void passTime(Duration time) {
        int puts = calls("PUT");
        long probes = bench.probes();
        bench.venue.advance(time);
        awaitCalls("PUT", puts + 1);
        StreamBench.await("a probe", () -> bench.probes() > probes);
        buyAndHear();
    }

    /** Waits for the last event of a purchase: by then the answer to a probe before it has come too. */
    private void buyAndHear() {
        int balances = bench.heard(BalanceChanged.class).size();
        bench.buy(BTC, "0.001");
        StreamBench.await("the balance", () -> bench.heard(BalanceChanged.class).size() > balances);
    }

    /** Lets time pass until something is so, and the connection never be silent for so long that it is probed. */
    private void passTimeUntil(String what, BooleanSupplier condition) {
        for (int i = 0; i < 500 && !condition.getAsBoolean(); i++) {
            bench.venue.advance(Duration.ofSeconds(10));
            buyAndHear();
        }
        StreamBench.await(what, condition);
    }

    private static long keepers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("astrolabe-asterdex-listen-key"))
                .count();
    }

    @Test
    void is_started_once_and_kept_alive_every_half_hour() {
        try (Subscription live = bench.listen()) {
            for (int i = 1; i <= 4; i++) {
                passTime(ListenKeyKeeper.KEEP_ALIVE);
            }

            assertThat(calls()).containsExactly("POST", "PUT", "PUT", "PUT", "PUT");
            assertThat(live.droppedEvents()).isZero();
            bench.assertNoGap();
        }
    }

    @Test
    void is_not_kept_alive_before_its_time() {
        try (Subscription live = bench.listen()) {
            bench.venue.advance(ListenKeyKeeper.KEEP_ALIVE.minusSeconds(5));
            bench.buy(BTC, "0.01");
            StreamBench.await("a fill", () -> !bench.heard(Filled.class).isEmpty());

            assertThat(calls()).containsExactly("POST");
            assertThat(live.droppedEvents()).isZero();
        }
    }

    @Test
    void a_key_that_the_venue_does_not_know_any_more_is_replaced_and_the_gap_is_told() {
        try (Subscription live = bench.listen()) {
            bench.venue.standIn().streamKeys().forget();
            bench.tick();
            bench.buy(BTC, "0.01");
            int heard = bench.heard();
            bench.venue.advance(ListenKeyKeeper.KEEP_ALIVE);
            awaitCalls("PUT", 1);
            List<UserEvent> made = bench.awaitGap(live, heard);

            assertThat(calls()).containsExactly("POST", "PUT", "POST");
            assertThat(made).filteredOn(Filled.class::isInstance).hasSize(1);
            assertThat(((Gap) made.get(0)).why())
                    .isEqualTo("the venue refused to keep the listen key alive: INVALID_REQUEST");
            assertThat(bench.sockets.opened()).isEqualTo(2);
            bench.restingBuy("after");
            StreamBench.await(
                    "an order",
                    () -> bench.heard(OrderChanged.class).stream()
                            .anyMatch(event -> event.order().status() == OrderStatus.NEW
                                    && event.order().clientOrderId().equals(Optional.of("after"))));
        }
    }

    @Test
    void a_key_that_expires_is_replaced_at_once_and_the_gap_is_told() {
        try (Subscription live = bench.listen()) {
            bench.tick();
            bench.sockets.expireKey(bench.venue.now().toEpochMilli());
            bench.buy(BTC, "0.01");
            List<UserEvent> made = bench.awaitGap(live, 0);

            assertThat(calls()).containsExactly("POST", "POST");
            assertThat(((Gap) made.get(0)).why()).isEqualTo("listenKeyExpired");
            assertThat(made).filteredOn(Filled.class::isInstance).hasSize(1);
            assertThat(bench.sockets.open()).isEqualTo(1);
        }
    }

    @Test
    void a_keep_alive_without_an_answer_is_tried_again_and_costs_no_connection() {
        try (Subscription live = bench.listen()) {
            bench.venue.standIn().faults(call -> call.name().equals("PUT listenKey") ? UNANSWERED : Fault.NONE);
            long probes = bench.probes();
            bench.venue.advance(ListenKeyKeeper.KEEP_ALIVE);
            StreamBench.await("an attempt", () -> bench.venue.received("PUT", "/listenKey") > 0);
            StreamBench.await("a probe", () -> bench.probes() > probes);
            buyAndHear();
            bench.venue.standIn().faults(call -> Fault.NONE);
            passTimeUntil("a keep-alive", () -> calls("PUT") == 1);

            assertThat(bench.sockets.opened()).isEqualTo(1);
            assertThat(live.droppedEvents()).isZero();
            bench.assertNoGap();
        }
    }

    @Test
    void a_key_that_could_not_be_kept_alive_for_its_life_is_replaced() {
        try (Subscription live = bench.listen()) {
            bench.venue.standIn().faults(call -> call.name().equals("PUT listenKey") ? UNANSWERED : Fault.NONE);
            for (Duration step : List.of(ListenKeyKeeper.KEEP_ALIVE, Duration.ofMinutes(20))) {
                long attempts = bench.venue.received("PUT", "/listenKey");
                long probes = bench.probes();
                bench.venue.advance(step);
                StreamBench.await("a probe", () -> bench.probes() > probes);
                buyAndHear();
                // The failure before may be noted after that, and the next attempt is then due a minute later.
                passTimeUntil("attempts", () -> bench.venue.received("PUT", "/listenKey") >= attempts + 3);
            }
            assertThat(calls("POST")).isEqualTo(1);
            long probes = bench.probes();
            bench.venue.advance(Duration.ofMinutes(8));
            StreamBench.await("a probe or a new key", () -> bench.probes() > probes || calls("POST") == 2);
            buyAndHear();
            passTimeUntil("a new key", () -> calls("POST") == 2);
            bench.venue.standIn().faults(call -> Fault.NONE);
            bench.awaitGap(live, 0);

            assertThat(bench.heard(Gap.class).get(0).why())
                    .isEqualTo("the listen key was not kept alive for 60 minutes");
        }
    }

    @Test
    void is_given_back_when_the_last_subscription_ends_and_started_anew_for_the_next() {
        Subscription first = bench.listen();
        Subscription second = bench.client.userStreams().events(StreamOptions.DEFAULT, event -> {});
        bench.awaitLive(second);

        first.close();
        first.close();
        bench.buy(BTC, "0.01");
        assertThat(calls()).doesNotContain("DELETE");
        second.close();
        awaitCalls("DELETE", 1);
        StreamBench.await("the end of the keeper's thread", () -> keepers() == 0);
        StreamBench.await("the end of the connection", () -> bench.sockets.open() == 0);
        try (Subscription third = bench.listen()) {
            bench.restingBuy("third");
            StreamBench.await("an order", () -> !bench.heard(OrderChanged.class).isEmpty());
            assertThat(third.droppedEvents()).isZero();
        }
        assertThat(calls("POST")).isEqualTo(2);
    }

    @Test
    void is_given_back_when_the_client_is_closed_and_leaves_no_thread() {
        Subscription live = bench.listen();

        bench.client.close();

        assertThat(calls()).containsExactly("POST", "DELETE");
        assertThat(live.state()).isEqualTo(ConnectionState.CLOSED);
        assertThat(keepers()).isZero();
        StreamBench.await("the end of the connection", () -> bench.sockets.open() == 0);
    }

    @Test
    void that_it_cannot_be_given_back_is_no_failure_of_closing() {
        Subscription live = bench.listen();
        bench.venue.standIn().faults(call -> call.name().equals("DELETE listenKey") ? UNANSWERED : Fault.NONE);

        bench.client.close();

        assertThat(bench.venue.received("DELETE", "/listenKey")).isEqualTo(1);
        assertThat(live.state()).isNotNull();
        assertThat(keepers()).isZero();
    }

    @Test
    void connections_are_replaced_before_the_venue_cuts_them_and_nothing_is_missed() {
        try (Subscription live = bench.listen()) {
            Duration step = Duration.ofMinutes(55);
            for (Duration age = step; age.compareTo(Duration.ofHours(23)) < 0; age = age.plus(step)) {
                passTime(step);
            }
            assertThat(bench.sockets.opened()).isEqualTo(1);
            bench.venue.advance(step);
            StreamBench.await("a second connection", () -> bench.sockets.opened() == 2);
            boolean replaced;
            do {
                replaced = bench.sockets.open() == 1;
                buyAndHear();
                bench.venue.advance(Duration.ofMillis(500));
            } while (!replaced);

            assertThat(bench.heard(Filled.class))
                    .extracting(event -> event.fill().tradeId())
                    .containsExactlyElementsOf(bench.venue.standIn().fillIds());
            bench.assertNoGap();
            assertThat(live.droppedEvents()).isZero();
        }
    }
}
