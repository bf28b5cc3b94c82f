package dev.astrolabe.aster.web3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.testkit.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NonceGeneratorTest {

    private final FakeClock clock = new FakeClock();

    @Test
    void is_the_venues_time_in_microseconds() {
        Instant now = Instant.parse("2026-07-16T08:00:00.123456789Z");

        assertThat(new NonceGenerator().next(now)).isEqualTo(1784188800123456L);
    }

    @Test
    void goes_up_by_one_while_the_clock_stands_still_or_goes_back() {
        NonceGenerator nonces = new NonceGenerator();
        long first = nonces.next(clock.instant());

        assertThat(nonces.next(clock.instant())).isEqualTo(first + 1);
        clock.advance(Duration.ofSeconds(-5));
        assertThat(nonces.next(clock.instant())).isEqualTo(first + 2);
        clock.advance(Duration.ofSeconds(6));
        assertThat(nonces.next(clock.instant())).isEqualTo(first + 1_000_000);
    }

    @Property
    void is_above_the_last_and_never_behind_the_venue(@ForAll @Size(max = 50) List<Integer> steps) {
        NonceGenerator nonces = new NonceGenerator();
        Instant now = FakeClock.START;
        long last = 0;
        for (int step : steps) {
            now = now.plusNanos(step);

            long nonce = nonces.next(now);

            assertThat(nonce).isGreaterThan(last).isGreaterThanOrEqualTo(micros(now));
            last = nonce;
        }
    }

    private static long micros(Instant time) {
        return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
    }

    @Test
    void two_clients_of_a_key_draw_from_one_source_while_either_is_open() {
        KeyUse first = KeyUse.of(Vectors.SIGNER);
        try (KeyUse second = KeyUse.of(Vectors.SIGNER);
                KeyUse other = KeyUse.of(Vectors.OWNER)) {
            long nonce = first.nonces().next(clock.instant());
            assertThat(second.nonces().next(clock.instant())).isEqualTo(nonce + 1);
            assertThat(other.nonces().next(clock.instant())).isEqualTo(nonce);

            first.close();
            first.close();
            try (KeyUse third = KeyUse.of(Vectors.SIGNER)) {
                assertThat(third.nonces().next(clock.instant())).isEqualTo(nonce + 2);
            }
        }
        assertThat(KeyUse.isInUse(Vectors.SIGNER)).isFalse();
        assertThat(KeyUse.isInUse(Vectors.OWNER)).isFalse();
    }

    @Test
    void sixty_four_threads_draw_each_nonce_once_and_in_order() throws InterruptedException, ExecutionException {
        int threads = 64;
        int each = 2_000;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<long[]>> tasks = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                tasks.add(() -> {
                    try (KeyUse use = KeyUse.of(Vectors.SIGNER)) {
                        return LongStream.range(0, each)
                                .map(n -> use.nonces().next(clock.instant()))
                                .toArray();
                    }
                });
            }
            try (KeyUse held = KeyUse.of(Vectors.SIGNER)) {
                long before = held.nonces().next(clock.instant());
                List<Long> all = new ArrayList<>();
                for (Future<long[]> drawn : pool.invokeAll(tasks)) {
                    assertThat(drawn.get()).isSorted();
                    LongStream.of(drawn.get()).forEach(all::add);
                }
                assertThat(all).hasSize(threads * each).doesNotHaveDuplicates().allMatch(nonce -> nonce > before);
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
