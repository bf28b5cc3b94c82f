package dev.astrolabe.aster.standin;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.testkit.FakeClock;
import dev.astrolabe.exchange.transport.Json;

/** A server that knows the catalogue and the time of one version, and answers everything else as it is told. */
public final class Scripted implements AutoCloseable {

    private final FakeClock clock = new FakeClock();
    private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
    private final ApiVersion version;

    public Scripted(ApiVersion version) {
        this.version = version;
        server.start();
        Json json = new Json();
        server.stubFor(get(urlPathEqualTo(path("exchangeInfo")))
                .willReturn(okJson(json.writeText(new StandInMarket(clock).exchangeInfo()))));
        server.stubFor(get(urlPathEqualTo(path("time"))).willReturn(okJson("{\"serverTime\":" + clock.millis() + "}")));
    }

    public FakeClock clock() {
        return clock;
    }

    public WireMockServer server() {
        return server;
    }

    /** Where a call is: {@code order}, {@code account}. */
    public String path(String name) {
        return version.family().path(name);
    }

    /** A configuration without credentials. */
    public ExchangeConfig.Builder config() {
        return version.config(server.baseUrl());
    }

    /** A configuration with credentials. */
    public ExchangeConfig.Builder signed() {
        return version.signed(server.baseUrl());
    }

    /** A client with credentials, on the clock that stands still. */
    public ExchangeClient client() {
        return version.open(signed().build(), clock, clock::advance);
    }

    public void answer(String name, ResponseDefinitionBuilder response) {
        server.stubFor(any(urlPathEqualTo(path(name))).willReturn(response));
    }

    public void refuse(String name, int status, int code, String message) {
        answer(name, aResponse().withStatus(status).withBody("{\"code\":" + code + ",\"msg\":\"" + message + "\"}"));
    }

    public int posts(String name) {
        return server.findAll(postRequestedFor(urlPathEqualTo(path(name)))).size();
    }

    public int requests() {
        return server.findAll(anyRequestedFor(anyUrl())).size();
    }

    @Override
    public void close() {
        server.stop();
    }
}
