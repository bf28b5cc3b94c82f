package dev.astrolabe.aster.hmac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.Secret;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.testkit.Fixtures;
import dev.astrolabe.exchange.transport.Json;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HmacSignerTest {

    private static final String KEY = "dbefbc809e3e83c283a984c3a1459732ea7db1360ca80c5c2c8867408d28cc83";
    private static final String SECRET = "2b5eb11e18796d12d88f13dc27dbbd02c2cc51ff7059765ed9821957d82bb4d9";
    private static final String ORDER = "symbol=BTCUSDT&side=BUY&type=LIMIT&quantity=1&price=9000&timeInForce=GTC"
            + "&recvWindow=5000&timestamp=1591702613943";

    private static HmacSigner signer() {
        return new HmacSigner(
                Secret.of(AsterHmac.API_KEY, KEY), Secret.of(AsterHmac.SECRET_KEY, SECRET), Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ORDER + "||3c661234138461fcc7a7d8746c6558c9842d4e10870d2ecbedf7777cad694af9",
                "|" + ORDER + "|3c661234138461fcc7a7d8746c6558c9842d4e10870d2ecbedf7777cad694af9",
                "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC"
                        + "|quantity=1&price=9000&recvWindow=5000&timestamp=1591702613943"
                        + "|30baaf0fab549bbeda7f5ef201898b34122da25fd23c646cac2c529aebe670a4",
                "timestamp=1591702613943||84901bbeed96ffa9adf9995c40fcadcb0a9ddad37c2605ce82491f2c771077a6",
                "symbol=BTCUSDT&origClientOrderIdList=%5B%22my_id_1%22%2C%22my_id_2%22%5D&recvWindow=5000"
                        + "&timestamp=1591702613943"
                        + "||0d8ced26623a4be3bf1bf44abf51c63ace9488b9314b4b6ec379a0abe41e0b9c",
                "symbol=BTCUSDT&origClientOrderId=a.b%3Ac%2Fd_e-1&timestamp=1591702613943"
                        + "||1ca6154f06faf8a7b25f699db8fbdb3577358c6af733acddcdcd70f2a11f4438"
            })
    void signs_query_and_body_one_after_the_other(String query, String body, String signature) {
        String text = (query == null ? "" : query) + (body == null ? "" : body);

        assertThat(signer().signature(text)).isEqualTo(signature);
    }

    @Test
    void agrees_with_every_vector_in_place() throws IOException {
        JsonNode hmac = new Json()
                .tree(Fixtures.payloads().text("aster/signing-vectors.json"))
                .get("hmac");
        HmacSigner signer = new HmacSigner(
                Secret.of(AsterHmac.API_KEY, hmac.get("apiKey").asText()),
                Secret.of(AsterHmac.SECRET_KEY, hmac.get("secretKey").asText()),
                Duration.ofSeconds(5));

        assertThat(hmac.get("vectors"))
                .hasSize(6)
                .allSatisfy(vector -> assertThat(
                                signer.signature(vector.get("queryString").asText()
                                        + vector.get("body").asText()))
                        .as(vector.get("id").asText())
                        .isEqualTo(vector.get("signature").asText()));
    }

    @Test
    void keeps_its_own_copy_of_the_secrets_and_wipes_it() {
        Secret apiKey = Secret.of(AsterHmac.API_KEY, KEY);
        Secret secretKey = Secret.of(AsterHmac.SECRET_KEY, SECRET);
        HmacSigner signer = new HmacSigner(apiKey, secretKey, Duration.ofSeconds(5));

        signer.close();
        signer.close();

        assertThatThrownBy(() -> signer.signature("timestamp=1"))
                .isInstanceOf(NotSentException.class)
                .hasMessageNotContaining(SECRET);
        int length = secretKey.use(bytes -> bytes.length);
        assertThat(length).isEqualTo(SECRET.length());
        assertThat(signer.toString()).doesNotContain(KEY).doesNotContain(SECRET);
    }
}
