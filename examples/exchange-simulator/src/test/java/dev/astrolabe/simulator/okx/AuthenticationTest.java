package dev.astrolabe.simulator.okx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.Secret;
import dev.astrolabe.exchange.testkit.Fixtures;
import dev.astrolabe.simulator.SimulatedAccount.OkxKey;
import dev.astrolabe.simulator.wire.Handled;
import dev.astrolabe.simulator.wire.Json;
import dev.astrolabe.simulator.wire.WireRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticationTest {

    private static final String BALANCE = "account/balance";

    private final OkxBench bench = new OkxBench();

    @Test
    void takes_every_signing_vector_and_no_other_signature() {
        JsonNode vectors = Json.read(Fixtures.payloads().text("okx/okx-signing-vectors.json"))
                .orElseThrow();

        assertThat(vectors.path("vectors")).isNotEmpty().allSatisfy(vector -> {
            OkxKey key = new OkxKey(
                    "key",
                    Secret.of("secret", vector.path("secret").asText()),
                    Secret.of("passphrase", "phrase"),
                    Set.of("trade"));
            String prehash = vector.path("prehash").asText();
            String signature = vector.path("signature").asText();

            assertThat(Authentication.signs(key, signature, prehash)).isTrue();
            assertThat(Authentication.signs(key, signature, prehash + " ")).isFalse();
            assertThat(Authentication.signs(key, "", prehash)).isFalse();
        });
    }

    @Test
    void answers_a_signed_request_and_notes_it() {
        Handled handled = bench.handle(bench.signed("GET", BALANCE, ""));

        assertThat(handled.answer().status()).isEqualTo(200);
        assertThat(OkxBench.json(handled).path("code").asText()).isEqualTo("0");
        assertThat(handled.acceptance().orElseThrow().account()).isEqualTo("main");
        assertThat(handled.acceptance().orElseThrow().operation()).isEqualTo("GET /api/v5/account/balance");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ok-access-key        | ''                         | 50103 | 401",
                "ok-access-passphrase | ''                         | 50104 | 401",
                "ok-access-passphrase | wrong                      | 50105 | 401",
                "ok-access-sign       | ''                         | 50106 | 401",
                "ok-access-sign       | bm90IHRoZSBzaWduYXR1cmU=   | 50113 | 401",
                "ok-access-timestamp  | ''                         | 50107 | 401",
                "ok-access-timestamp  | 2026-01-02T03:04:05Z       | 50112 | 401",
                "ok-access-timestamp  | 1767323045000              | 50112 | 401",
                "ok-access-timestamp  | 2026-01-02T03:04:35.001Z   | 50102 | 401",
                "ok-access-timestamp  | 2026-01-02T03:03:34.999Z   | 50102 | 401",
                "ok-access-timestamp  | 2026-01-02T03:04:35.000Z   | 50113 | 401",
                "ok-access-key        | nonsense                   | 50111 | 401",
                "ok-access-key        | 0b1f3d52-3d5a-4c9f-8a8e-2f0c3b8f2f11 | 50119 | 200",
            })
    void refuses_a_header_that_is_missing_or_wrong(String header, String value, String code, int status) {
        Handled handled = bench.handle(bench.signed("GET", BALANCE, "", "key-main", Map.of(header, value)));

        assertThat(OkxBench.json(handled).path("code").asText()).isEqualTo(code);
        assertThat(handled.answer().status()).isEqualTo(status);
        assertThat(handled.acceptance()).isEmpty();
    }

    @Test
    void refuses_a_query_that_was_not_signed() {
        WireRequest signed = bench.signed("GET", BALANCE + "?ccy=BTC", "");
        WireRequest changed = new WireRequest("GET", signed.path(), "ccy=USDT", signed.headers(), "", signed.remote());

        assertThat(OkxBench.json(bench.handle(signed)).path("code").asText()).isEqualTo("0");
        assertThat(OkxBench.json(bench.handle(changed)).path("code").asText()).isEqualTo("50113");
    }

    @Test
    void lets_a_key_that_only_reads_read_and_not_trade() {
        String order = Json.text(OkxBench.market(OkxBench.SWAP, "buy", "1"));

        JsonNode read = OkxBench.json(bench.handle(bench.signed("GET", BALANCE, "", "key-reader", Map.of())));
        JsonNode traded =
                OkxBench.json(bench.handle(bench.signed("POST", "trade/order", order, "key-reader", Map.of())));

        assertThat(read.path("code").asText()).isEqualTo("0");
        assertThat(traded.path("code").asText()).isEqualTo("50120");
    }

    @Test
    void tolerates_the_header_of_simulated_trading() {
        Map<String, String> demo = Map.of("x-simulated-trading", "1");

        assertThat(OkxBench.json(bench.handle(bench.signed("GET", BALANCE, "", "key-main", demo)))
                        .path("code")
                        .asText())
                .isEqualTo("0");
    }

    @Test
    void drops_an_order_whose_expiry_has_passed() {
        String order = Json.text(OkxBench.market(OkxBench.SWAP, "buy", "1"));
        String past = Long.toString(bench.now().toEpochMilli() - 1);
        String ahead = Long.toString(bench.now().toEpochMilli() + 1000);

        JsonNode late = OkxBench.json(
                bench.handle(bench.signed("POST", "trade/order", order, "key-main", Map.of("exptime", past))));
        JsonNode inTime = OkxBench.json(
                bench.handle(bench.signed("POST", "trade/order", order, "key-main", Map.of("exptime", ahead))));

        assertThat(late.path("code").asText()).isEqualTo("50037");
        assertThat(inTime.path("code").asText()).isEqualTo("0");
    }

    @Test
    void knows_no_other_path_and_no_other_method() {
        Handled nowhere = bench.handle(bench.signed("GET", "account/nothing", ""));
        Handled wrong = bench.handle(bench.signed("DELETE", "trade/order", ""));

        assertThat(nowhere.answer().status()).isEqualTo(404);
        assertThat(wrong.answer().status()).isEqualTo(405);
        assertThat(OkxBench.json(wrong).path("code").asText()).isEqualTo("50115");
    }

    @Test
    void limits_an_endpoint_by_its_own_count() {
        for (int i = 0; i < 5; i++) {
            assertThat(bench.get("account/config").path("code").asText()).isEqualTo("0");
        }
        Handled refused = bench.handle(bench.signed("GET", "account/config", ""));
        bench.advance(Duration.ofSeconds(2));

        assertThat(refused.answer().status()).isEqualTo(429);
        assertThat(OkxBench.json(refused).path("code").asText()).isEqualTo("50011");
        assertThat(bench.get("account/config").path("code").asText()).isEqualTo("0");
    }

    @Test
    void counts_single_orders_and_batches_apart_but_a_batch_of_one_as_single() {
        Map<String, Object> unknown = Map.of("instId", OkxBench.SWAP, "ordId", "1");
        for (int i = 0; i < 59; i++) {
            bench.post("trade/cancel-order", unknown);
        }

        JsonNode sixtieth = bench.post("trade/cancel-batch-orders", List.of(unknown));
        JsonNode beyond = bench.post("trade/cancel-order", unknown);
        JsonNode batch = bench.post("trade/cancel-batch-orders", List.of(unknown, unknown));

        assertThat(OkxBench.sCode(sixtieth)).isEqualTo("51400");
        assertThat(beyond.path("code").asText()).isEqualTo("50011");
        assertThat(OkxBench.sCode(batch)).isEqualTo("51400");
    }
}
