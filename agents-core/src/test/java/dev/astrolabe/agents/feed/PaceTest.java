package dev.astrolabe.agents.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void virtual_time_runs_its_action_once_a_step_until_none_is_left() throws InterruptedException {
        AtomicInteger advanced = new AtomicInteger();
        Pace pace = Pace.virtual(2, advanced::incrementAndGet);

        assertThat(pace.step()).isTrue();
        assertThat(pace.step()).isTrue();
        assertThat(pace.step()).isFalse();
        assertThat(advanced).hasValue(2);
    }

    @Test
    void virtual_time_honours_interruption() {
        Pace pace = Pace.virtual(1, () -> {});
        Thread.currentThread().interrupt();

        assertThatThrownBy(pace::step).isInstanceOf(InterruptedException.class);
    }

    @Test
    void real_time_waits_for_the_rest_of_the_period() throws InterruptedException {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        List<Duration> waits = new ArrayList<>();
        Pace pace = Pace.realTime(Duration.ofSeconds(10), now::get, wait -> {
            waits.add(wait);
            now.updateAndGet(time -> time.plus(wait));
        });

        pace.step();
        now.updateAndGet(time -> time.plusSeconds(3));
        pace.step();
        pace.step();

        assertThat(waits).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(10));
    }

    @Test
    void real_time_does_not_make_up_for_missed_steps() throws InterruptedException {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        List<Duration> waits = new ArrayList<>();
        Pace pace = Pace.realTime(Duration.ofSeconds(10), now::get, waits::add);

        pace.step();
        now.set(Instant.ofEpochSecond(35));
        pace.step();
        pace.step();

        assertThat(waits).containsExactly(Duration.ofSeconds(10));
    }

    @Test
    void refuses_values_out_of_range() {
        assertThatThrownBy(() -> Pace.virtual(-1, () -> {})).hasMessage("steps -1 of a feed are below 0");
        assertThatThrownBy(() -> Pace.realTime(Duration.ZERO, Instant::now, wait -> {}))
                .hasMessage("period PT0S of a feed is not above zero");
    }
}
