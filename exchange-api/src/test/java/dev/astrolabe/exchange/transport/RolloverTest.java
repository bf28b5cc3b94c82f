package dev.astrolabe.exchange.transport;

import static dev.astrolabe.exchange.transport.StreamFixture.PATIENCE;
import static dev.astrolabe.exchange.transport.StreamFixture.awaitState;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.stream.OverflowPolicy;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.testkit.Recorder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An hour old is too old here, and two connections overlap for 10 seconds. */
class RolloverTest {

    private static final Duration AGE = Duration.ofHours(1);
    private static final Duration OVERLAP = Duration.ofSeconds(10);
    private static final StreamOptions ROOMY =
            new StreamOptions(1_000_000, OverflowPolicy.DROP_OLDEST, Duration.ofDays(1));

    private final Recorder<String> events = new Recorder<>();

    private static StreamFixture venue() {
        // A connection that takes its time in a busy machine is not given up while the clock runs ahead.
        return new StreamFixture(
                options -> options.maxAge(AGE).overlap(OVERLAP).connectTimeout(Duration.ofMinutes(30)));
    }

    /** Lets the first connection grow old, and waits until the second has subscribed as well. */
    private static void rollOver(StreamFixture venue, String channel) {
        venue.advance(AGE);
        Eventually.await("a second connection", () -> venue.server.texts(2).contains("SUB 1 " + channel));
        venue.clock.settle();
    }

    private List<String> heard(String last) throws InterruptedException {
        events.await(PATIENCE, last::equals);
        return events.all();
    }

    @Test
    void loses_repeats_and_reorders_nothing_under_a_continuous_stream() throws InterruptedException {
        Map<String, Recorder<String>> recorders = new TreeMap<>();
        try (StreamFixture venue = venue()) {
            for (String channel : List.of("a", "b", "c")) {
                Recorder<String> recorder = new Recorder<>();
                recorders.put(channel, recorder);
                venue.hub.subscribe(channel, new Echo(), ROOMY, recorder);
            }
            recorders
                    .values()
                    .forEach(recorder ->
                            Eventually.await("live", () -> recorder.states().contains(ConnectionState.LIVE)));
            Ticker ticker = new Ticker(venue.server, List.copyOf(recorders.keySet()));

            for (int rollovers = 0; rollovers < 5; rollovers++) {
                int before = venue.server.connections();
                venue.advance(AGE);
                venue.advanceUntil(
                        "replaced",
                        Duration.ofSeconds(1),
                        () -> venue.server.connections() > before && venue.server.openConnections() == 1);
            }
            int last = ticker.stop();

            for (Recorder<String> recorder : recorders.values()) {
                recorder.await(PATIENCE, Integer.toString(last)::equals);
                assertThat(recorder.all()).isEqualTo(numbered(last));
                assertThat(recorder.states()).containsExactly(ConnectionState.LIVE);
            }
            assertThat(venue.server.connections()).isEqualTo(6);
        }
    }

    private static List<String> numbered(int last) {
        List<String> expected = new ArrayList<>(List.of("live"));
        IntStream.rangeClosed(1, last).mapToObj(Integer::toString).forEach(expected::add);
        return expected;
    }

    @Test
    void replaces_a_connection_that_the_venue_is_about_to_end() throws InterruptedException {
        try (StreamFixture venue = venue()) {
            venue.live("a", events);
            venue.server.send(1, "LEAVING");
            Eventually.await("a second connection", () -> venue.server.texts(2).contains("SUB 1 a"));
            venue.server.send(1, "LEAVING");
            venue.server.publish("a", "m1");
            heard("m1");
            venue.clock.settle();
            venue.server.hangUp(1);

            Eventually.await("replaced", () -> venue.server.openConnections() == 1);
            venue.server.publish("a", "m2");

            assertThat(heard("m2")).containsExactly("live", "m1", "m2");
            assertThat(venue.server.connections()).isEqualTo(2);
        }
    }

    @Test
    void delivers_from_the_old_connection_until_the_overlap_is_over() throws InterruptedException {
        try (StreamFixture venue = venue()) {
            venue.live("a", events);
            rollOver(venue, "a");

            venue.server.publishOn(2, "a", "only on the new one");
            venue.server.publishOn(1, "a", "from the old one");
            assertThat(heard("from the old one")).containsExactly("live", "from the old one");
            venue.advance(OVERLAP);

            assertThat(heard("only on the new one")).containsExactly("live", "from the old one", "only on the new one");
            Eventually.await("the old one is closed", () -> venue.server.openConnections() == 1);
        }
    }

    @Test
    void leaves_out_what_the_old_connection_was_ahead_with() throws InterruptedException {
        try (StreamFixture venue = venue()) {
            venue.live("a", events);
            rollOver(venue, "a");
            List.of("m1", "m2", "m3").forEach(payload -> venue.server.publishOn(1, "a", payload));
            heard("m3");
            venue.server.publishOn(2, "a", "m1");
            venue.clock.settle();
            venue.advance(OVERLAP);
            Eventually.await("the old one is closed", () -> venue.server.openConnections() == 1);

            List.of("m2", "m3", "m4").forEach(payload -> venue.server.publishOn(2, "a", payload));

            assertThat(heard("m4")).containsExactly("live", "m1", "m2", "m3", "m4");
        }
    }

    @Test
    void delivers_equal_payloads_as_often_as_they_came() throws InterruptedException {
        try (StreamFixture venue = venue()) {
            venue.live("a", events);
            rollOver(venue, "a");
            List.of("x", "x", "y").forEach(payload -> venue.server.publishOn(2, "a", payload));
            venue.server.publishOn(2, "a", "x");
            venue.server.publishOn(1, "a", "x");
            heard("x");
            venue.clock.settle();

            venue.advance(OVERLAP);
            venue.server.publishOn(2, "a", "end");

            assertThat(heard("end")).containsExactly("live", "x", "x", "y", "x", "end");
        }
    }

    @Test
    void goes_over_at_once_when_the_old_connection_dies() throws InterruptedException {
        try (StreamFixture venue = venue()) {
            venue.live("a", events);
            rollOver(venue, "a");
            venue.server.publish("a", "m1");
            venue.server.publishOn(2, "a", "m2");
            heard("m1");
            venue.clock.settle();

            venue.server.cut(1);

            assertThat(heard("m2")).containsExactly("live", "m1", "m2");
            assertThat(events.states()).containsExactly(ConnectionState.LIVE);
        }
    }

    @Test
    void tells_of_an_interruption_when_the_old_connection_dies_before_the_new_one_has_shown_to_join() {
        try (StreamFixture venue = venue()) {
            Subscription subscription = venue.live("a", events);
            rollOver(venue, "a");

            venue.server.cut(1);

            Eventually.await("told", () -> events.all().size() == 2);
            assertThat(events.all()).containsExactly("live", "gap: connection failed: EOFException");
            awaitState(subscription, ConnectionState.LIVE);
            assertThat(venue.server.connections()).isEqualTo(2);
        }
    }

    @Test
    void waits_for_the_new_connection_when_the_old_one_dies_before_it_stands() {
        try (StreamFixture venue = venue()) {
            Subscription subscription = venue.live("a", events);
            venue.server.answerSubscriptions(false);
            rollOver(venue, "a");

            venue.server.cut(1);
            awaitState(subscription, ConnectionState.RECONNECTING);
            venue.server.send(2, "DONE 1");

            awaitState(subscription, ConnectionState.LIVE);
            venue.server.publishOn(2, "a", "m1");
            Eventually.await("heard", () -> events.all().contains("m1"));
            assertThat(events.all()).containsExactly("live", "gap: connection failed: EOFException", "m1");
        }
    }

    @Test
    void stays_with_the_old_connection_when_the_new_one_dies_and_tries_again() throws InterruptedException {
        try (StreamFixture venue = venue()) {
            venue.live("a", events);
            rollOver(venue, "a");
            venue.server.publish("a", "m1");

            venue.server.cut(2);
            Eventually.await("one left", () -> venue.server.openConnections() == 1);
            venue.server.publish("a", "m2");
            assertThat(heard("m2")).containsExactly("live", "m1", "m2");

            venue.advanceUntil(
                    "another try",
                    Duration.ofMillis(500),
                    () -> venue.server.texts(3).contains("SUB 1 a"));
            venue.clock.settle();
            venue.advance(OVERLAP);
            Eventually.await("replaced", () -> venue.server.openConnections() == 1);
            venue.server.publish("a", "m3");
            assertThat(heard("m3")).containsExactly("live", "m1", "m2", "m3");
        }
    }

    @Test
    void goes_over_early_when_it_would_keep_too_much() throws InterruptedException {
        String large = "x".repeat(1_000_000);
        try (StreamFixture venue = venue()) {
            venue.live("a", events);
            rollOver(venue, "a");

            for (int i = 1; i <= 12; i++) {
                venue.server.publish("a", large + i);
            }
            heard(large + 12);
            Eventually.await("replaced before its time", () -> venue.server.openConnections() == 1);
            venue.server.publish("a", "after");

            List<String> expected = new ArrayList<>(List.of("live"));
            IntStream.rangeClosed(1, 12).mapToObj(i -> large + i).forEach(expected::add);
            expected.add("after");
            assertThat(heard("after").equals(expected)).isTrue();
        }
    }

    @Test
    void takes_along_what_is_subscribed_meanwhile() throws InterruptedException {
        try (StreamFixture venue = venue()) {
            venue.live("a", events);
            rollOver(venue, "a");
            Recorder<String> others = new Recorder<>();
            Subscription b = venue.subscribe("b", others);
            venue.advanceUntil("live", Duration.ofMillis(250), () -> b.state() == ConnectionState.LIVE);

            venue.advanceUntil("replaced", Duration.ofSeconds(1), () -> venue.server.openConnections() == 1);
            venue.server.publish("b", "m1");

            others.await(PATIENCE, "m1"::equals);
            assertThat(others.all()).containsExactly("live", "m1");
            assertThat(venue.server.subscribed()).containsExactlyInAnyOrder("a", "b");
        }
    }

    @Test
    void does_not_take_along_what_is_closed_meanwhile() {
        try (StreamFixture venue = venue()) {
            Subscription a = venue.subscribe("a", new Recorder<>());
            venue.live("b", events);
            rollOver(venue, "a,b");

            a.close();
            venue.advanceUntil(
                    "replaced and ended",
                    Duration.ofSeconds(1),
                    () -> venue.server.openConnections() == 1
                            && venue.server.subscribed().equals(List.of("b")));

            assertThat(events.all()).containsExactly("live");
        }
    }

    @Test
    void a_channel_that_is_refused_by_the_new_connection_holds_up_no_other() throws InterruptedException {
        try (StreamFixture venue = venue()) {
            Subscription bad = venue.subscribe("bad", new Recorder<>());
            venue.live("a", events);
            awaitState(bad, ConnectionState.LIVE);
            venue.server.refuse("bad");

            rollOver(venue, "bad,a");
            venue.advanceUntil("replaced", Duration.ofSeconds(1), () -> venue.server.openConnections() == 1);

            awaitState(bad, ConnectionState.RECONNECTING);
            venue.server.publish("a", "m1");
            assertThat(heard("m1")).containsExactly("live", "m1");
            venue.server.refuseNoMore();
            venue.advanceUntil("live again", Duration.ofSeconds(1), () -> bad.state() == ConnectionState.LIVE);
        }
    }

    @Test
    void brings_what_the_address_subscribes_once() throws InterruptedException {
        try (StreamFixture venue = venue()) {
            venue.live("by-address", events);
            venue.advance(AGE);
            Eventually.await("a second connection", () -> venue.server.connections() == 2);
            List.of(1, 2).forEach(connection -> venue.server.publishOn(connection, "by-address", "m1"));
            heard("m1");
            venue.clock.settle();

            venue.advance(OVERLAP);
            Eventually.await("replaced", () -> venue.server.openConnections() == 1);
            venue.server.publishOn(2, "by-address", "m2");

            assertThat(heard("m2")).containsExactly("live", "m1", "m2");
        }
    }
}
