package dev.astrolabe.agents.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ta4j.core.indicators.EMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;

class EmaTest {
    private static final Series SERIES = Series.random(1, 500);

    @ParameterizedTest
    @ValueSource(ints = {2, 9, 20, 50})
    void agrees_with_ta_lib_from_the_first_reading(int period) {
        Agreement.withTaLib(ema(SERIES, period), TaLib.ema(SERIES.closes(), period));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 9, 20, 50})
    void agrees_with_ta4j_once_the_seed_has_faded(int period) {
        Agreement.withTa4j(ema(SERIES, period), ta4j(period));
    }

    @Test
    void differs_from_ta4j_by_its_seed_at_bar_25() {
        double difference = Agreement.relativeDifference(ema(SERIES, 20)[24], ta4j(20)[24]);

        assertThat(difference).isBetween(1e-4, 1e-2);
    }

    @Test
    void starts_from_the_mean_and_moves_by_two_over_period_plus_one() {
        double[] averages = ema(Series.ofCloses(2, 4, 6, 8, 12), 3);

        assertThat(averages).containsExactly(new double[] {Double.NaN, Double.NaN, 4, 6, 9}, within(1e-12));
    }

    @Test
    void period_one_is_the_input_itself() {
        assertThat(ema(Series.ofCloses(3, 1, 4), 1)).containsExactly(3, 1, 4);
    }

    @Test
    void constant_series_has_exactly_its_constant_as_average() {
        double[] averages = ema(Series.constant(0.1, 200), 20);

        assertThat(averages).startsWith(Double.NaN).endsWith(0.1);
        assertThat(averages[19]).isEqualTo(0.1);
    }

    private static double[] ema(Series series, int period) {
        return series.readings(new Ema(period), (ema, bar) -> ema.update(bar.close()), Ema::value);
    }

    private static double[] ta4j(int period) {
        return SERIES.ta4j(series -> new EMAIndicator(new ClosePriceIndicator(series), period));
    }
}
