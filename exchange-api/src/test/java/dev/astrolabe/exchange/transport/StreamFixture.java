package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.stream.OverflowPolicy;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.testkit.FakeClock;
import dev.astrolabe.exchange.testkit.Recorder;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A server, a hub on it, and time that only tests move. */
final class StreamFixture implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final StreamOptions OPTIONS = new StreamOptions(1024, OverflowPolicy.DROP_OLDEST, Duration.ofMinutes(5));

    final FakeClock clock = new FakeClock();
    final StreamServer server = new StreamServer(clock);
    final StreamHub hub;

    StreamFixture() {
        this(UnaryOperator.identity());
    }

    StreamFixture(UnaryOperator<SocketOptions.Builder> settings) {
        SocketOptions options = settings.apply(
                        SocketOptions.builder().clock(clock).random(() -> 0L))
                .build();
        hub = new StreamHub(new PlainStreams(server.url()), options);
    }

    /** Passes payloads on as they are, and tells of going live. */
    static final class Echo implements Feed<String> {
        @Override
        public void data(String payload, Instant received, Consumer<? super String> out) {
            out.accept(payload);
        }

        @Override
        public void live(Interruption interruption, Consumer<? super String> out) {
            out.accept(interruption == null ? "live" : "gap: " + interruption.why());
        }
    }

    Subscription subscribe(String channel, Recorder<String> events) {
        return hub.subscribe(channel, new Echo(), OPTIONS, events);
    }

    /** Subscribes and waits until it is live. */
    Subscription live(String channel, Recorder<String> events) throws InterruptedException {
        Subscription subscription = subscribe(channel, events);
        if (!subscription.awaitLive(PATIENCE)) {
            throw new AssertionError(subscription + " is not live");
        }
        return subscription;
    }

    /** Lets time go on in steps that are small against what is under test, so that the hub sees each. */
    void advanceUntil(String what, Duration step, java.util.function.BooleanSupplier condition) {
        Eventually.await(what, () -> {
            if (condition.getAsBoolean()) {
                return true;
            }
            clock.advance(step);
            return false;
        });
    }

    @Override
    public void close() {
        hub.close();
        server.close();
    }
}
