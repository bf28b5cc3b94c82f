package dev.astrolabe.simulator.aster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.simulator.wire.WireAnswer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private final Bench bench =
            new Bench(AsterOptions.standard().withWeightPerMinute(50).withOrders(3, 2));

    private WireAnswer ping() {
        return bench.open("/fapi/v1/ping");
    }

    @Test
    void tells_the_weight_that_an_address_has_used_in_the_minute() {
        bench.open("/fapi/v3/depth", "symbol", "BTCUSDT", "limit", "100");

        assertThat(ping().headers()).containsEntry("X-MBX-USED-WEIGHT-1M", "6");
        bench.advance(Duration.ofMinutes(1));
        assertThat(ping().headers()).containsEntry("X-MBX-USED-WEIGHT-1M", "1");
    }

    @Test
    void answers_429_and_bans_who_goes_on() {
        bench.open("/fapi/v3/ticker/24hr");
        for (int i = 0; i < 10; i++) {
            ping();
        }

        WireAnswer limited = ping();
        for (int i = 1; i < RateLimits.PATIENCE; i++) {
            ping();
        }
        WireAnswer banned = ping();
        bench.advance(Duration.ofSeconds(119));
        WireAnswer still = ping();
        bench.advance(Duration.ofSeconds(1));

        assertThat(limited.status()).isEqualTo(429);
        assertThat(Bench.code(limited)).isEqualTo(-1003);
        assertThat(limited.headers()).containsEntry("Retry-After", "55");
        assertThat(banned.status()).isEqualTo(418);
        assertThat(banned.headers()).containsEntry("Retry-After", "120");
        assertThat(still.status()).isEqualTo(418);
        assertThat(ping().status()).isEqualTo(200);
    }

    @Test
    void limits_the_orders_of_an_account() {
        bench.limit("BUY", "0.001", "49900");
        bench.limit("BUY", "0.001", "49900");
        WireAnswer third = bench.limitAnswer("BUY", "0.001", "49900");
        bench.advance(Duration.ofSeconds(10));
        WireAnswer later = bench.limitAnswer("BUY", "0.001", "49900");
        WireAnswer fourth = bench.limitAnswer("BUY", "0.001", "49900");

        assertThat(third.status()).isEqualTo(429);
        assertThat(Bench.code(third)).isEqualTo(-1015);
        assertThat(third.headers()).doesNotContainKey("Retry-After");
        assertThat(later.headers())
                .containsEntry("X-MBX-ORDER-COUNT-10S", "1")
                .containsEntry("X-MBX-ORDER-COUNT-1M", "3");
        assertThat(Bench.code(fourth)).isEqualTo(-1015);
    }
}
