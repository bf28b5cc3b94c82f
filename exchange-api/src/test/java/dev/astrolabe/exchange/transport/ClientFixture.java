package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.testkit.FaultServer;
import java.time.Duration;
import java.util.function.Function;

/** A server, a venue on it and a client of it, with time that only tests move. */
final class ClientFixture implements AutoCloseable {

    final ManualTime time = new ManualTime();
    final FaultServer server;
    final PlainVenue venue;
    final RateLimiter limiter;
    final RestClient client;

    ClientFixture(Function<FaultServer.Received, FaultServer.Reply> script) {
        this(script, Duration.ofMinutes(1));
    }

    ClientFixture(Function<FaultServer.Received, FaultServer.Reply> script, Duration timeout) {
        server = new FaultServer(script);
        venue = new PlainVenue(server.url());
        limiter = RateLimiter.builder().clock(time).sleeper(time).build();
        client = new RestClient(
                venue,
                RestOptions.builder(limiter)
                        .timeout(timeout)
                        .clock(time)
                        .sleeper(time)
                        .random(() -> 0L)
                        .build());
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
