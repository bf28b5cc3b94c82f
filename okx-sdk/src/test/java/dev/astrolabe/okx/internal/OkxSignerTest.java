package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.transport.HttpMethod;
import dev.astrolabe.exchange.transport.WireRequest;
import dev.astrolabe.okx.Okx;
import dev.astrolabe.okx.internal.OkxSigner.Login;
import dev.astrolabe.okx.model.RowCoverage;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OkxSignerTest {

    private static final String KEY = "00000000-0000-4000-8000-000000000001";

    private static OkxSigner signer(String secret) {
        return Objects.requireNonNull(OkxSigner.of(ExchangeConfig.builder("okx")
                .credential(Okx.API_KEY, KEY)
                .credential(Okx.SECRET_KEY, secret)
                .credential(Okx.PASSPHRASE, "test-pass")
                .build()));
    }

    private static List<JsonNode> vectors(String name) {
        return StreamSupport.stream(
                        RowCoverage.json("okx/okx-signing-vectors.json")
                                .path(name)
                                .spliterator(),
                        false)
                .toList();
    }

    @TestFactory
    List<DynamicTest> signs_what_is_sent() {
        return vectors("vectors").stream()
                .map(each -> DynamicTest.dynamicTest(each.path("name").asText(), () -> {
                    try (OkxSigner signer = signer(each.path("secret").asText())) {
                        if (each.path("type").asText().equals("rest")) {
                            checkRest(signer, each);
                        } else {
                            checkLogin(signer, each);
                        }
                    }
                }))
                .toList();
    }

    private static void checkRest(OkxSigner signer, JsonNode vector) {
        HttpMethod method = HttpMethod.valueOf(vector.path("method").asText());
        WireRequest request = WireRequest.of(method, "http://localhost");
        Instant time = Instant.parse(vector.path("timestamp").asText());

        WireRequest signed = signer.sign(
                request,
                vector.path("requestPath").asText(),
                vector.path("body").asText(),
                time);

        assertThat(signed.headers().get("OK-ACCESS-SIGN"))
                .isEqualTo(vector.path("signature").asText());
        assertThat(signed.headers().get("OK-ACCESS-TIMESTAMP"))
                .isEqualTo(vector.path("timestamp").asText());
        assertThat(signed.headers())
                .containsEntry("OK-ACCESS-KEY", KEY)
                .containsEntry("OK-ACCESS-PASSPHRASE", "test-pass");
    }

    private static void checkLogin(OkxSigner signer, JsonNode vector) {
        assertThat(signer.signature(vector.path("prehash").asText()))
                .isEqualTo(vector.path("signature").asText());
        String time = vector.path("timestamp").asText();
        if (time.contains(".")) {
            return;
        }
        Login login = signer.login(Instant.ofEpochSecond(Long.parseLong(time)).plusMillis(999));

        assertThat(login.timestamp()).isEqualTo(time);
        assertThat(login.sign()).isEqualTo(vector.path("signature").asText());
        assertThat(login.apiKey()).isEqualTo(KEY);
        assertThat(login.passphrase()).isEqualTo("test-pass");
        assertThat(login.toString()).doesNotContain(KEY, "test-pass", login.sign());
    }

    @TestFactory
    List<DynamicTest> signs_something_else_otherwise() {
        return vectors("negative").stream()
                .map(each -> DynamicTest.dynamicTest(each.path("name").asText(), () -> {
                    try (OkxSigner signer = signer(each.path("secret").asText())) {
                        String signature = signer.signature(each.path("prehash").asText());

                        assertThat(signature).isEqualTo(each.path("signature").asText());
                        assertThat(signature)
                                .isNotEqualTo(
                                        signatureOf(each.path("mustDifferFrom").asText()));
                    }
                }))
                .toList();
    }

    private static String signatureOf(String name) {
        return vectors("vectors").stream()
                .filter(each -> each.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow()
                .path("signature")
                .asText();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T00:00:00Z, 2026-11-21T00:00:00.000Z",
        "2026-11-21T00:00:00.1Z, 2026-11-21T00:00:00.100Z",
        "2026-11-21T00:00:00.123456789Z, 2026-11-21T00:00:00.123Z"
    })
    void writes_three_digits_of_a_second_always(Instant time, String text) {
        assertThat(OkxSigner.timestamp(time)).isEqualTo(text);
    }

    @Test
    void takes_all_credentials_or_none() {
        assertThat(OkxSigner.of(ExchangeConfig.builder("okx").build())).isNull();
        assertThatThrownBy(() -> OkxSigner.of(ExchangeConfig.builder("okx")
                        .credential(Okx.API_KEY, "key")
                        .credential(Okx.SECRET_KEY, "topsecretvalue")
                        .build()))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("passphrase")
                .hasMessageNotContaining("topsecretvalue");
    }

    @Test
    void shows_nothing_and_leaves_the_configuration_usable_after_its_end() {
        ExchangeConfig config = ExchangeConfig.builder("okx")
                .credential(Okx.API_KEY, KEY)
                .credential(Okx.SECRET_KEY, "secret")
                .credential(Okx.PASSPHRASE, "test-pass")
                .build();
        String first;
        try (OkxSigner signer = Objects.requireNonNull(OkxSigner.of(config))) {
            first = signer.signature("text");
            assertThat(signer.toString()).isEqualTo("OkxSigner[***]");
        }

        try (OkxSigner signer = Objects.requireNonNull(OkxSigner.of(config))) {
            assertThat(signer.signature("text")).isEqualTo(first);
        }
    }
}
