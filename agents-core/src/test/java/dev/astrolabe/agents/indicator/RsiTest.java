package dev.astrolabe.agents.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;

class RsiTest {
    private static final Series SERIES = Series.random(2, 500);

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 14, 21})
    void agrees_with_ta_lib_from_the_first_reading(int period) {
        Agreement.withTaLib(rsi(SERIES, period), TaLib.rsi(SERIES.closes(), period));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 14})
    void agrees_with_ta4j_once_the_seed_has_faded(int period) {
        Agreement.withTa4j(rsi(SERIES, period), ta4j(SERIES, period));
    }

    @Test
    void is_the_smoothed_gains_share_of_all_movement() {
        // Gains 2 0 3 and losses 0 1 0: means of two are 1 and 0.5, then (1 + 3) / 2 and 0.5 / 2.
        double[] index = rsi(Series.ofCloses(10, 12, 11, 14), 2);

        assertThat(index)
                .containsExactly(new double[] {Double.NaN, Double.NaN, 100 * 1 / 1.5, 100 * 2 / 2.25}, within(1e-12));
    }

    @Test
    void constant_series_is_neutral_where_ta_lib_and_ta4j_say_oversold() {
        Series flat = Series.constant(0.3, 60);

        assertThat(last(rsi(flat, 14))).isEqualTo(50);
        assertThat(last(TaLib.rsi(flat.closes(), 14))).isZero();
        assertThat(last(ta4j(flat, 14))).isZero();
    }

    @Test
    void only_gains_are_100_and_only_losses_0() {
        assertThat(last(rsi(Series.ofCloses(1, 2, 3, 4, 5), 3))).isEqualTo(100);
        assertThat(last(rsi(Series.ofCloses(5, 4, 3, 2, 1), 3))).isZero();
    }

    @Test
    void a_flat_market_after_movement_keeps_the_last_index() {
        double[] index = rsi(Series.ofCloses(10, 12, 11, 14, 14, 14, 14), 2);

        assertThat(index[6]).isCloseTo(index[3], within(1e-9));
    }

    @Test
    void very_low_prices_are_not_silenced_as_in_ta_lib() {
        double[] closes = {1e-9, 2e-9, 1.5e-9, 3e-9, 2.5e-9, 4e-9};

        assertThat(last(rsi(Series.ofCloses(closes), 2)))
                .isCloseTo(last(rsi(Series.ofCloses(10, 20, 15, 30, 25, 40), 2)), within(1e-9));
        assertThat(last(TaLib.rsi(closes, 2))).isZero();
    }

    private static double[] rsi(Series series, int period) {
        return series.readings(new Rsi(period), (rsi, bar) -> rsi.update(bar.close()), Rsi::value);
    }

    private static double[] ta4j(Series series, int period) {
        return series.ta4j(bars -> new RSIIndicator(new ClosePriceIndicator(bars), period));
    }

    private static double last(double[] values) {
        return values[values.length - 1];
    }
}
