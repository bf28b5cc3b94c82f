package dev.astrolabe.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrolabe.exchange.error.NotSentException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    @Test
    void lends_what_it_keeps() {
        String text = Secret.of("secretKey", "grüße-123").use(bytes -> new String(bytes, StandardCharsets.UTF_8));

        assertThat(text).isEqualTo("grüße-123");
    }

    @Test
    void never_shows_itself() {
        assertThat(Secret.of("secretKey", "hush")).hasToString("***");
        assertThat(Secret.of("secretKey", "hush")).isNotInstanceOf(java.io.Serializable.class);
    }

    @Test
    void wipes_what_it_lent() {
        AtomicReference<byte[]> kept = new AtomicReference<>();

        int length = Secret.of("secretKey", "hush").use(bytes -> {
            kept.set(bytes);
            return bytes.length;
        });

        assertThat(length).isEqualTo(4);
        assertThat(kept.get()).containsOnly(0);
    }

    @Test
    void is_of_no_use_once_closed() {
        Secret secret = Secret.of("secretKey", "hush");

        secret.close();
        secret.close();

        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(() -> secret.use(bytes -> bytes.length))
                .satisfies(refusal -> assertThat(refusal.why()).isEqualTo(NotSentException.Cause.CLOSED));
    }

    @ParameterizedTest
    @ValueSource(strings = {" hush", "hush ", "hush\n", "\thush", " "})
    void refuses_blanks_around_without_showing_the_text(String value) {
        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(() -> Secret.of("secretKey", value))
                .withMessage("secretKey begins or ends with a blank; it was probably copied with it");
    }

    @Test
    void refuses_an_empty_text() {
        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(() -> Secret.of("secretKey", ""))
                .withMessage("secretKey is empty");
    }

    @Test
    @SuppressWarnings("NullAway") // what a variable that is not set gives
    void says_which_secret_is_missing() {
        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(() -> Secret.of("secretKey", System.getenv("ASTROLABE_NO_SUCH_VARIABLE")))
                .withMessage("secretKey is missing");
    }

    @Test
    void a_copy_outlives_what_it_was_copied_from() {
        Secret first = Secret.of("key", "words");
        Secret second = first.copy();

        first.close();

        assertThat(second.<String>use(bytes -> new String(bytes, StandardCharsets.UTF_8)))
                .isEqualTo("words");
        assertThatExceptionOfType(NotSentException.class).isThrownBy(first::copy);
    }
}
