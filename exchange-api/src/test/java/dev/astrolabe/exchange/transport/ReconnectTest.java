package dev.astrolabe.exchange.transport;

import static dev.astrolabe.exchange.transport.StreamFixture.PATIENCE;
import static dev.astrolabe.exchange.transport.StreamFixture.awaitState;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.testkit.FakeClock;
import dev.astrolabe.exchange.testkit.FaultServer;
import dev.astrolabe.exchange.testkit.FaultServer.Fault;
import dev.astrolabe.exchange.testkit.Recorder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReconnectTest {

    private static final Duration STEP = Duration.ofMillis(100);

    private final Recorder<String> events = new Recorder<>();

    @Test
    void subscribes_again_and_tells_of_the_interruption() throws InterruptedException {
        try (StreamFixture venue = new StreamFixture()) {
            Subscription a = venue.subscribe("a", events);
            Subscription b = venue.live("b", new Recorder<>());
            awaitState(a, ConnectionState.LIVE);

            venue.server.cutAll();
            Eventually.await("told", () -> events.states().contains(ConnectionState.RECONNECTING));
            venue.advanceUntil("live", STEP, () -> a.state() == ConnectionState.LIVE);
            awaitState(b, ConnectionState.LIVE);
            venue.server.publish("a", "m1");

            events.await(PATIENCE, "m1"::equals);
            assertThat(venue.server.texts(2)).containsExactly("SUB 1 a,b");
            assertThat(events.all()).containsExactly("live", "gap: connection failed: EOFException", "m1");
            assertThat(events.states())
                    .containsExactly(ConnectionState.LIVE, ConnectionState.RECONNECTING, ConnectionState.LIVE);
        }
    }

    @Test
    void follows_a_close_frame_of_the_venue() {
        try (StreamFixture venue = new StreamFixture()) {
            Subscription subscription = venue.live("a", events);

            venue.server.hangUp(1);
            awaitState(subscription, ConnectionState.RECONNECTING);
            venue.advanceUntil("live", STEP, () -> subscription.state() == ConnectionState.LIVE);

            assertThat(venue.server.openConnections()).isEqualTo(1);
            assertThat(events.all()).containsExactly("live", "gap: closed by the venue with code 1001");
        }
    }

    @Test
    void tells_from_when_to_when_something_may_be_missing() throws InterruptedException {
        List<Feed.Interruption> told = new CopyOnWriteArrayList<>();
        Echo feed = new Echo() {
            @Override
            public void live(Interruption interruption, Consumer<? super String> out) {
                if (interruption != null) {
                    told.add(interruption);
                }
            }
        };
        try (StreamFixture venue = new StreamFixture()) {
            Subscription subscription = venue.hub.subscribe("a", feed, StreamFixture.OPTIONS, events);
            awaitState(subscription, ConnectionState.LIVE);
            venue.advance(Duration.ofSeconds(7));
            venue.server.publish("a", "m1");
            events.await(PATIENCE, "m1"::equals);
            venue.advance(Duration.ofSeconds(7));

            venue.server.cutAll();
            awaitState(subscription, ConnectionState.RECONNECTING);
            venue.advanceUntil("live", STEP, () -> subscription.state() == ConnectionState.LIVE);

            assertThat(told).hasSize(1);
            assertThat(told.get(0).from()).isEqualTo(FakeClock.START.plusSeconds(7));
            assertThat(told.get(0).until())
                    .isAfter(FakeClock.START.plusSeconds(14))
                    .isBeforeOrEqualTo(venue.clock.instant());
        }
    }

    @ParameterizedTest
    @EnumSource
    void never_gives_up(Fault fault) {
        HubClock clock = new HubClock();
        List<Instant> attempts = new CopyOnWriteArrayList<>();
        try (FaultServer server = new FaultServer(request -> fault)) {
            PlainStreams protocol = new PlainStreams(
                    () -> {
                        attempts.add(clock.instant());
                        return server.url();
                    },
                    clock);
            SocketOptions options = StreamFixture.options(
                    clock,
                    builder -> builder.connectTimeout(PATIENCE)
                            .backoff(Duration.ofSeconds(1))
                            .maxBackoff(Duration.ofSeconds(16)));
            try (StreamHub hub = new StreamHub(protocol, options)) {
                Subscription subscription = hub.subscribe("a", new Echo(), StreamFixture.OPTIONS, events);

                Eventually.await("attempts", () -> {
                    clock.advance(Duration.ofSeconds(16));
                    clock.settle();
                    return attempts.size() >= 8;
                });

                assertThat(subscription.state()).isEqualTo(ConnectionState.CONNECTING);
                assertThat(events.all()).isEmpty();
            }
        }
    }

    @Test
    void pauses_longer_after_each_failure_up_to_a_bound() {
        HubClock clock = new HubClock();
        AtomicInteger attempts = new AtomicInteger();
        AtomicInteger failures = new AtomicInteger();
        PlainStreams protocol = new PlainStreams(
                () -> {
                    attempts.incrementAndGet();
                    throw new IllegalStateException("no key today");
                },
                clock);
        // A pause is drawn when a failure has come to the hub, and counts from then on.
        SocketOptions options = StreamFixture.options(
                clock,
                builder -> builder.backoff(Duration.ofSeconds(1))
                        .maxBackoff(Duration.ofSeconds(5))
                        .random(() -> {
                            failures.incrementAndGet();
                            return 0;
                        }));
        try (StreamHub hub = new StreamHub(protocol, options)) {
            Subscription subscription = hub.subscribe("a", new Echo(), StreamFixture.OPTIONS, events);

            int attempt = 1;
            for (long seconds : new long[] {1, 2, 4, 5, 5}) {
                int failed = attempt++;
                Eventually.await("failure " + failed, () -> failures.get() == failed);
                clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
                clock.settle();
                assertThat(attempts).hasValue(failed);
                clock.advance(Duration.ofMillis(1));
                Eventually.await("another attempt", () -> attempts.get() == failed + 1);
            }

            assertThat(subscription.state()).isEqualTo(ConnectionState.CONNECTING);
        }
    }

    @Test
    void begins_with_the_shortest_pause_again_after_a_connection_that_lived() {
        try (StreamFixture venue = new StreamFixture(
                options -> options.backoff(Duration.ofSeconds(10)).maxBackoff(Duration.ofSeconds(40)))) {
            Subscription subscription = venue.live("a", events);
            for (long seconds : new long[] {10, 20, 40, 40}) {
                reconnect(venue, subscription, Duration.ofSeconds(seconds));
            }

            venue.advance(Duration.ofSeconds(41));

            reconnect(venue, subscription, Duration.ofSeconds(10));
        }
    }

    private static void reconnect(StreamFixture venue, Subscription subscription, Duration pause) {
        int before = venue.server.connections();
        venue.server.cutAll();
        awaitState(subscription, ConnectionState.RECONNECTING);
        venue.advance(pause.minusMillis(1));
        assertThat(venue.server.connections()).isEqualTo(before);
        venue.advance(Duration.ofMillis(1));
        awaitState(subscription, ConnectionState.LIVE);
        assertThat(venue.server.connections()).isEqualTo(before + 1);
    }

    @Test
    void goes_to_a_new_address_when_the_old_one_has_expired() throws InterruptedException {
        try (StreamFixture venue = new StreamFixture()) {
            venue.live("by-address", events);

            venue.server.send(1, "EXPIRED");
            events.await(PATIENCE, "gap: the key has expired"::equals);

            assertThat(venue.server.targets()).containsExactly("/key-1", "/key-2");
            Eventually.await("the old one is closed", () -> venue.server.openConnections() == 1);
        }
    }

    @Test
    void does_not_hurry_when_each_new_address_has_expired_too() throws InterruptedException {
        try (StreamFixture venue = new StreamFixture()) {
            Subscription subscription = venue.live("by-address", events);
            venue.server.send(1, "EXPIRED");
            events.await(PATIENCE, "gap: the key has expired"::equals);

            venue.server.send(2, "EXPIRED");
            awaitState(subscription, ConnectionState.RECONNECTING);
            venue.clock.settle();

            assertThat(venue.server.targets()).hasSize(2);
            venue.advanceUntil("live", STEP, () -> subscription.state() == ConnectionState.LIVE);
            assertThat(venue.server.targets()).hasSize(3);
        }
    }

    @Test
    void is_rebuilt_at_a_new_address() throws InterruptedException {
        try (StreamFixture venue = new StreamFixture()) {
            venue.live("by-address", events);

            venue.hub.rebuild("the key was refused");
            events.await(PATIENCE, "gap: the key was refused"::equals);

            assertThat(venue.server.targets()).containsExactly("/key-1", "/key-2");
            Eventually.await("the old one is closed", () -> venue.server.openConnections() == 1);
        }
    }

    @Test
    void gives_up_a_connection_that_does_not_answer_a_subscription() {
        try (StreamFixture venue = new StreamFixture(options -> options.connectTimeout(Duration.ofSeconds(10)))) {
            venue.server.answerSubscriptions(false);
            Subscription subscription = venue.subscribe("a", events);
            Eventually.await("asked", () -> venue.server.texts(1).size() == 1);
            venue.advance(Duration.ofSeconds(9));
            assertThat(venue.server.openConnections()).isEqualTo(1);

            venue.server.answerSubscriptions(true);
            venue.advanceUntil("live", STEP, () -> subscription.state() == ConnectionState.LIVE);

            assertThat(venue.server.connections()).isEqualTo(2);
        }
    }

    @Test
    void subscribes_nothing_before_its_greeting_is_answered() {
        try (StreamFixture venue = new StreamFixture()) {
            venue.protocol.greet();
            venue.server.answerSubscriptions(false);
            Subscription subscription = venue.subscribe("a", events);
            Eventually.await("greeted", () -> venue.server.texts(1).equals(List.of("HELLO 1")));
            venue.advance(STEP.multipliedBy(10));
            assertThat(venue.protocol.texts()).containsExactly("HELLO 1");

            venue.server.answerSubscriptions(true);
            venue.server.send(1, "DONE 1");

            awaitState(subscription, ConnectionState.LIVE);
            assertThat(venue.server.texts(1)).containsExactly("HELLO 1", "SUB 2 a");
        }
    }

    @Test
    void connects_anew_when_its_greeting_is_refused_or_not_answered() {
        try (StreamFixture venue = new StreamFixture()) {
            venue.protocol.greet();
            venue.server.refuse("greeting");
            Subscription subscription = venue.subscribe("a", events);
            venue.advanceUntil("a second connection", STEP, () -> venue.server.connections() == 2);
            venue.server.answerSubscriptions(false);
            venue.server.refuseNoMore();
            venue.advanceUntil("a third one", Duration.ofSeconds(5), () -> venue.server.connections() > 2);
            assertThat(subscription.state()).isEqualTo(ConnectionState.CONNECTING);

            venue.server.answerSubscriptions(true);
            venue.advanceUntil("live", STEP, () -> subscription.state() == ConnectionState.LIVE);
        }
    }

    @Test
    void goes_on_where_the_venue_does_not_answer_to_an_end() {
        try (StreamFixture venue = new StreamFixture()) {
            Subscription a = venue.subscribe("a", events);
            venue.live("b", new Recorder<>());
            awaitState(a, ConnectionState.LIVE);
            venue.server.mute(1);
            a.close();
            venue.advanceUntil("ended", STEP, () -> venue.server.texts(1).size() == 2);
            venue.server.unmute(1);

            Subscription c = venue.subscribe("c", new Recorder<>());
            venue.advanceUntil("live", Duration.ofSeconds(1), () -> c.state() == ConnectionState.LIVE);

            assertThat(venue.server.connections()).isEqualTo(1);
        }
    }

    @Test
    void asks_again_for_a_channel_that_was_refused_and_is_never_live_meanwhile() {
        try (StreamFixture venue = new StreamFixture()) {
            venue.server.refuse("bad");
            Subscription subscription = venue.subscribe("bad", events);

            venue.advanceUntil(
                    "asked 5 times",
                    STEP.multipliedBy(10),
                    () -> venue.server.texts(1).size() == 5);
            assertThat(subscription.state()).isEqualTo(ConnectionState.CONNECTING);
            assertThat(events.all()).isEmpty();
            Instant fifth = venue.protocol.sent().get(4).at();
            assertThat(Duration.between(venue.protocol.sent().get(3).at(), fifth))
                    .isGreaterThan(Duration.ofSeconds(3));

            venue.server.refuseNoMore();
            venue.advanceUntil("live", STEP, () -> subscription.state() == ConnectionState.LIVE);
            assertThat(venue.server.connections()).isEqualTo(1);
        }
    }

    @Test
    void keeps_a_refused_channel_from_holding_up_those_it_was_asked_with() {
        refusesOneOfFour(server -> server.nameRefusals(true));
    }

    @Test
    void understands_a_refusal_that_names_no_message() {
        refusesOneOfFour(server -> server.nameRefusals(false));
    }

    private void refusesOneOfFour(Consumer<StreamServer> manner) {
        try (StreamFixture venue = new StreamFixture()) {
            manner.accept(venue.server);
            venue.server.refuse("bad");
            List<Subscription> good = List.of("a", "b", "c").stream()
                    .map(channel -> venue.subscribe(channel, events))
                    .toList();
            Subscription bad = venue.subscribe("bad", events);

            venue.advanceUntil(
                    "the others", STEP, () -> good.stream().allMatch(each -> each.state() == ConnectionState.LIVE));

            assertThat(bad.state()).isEqualTo(ConnectionState.CONNECTING);
            assertThat(venue.server.connections()).isEqualTo(1);
            assertThat(venue.server.subscribed()).containsExactlyInAnyOrder("a", "b", "c");
        }
    }

    @Test
    void treats_a_channel_that_the_protocol_cannot_word_as_refused() {
        try (StreamFixture venue = new StreamFixture()) {
            Subscription bad = venue.subscribe("unspeakable", events);
            Subscription good = venue.subscribe("a", events);

            venue.advanceUntil("the other", STEP, () -> good.state() == ConnectionState.LIVE);

            assertThat(bad.state()).isEqualTo(ConnectionState.CONNECTING);
        }
    }

    @Test
    void ignores_what_it_cannot_read() throws InterruptedException {
        try (StreamFixture venue = new StreamFixture()) {
            venue.live("a", events);

            venue.server.send(1, "gibberish");
            venue.server.send(1, "DONE not-a-number");
            venue.server.send(1, "REFUSED 99");
            venue.server.publishOn(1, "unasked", "m0");
            venue.server.publish("a", "m1");

            events.await(PATIENCE, "m1"::equals);
            assertThat(events.all()).containsExactly("live", "m1");
        }
    }

    @Test
    void asks_for_an_address_where_it_may_block() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        HubClock clock = new HubClock();
        try (StreamServer server = new StreamServer(clock)) {
            CountDownLatch asking = new CountDownLatch(1);
            CountDownLatch key = new CountDownLatch(1);
            PlainStreams protocol = new PlainStreams(
                    () -> {
                        if (asked.incrementAndGet() == 1) {
                            asking.countDown();
                            Blocked.until(key);
                        }
                        return server.url();
                    },
                    clock);
            try (StreamHub hub =
                    new StreamHub(protocol, StreamFixture.options(clock, builder -> builder.maxChannels(1)))) {
                Subscription waiting = hub.subscribe("a", new Echo(), StreamFixture.OPTIONS, events);
                assertThat(asking.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
                Subscription quick = hub.subscribe("b", new Echo(), StreamFixture.OPTIONS, new Recorder<>());

                assertThat(quick.awaitLive(PATIENCE)).isTrue();
                assertThat(waiting.state()).isEqualTo(ConnectionState.CONNECTING);
                key.countDown();
                assertThat(waiting.awaitLive(PATIENCE)).isTrue();
            }
        }
    }
}
