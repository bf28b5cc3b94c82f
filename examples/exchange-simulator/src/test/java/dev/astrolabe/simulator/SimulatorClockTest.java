package dev.astrolabe.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SimulatorClockTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofSeconds(1);
    private static final Duration BEHIND = Duration.ofSeconds(5);

    @Test
    void stands_still_until_it_is_turned_and_never_goes_back() {
        SimulatorClock clock = SimulatorClock.turned(START);

        clock.turnTo(START.plusSeconds(3));

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(3));
        assertThat(clock.withZone(ZoneId.of("Asia/Tokyo")).instant()).isEqualTo(clock.instant());
        assertThatThrownBy(() -> clock.turnTo(START))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-03-01T00:00:03Z");
    }

    @Test
    void judges_exactly_what_is_signed_by_a_clock_that_is_turned() {
        SimulatorClock clock = SimulatorClock.turned(START);
        clock.turnTo(START.plusSeconds(60));
        Instant now = clock.instant();

        assertThat(clock.accepts(now.plus(AHEAD), AHEAD, BEHIND)).isTrue();
        assertThat(clock.accepts(now.plus(AHEAD).plusMillis(1), AHEAD, BEHIND)).isFalse();
        assertThat(clock.accepts(now.minus(BEHIND), AHEAD, BEHIND)).isTrue();
        assertThat(clock.accepts(now.minus(BEHIND).minusMillis(1), AHEAD, BEHIND))
                .isFalse();
    }

    @Test
    void judges_exactly_at_the_speed_of_the_machine() {
        SimulatorClock real = SimulatorClock.real();
        SimulatorClock shifted = SimulatorClock.accelerated(START, 1);

        assertThat(real.accepts(Instant.now(), AHEAD, BEHIND)).isTrue();
        assertThat(real.accepts(Instant.now().minus(Duration.ofMinutes(1)), AHEAD, BEHIND))
                .isFalse();
        assertThat(shifted.accepts(START, AHEAD, Duration.ofHours(1))).isTrue();
        assertThat(shifted.accepts(Instant.now(), AHEAD, BEHIND)).isFalse();
    }

    @Test
    void takes_both_times_from_the_start_on_where_it_races() {
        Instant start = Instant.now();
        SimulatorClock clock = SimulatorClock.accelerated(start, 1_000_000);

        assertThat(clock.accepts(start.minus(BEHIND), AHEAD, BEHIND)).isTrue();
        assertThat(clock.accepts(Instant.now(), AHEAD, BEHIND)).isTrue();
        assertThat(clock.accepts(clock.instant(), AHEAD, BEHIND)).isTrue();
        assertThat(clock.accepts(start.minus(BEHIND).minusMillis(1), AHEAD, BEHIND))
                .isFalse();
        assertThat(clock.accepts(clock.instant().plus(Duration.ofDays(900)), AHEAD, BEHIND))
                .isFalse();
    }

    @Test
    void tells_how_long_the_machine_takes() {
        SimulatorClock clock = SimulatorClock.accelerated(START, 1_000);

        assertThat(clock.machineTimeUntil(START)).isZero();
        assertThat(clock.machineTimeUntil(START.plus(Duration.ofDays(10))))
                .isBetween(Duration.ofSeconds(800), Duration.ofSeconds(864));
        assertThat(clock.machineTimeUntil(Instant.MAX)).isGreaterThan(Duration.ofDays(1));
        assertThatThrownBy(() -> SimulatorClock.turned(START).machineTimeUntil(START))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refuses_a_speed_that_is_none() {
        assertThatThrownBy(() -> SimulatorClock.accelerated(START, 0)).hasMessageContaining("speed 0.0");
        assertThatThrownBy(() -> SimulatorClock.accelerated(START, Double.NaN)).hasMessageContaining("speed NaN");
        assertThatThrownBy(() -> SimulatorClock.real().turnTo(START)).isInstanceOf(IllegalStateException.class);
    }
}
