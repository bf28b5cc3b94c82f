package dev.astrolabe.agents.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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

    @Test
    void a_fall_is_never_shown_smaller_than_it_is() {
        Drawdown thirds = new Drawdown(new BigDecimal("3"));

        assertThat(thirds.ratio(new BigDecimal("2"))).isEqualByComparingTo("0.3333333334");
    }
}
