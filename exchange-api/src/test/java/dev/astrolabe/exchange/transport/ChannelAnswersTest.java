package dev.astrolabe.exchange.transport;

import static dev.astrolabe.exchange.transport.StreamFixture.awaitState;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.testkit.Recorder;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A venue that answers for each channel of a message by itself. */
class ChannelAnswersTest {

    private final Recorder<String> events = new Recorder<>();

    private static StreamFixture venue() {
        StreamFixture venue = new StreamFixture();
        venue.server.answerEach();
        return venue;
    }

    @Test
    void confirms_each_channel_of_one_message() {
        try (StreamFixture venue = venue()) {
            List<Subscription> all = Stream.of("a", "b", "c")
                    .map(channel -> venue.subscribe(channel, new Recorder<>()))
                    .toList();
            venue.advanceUntil(
                    "all live",
                    Duration.ofMillis(250),
                    () -> all.stream().allMatch(each -> each.state() == ConnectionState.LIVE));

            assertThat(venue.server.subscribed()).containsExactlyInAnyOrder("a", "b", "c");
        }
    }

    @Test
    void one_that_is_refused_keeps_back_no_other_and_is_asked_for_again() {
        try (StreamFixture venue = venue()) {
            venue.server.refuse("bad");
            venue.live("first", events);
            Subscription bad = venue.subscribe("bad", new Recorder<>());
            Subscription good = venue.subscribe("good", new Recorder<>());

            venue.advanceUntil("live", Duration.ofMillis(250), () -> good.state() == ConnectionState.LIVE);
            assertThat(bad.state()).isEqualTo(ConnectionState.CONNECTING);
            venue.server.refuseNoMore();
            venue.advanceUntil("live too", Duration.ofSeconds(1), () -> bad.state() == ConnectionState.LIVE);

            assertThat(venue.server.subscribed()).containsExactlyInAnyOrder("first", "bad", "good");
            assertThat(venue.server.connections()).isEqualTo(1);
        }
    }

    @Test
    void goes_on_when_all_channels_of_an_end_are_answered() {
        try (StreamFixture venue = venue()) {
            venue.live("kept", events);
            List<Subscription> ending = Stream.of("a", "b")
                    .map(channel -> venue.subscribe(channel, new Recorder<>()))
                    .toList();
            venue.advanceUntil(
                    "all live",
                    Duration.ofMillis(250),
                    () -> ending.stream().allMatch(each -> each.state() == ConnectionState.LIVE));

            ending.forEach(Subscription::close);
            venue.advanceUntil(
                    "ended",
                    Duration.ofMillis(250),
                    () -> venue.server.subscribed().equals(List.of("kept")));
            Subscription next = venue.subscribe("next", new Recorder<>());

            venue.advanceUntil("live", Duration.ofMillis(250), () -> next.state() == ConnectionState.LIVE);
        }
    }

    @Test
    void a_connection_that_brings_no_longer_all_is_made_anew_with_an_interruption() {
        try (StreamFixture venue = venue()) {
            Subscription subscription = venue.live("a", events);

            venue.server.send(1, "BROKEN");
            awaitState(subscription, ConnectionState.RECONNECTING);
            venue.advanceUntil(
                    "live again", Duration.ofMillis(500), () -> subscription.state() == ConnectionState.LIVE);

            assertThat(events.all()).containsExactly("live", "gap: a channel was revoked");
            assertThat(venue.server.connections()).isEqualTo(2);
        }
    }

    @Test
    void sends_no_more_messages_within_an_hour_than_the_venue_takes() {
        try (StreamFixture venue = new StreamFixture(options -> options.messagesPerHour(3))) {
            venue.live("a", events);
            Subscription b = venue.subscribe("b", new Recorder<>());
            venue.advanceUntil("live", Duration.ofMillis(250), () -> b.state() == ConnectionState.LIVE);
            b.close();
            venue.advanceUntil(
                    "ended", Duration.ofMillis(250), () -> venue.server.texts(1).size() == 3);
            Subscription c = venue.subscribe("c", new Recorder<>());
            venue.advance(Duration.ofMinutes(30));
            assertThat(venue.server.texts(1)).hasSize(3);

            venue.advance(Duration.ofMinutes(31));

            awaitState(c, ConnectionState.LIVE);
        }
    }
}
