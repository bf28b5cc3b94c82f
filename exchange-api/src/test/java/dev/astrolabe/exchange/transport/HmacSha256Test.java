package dev.astrolabe.exchange.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrolabe.exchange.Secret;
import dev.astrolabe.exchange.error.NotSentException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class HmacSha256Test {

    private static final int THREADS = 12;

    private final Random random = new Random(20260814);

    /** The plain way: an object for each signature. */
    private static byte[] plain(String key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** A key of 1 to 200 characters and as many bytes, without blanks. */
    private String key() {
        return random.ints(1 + random.nextInt(200), '!', '~' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private byte[] text() {
        byte[] text = new byte[random.nextInt(1_001)];
        random.nextBytes(text);
        return text;
    }

    @Test
    void ten_thousand_signatures_are_those_of_the_plain_way() {
        for (int i = 0; i < 1_000; i++) {
            String key = key();
            try (HmacSha256 hmac = new HmacSha256(Secret.of("key", key))) {
                for (int j = 0; j < 10; j++) {
                    byte[] text = text();

                    assertThat(hmac.signature(text)).isEqualTo(plain(key, text));
                }
            }
        }
    }

    @Test
    void a_text_is_signed_in_hex_and_base64() {
        for (String text : List.of("", "symbol=BTCUSDT&timestamp=1", "grüße \uD83D\uDE00")) {
            byte[] expected = plain("secret", text.getBytes(StandardCharsets.UTF_8));
            try (HmacSha256 hmac = new HmacSha256(Secret.of("key", "secret"))) {

                assertThat(hmac.hex(text)).isEqualTo(HexFormat.of().formatHex(expected));
                assertThat(hmac.base64(text)).isEqualTo(Base64.getEncoder().encodeToString(expected));
            }
        }
    }

    @Test
    void threads_at_the_same_time_get_their_own_signatures() throws InterruptedException, ExecutionException {
        String key = key();
        List<byte[]> texts = new ArrayList<>();
        List<byte[]> expected = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            texts.add(text());
            expected.add(plain(key, texts.get(i)));
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (HmacSha256 hmac = new HmacSha256(Secret.of("key", key))) {
            List<Future<?>> ends = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                ends.add(threads.submit(() -> {
                    for (int i = 0; i < texts.size(); i++) {
                        assertThat(hmac.signature(texts.get(i))).isEqualTo(expected.get(i));
                    }
                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void signs_nothing_once_closed() {
        HmacSha256 hmac = new HmacSha256(Secret.of("key", "hush"));
        assertThat(hmac.hex("text")).hasSize(64);

        hmac.close();
        hmac.close();

        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(() -> hmac.hex("text"))
                .satisfies(refusal -> assertThat(refusal.why()).isEqualTo(NotSentException.Cause.CLOSED))
                .withMessageNotContaining("hush");
    }

    @Test
    void a_close_during_signatures_lets_them_end_and_refuses_all_others() throws Exception {
        byte[] text = text();
        byte[] expected = plain("secret", text);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 200; i++) {
                HmacSha256 hmac = new HmacSha256(Secret.of("key", "secret"));
                Future<?> signing = threads.submit(() -> {
                    while (true) {
                        assertThat(hmac.signature(text)).isEqualTo(expected);
                    }
                });
                hmac.close();

                assertThatExceptionOfType(ExecutionException.class)
                        .isThrownBy(signing::get)
                        .withCauseInstanceOf(NotSentException.class);
                assertThatExceptionOfType(NotSentException.class).isThrownBy(() -> hmac.signature(text));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void has_a_life_of_its_own() {
        Secret key = Secret.of("key", "secret");
        HmacSha256 hmac = new HmacSha256(key);
        HmacSha256 other = new HmacSha256(key);

        hmac.close();
        key.close();

        assertThat(other.hex("text"))
                .isEqualTo(HexFormat.of().formatHex(plain("secret", "text".getBytes(StandardCharsets.UTF_8))));
        assertThatExceptionOfType(NotSentException.class).isThrownBy(() -> new HmacSha256(key));
        other.close();
    }

    @Test
    void never_shows_the_key() {
        try (HmacSha256 hmac = new HmacSha256(Secret.of("key", "hush"))) {
            assertThat(hmac).hasToString("HmacSha256[***]");
        }
    }
}
