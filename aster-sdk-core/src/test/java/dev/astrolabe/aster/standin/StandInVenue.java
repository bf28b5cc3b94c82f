package dev.astrolabe.aster.standin;

import dev.astrolabe.exchange.Environment;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.testkit.ContractVenue;
import dev.astrolabe.exchange.testkit.FailureMode;
import dev.astrolabe.exchange.testkit.FakeClock;
import dev.astrolabe.exchange.testkit.FaultServer;
import dev.astrolabe.exchange.transport.Sleeper;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A client of one version on a small AsterDex behind HTTP, both on one clock that stands still. */
public final class StandInVenue implements ContractVenue {

    private final FakeClock clock = new FakeClock();
    private final ApiVersion version;
    private final StandIn standIn;
    private final FaultServer server;
    private final StandInSockets sockets;
    private final ExchangeClient client;

    public StandInVenue(ApiVersion version) {
        this.version = version;
        standIn = new StandIn(version, clock);
        server = new FaultServer(standIn::answer);
        sockets = new StandInSockets(standIn, clock);
        client = anotherClient(clock::advance);
    }

    /** A further client with the same credentials; the caller closes it. */
    public ExchangeClient anotherClient(Sleeper sleeper) {
        ExchangeConfig config =
                version.signed(server.url()).option("streamUrl", sockets.url()).build();
        return version.open(config, clock, sleeper);
    }

    /** The venue itself. */
    public StandIn standIn() {
        return standIn;
    }

    /** Its streams. */
    public StandInSockets sockets() {
        return sockets;
    }

    /** How many requests of a verb to a path that ends so came in. */
    public long received(String method, String pathEnd) {
        return server.received().stream()
                .filter(request -> request.method().equals(method))
                .filter(request -> request.target().replaceAll("\\?.*", "").endsWith(pathEnd))
                .count();
    }

    /** The last request. */
    public FaultServer.Received lastRequest() {
        List<FaultServer.Received> received = server.received();
        return received.get(received.size() - 1);
    }

    @Override
    public ExchangeClient client() {
        return client;
    }

    @Override
    public ExchangeId exchange() {
        return ExchangeId.ASTERDEX;
    }

    @Override
    public Environment environment() {
        return Environment.DEMO;
    }

    @Override
    public void movePrice(Symbol symbol, BigDecimal price) {
        boolean pepe = symbol.equals(PEPE);
        standIn.move(pepe ? "1000PEPEUSDT" : "BTCUSDT", pepe ? price.movePointRight(3) : price);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void advance(Duration time) {
        clock.advance(time);
    }

    @Override
    public long requestsSeen() {
        return standIn.requests();
    }

    @Override
    public long mutationsSeen() {
        return standIn.mutations();
    }

    @Override
    public Set<FailureMode> failureModes() {
        return EnumSet.allOf(FailureMode.class);
    }

    @Override
    public void failNextMutation(FailureMode mode) {
        standIn.failNext(mode);
    }

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public boolean dropStreams(Runnable meanwhile) {
        sockets.dropWhile(meanwhile);
        return true;
    }

    @Override
    public void close() {
        client.close();
        sockets.close();
        server.close();
    }
}
