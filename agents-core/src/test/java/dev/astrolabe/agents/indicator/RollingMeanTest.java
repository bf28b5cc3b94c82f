package dev.astrolabe.agents.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;

class RollingMeanTest {
    private static final Series SERIES = Series.random(6, 500);

    @ParameterizedTest
    @ValueSource(ints = {2, 20, 50})
    void agrees_with_ta_lib_from_the_first_reading(int period) {
        Agreement.withTaLib(mean(SERIES, period), TaLib.sma(SERIES.closes(), period));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 20, 50})
    void agrees_with_ta4j(int period) {
        double[] ta4j = SERIES.ta4j(bars -> new SMAIndicator(new ClosePriceIndicator(bars), period));

        Agreement.withTa4j(mean(SERIES, period), ta4j);
    }

    @Test
    void forgets_what_left_the_window() {
        double[] means = mean(Series.ofCloses(1, 2, 6, 10), 3);

        assertThat(means).containsExactly(new double[] {Double.NaN, Double.NaN, 3, 6}, within(1e-12));
    }

    @Test
    void a_huge_value_leaves_no_trace_as_it_does_in_ta_libs_running_sum() {
        double[] closes = {1e30, 0.1, 0.2, 0.3};

        assertThat(mean(Series.ofCloses(closes), 3)[3]).isCloseTo(0.2, within(1e-15));
        assertThat(TaLib.sma(closes, 3)[3]).isNotCloseTo(0.2, within(1e-3));
    }

    @Test
    void constant_series_has_exactly_its_constant_as_mean() {
        assertThat(mean(Series.constant(0.1, 30), 20)[29]).isEqualTo(0.1);
    }

    private static double[] mean(Series series, int period) {
        return series.readings(new RollingMean(period), (mean, bar) -> mean.update(bar.close()), RollingMean::value);
    }
}
