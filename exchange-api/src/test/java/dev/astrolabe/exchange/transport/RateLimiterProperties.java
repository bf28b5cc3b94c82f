package dev.astrolabe.exchange.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.error.NotSentException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RateLimiterProperties {

    private static final int RESERVE = 20;

    record Ask(int pauseMillis, int amount, boolean urgent) {}

    record Granted(Instant at, int amount) {}

    @Provide
    Arbitrary<List<RateWindow>> windows() {
        Arbitrary<Duration> lengths =
                Arbitraries.integers().between(1, 120).map(seconds -> Duration.ofMillis(seconds * 500L));
        Arbitrary<Integer> limits = Arbitraries.integers().between(1, 40);
        return Combinators.combine(lengths, limits)
                .as((length, limit) -> new RateWindow("W", length, limit))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<Ask>> asks() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4_000),
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.of(true, false))
                .as(Ask::new)
                .list()
                .ofMaxSize(80);
    }

    @Property(tries = 300)
    void no_span_of_a_window_ever_holds_more_than_its_limit(
            @ForAll("windows") List<RateWindow> windows, @ForAll("asks") List<Ask> asks) {
        ManualTime time = new ManualTime();
        RateLimiter limiter = limiter(windows, time);
        List<Granted> granted = new ArrayList<>();

        for (Ask ask : asks) {
            time.advance(Duration.ofMillis(ask.pauseMillis()));
            if (isGranted(limiter, ask)) {
                granted.add(new Granted(time.instant(), ask.amount()));
                assertWithin(windows, granted, ask.urgent());
            }
        }
    }

    @Property(tries = 300)
    void an_urgent_call_that_fits_the_reserve_is_never_refused_for_ordinary_ones(
            @ForAll("windows") List<RateWindow> windows, @ForAll("asks") List<Ask> asks) {
        ManualTime time = new ManualTime();
        RateLimiter limiter = limiter(windows, time);
        int reserve = windows.stream()
                .mapToInt(window -> window.limit() * RESERVE / 100)
                .min()
                .orElse(0);

        for (Ask ask : asks) {
            time.advance(Duration.ofMillis(ask.pauseMillis()));
            isGranted(limiter, new Ask(0, ask.amount(), false));
        }

        Instant before = time.instant();
        assertThat(isGranted(limiter, new Ask(0, reserve, true))).isTrue();
        assertThat(time.instant()).isEqualTo(before);
    }

    private static RateLimiter limiter(List<RateWindow> windows, ManualTime time) {
        return RateLimiter.builder()
                .clock(time)
                .sleeper(time)
                .reservePercent(RESERVE)
                .maxWait(Duration.ofSeconds(20))
                .windows(windows)
                .build();
    }

    private static boolean isGranted(RateLimiter limiter, Ask ask) {
        try {
            limiter.acquire(List.of(Cost.of("W", ask.amount())), ask.urgent() ? Priority.URGENT : Priority.ORDINARY);
            return true;
        } catch (NotSentException e) {
            assertThat(e.why()).isEqualTo(NotSentException.Cause.LIMITER);
            return false;
        }
    }

    private static void assertWithin(List<RateWindow> windows, List<Granted> granted, boolean urgent) {
        Instant now = granted.get(granted.size() - 1).at();
        for (RateWindow window : windows) {
            int used = granted.stream()
                    .filter(grant -> grant.at().isAfter(now.minus(window.length())))
                    .mapToInt(Granted::amount)
                    .sum();
            int kept = urgent ? 0 : window.limit() * RESERVE / 100;
            assertThat(used).as("used of %s", window).isLessThanOrEqualTo(window.limit() - kept);
        }
    }
}
