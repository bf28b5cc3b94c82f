package dev.astrolabe.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrolabe.exchange.stream.ConnectionState;
import dev.astrolabe.exchange.testkit.FakeClock;
import dev.astrolabe.exchange.testkit.Fixtures;
import dev.astrolabe.exchange.testkit.Recorder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TestKitTest {

    @Test
    void a_fake_clock_stands_still_until_it_is_told_to_go_on() {
        FakeClock clock = new FakeClock();

        Instant before = clock.instant();
        clock.advance(Duration.ofMillis(1500));

        assertThat(before).isEqualTo(FakeClock.START);
        assertThat(clock.instant()).isEqualTo(FakeClock.START.plusMillis(1500));
        clock.set(Instant.EPOCH);
        assertThat(clock.millis()).isZero();
    }

    @Test
    void a_fake_clock_goes_on_in_every_zone() {
        FakeClock clock = new FakeClock(Instant.EPOCH);
        Clock elsewhere = clock.withZone(ZoneOffset.ofHours(8));

        clock.advance(Duration.ofDays(1));

        assertThat(elsewhere.instant()).isEqualTo(clock.instant());
        assertThat(elsewhere.getZone()).isEqualTo(ZoneOffset.ofHours(8));
    }

    @Test
    void a_fake_clock_loses_no_step_of_many_threads() {
        FakeClock clock = new FakeClock(Instant.EPOCH);

        IntStream.range(0, 1000).parallel().forEach(i -> clock.advance(Duration.ofMillis(1)));

        assertThat(clock.millis()).isEqualTo(1000);
    }

    @Test
    void a_recorder_finds_what_it_heard_and_says_what_it_heard_instead() throws InterruptedException {
        Recorder<String> recorder = new Recorder<>();

        recorder.onEvent("a");
        recorder.onEvent("b");
        recorder.onState(ConnectionState.LIVE);

        assertThat(recorder.await(Duration.ofSeconds(5), "b"::equals)).isEqualTo("b");
        assertThat(recorder.all()).isEqualTo(List.of("a", "b"));
        assertThat(recorder.states()).containsExactly(ConnectionState.LIVE);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> recorder.await(Duration.ofMillis(1), "c"::equals))
                .withMessageContaining("[a, b]");
    }

    @Test
    void a_recorder_waits_for_an_event_of_another_thread() throws InterruptedException {
        Recorder<String> recorder = new Recorder<>();
        Thread other = new Thread(() -> recorder.onEvent("late"));

        other.start();

        assertThat(recorder.await(Duration.ofSeconds(20), "late"::equals)).isEqualTo("late");
        other.join();
    }

    @Test
    void fixtures_read_the_folder_that_is_given() {
        Fixtures payloads = Fixtures.payloads();

        assertThat(payloads.text("README.md")).isNotBlank();
        assertThat(payloads.lines("README.md")).isNotEmpty();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> payloads.path("no-such-file.json"))
                .withMessageContaining("no-such-file.json");
    }

    @Test
    void fixtures_unpack_market_data() {
        Fixtures data = Fixtures.data();

        assertThat(data.lines("btc-perp-1m-2022-01.csv.gz"))
                .first()
                .asString()
                .startsWith("open_time_ms,open,high,low,close,volume");
    }
}
