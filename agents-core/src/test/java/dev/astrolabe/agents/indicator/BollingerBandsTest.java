package dev.astrolabe.agents.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ta4j.core.BarSeries;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsLowerIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsMiddleIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;

class BollingerBandsTest {
    private static final Series SERIES = Series.random(10, 500);

    @ParameterizedTest
    @CsvSource({"20, 2", "20, 2.5", "5, 1"})
    void agrees_with_ta_lib_from_the_first_reading(int period, double deviations) {
        double[][] taLib = TaLib.bbands(SERIES.closes(), period, deviations);

        Agreement.withTaLib(bands(SERIES, period, deviations, BollingerBands::upper), taLib[0]);
        Agreement.withTaLib(bands(SERIES, period, deviations, BollingerBands::middle), taLib[1]);
        Agreement.withTaLib(bands(SERIES, period, deviations, BollingerBands::lower), taLib[2]);
    }

    @Test
    void agrees_with_ta4j() {
        Agreement.withTa4j(
                bands(SERIES, 20, 2, BollingerBands::upper),
                SERIES.ta4j(bars -> new BollingerBandsUpperIndicator(middle(bars), deviation(bars))));
        Agreement.withTa4j(bands(SERIES, 20, 2, BollingerBands::middle), SERIES.ta4j(BollingerBandsTest::middle));
        Agreement.withTa4j(
                bands(SERIES, 20, 2, BollingerBands::lower),
                SERIES.ta4j(bars -> new BollingerBandsLowerIndicator(middle(bars), deviation(bars))));
    }

    @Test
    void bands_are_deviations_either_side_of_the_mean() {
        Series series = Series.ofCloses(2, 4, 4, 4, 5, 5, 7, 9);

        assertThat(bands(series, 8, 1.5, BollingerBands::upper)[7]).isCloseTo(8, within(1e-14));
        assertThat(bands(series, 8, 1.5, BollingerBands::middle)[7]).isCloseTo(5, within(1e-14));
        assertThat(bands(series, 8, 1.5, BollingerBands::lower)[7]).isCloseTo(2, within(1e-14));
    }

    @Test
    void constant_series_has_all_bands_on_its_constant() {
        Series flat = Series.constant(0.1, 30);

        assertThat(bands(flat, 20, 2, BollingerBands::upper)[29]).isEqualTo(0.1);
        assertThat(bands(flat, 20, 2, BollingerBands::lower)[29]).isEqualTo(0.1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 101, Double.NaN, Double.POSITIVE_INFINITY})
    void rejects_a_width_out_of_range(double deviations) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BollingerBands(20, deviations))
                .withMessageContaining("deviations " + deviations)
                .withMessageContaining("100");
    }

    @Test
    void accepts_the_widest_and_a_very_narrow_width() {
        assertThat(new BollingerBands(20, 100)).hasToString("BBANDS(20, 100.0)");
        assertThat(new BollingerBands(20, 1e-9).warmUp()).isEqualTo(20);
    }

    private static double[] bands(
            Series series, int period, double deviations, ToDoubleFunction<BollingerBands> reading) {
        return series.readings(
                new BollingerBands(period, deviations), (bands, bar) -> bands.update(bar.close()), reading);
    }

    private static BollingerBandsMiddleIndicator middle(BarSeries bars) {
        return new BollingerBandsMiddleIndicator(new SMAIndicator(new ClosePriceIndicator(bars), 20));
    }

    private static StandardDeviationIndicator deviation(BarSeries bars) {
        return new StandardDeviationIndicator(new ClosePriceIndicator(bars), 20);
    }
}
