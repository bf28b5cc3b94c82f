package dev.astrolabe.exchange.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServerClockTest {

    private final ManualTime time = new ManualTime();
    private final ServerClock clock = new ServerClock(time, Duration.ofMinutes(30));

    private void sampleOffset(long millis) {
        Instant now = time.instant();
        clock.sample(now, now.plusMillis(millis), now);
    }

    @Test
    void takes_the_middle_of_the_round_trip() {
        Instant sent = ManualTime.START;

        clock.sample(sent, sent.plusMillis(1_100), sent.plusMillis(200));

        assertThat(clock.offset()).contains(Duration.ofSeconds(1));
        assertThat(clock.now()).isEqualTo(ManualTime.START.plusMillis(1_000));
    }

    @Test
    void takes_the_median_of_the_last_five() {
        for (long offset : new long[] {9_000, 10, 12, 5_000, 11, 13}) {
            sampleOffset(offset);
        }

        assertThat(clock.offset()).contains(Duration.ofMillis(12));
    }

    @Test
    void takes_the_lower_middle_of_an_even_number() {
        sampleOffset(-20);
        sampleOffset(40);

        assertThat(clock.offset()).contains(Duration.ofMillis(-20));
    }

    @Test
    void forgets_old_samples_when_it_begins_anew() {
        sampleOffset(10);
        sampleOffset(10);

        clock.restart(time.instant(), time.instant().plusMillis(700), time.instant());

        assertThat(clock.offset()).contains(Duration.ofMillis(700));
    }

    @Test
    void shows_the_local_time_without_a_sample() {
        assertThat(clock.now()).isEqualTo(ManualTime.START);
        assertThat(clock.synced()).isFalse();
    }

    @Test
    void is_due_without_a_sample_and_after_its_time() {
        assertThat(clock.due()).isTrue();

        sampleOffset(5);
        assertThat(clock.due()).isFalse();

        time.advance(Duration.ofMinutes(30).minusMillis(1));
        assertThat(clock.due()).isFalse();

        time.advance(Duration.ofMillis(1));
        assertThat(clock.due()).isTrue();
    }

    @Test
    void is_due_when_the_local_clock_was_set_back() {
        sampleOffset(5);

        time.advance(Duration.ofSeconds(-1));

        assertThat(clock.due()).isTrue();
    }
}
