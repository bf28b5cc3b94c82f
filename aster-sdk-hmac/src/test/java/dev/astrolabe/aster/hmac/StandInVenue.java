package dev.astrolabe.aster.hmac;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.astrolabe.aster.standin.StandIn;
import dev.astrolabe.exchange.Environment;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.testkit.ContractVenue;
import dev.astrolabe.exchange.testkit.FailureMode;
import dev.astrolabe.exchange.testkit.FakeClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** The HMAC client on a small AsterDex behind HTTP, both on one clock that stands still. */
final class StandInVenue implements ContractVenue {

    private final FakeClock clock = new FakeClock();
    private final StandIn standIn = new StandIn(clock, new HmacProof(clock));
    private final WireMockServer server =
            new WireMockServer(wireMockConfig().dynamicPort().extensions(standIn));
    private final ExchangeClient client;

    StandInVenue() {
        server.start();
        server.stubFor(any(anyUrl()).willReturn(aResponse()));
        ExchangeConfig config = ExchangeConfig.builder(ExchangeId.ASTERDEX.name())
                .environment(Environment.DEMO)
                .credential(AsterHmac.API_KEY, HmacProof.KEY)
                .credential(AsterHmac.SECRET_KEY, HmacProof.SECRET)
                .option("baseUrl", server.baseUrl())
                .build();
        client = AsterHmac.client(config, clock, clock::advance);
    }

    /** The last request: verb, path, and the text of query or form. */
    String lastRequest() {
        LoggedRequest request = server.getAllServeEvents().get(0).getRequest();
        String url = request.getUrl();
        return request.getMethod() + " "
                + (url.contains("?") ? url.replace('?', ' ') : url + " " + request.getBodyAsString());
    }

    /** A header of the last request. */
    String lastHeader(String name) {
        return server.getAllServeEvents().get(0).getRequest().getHeader(name);
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
        return false;
    }

    @Override
    public void close() {
        client.close();
        server.stop();
    }
}
