package dev.astrolabe.agents.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ta4j.core.indicators.ROCIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;

class RocTest {
    private static final Series SERIES = Series.random(5, 500);

    @ParameterizedTest
    @ValueSource(ints = {1, 12, 30})
    void agrees_with_ta_lib_from_the_first_reading(int period) {
        Agreement.withTaLib(roc(SERIES, period), TaLib.roc(SERIES.closes(), period));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12, 30})
    void agrees_with_ta4j(int period) {
        double[] ta4j = SERIES.ta4j(bars -> new ROCIndicator(new ClosePriceIndicator(bars), period));

        Agreement.withTa4j(roc(SERIES, period), ta4j);
    }

    @Test
    void is_percent_above_the_input_period_bars_ago() {
        double[] rates = roc(Series.ofCloses(100, 80, 105, 60), 2);

        assertThat(rates).containsExactly(new double[] {Double.NaN, Double.NaN, 5, -25}, within(1e-12));
    }

    @Test
    void change_from_zero_is_zero() {
        assertThat(roc(Series.ofCloses(0, 5), 1)[1]).isZero();
        assertThat(roc(Series.ofCloses(1e-300, 5), 1)[1]).isZero();
    }

    private static double[] roc(Series series, int period) {
        return series.readings(new Roc(period), (roc, bar) -> roc.update(bar.close()), Roc::value);
    }
}
