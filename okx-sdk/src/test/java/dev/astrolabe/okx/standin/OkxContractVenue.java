package dev.astrolabe.okx.standin;

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
import dev.astrolabe.okx.Okx;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** A client on a small OKX behind HTTP and sockets, all on one clock that stands still. */
public final class OkxContractVenue implements ContractVenue {

    private final FakeClock clock = new FakeClock();
    private final OkxOpener opener;
    private final Map<String, String> options;
    private final OkxStandIn standIn = new OkxStandIn(clock);
    private final FaultServer server = new FaultServer(standIn::answer);
    private final OkxSockets sockets = new OkxSockets(standIn, clock);
    private final ExchangeClient client;

    public OkxContractVenue(OkxOpener opener) {
        this(opener, Map.of());
    }

    /** With options beside those of the addresses. */
    public OkxContractVenue(OkxOpener opener, Map<String, String> options) {
        this.opener = opener;
        this.options = options;
        this.client = anotherClient(clock::advance);
    }

    /** A further client with the same credentials; the caller closes it. */
    public ExchangeClient anotherClient(Sleeper sleeper) {
        return opener.open(config().build(), clock, sleeper);
    }

    /** What the client is opened with. */
    public ExchangeConfig.Builder config() {
        ExchangeConfig.Builder config = OkxOpener.signed(server.url()).option(Okx.STREAM_URL, sockets.url());
        options.forEach(config::option);
        return config;
    }

    public FakeClock clock() {
        return clock;
    }

    /** The venue itself. */
    public OkxStandIn standIn() {
        return standIn;
    }

    /** Its sockets. */
    public OkxSockets sockets() {
        return sockets;
    }

    /** What came in over HTTP. */
    public FaultServer server() {
        return server;
    }

    @Override
    public ExchangeClient client() {
        return client;
    }

    @Override
    public ExchangeId exchange() {
        return ExchangeId.OKX;
    }

    @Override
    public Environment environment() {
        return Environment.DEMO;
    }

    @Override
    public void movePrice(Symbol symbol, BigDecimal price) {
        standIn.move(Listing.of(symbol).instId(), price);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void advance(Duration time) {
        Instant unused = clock.advance(time);
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
