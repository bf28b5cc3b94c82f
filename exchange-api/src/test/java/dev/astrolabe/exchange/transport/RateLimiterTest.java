package dev.astrolabe.exchange.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.astrolabe.exchange.error.NotSentException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private static final RateWindow ORDERS_10S = new RateWindow("ORDERS", Duration.ofSeconds(10), 3);
    private static final RateWindow ORDERS_1M = new RateWindow("ORDERS", Duration.ofMinutes(1), 5);

    private final ManualTime time = new ManualTime();

    private RateLimiter.Builder limiter(RateWindow... windows) {
        return RateLimiter.builder().clock(time).sleeper(time).reservePercent(0).windows(List.of(windows));
    }

    private static void take(RateLimiter limiter, String bucket, int amount) {
        limiter.acquire(List.of(Cost.of(bucket, amount)), Priority.ORDINARY);
    }

    @Test
    void waits_until_the_oldest_use_leaves_the_window() {
        RateLimiter limiter = limiter(ORDERS_10S).build();
        take(limiter, "ORDERS", 2);
        time.advance(Duration.ofSeconds(4));
        take(limiter, "ORDERS", 1);

        take(limiter, "ORDERS", 2);

        assertThat(time.slept()).containsExactly(Duration.ofSeconds(6));
    }

    @Test
    void obeys_all_windows_of_a_bucket() {
        RateLimiter limiter =
                limiter(ORDERS_10S, ORDERS_1M).maxWait(Duration.ofMinutes(2)).build();
        take(limiter, "ORDERS", 3);
        take(limiter, "ORDERS", 2);

        take(limiter, "ORDERS", 1);

        assertThat(time.instant()).isEqualTo(ManualTime.START.plusSeconds(60));
    }

    @Test
    void names_the_bucket_and_when_if_the_wait_is_too_long() {
        RateLimiter limiter = limiter(ORDERS_1M).maxWait(Duration.ofSeconds(59)).build();
        take(limiter, "ORDERS", 5);

        NotSentException thrown = catchThrowableOfType(NotSentException.class, () -> take(limiter, "ORDERS", 1));

        assertThat(thrown.why()).isEqualTo(NotSentException.Cause.LIMITER);
        assertThat(thrown).hasMessageContaining("5 ORDERS in PT1M").hasMessageContaining("2026-03-01T12:01:00Z");
        assertThat(time.slept()).isEmpty();
    }

    @Test
    void fails_at_once_without_a_wait() {
        RateLimiter limiter = limiter(ORDERS_10S).maxWait(Duration.ZERO).build();
        take(limiter, "ORDERS", 3);

        assertThatThrownBy(() -> take(limiter, "ORDERS", 1)).isInstanceOf(NotSentException.class);
    }

    @Test
    void refuses_at_once_what_can_never_fit() {
        RateLimiter limiter = limiter(ORDERS_10S).maxWait(Duration.ofDays(1)).build();

        assertThatThrownBy(() -> take(limiter, "ORDERS", 4))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("never");
    }

    @Test
    void takes_nothing_where_one_of_several_costs_does_not_fit() {
        RateLimiter limiter = limiter(ORDERS_10S, new RateWindow("W", Duration.ofMinutes(1), 10))
                .maxWait(Duration.ZERO)
                .build();
        take(limiter, "ORDERS", 3);

        assertThatThrownBy(() -> limiter.acquire(List.of(Cost.of("W", 10), Cost.of("ORDERS", 1)), Priority.ORDINARY))
                .isInstanceOf(NotSentException.class);

        assertThatCode(() -> take(limiter, "W", 10)).doesNotThrowAnyException();
    }

    @Test
    void counts_one_bucket_twice_where_a_call_names_it_twice() {
        RateLimiter limiter = limiter(ORDERS_10S).maxWait(Duration.ZERO).build();

        assertThatThrownBy(
                        () -> limiter.acquire(List.of(Cost.of("ORDERS", 2), Cost.of("ORDERS", 2)), Priority.ORDINARY))
                .isInstanceOf(NotSentException.class);
    }

    @Test
    void keeps_a_reserve_for_urgent_calls() {
        RateLimiter limiter = limiter(new RateWindow("W", Duration.ofMinutes(1), 10))
                .reservePercent(25)
                .maxWait(Duration.ZERO)
                .build();
        take(limiter, "W", 8);

        assertThatThrownBy(() -> take(limiter, "W", 1))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("reserve");
        assertThatCode(() -> limiter.acquire(List.of(Cost.of("W", 2)), Priority.URGENT))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> limiter.acquire(List.of(Cost.of("W", 1)), Priority.URGENT))
                .isInstanceOf(NotSentException.class);
    }

    @Test
    void believes_the_venue_where_it_counted_more() {
        RateLimiter limiter =
                limiter(ORDERS_10S, ORDERS_1M).maxWait(Duration.ZERO).build();
        take(limiter, "ORDERS", 1);

        limiter.used("ORDERS", Duration.ofMinutes(1), 4);

        take(limiter, "ORDERS", 1);
        assertThatThrownBy(() -> take(limiter, "ORDERS", 1))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("5 ORDERS in PT1M");
    }

    @Test
    void does_not_forget_where_the_venue_counted_less() {
        RateLimiter limiter = limiter(ORDERS_10S).maxWait(Duration.ZERO).build();
        take(limiter, "ORDERS", 3);

        limiter.used("ORDERS", Duration.ofSeconds(10), 0);

        assertThatThrownBy(() -> take(limiter, "ORDERS", 1)).isInstanceOf(NotSentException.class);
    }

    @Test
    void remembers_what_was_used_when_the_windows_change() {
        RateLimiter limiter = limiter(ORDERS_10S).maxWait(Duration.ZERO).build();
        take(limiter, "ORDERS", 3);

        limiter.configure(List.of(new RateWindow("ORDERS", Duration.ofSeconds(10), 4), ORDERS_1M));

        take(limiter, "ORDERS", 1);
        assertThatThrownBy(() -> take(limiter, "ORDERS", 1)).isInstanceOf(NotSentException.class);
        time.advance(Duration.ofSeconds(10));
        take(limiter, "ORDERS", 1);
        assertThatThrownBy(() -> take(limiter, "ORDERS", 1))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("PT1M");
    }

    @Test
    void counts_scopes_apart() {
        RateLimiter limiter = limiter(ORDERS_10S).maxWait(Duration.ZERO).build();

        limiter.acquire(List.of(new Cost("ORDERS", "BTC", 3)), Priority.ORDINARY);

        assertThatCode(() -> limiter.acquire(List.of(new Cost("ORDERS", "ETH", 3)), Priority.ORDINARY))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> limiter.acquire(List.of(new Cost("ORDERS", "BTC", 1)), Priority.ORDINARY))
                .isInstanceOf(NotSentException.class);
    }

    @Test
    void forgets_no_scope_that_is_in_use() {
        RateLimiter limiter = limiter(ORDERS_10S).maxWait(Duration.ZERO).build();

        for (int round = 0; round < 600; round++) {
            limiter.acquire(List.of(new Cost("ORDERS", "S" + round, 3)), Priority.ORDINARY);
        }

        assertThatThrownBy(() -> limiter.acquire(List.of(new Cost("ORDERS", "S0", 1)), Priority.ORDINARY))
                .isInstanceOf(NotSentException.class);
    }

    @Test
    void stops_urgent_calls_too_while_blocked() {
        RateLimiter limiter = limiter().build();

        limiter.blockUntil(time.instant().plusSeconds(5));
        limiter.blockUntil(time.instant().plusSeconds(2));
        limiter.acquire(List.of(), Priority.URGENT);

        assertThat(time.slept()).containsExactly(Duration.ofSeconds(5));
    }

    @Test
    void lets_no_more_through_to_many_threads() {
        RateLimiter limiter = limiter(new RateWindow("W", Duration.ofMinutes(1), 1_000))
                .maxWait(Duration.ZERO)
                .build();
        AtomicInteger granted = new AtomicInteger();

        IntStream.range(0, 4_000).parallel().forEach(i -> {
            try {
                take(limiter, "W", 1);
                granted.incrementAndGet();
            } catch (NotSentException e) {
                // refused: the window is full
            }
        });

        assertThat(granted).hasValue(1_000);
    }

    @Test
    void honours_interruption_and_keeps_the_flag() {
        RateLimiter limiter = limiter(ORDERS_10S).build();
        take(limiter, "ORDERS", 3);
        Thread.currentThread().interrupt();

        NotSentException thrown = catchThrowableOfType(NotSentException.class, () -> take(limiter, "ORDERS", 1));

        assertThat(thrown.why()).isEqualTo(NotSentException.Cause.INTERRUPTED);
        assertThat(Thread.interrupted()).isTrue();
    }
}
