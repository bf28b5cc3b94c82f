package dev.astrolabe.exchange.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrolabe.exchange.error.NotSentException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamOptionsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_000_001})
    void refuses_a_mailbox_without_bound_or_room(int capacity) {
        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(() -> new StreamOptions(capacity, OverflowPolicy.KEEP_LATEST, Duration.ofSeconds(1)))
                .withMessage("mailbox capacity " + capacity + " is not from 1 to 1000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void refuses_to_be_stale_at_once(String time) {
        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(() -> new StreamOptions(1, OverflowPolicy.KEEP_LATEST, Duration.parse(time)))
                .withMessage("stale after " + time + " is not above zero");
    }

    @Test
    void has_sound_defaults() {
        assertThat(StreamOptions.DEFAULT.mailboxCapacity()).isEqualTo(1024);
        assertThat(StreamOptions.DEFAULT.staleAfter()).isEqualTo(Duration.ofSeconds(30));
    }
}
