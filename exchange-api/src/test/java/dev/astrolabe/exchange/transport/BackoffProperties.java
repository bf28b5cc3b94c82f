package dev.astrolabe.exchange.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BackoffProperties {

    @Property
    void doubles_up_to_its_bound_and_takes_away_half_at_most(
            @ForAll @IntRange(min = 1, max = 60_000) int first,
            @ForAll @IntRange(min = 1, max = 600_000) int longest,
            @ForAll Random random) {
        Backoff backoff = new Backoff(SocketOptions.builder()
                .backoff(Duration.ofMillis(first))
                .maxBackoff(Duration.ofMillis(longest))
                .random(random)
                .build());

        for (int round = 0; round < 2; round++) {
            assertThat(backoff.isFresh()).isTrue();
            for (int attempt = 0; attempt < 100; attempt++) {
                long full = Math.min((long) first << Math.min(attempt, 20), longest);
                assertThat(backoff.next().toMillis()).isBetween(full - full / 2, full);
                assertThat(backoff.isFresh()).isFalse();
            }
            backoff.reset();
        }
    }
}
