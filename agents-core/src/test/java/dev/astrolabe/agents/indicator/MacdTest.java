package dev.astrolabe.agents.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ta4j.core.BarSeries;
import org.ta4j.core.indicators.EMAIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;

class MacdTest {
    private static final Series SERIES = Series.random(11, 500);

    @ParameterizedTest
    @CsvSource({"12, 26, 9", "5, 35, 5", "2, 3, 2"})
    void agrees_with_ta_lib_from_the_first_reading(int fast, int slow, int signal) {
        double[][] taLib = TaLib.macd(SERIES.closes(), fast, slow, signal);

        Agreement.withTaLib(readings(SERIES, new Macd(fast, slow, signal), Macd::line), taLib[0]);
        Agreement.withTaLib(readings(SERIES, new Macd(fast, slow, signal), Macd::signal), taLib[1]);
        Agreement.withTaLib(readings(SERIES, new Macd(fast, slow, signal), Macd::histogram), taLib[2]);
    }

    @Test
    void agrees_with_ta4j_once_the_seed_has_faded() {
        Agreement.withTa4j(readings(SERIES, new Macd(12, 26, 9), Macd::line), SERIES.ta4j(MacdTest::ta4jLine));
        Agreement.withTa4j(
                readings(SERIES, new Macd(12, 26, 9), Macd::signal),
                SERIES.ta4j(bars -> new EMAIndicator(ta4jLine(bars), 9)));
    }

    @Test
    void starts_both_averages_on_the_same_bar() {
        // At 4 the averages are (2 + 4) / 2 and (1 + 2 + 4) / 3, at 8 they are 19/3 and 31/6: lines 2/3 and 7/6.
        Macd macd = new Macd(2, 3, 2);

        Series.ofCloses(1, 2, 4, 8).bars().forEach(bar -> macd.update(bar.close()));

        assertThat(macd.line()).isCloseTo(7.0 / 6, within(1e-12));
        assertThat(macd.signal()).isCloseTo(11.0 / 12, within(1e-12));
        assertThat(macd.histogram()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void constant_series_lies_exactly_on_zero() {
        Series flat = Series.constant(0.1, 100);

        assertThat(readings(flat, new Macd(12, 26, 9), Macd::line)[99]).isZero();
        assertThat(readings(flat, new Macd(12, 26, 9), Macd::histogram)[99]).isZero();
    }

    @ParameterizedTest
    @CsvSource({"26, 12", "12, 12"})
    void rejects_a_fast_average_that_is_not_faster(int fast, int slow) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Macd(fast, slow, 9))
                .withMessageContaining("period " + fast + " of the fast average of MACD")
                .withMessageContaining("nearest is " + (slow - 1));
    }

    private static double[] readings(Series series, Macd macd, ToDoubleFunction<Macd> reading) {
        return series.readings(macd, (indicator, bar) -> indicator.update(bar.close()), reading);
    }

    private static MACDIndicator ta4jLine(BarSeries bars) {
        return new MACDIndicator(new ClosePriceIndicator(bars), 12, 26);
    }
}
