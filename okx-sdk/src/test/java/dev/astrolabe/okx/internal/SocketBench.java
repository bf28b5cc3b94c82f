package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.Environment;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.stream.Subscription;
import dev.astrolabe.exchange.testkit.FakeClock;
import dev.astrolabe.exchange.testkit.FaultServer;
import dev.astrolabe.okx.Okx;
import dev.astrolabe.okx.standin.OkxOpener;
import dev.astrolabe.okx.standin.OkxStandIn;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The inside of a client over a stand-in's REST and sockets that say what a test wants, on a clock that only tests move. */
final class SocketBench implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    final FakeClock clock = new FakeClock();
    final OkxStandIn standIn = new OkxStandIn(clock);
    final FaultServer rest = new FaultServer(standIn::answer);
    final SocketServer sockets = new SocketServer();
    final OkxContext context;
    final OkxInstruments instruments;
    final OkxConnections connections;
    final NativeStreams streams;

    SocketBench() {
        this(true);
    }

    SocketBench(boolean signed) {
        ExchangeConfig.Builder config = signed ? OkxOpener.signed(rest.url()) : OkxOpener.config(rest.url());
        context = OkxContext.open(
                config.environment(Environment.DEMO)
                        .option(Okx.STREAM_URL, sockets.url())
                        .build(),
                clock,
                clock::advance);
        instruments = new OkxInstruments(context);
        connections = new OkxConnections(
                context, OkxConnections.options(clock).random(() -> 0L).build());
        streams = new NativeStreams(connections);
    }

    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE + ": " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    /** Lets time go on in steps until something is so. */
    void await(String what, Duration step, BooleanSupplier condition) {
        await(what, () -> {
            if (condition.getAsBoolean()) {
                return true;
            }
            clock.advance(step);
            return false;
        });
    }

    void awaitLive(Subscription subscription) {
        await("a live " + subscription, Duration.ofMillis(50), () -> subscription.state() == ConnectionState.LIVE);
    }

    @Override
    public void close() {
        connections.close();
        context.rest().close();
        sockets.close();
        rest.close();
    }
}
