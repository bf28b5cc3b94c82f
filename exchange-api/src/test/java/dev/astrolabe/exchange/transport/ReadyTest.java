package dev.astrolabe.exchange.transport;

import static dev.astrolabe.exchange.transport.StreamFixture.OPTIONS;
import static dev.astrolabe.exchange.transport.StreamFixture.PATIENCE;
import static dev.astrolabe.exchange.transport.StreamFixture.awaitState;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.testkit.Recorder;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A feed that begins with what the venue sends first. */
class ReadyTest {

    private static final class Awaiting extends Echo {
        private boolean ready;

        @Override
        public void data(String payload, Instant received, Consumer<? super String> out) throws Exception {
            ready |= payload.equals("beginning");
            super.data(payload, received, out);
        }

        @Override
        public void live(Interruption interruption, Consumer<? super String> out) throws Exception {
            ready = interruption != null;
            super.live(interruption, out);
        }

        @Override
        public boolean isReady() {
            return ready;
        }
    }

    private final Recorder<String> events = new Recorder<>();

    @Test
    void is_live_once_that_has_come() throws InterruptedException {
        try (StreamFixture venue = new StreamFixture()) {
            Subscription subscription = venue.hub.subscribeLossless("a", new Awaiting(), OPTIONS, events);
            events.await(PATIENCE, "live"::equals);
            venue.server.publish("a", "m1");
            events.await(PATIENCE, "m1"::equals);
            assertThat(subscription.state()).isEqualTo(ConnectionState.CONNECTING);

            venue.server.publish("a", "beginning");

            awaitState(subscription, ConnectionState.LIVE);
            assertThat(events.all()).containsExactly("live", "m1", "beginning");
        }
    }

    @Test
    void is_told_when_that_does_not_come_in_time() throws InterruptedException {
        try (StreamFixture venue = new StreamFixture()) {
            Subscription subscription = venue.hub.subscribeLossless("a", new Awaiting(), OPTIONS, events);
            events.await(PATIENCE, "live"::equals);
            venue.clock.settle();

            venue.advance(Duration.ofSeconds(9));
            assertThat(subscription.state()).isEqualTo(ConnectionState.CONNECTING);
            venue.advance(Duration.ofSeconds(1));

            awaitState(subscription, ConnectionState.LIVE);
            assertThat(events.all()).containsExactly("live", "gap: nothing came to begin with");
        }
    }
}
