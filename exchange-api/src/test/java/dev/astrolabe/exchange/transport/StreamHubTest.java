package dev.astrolabe.exchange.transport;

import static dev.astrolabe.exchange.transport.StreamFixture.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.testkit.Recorder;
import dev.astrolabe.exchange.transport.PlainStreams.Sent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamHubTest {

    private final Recorder<String> events = new Recorder<>();

    @Test
    void opens_nothing_until_something_is_subscribed() {
        try (StreamFixture venue = new StreamFixture()) {
            venue.hub.rebuild("nothing there");
            venue.hub.close();

            assertThat(venue.server.connections()).isZero();
        }
    }

    @Test
    void brings_what_a_channel_publishes_in_order() throws InterruptedException {
        try (StreamFixture venue = new StreamFixture()) {
            venue.live("a", events);

            for (int i = 1; i <= 1000; i++) {
                venue.server.publish("a", "m" + i);
            }

            events.await(PATIENCE, "m1000"::equals);
            assertThat(events.all())
                    .hasSize(1001)
                    .startsWith("live", "m1", "m2")
                    .endsWith("m999", "m1000");
            assertThat(events.states()).containsExactly(ConnectionState.LIVE);
        }
    }

    @Test
    void is_connecting_until_the_venue_has_confirmed() throws InterruptedException {
        try (StreamFixture venue = new StreamFixture()) {
            venue.server.answerSubscriptions(false);
            Subscription subscription = venue.subscribe("a", events);
            Eventually.await("asked", () -> venue.server.texts(1).size() == 1);

            assertThat(subscription.awaitLive(Duration.ofMillis(1))).isFalse();
            assertThat(subscription.state()).isEqualTo(ConnectionState.CONNECTING);
            assertThat(events.all()).isEmpty();

            venue.server.send(1, "DONE 1");
            assertThat(subscription.awaitLive(PATIENCE)).isTrue();
        }
    }

    @Test
    void takes_data_of_a_channel_for_its_confirmation() throws InterruptedException {
        try (StreamFixture venue = new StreamFixture()) {
            venue.server.answerSubscriptions(false);
            Subscription subscription = venue.subscribe("a", events);
            Eventually.await("asked", () -> venue.server.texts(1).size() == 1);

            venue.server.publishOn(1, "a", "early");

            assertThat(subscription.awaitLive(PATIENCE)).isTrue();
            events.await(PATIENCE, "early"::equals);
            assertThat(events.all()).containsExactly("live", "early");
        }
    }

    @Test
    void needs_no_message_for_what_the_address_subscribes() throws InterruptedException {
        try (StreamFixture venue = new StreamFixture()) {
            venue.live("by-address", events);

            venue.server.publishOn(1, "by-address", "m1");

            events.await(PATIENCE, "m1"::equals);
            assertThat(venue.server.received()).isEmpty();
            assertThat(venue.server.targets()).containsExactly("/key-1");
        }
    }

    @Test
    void subscribes_a_channel_once_for_several_wishes() throws InterruptedException {
        try (StreamFixture venue = new StreamFixture()) {
            Recorder<String> others = new Recorder<>();
            venue.live("a", events);
            venue.live("a", others);

            venue.server.publish("a", "m1");

            events.await(PATIENCE, "m1"::equals);
            others.await(PATIENCE, "m1"::equals);
            assertThat(venue.server.texts(1)).containsExactly("SUB 1 a");
        }
    }

    @Test
    void ends_a_channel_with_its_last_wish_only() {
        try (StreamFixture venue = new StreamFixture()) {
            Subscription first = venue.live("a", events);
            Subscription second = venue.live("a", new Recorder<>());
            venue.subscribe("b", new Recorder<>());
            venue.advanceUntil(
                    "both",
                    Duration.ofMillis(250),
                    () -> venue.server.subscribed().contains("b"));

            first.close();
            venue.advance(Duration.ofSeconds(1));
            assertThat(venue.protocol.texts()).containsExactly("SUB 1 a", "SUB 2 b");

            second.close();
            venue.advanceUntil(
                    "ended",
                    Duration.ofMillis(250),
                    () -> !venue.server.subscribed().contains("a"));
            assertThat(venue.protocol.texts()).containsExactly("SUB 1 a", "SUB 2 b", "END 3 a");
        }
    }

    @Test
    void closes_a_connection_without_a_channel() {
        try (StreamFixture venue = new StreamFixture()) {
            Subscription subscription = venue.live("a", events);

            subscription.close();

            Eventually.await("no connection", () -> venue.server.openConnections() == 0);
            assertThat(subscription.state()).isEqualTo(ConnectionState.CLOSED);
            assertThat(events.states()).containsExactly(ConnectionState.LIVE, ConnectionState.CLOSED);
        }
    }

    @Test
    void goes_on_with_a_channel_that_is_wanted_again_before_it_was_ended() throws InterruptedException {
        try (StreamFixture venue = new StreamFixture()) {
            Subscription first = venue.subscribe("a", new Recorder<>());
            venue.live("other", new Recorder<>());
            StreamFixture.awaitState(first, ConnectionState.LIVE);

            first.close();
            venue.clock.settle();
            venue.live("a", events);
            venue.server.publish("a", "m1");

            events.await(PATIENCE, "m1"::equals);
            assertThat(events.all()).containsExactly("live", "m1");
            assertThat(venue.protocol.texts()).containsExactly("SUB 1 a,other");
        }
    }

    @Test
    void does_not_take_data_that_is_still_under_way_for_a_new_confirmation() {
        try (StreamFixture venue = new StreamFixture()) {
            venue.live("other", new Recorder<>());
            Subscription first = venue.subscribe("a", new Recorder<>());
            venue.advanceUntil("a", Duration.ofMillis(250), () -> first.state() == ConnectionState.LIVE);
            first.close();
            venue.advanceUntil(
                    "ended",
                    Duration.ofMillis(250),
                    () -> !venue.server.subscribed().contains("a"));
            venue.server.answerSubscriptions(false);
            Subscription second = venue.subscribe("a", events);
            venue.advanceUntil(
                    "asked", Duration.ofMillis(250), () -> venue.server.texts(1).size() == 4);

            venue.server.publishOn(1, "a", "late");
            venue.server.publishOn(1, "other", "behind");
            venue.clock.settle();

            assertThat(second.state()).isEqualTo(ConnectionState.CONNECTING);
            assertThat(events.all()).isEmpty();
        }
    }

    @Test
    void spreads_channels_over_connections() {
        try (StreamFixture venue = new StreamFixture(options -> options.maxChannels(2))) {
            Subscription a = venue.live("a", events);
            List<Subscription> others =
                    List.of(venue.subscribe("b", events), venue.subscribe("c", events), venue.subscribe("d", events));
            venue.advanceUntil(
                    "all live",
                    Duration.ofMillis(250),
                    () -> others.stream().allMatch(each -> each.state() == ConnectionState.LIVE));
            assertThat(venue.server.connections()).isEqualTo(2);

            a.close();
            venue.advanceUntil(
                    "room",
                    Duration.ofMillis(250),
                    () -> venue.server.subscribed().size() == 3);
            Subscription e = venue.subscribe("e", events);
            venue.advanceUntil("e", Duration.ofMillis(250), () -> e.state() == ConnectionState.LIVE);

            assertThat(venue.server.connections()).isEqualTo(2);
            assertThat(venue.server.subscribed()).containsExactlyInAnyOrder("b", "c", "d", "e");
        }
    }

    @Test
    void batches_and_paces_its_messages() {
        Duration pause = Duration.ofMillis(250);
        try (StreamFixture venue =
                new StreamFixture(options -> options.channelsPerMessage(3).messagePause(pause))) {
            List<Subscription> all = List.of("a", "b", "c", "d", "e", "f", "g").stream()
                    .map(channel -> venue.subscribe(channel, events))
                    .toList();

            venue.advanceUntil(
                    "all live",
                    Duration.ofMillis(50),
                    () -> all.stream().allMatch(each -> each.state() == ConnectionState.LIVE));
            all.subList(0, 5).forEach(Subscription::close);
            venue.advanceUntil(
                    "ended",
                    Duration.ofMillis(50),
                    () -> venue.server.subscribed().size() == 2);

            assertThat(venue.server.texts(1))
                    .containsExactly("SUB 1 a,b,c", "SUB 2 d,e,f", "SUB 3 g", "END 4 a,b,c", "END 5 d,e");
            List<Sent> sent = venue.protocol.sent();
            for (int i = 1; i < sent.size(); i++) {
                assertThat(Duration.between(sent.get(i - 1).at(), sent.get(i).at()))
                        .isGreaterThanOrEqualTo(pause);
            }
        }
    }

    @Test
    void sends_nothing_to_a_closed_hub() {
        try (StreamFixture venue = new StreamFixture()) {
            venue.hub.close();

            NotSentException thrown = catchThrowableOfType(NotSentException.class, () -> venue.subscribe("a", events));

            assertThat(thrown.why()).isEqualTo(NotSentException.Cause.CLOSED);
        }
    }
}
