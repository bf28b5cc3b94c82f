package dev.astrolabe.exchange.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class WindowLogProperties {

    private static final int STEPS = 50;

    /** Clocks step back too, by little. */
    @Property(tries = 10_000)
    void keeps_what_a_plain_log_keeps(@ForAll long seed) {
        Random random = new Random(seed);
        RateWindow window = new RateWindow("W", Duration.ofNanos(1 + random.nextLong(3_000_000_000L)), 20);
        WindowLog log = new WindowLog(window);
        PlainWindowLog plain = new PlainWindowLog(window);
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < STEPS; i++) {
            now = now.plusNanos(random.nextLong(-1_000, 60_000_000));
            int amount = random.nextInt(1, 4);
            log.add(now, amount);
            plain.add(now, amount);
            if (random.nextInt(4) == 0) {
                int more = random.nextInt(30);
                assertThat(log.roomAt(now, more, 20)).isEqualTo(plain.roomAt(now, more, 20));
                assertThat(log.used(now)).isEqualTo(plain.used(now));
            }
        }
        RateWindow other = new RateWindow("W", Duration.ofNanos(1 + random.nextLong(3_000_000_000L)), 20);
        WindowLog heir = new WindowLog(other);
        PlainWindowLog plainHeir = new PlainWindowLog(other);
        heir.adopt(log);
        plainHeir.adopt(plain);
        assertThat(heir.used(now)).isEqualTo(plainHeir.used(now));
        assertThat(heir.roomAt(now, 1, 20)).isEqualTo(plainHeir.roomAt(now, 1, 20));
    }
}
