package dev.astrolabe.exchange.transport;

import static dev.astrolabe.exchange.transport.StreamFixture.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.testkit.Recorder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StreamHubTest {

    @Test
    void brings_what_a_channel_publishes_in_order() throws InterruptedException {
        try (StreamFixture venue = new StreamFixture()) {
            Recorder<String> events = new Recorder<>();
            venue.live("a", events);

            for (int i = 1; i <= 100; i++) {
                venue.server.publish("a", "m" + i);
            }

            events.await(PATIENCE, "m100"::equals);
            assertThat(events.all()).hasSize(101).startsWith("live", "m1", "m2").endsWith("m99", "m100");
            assertThat(events.states()).containsExactly(ConnectionState.LIVE);
        }
    }

    @Test
    void subscribes_again_after_a_lost_connection_and_tells_of_the_interruption() throws InterruptedException {
        try (StreamFixture venue = new StreamFixture()) {
            Recorder<String> events = new Recorder<>();
            Subscription subscription = venue.live("a", events);

            venue.server.cutAll();
            Eventually.await("reconnecting", () -> subscription.state() == ConnectionState.RECONNECTING);
            venue.advanceUntil("live", Duration.ofMillis(100), () -> subscription.state() == ConnectionState.LIVE);
            venue.server.publish("a", "m1");

            events.await(PATIENCE, "m1"::equals);
            assertThat(events.all()).containsExactly("live", "gap: connection failed: EOFException", "m1");
            assertThat(events.states())
                    .containsExactly(ConnectionState.LIVE, ConnectionState.RECONNECTING, ConnectionState.LIVE);
        }
    }
}
