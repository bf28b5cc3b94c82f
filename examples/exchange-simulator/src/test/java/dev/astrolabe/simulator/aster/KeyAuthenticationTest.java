package dev.astrolabe.simulator.aster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.Secret;
import dev.astrolabe.exchange.testkit.Fixtures;
import dev.astrolabe.simulator.wire.Json;
import dev.astrolabe.simulator.wire.WireAnswer;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyAuthenticationTest {

    private static final String PATH = "/fapi/v2/balance";
    private static final Map<String, String> OWN_KEY = Map.of("x-mbx-apikey", Bench.KEY);

    private final Bench bench = new Bench();

    private WireAnswer get(String query, Map<String, String> headers) {
        return bench.send("GET", PATH, query, "", headers);
    }

    private static String signed(String query) {
        return query + "&signature=" + Bench.hmac(query);
    }

    private static String at(long millis) {
        return "timestamp=" + (Bench.START.toEpochMilli() + millis);
    }

    @Test
    void signs_as_the_vectors_say() {
        JsonNode vectors = Json.read(Fixtures.payloads().text("aster/signing-vectors.json"))
                .orElseThrow()
                .path("hmac");
        Secret secret = Secret.of("secret", vectors.path("secretKey").asText());

        assertThat(vectors.path("vectors"))
                .hasSizeGreaterThan(5)
                .allSatisfy(vector -> assertThat(KeyAuthentication.sign(
                                vector.path("queryString").asText()
                                        + vector.path("body").asText(),
                                secret))
                        .isEqualTo(vector.path("signature").asText()));
    }

    @Test
    void takes_a_signature_over_query_and_body_without_anything_between() {
        String query = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC";
        String body = "quantity=0.01&price=49900&recvWindow=5000&" + at(0);
        String signature = Bench.hmac(query + body).toUpperCase(Locale.ROOT);

        WireAnswer answer = bench.send("POST", "/fapi/v1/order", query, body + "&signature=" + signature, OWN_KEY);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Bench.json(answer).path("price").asText()).isEqualTo("49900.0");
    }

    @Test
    void gives_the_value_of_the_query_to_a_name_that_both_parts_carry() {
        String query = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.02";
        String body = "quantity=0.01&price=49900&" + at(0);

        WireAnswer answer =
                bench.send("POST", "/fapi/v1/order", query, body + "&signature=" + Bench.hmac(query + body), OWN_KEY);

        assertThat(Bench.json(answer).path("origQty").asText()).isEqualTo("0.020");
    }

    @Test
    void refuses_a_missing_and_a_foreign_key() {
        WireAnswer missing = get(signed(at(0)), Map.of());
        WireAnswer foreign = get(signed(at(0)), Map.of("x-mbx-apikey", "another-key"));

        assertThat(Bench.code(missing)).isEqualTo(-2014);
        assertThat(Bench.code(foreign)).isEqualTo(-2015);
    }

    @Test
    void names_the_parameter_that_is_missing() {
        WireAnswer noTime = get("signature=00", OWN_KEY);
        WireAnswer noSignature = get(at(0), OWN_KEY);

        assertThat(Bench.code(noTime)).isEqualTo(-1102);
        assertThat(noTime.body()).contains("'timestamp'");
        assertThat(Bench.code(noSignature)).isEqualTo(-1102);
        assertThat(noSignature.body()).contains("'signature'");
    }

    @Test
    void refuses_a_wrong_signature_and_one_that_is_not_last() {
        WireAnswer wrong = get(at(0) + "&signature=" + "00".repeat(32), OWN_KEY);
        WireAnswer first = get("signature=" + Bench.hmac(at(0)) + "&" + at(0), OWN_KEY);
        WireAnswer altered = get("asset=X&" + signed(at(0)), OWN_KEY);

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(Bench.code(wrong)).isEqualTo(-1022);
        assertThat(Bench.code(first)).isEqualTo(-1022);
        assertThat(Bench.code(altered)).isEqualTo(-1022);
    }

    @Test
    void takes_timestamps_within_the_window_only() {
        assertThat(get(signed(at(999)), OWN_KEY).status()).isEqualTo(200);
        assertThat(Bench.code(get(signed(at(1000)), OWN_KEY))).isEqualTo(-1021);
        assertThat(get(signed(at(-5000)), OWN_KEY).status()).isEqualTo(200);
        assertThat(Bench.code(get(signed(at(-5001)), OWN_KEY))).isEqualTo(-1021);
        assertThat(get(signed(at(-59_000) + "&recvWindow=60000"), OWN_KEY).status())
                .isEqualTo(200);
        assertThat(Bench.code(get(signed(at(0) + "&recvWindow=60001"), OWN_KEY)))
                .isEqualTo(-1130);
    }

    @Test
    void asks_for_the_key_alone_where_the_venue_does() {
        WireAnswer trades = bench.send("GET", "/fapi/v1/historicalTrades", "symbol=BTCUSDT", "", Map.of());
        WireAnswer withKey = bench.send("GET", "/fapi/v1/historicalTrades", "symbol=BTCUSDT", "", OWN_KEY);
        WireAnswer listenKey = bench.send("POST", "/fapi/v1/listenKey", "", "", OWN_KEY);

        assertThat(Bench.code(trades)).isEqualTo(-2014);
        assertThat(withKey.status()).isEqualTo(200);
        assertThat(Bench.json(listenKey).path("listenKey").asText()).hasSizeGreaterThan(50);
    }
}
