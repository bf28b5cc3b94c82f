package dev.astrolabe.simulator.aster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NoncesTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_000);
    private static final long MICROS = 1_000_000_000L;

    private final Nonces nonces = new Nonces(Duration.ofSeconds(10));

    @Test
    void expires_what_lies_below_the_newest_hundred() {
        for (int i = 0; i < 100; i++) {
            nonces.use("agent", MICROS + 2L * i, NOW);
        }

        nonces.use("agent", MICROS + 1, NOW);

        assertThatThrownBy(() -> nonces.use("agent", MICROS, NOW)).hasMessage("-4225 Nonce Expired");
        assertThatThrownBy(() -> nonces.use("agent", MICROS - 1, NOW)).hasMessage("-4225 Nonce Expired");
        assertThatThrownBy(() -> nonces.use("agent", MICROS + 4, NOW)).hasMessage("-4225 Nonce Expired");
    }

    @Test
    void keeps_each_agents_nonces_apart() {
        nonces.use("agent", MICROS, NOW);

        nonces.use("another", MICROS, NOW);

        assertThat(nonces).isNotNull();
    }
}
