package dev.astrolabe.aster.hmac;

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
import dev.astrolabe.aster.standin.StandInMarket;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.testkit.FakeClock;
import dev.astrolabe.exchange.transport.Json;

/** A server that knows the catalogue and the time, and answers everything else as it is told. */
final class Scripted implements AutoCloseable {

    final FakeClock clock = new FakeClock();
    final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());

    Scripted() {
        server.start();
        Json json = new Json();
        server.stubFor(get(urlPathEqualTo("/fapi/v1/exchangeInfo"))
                .willReturn(okJson(json.writeText(new StandInMarket(clock).exchangeInfo()))));
        server.stubFor(
                get(urlPathEqualTo("/fapi/v1/time")).willReturn(okJson("{\"serverTime\":" + clock.millis() + "}")));
    }

    ExchangeConfig.Builder config() {
        return ExchangeConfig.builder("asterdex").option("baseUrl", server.baseUrl());
    }

    ExchangeConfig.Builder signed() {
        return config().credential(AsterHmac.API_KEY, HmacProof.KEY).credential(AsterHmac.SECRET_KEY, HmacProof.SECRET);
    }

    void answer(String path, ResponseDefinitionBuilder response) {
        server.stubFor(any(urlPathEqualTo(path)).willReturn(response));
    }

    void refuse(String path, int status, int code, String message) {
        answer(path, aResponse().withStatus(status).withBody("{\"code\":" + code + ",\"msg\":\"" + message + "\"}"));
    }

    int posts(String path) {
        return server.findAll(postRequestedFor(urlPathEqualTo(path))).size();
    }

    int requests() {
        return server.findAll(anyRequestedFor(anyUrl())).size();
    }

    @Override
    public void close() {
        server.stop();
    }
}
