package dev.astrolabe.exchange.transport;

import static dev.astrolabe.exchange.transport.StreamFixture.OPTIONS;
import static dev.astrolabe.exchange.transport.StreamFixture.PATIENCE;
import static dev.astrolabe.exchange.transport.StreamFixture.awaitState;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.testkit.Recorder;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Channels that together are one thing, whatever connections bring them. */
class JointSubscriptionTest {

    private final Recorder<String> events = new Recorder<>();

    private Subscription joint(StreamFixture venue) {
        return venue.hub.subscribeLossless(List.of("x:a", "y:b"), List.of("z:c"), new Echo(), OPTIONS, events);
    }

    @Test
    void channels_of_different_addresses_share_no_connection() {
        try (StreamFixture venue = new StreamFixture()) {
            awaitState(joint(venue), ConnectionState.LIVE);

            assertThat(venue.server.targets())
                    .extracting(target -> target.substring(target.lastIndexOf('/')))
                    .contains("/x", "/y");
        }
    }

    @Test
    void goes_without_what_is_only_beside() throws InterruptedException {
        try (StreamFixture venue = new StreamFixture()) {
            venue.server.refuse("z:c");
            Subscription subscription = joint(venue);
            awaitState(subscription, ConnectionState.LIVE);
            assertThat(venue.server.subscribed()).containsExactlyInAnyOrder("x:a", "y:b");

            venue.server.refuseNoMore();
            venue.advanceUntil(
                    "all",
                    Duration.ofSeconds(1),
                    () -> venue.server.subscribed().contains("z:c"));
            venue.server.publish("z:c", "m1");
            events.await(PATIENCE, "m1"::equals);
            assertThat(events.all()).containsExactly("live", "m1");
        }
    }

    @Test
    void is_live_when_all_are_and_brings_nothing_before() throws InterruptedException {
        try (StreamFixture venue = new StreamFixture()) {
            venue.server.refuse("y:b");
            Subscription subscription = joint(venue);
            Eventually.await("one of them", () -> venue.server.subscribed().contains("x:a"));
            venue.clock.settle();
            venue.server.publish("x:a", "early");
            venue.clock.settle();
            assertThat(subscription.state()).isEqualTo(ConnectionState.CONNECTING);

            venue.server.refuseNoMore();
            venue.advanceUntil("live", Duration.ofSeconds(1), () -> subscription.state() == ConnectionState.LIVE);
            venue.server.publish("x:a", "m1");
            events.await(PATIENCE, "m1"::equals);
            venue.server.publish("y:b", "m2");
            events.await(PATIENCE, "m2"::equals);

            assertThat(events.all()).containsExactly("live", "m1", "m2");
        }
    }

    @Test
    void a_channel_that_is_lost_interrupts_the_whole_while_the_others_go_on() throws InterruptedException {
        try (StreamFixture venue = new StreamFixture()) {
            Subscription subscription = joint(venue);
            awaitState(subscription, ConnectionState.LIVE);
            int lost = IntStream.rangeClosed(1, 3)
                    .filter(number -> venue.server.texts(number).stream().anyMatch(text -> text.contains("y:b")))
                    .findFirst()
                    .orElseThrow();

            venue.server.cut(lost);
            awaitState(subscription, ConnectionState.RECONNECTING);
            venue.server.publish("x:a", "m1");
            events.await(PATIENCE, "m1"::equals);
            venue.advanceUntil("live again", Duration.ofSeconds(1), () -> subscription.state() == ConnectionState.LIVE);

            assertThat(events.all()).containsExactly("live", "m1", "gap: connection failed: EOFException");
        }
    }

    @Test
    void what_is_back_waits_a_while_for_the_others_and_then_goes_on_without_them() throws InterruptedException {
        try (StreamFixture venue = new StreamFixture()) {
            Subscription subscription = joint(venue);
            awaitState(subscription, ConnectionState.LIVE);
            venue.server.refuse("y:b");
            venue.server.cutAll();
            awaitState(subscription, ConnectionState.RECONNECTING);
            venue.advanceUntil(
                    "one is back",
                    Duration.ofMillis(100),
                    () -> venue.server.subscribed().contains("x:a"));
            venue.clock.settle();
            venue.server.publish("x:a", "hidden");
            venue.clock.settle();

            venue.advanceUntil("told", Duration.ofSeconds(1), () -> events.all().size() == 2);
            venue.server.publish("x:a", "m1");
            events.await(PATIENCE, "m1"::equals);
            assertThat(subscription.state()).isEqualTo(ConnectionState.RECONNECTING);
            venue.server.refuseNoMore();
            venue.advanceUntil("live again", Duration.ofSeconds(1), () -> subscription.state() == ConnectionState.LIVE);

            String gap = "gap: connection failed: EOFException";
            assertThat(events.all()).containsExactly("live", gap, "m1", gap);
        }
    }

    @Test
    void begins_connections_no_faster_than_the_venue_allows() {
        try (StreamFixture venue = new StreamFixture(options -> options.connectPause(Duration.ofSeconds(1)))) {
            Subscription subscription = joint(venue);
            Eventually.await("the first", () -> venue.server.connections() == 1);
            venue.advance(Duration.ofMillis(999));
            assertThat(venue.server.connections()).isEqualTo(1);

            venue.advance(Duration.ofMillis(1));

            awaitState(subscription, ConnectionState.LIVE);
            assertThat(venue.server.connections()).isEqualTo(2);
            venue.advance(Duration.ofSeconds(1));
            Eventually.await("the third", () -> venue.server.connections() == 3);
        }
    }

    @Test
    void its_channels_end_with_it() {
        try (StreamFixture venue = new StreamFixture()) {
            Subscription subscription = joint(venue);
            awaitState(subscription, ConnectionState.LIVE);

            subscription.close();

            Eventually.await("no connection", () -> venue.server.openConnections() == 0);
        }
    }
}
