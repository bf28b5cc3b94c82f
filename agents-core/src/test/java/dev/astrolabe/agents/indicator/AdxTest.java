package dev.astrolabe.agents.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.adx.MinusDIIndicator;
import org.ta4j.core.indicators.adx.PlusDIIndicator;

class AdxTest {
    private static final Series SERIES = Series.random(4, 500);

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 14, 21})
    void agrees_with_ta_lib_from_the_first_reading(int period) {
        Agreement.withTaLib(adx(SERIES, period, Adx::value), TaLib.adx(SERIES, period));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 14, 21})
    void directional_indicators_agree_with_ta_lib_from_the_first_reading(int period) {
        int first = 2 * period - 1;

        Agreement.withTaLib(adx(SERIES, period, Adx::plusDi), from(first, TaLib.plusDi(SERIES, period)));
        Agreement.withTaLib(adx(SERIES, period, Adx::minusDi), from(first, TaLib.minusDi(SERIES, period)));
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 14})
    void agrees_with_ta4j_once_the_seed_has_faded(int period) {
        Agreement.withTa4j(adx(SERIES, period, Adx::value), SERIES.ta4j(bars -> new ADXIndicator(bars, period)));
        Agreement.withTa4j(adx(SERIES, period, Adx::plusDi), SERIES.ta4j(bars -> new PlusDIIndicator(bars, period)));
        Agreement.withTa4j(adx(SERIES, period, Adx::minusDi), SERIES.ta4j(bars -> new MinusDIIndicator(bars, period)));
    }

    @Test
    void follows_wilders_sums() {
        // Movements: +2, +1, then -3; true ranges 3, 3, 5.5. Sums of one change: +2 of 3; then +2 of 4.5, DX 100;
        // then +1 and -3 of 7.75, DX 50. The mean of both DX is 75.
        Series series = new Series(List.of(
                new Bar(9, 10, 8, 9, 1),
                new Bar(9, 12, 9, 11, 1),
                new Bar(11, 13, 10, 12, 1),
                new Bar(12, 12.5, 7, 8, 1)));

        Adx adx = new Adx(2);
        series.bars().forEach(bar -> adx.update(bar.high(), bar.low(), bar.close()));

        assertThat(adx.plusDi()).isCloseTo(100 / 7.75, within(1e-12));
        assertThat(adx.minusDi()).isCloseTo(300 / 7.75, within(1e-12));
        assertThat(adx.value()).isCloseTo(75, within(1e-12));
    }

    @Test
    void no_movement_is_no_trend() {
        Series flat = Series.constant(100, 60);

        assertThat(adx(flat, 14, Adx::value)[59]).isZero();
        assertThat(adx(flat, 14, Adx::plusDi)[59]).isZero();
        assertThat(adx(flat, 14, Adx::minusDi)[59]).isZero();
    }

    @Test
    void ranges_without_direction_are_no_trend() {
        Series inside = new Series(IntStream.range(0, 60)
                .mapToObj(i -> new Bar(100, 101, 99, 100, 1))
                .toList());

        assertThat(adx(inside, 14, Adx::value)[59]).isZero();
        assertThat(adx(inside, 14, Adx::plusDi)[59]).isZero();
    }

    @Test
    void bars_that_reach_equally_further_both_ways_have_no_direction() {
        Series widening = new Series(IntStream.range(0, 60)
                .mapToObj(i -> new Bar(100, 101 + i, 99 - i, 100, 1))
                .toList());

        assertThat(adx(widening, 14, Adx::plusDi)[59]).isZero();
        assertThat(adx(widening, 14, Adx::minusDi)[59]).isZero();
        assertThat(adx(widening, 14, Adx::value)[59]).isZero();
    }

    @Test
    void a_steady_climb_is_all_trend() {
        Series climb = new Series(IntStream.range(0, 60)
                .mapToObj(i -> new Bar(100 + i, 101 + i, 100 + i, 101 + i, 1))
                .toList());

        assertThat(adx(climb, 14, Adx::value)[59]).isEqualTo(100);
        assertThat(adx(climb, 14, Adx::minusDi)[59]).isZero();
    }

    @Test
    void a_flat_market_after_a_trend_keeps_the_index() {
        List<Bar> bars = IntStream.range(0, 400)
                .mapToObj(i -> Bar.at(100 + Math.min(i, 60)))
                .toList();

        assertThat(adx(new Series(bars), 14, Adx::value)[399]).isEqualTo(100);
    }

    private static double[] adx(Series series, int period, ToDoubleFunction<Adx> reading) {
        return series.readings(new Adx(period), (adx, bar) -> adx.update(bar.high(), bar.low(), bar.close()), reading);
    }

    private static double[] from(int first, double[] values) {
        double[] later = values.clone();
        Arrays.fill(later, 0, first, Double.NaN);
        return later;
    }
}
