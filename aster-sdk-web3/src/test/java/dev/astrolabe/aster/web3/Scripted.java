package dev.astrolabe.aster.web3;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.astrolabe.aster.standin.StandInMarket;
import dev.astrolabe.exchange.Environment;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.testkit.FakeClock;
import dev.astrolabe.exchange.transport.Json;
import java.util.List;

/** A server that knows the catalogue and the time, and answers everything else as it is told. */
final class Scripted implements AutoCloseable {

    static final String DONE = "{\"code\":200,\"msg\":\"success\"}";

    final FakeClock clock = new FakeClock();
    final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());

    Scripted() {
        server.start();
        Json json = new Json();
        server.stubFor(get(urlPathEqualTo("/fapi/v3/exchangeInfo"))
                .willReturn(okJson(json.writeText(new StandInMarket(clock).exchangeInfo()))));
        server.stubFor(
                get(urlPathEqualTo("/fapi/v3/time")).willReturn(okJson("{\"serverTime\":" + clock.millis() + "}")));
    }

    ExchangeConfig.Builder config() {
        return ExchangeConfig.builder("asterdex").environment(Environment.DEMO).option("baseUrl", server.baseUrl());
    }

    ExchangeConfig.Builder signed() {
        return config().credential(AsterWeb3.PRIVATE_KEY, Vectors.KEY);
    }

    ExchangeClient open(ExchangeConfig.Builder config) {
        return AsterWeb3.client(config.build(), clock, clock::advance);
    }

    /** The first nonce that the standing clock gives. */
    long firstNonce() {
        return clock.millis() * 1_000;
    }

    void answer(String path, String body) {
        answer(path, okJson(body));
    }

    void answer(String path, ResponseDefinitionBuilder response) {
        server.stubFor(any(urlPathEqualTo(path)).willReturn(response));
    }

    void refuse(String path, int status, int code, String message) {
        answer(path, aResponse().withStatus(status).withBody("{\"code\":" + code + ",\"msg\":\"" + message + "\"}"));
    }

    /** What came for a path, oldest first. */
    List<LoggedRequest> received(String path) {
        return server.findAll(anyRequestedFor(urlPathEqualTo(path)));
    }

    LoggedRequest last(String path) {
        List<LoggedRequest> all = received(path);
        return all.get(all.size() - 1);
    }

    int requests() {
        return server.findAll(anyRequestedFor(anyUrl())).size();
    }

    @Override
    public void close() {
        server.stop();
    }
}
