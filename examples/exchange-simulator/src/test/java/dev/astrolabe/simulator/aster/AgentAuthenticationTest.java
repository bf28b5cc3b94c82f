package dev.astrolabe.simulator.aster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.testkit.Fixtures;
import dev.astrolabe.simulator.wire.Json;
import dev.astrolabe.simulator.wire.WireAnswer;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.ECKeyPair;

class AgentAuthenticationTest {

    private static final long SECOND = 1_000_000;

    private final Bench bench = new Bench();

    private WireAnswer get(String text, String signature) {
        return bench.send("GET", "/fapi/v3/balance", text + "&signature=" + signature, "", Map.of());
    }

    private WireAnswer signed(String text) {
        return get(text, Bench.sign(Bench.AGENT, 1666, text));
    }

    private static String text(long nonce) {
        return "nonce=" + nonce + "&signer=" + Bench.SIGNER;
    }

    @Test
    void recovers_the_signers_of_the_vectors() {
        JsonNode vectors = Json.read(Fixtures.payloads().text("aster/signing-vectors.json"))
                .orElseThrow()
                .path("eip712")
                .path("vectors");

        assertThat(vectors).hasSizeGreaterThan(20).allSatisfy(vector -> {
            Eip712 messages = new Eip712(vector.path("chainId").asLong());
            String message = vector.path("msg").asText();
            assertThat("0x" + HexFormat.of().formatHex(messages.digest(message)))
                    .isEqualTo(vector.path("digest").asText());
            assertThat(messages.signer(message, vector.path("signature").asText()))
                    .contains(vector.path("signer").asText().toLowerCase(Locale.ROOT));
        });
    }

    @Test
    void takes_requests_with_and_without_user_in_any_order() {
        String user = "user=" + Bench.USER.toUpperCase(Locale.ROOT).replace("0X", "0x");

        assertThat(signed(text(bench.nonce())).status()).isEqualTo(200);
        assertThat(signed(text(bench.nonce()) + "&" + user).status()).isEqualTo(200);
        assertThat(signed(user + "&" + text(bench.nonce())).status()).isEqualTo(200);
    }

    @Test
    void takes_the_text_as_sent_and_before_it_was_encoded() {
        String list = "[\"a\", \"b\"]";
        String tail = "&symbol=BTCUSDT&" + text(bench.nonce());
        String raw = "origClientOrderIdList=" + list + tail;
        String sent = "origClientOrderIdList=%5B%22a%22%2C%20%22b%22%5D" + tail;
        String again = sent.replace("nonce=", "nonce=0");

        WireAnswer ofRaw = bench.send(
                "DELETE",
                "/fapi/v3/batchOrders",
                "",
                sent + "&signature=" + Bench.sign(Bench.AGENT, 1666, raw),
                Map.of());
        WireAnswer ofNeither = bench.send(
                "DELETE",
                "/fapi/v3/batchOrders",
                "",
                again + "&signature=" + Bench.sign(Bench.AGENT, 1666, raw),
                Map.of());

        assertThat(ofRaw.body())
                .isEqualTo("[{\"code\":-2011,\"msg\":\"Unknown order sent.\"},"
                        + "{\"code\":-2011,\"msg\":\"Unknown order sent.\"}]");
        assertThat(ofNeither.body()).contains("Signature check failed");
    }

    @Test
    void takes_the_same_parameters_twice_and_none_that_is_not_signed() {
        String text = "symbol=BTCUSDT&leverage=9&" + text(bench.nonce());
        String signed = text + "&signature=" + Bench.sign(Bench.AGENT, 1666, text);

        WireAnswer more = bench.send("POST", "/fapi/v3/leverage", signed, "positionSide=LONG", Map.of());
        WireAnswer twice = bench.send("POST", "/fapi/v3/leverage", signed, text, Map.of());

        assertThat(more.body()).contains("Signature check failed");
        assertThat(Bench.json(twice).path("leverage").asInt()).isEqualTo(9);
    }

    @Test
    void refuses_another_key_another_chain_and_an_altered_text() {
        ECKeyPair stranger = ECKeyPair.create(new BigInteger("5a".repeat(32), 16));
        String text = text(bench.nonce());

        assertThat(get(text, Bench.sign(stranger, 1666, text)).body()).contains("-1000", "Signature check failed");
        assertThat(get(text, Bench.sign(Bench.AGENT, 714, text)).status()).isEqualTo(400);
        assertThat(get("asset=X&" + text, Bench.sign(Bench.AGENT, 1666, text)).status())
                .isEqualTo(400);
        assertThat(get(text, "0x1234").status()).isEqualTo(400);
        assertThat(signed(text).status()).as("none of these used the nonce up").isEqualTo(200);
    }

    @Test
    void takes_the_testnets_chain_where_it_is_told_to() {
        Bench testnet = new Bench(AsterOptions.standard().withChainId(714));
        String text = text(testnet.nonce());

        WireAnswer answer = testnet.send(
                "GET", "/fapi/v3/balance", text + "&signature=" + Bench.sign(Bench.AGENT, 714, text), "", Map.of());

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void refuses_unknown_agents_and_foreign_users() {
        String unknown = "nonce=" + bench.nonce() + "&signer=0x" + "cd".repeat(20);
        String foreign = text(bench.nonce()) + "&user=0x" + "cd".repeat(20);

        assertThat(Bench.code(signed(unknown))).isEqualTo(-2015);
        assertThat(Bench.code(signed(foreign))).isEqualTo(-2015);
    }

    @Test
    void names_the_parameter_that_is_missing() {
        assertThat(signed("signer=" + Bench.SIGNER).body()).contains("-1102", "'nonce'");
        assertThat(signed("nonce=1").body()).contains("-1102", "'signer'");
        assertThat(bench.send("GET", "/fapi/v3/balance", text(bench.nonce()), "", Map.of())
                        .body())
                .contains("-1102", "'signature'");
    }

    @Test
    void takes_nonces_within_ten_seconds_and_none_twice() {
        long now = bench.nonce();

        assertThat(signed(text(now - 10 * SECOND)).status()).isEqualTo(200);
        assertThat(signed(text(now + 10 * SECOND)).status()).isEqualTo(200);
        assertThat(Bench.code(signed(text(now - 10 * SECOND - 1)))).isEqualTo(-4225);
        assertThat(Bench.code(signed(text(now + 10 * SECOND + 1)))).isEqualTo(-4225);
        assertThat(Bench.code(signed(text(now + 10 * SECOND)))).isEqualTo(-4225);
    }

    @Test
    void drops_an_order_whose_nonce_a_noop_has_used() {
        String order = "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.01&" + text(bench.nonce());
        String noop = order.substring(order.indexOf("nonce="));

        WireAnswer dropped = bench.send(
                "POST", "/fapi/v3/noop", noop + "&signature=" + Bench.sign(Bench.AGENT, 1666, noop), "", Map.of());
        WireAnswer late = bench.send(
                "POST", "/fapi/v3/order", "", order + "&signature=" + Bench.sign(Bench.AGENT, 1666, order), Map.of());

        assertThat(dropped.body()).isEqualTo("{\"code\":200,\"msg\":\"success\"}");
        assertThat(Bench.code(late)).isEqualTo(-4225);
        assertThat(bench.account.orders()).isEmpty();
    }
}
