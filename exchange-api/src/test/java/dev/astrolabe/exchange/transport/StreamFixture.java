package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.stream.OverflowPolicy;
import dev.astrolabe.exchange.stream.StreamOptions;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.testkit.Recorder;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** A server, a hub on it, and time that only tests move. Pauses are never shortened by chance here. */
final class StreamFixture implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final StreamOptions OPTIONS = new StreamOptions(1024, OverflowPolicy.DROP_OLDEST, Duration.ofDays(1));

    final HubClock clock = new HubClock();
    final StreamServer server = new StreamServer(clock);
    final PlainStreams protocol;
    final StreamHub hub;
    private final AtomicInteger keys = new AtomicInteger();

    StreamFixture() {
        this(UnaryOperator.identity());
    }

    StreamFixture(UnaryOperator<SocketOptions.Builder> settings) {
        protocol = new PlainStreams(() -> server.url() + "/key-" + keys.incrementAndGet(), clock);
        hub = new StreamHub(protocol, options(clock, settings));
    }

    /** What silence and age bring about is far away unless a test sets it. */
    static SocketOptions options(HubClock clock, UnaryOperator<SocketOptions.Builder> settings) {
        return settings.apply(SocketOptions.builder()
                        .clock(clock)
                        .random(() -> 0L)
                        .probeAfter(Duration.ofDays(1))
                        .maxAge(Duration.ofDays(1)))
                .build();
    }

    Subscription subscribe(String channel, Recorder<String> events) {
        return hub.subscribe(channel, new Echo(), OPTIONS, events);
    }

    /** Subscribes and waits until it is live. */
    Subscription live(String channel, Recorder<String> events) {
        Subscription subscription = subscribe(channel, events);
        Eventually.await(subscription + " told", () -> events.states().contains(ConnectionState.LIVE));
        return subscription;
    }

    static void awaitState(Subscription subscription, ConnectionState state) {
        Eventually.await(state + " instead of " + subscription, () -> subscription.state() == state);
    }

    /** Lets time go on in steps, each of which the hub sees, until something is so. */
    void advanceUntil(String what, Duration step, BooleanSupplier condition) {
        Eventually.await(what, () -> {
            if (condition.getAsBoolean()) {
                return true;
            }
            advance(step);
            return condition.getAsBoolean();
        });
    }

    /** Lets time go on and the hub do what is due. */
    void advance(Duration by) {
        clock.advance(by);
        clock.settle();
    }

    @Override
    public void close() {
        hub.close();
        server.close();
    }
}
