package dev.astrolabe.agents.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;

class StandardDeviationTest {
    private static final Series SERIES = Series.random(7, 500);

    /** Not with a period of 2 or so, of which TA-Lib itself keeps only eight digits. */
    @ParameterizedTest
    @ValueSource(ints = {10, 20, 50})
    void agrees_with_ta_lib_from_the_first_reading(int period) {
        Agreement.withTaLib(deviation(SERIES, period), TaLib.stdDev(SERIES.closes(), period));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 20, 50})
    void agrees_with_ta4j(int period) {
        double[] ta4j = SERIES.ta4j(bars -> new StandardDeviationIndicator(new ClosePriceIndicator(bars), period));

        Agreement.withTa4j(deviation(SERIES, period), ta4j);
    }

    @Test
    void divides_by_the_number_of_inputs() {
        // Mean 5; squared distances 9 1 1 1 0 0 4 16, 32 in all, over eight.
        double[] deviations = deviation(Series.ofCloses(2, 4, 4, 4, 5, 5, 7, 9), 8);

        assertThat(deviations[7]).isCloseTo(2, within(1e-15));
    }

    @Test
    void constant_series_has_exactly_no_deviation() {
        assertThat(deviation(Series.constant(0.1, 30), 20)[29]).isZero();
    }

    @Test
    void keeps_its_digits_at_a_high_price_where_ta_lib_loses_them() {
        double[] steps = new Random(8).ints(60, 0, 1000).asDoubleStream().toArray();
        double[] high =
                new Random(8).ints(60, 0, 1000).mapToDouble(step -> 1e9 + step).toArray();

        double exact = deviation(Series.ofCloses(steps), 20)[59];

        assertThat(deviation(Series.ofCloses(high), 20)[59]).isCloseTo(exact, within(1e-12 * exact));
        assertThat(Agreement.relativeDifference(TaLib.stdDev(high, 20)[59], exact))
                .isGreaterThan(1e-6);
    }

    @Test
    void small_deviations_are_not_taken_for_none_as_in_ta_lib() {
        double[] closes = {1e-5, 3e-5, 1e-5, 3e-5};

        assertThat(deviation(Series.ofCloses(closes), 4)[3]).isCloseTo(1e-5, within(1e-19));
        assertThat(TaLib.stdDev(closes, 4)[3]).isZero();
    }

    private static double[] deviation(Series series, int period) {
        return series.readings(
                new StandardDeviation(period),
                (deviation, bar) -> deviation.update(bar.close()),
                StandardDeviation::value);
    }
}
