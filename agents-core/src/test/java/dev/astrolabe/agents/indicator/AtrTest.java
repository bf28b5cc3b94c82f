package dev.astrolabe.agents.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ta4j.core.indicators.ATRIndicator;

class AtrTest {
    private static final Series SERIES = Series.random(3, 500);

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 14, 21})
    void agrees_with_ta_lib_from_the_first_reading(int period) {
        Agreement.withTaLib(atr(SERIES, period), TaLib.atr(SERIES, period));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 14})
    void agrees_with_ta4j_once_the_seed_has_faded(int period) {
        Agreement.withTa4j(atr(SERIES, period), SERIES.ta4j(bars -> new ATRIndicator(bars, period)));
    }

    @Test
    void counts_gaps_from_the_previous_close() {
        // True ranges: none, 2, 5 (from close 10 up to 15), 1: mean of two is 3.5, then (3.5 + 1) / 2.
        Series series = new Series(List.of(
                new Bar(8, 10, 8, 9, 1),
                new Bar(9, 11, 9, 10, 1),
                new Bar(12, 15, 12, 14, 1),
                new Bar(14, 14, 13, 13, 1)));

        double[] ranges = atr(series, 2);

        assertThat(ranges).containsExactly(new double[] {Double.NaN, Double.NaN, 3.5, 2.25}, within(1e-12));
    }

    @Test
    void constant_series_has_no_range() {
        assertThat(atr(Series.constant(100, 40), 14)[39]).isZero();
    }

    private static double[] atr(Series series, int period) {
        return series.readings(
                new Atr(period), (atr, bar) -> atr.update(bar.high(), bar.low(), bar.close()), Atr::value);
    }
}
