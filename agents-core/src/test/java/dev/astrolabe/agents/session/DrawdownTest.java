package dev.astrolabe.agents.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DrawdownTest {

    private final Drawdown drawdown = new Drawdown(new BigDecimal("100"));

    private void observe(String... equities) {
        for (String equity : equities) {
            drawdown.observe(new BigDecimal(equity));
        }
    }

    @Test
    void a_rise_is_no_drawdown() {
        observe("100", "101", "150");

        assertThat(drawdown.largest()).isZero();
        assertThat(drawdown.highWaterMark()).isEqualByComparingTo("150");
    }

    @Test
    void the_largest_fall_is_measured_from_the_peak_before_it() {
        observe("120", "90", "200", "160", "190");

        assertThat(drawdown.largest()).isEqualByComparingTo("0.25");
    }

    @Test
    void the_fall_of_now_is_that_from_the_peak() {
        observe("200", "100");

        assertThat(drawdown.ratio(new BigDecimal("150"))).isEqualByComparingTo("0.25");
        assertThat(drawdown.ratio(new BigDecimal("201"))).isZero();
    }

    /** The plain twin divides at every step. */
    @Test
    void the_largest_fall_is_that_of_all_steps() {
        Random random = new Random(1);
        for (int walk = 0; walk < 500; walk++) {
            Drawdown fast = new Drawdown(new BigDecimal("100.00"));
            BigDecimal equity = new BigDecimal("100.00");
            BigDecimal peak = equity;
            BigDecimal largest = BigDecimal.ZERO;
            for (int step = 0; step < 60; step++) {
                equity = equity.add(BigDecimal.valueOf(random.nextInt(1001) - 500, 1 + random.nextInt(4)));
                fast.observe(equity);
                peak = peak.max(equity);
                if (peak.compareTo(equity) > 0) {
                    largest = largest.max(peak.subtract(equity).divide(peak, 10, RoundingMode.UP));
                }

                assertThat(fast.largest()).isEqualTo(largest);
                assertThat(fast.highWaterMark()).isEqualByComparingTo(peak);
            }
        }
    }

    @Test
    void a_fall_is_never_shown_smaller_than_it_is() {
        Drawdown thirds = new Drawdown(new BigDecimal("3"));

        assertThat(thirds.ratio(new BigDecimal("2"))).isEqualByComparingTo("0.3333333334");
    }
}
