package dev.astrolabe.agents.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.helpers.VolumeIndicator;

class VolumeRatioTest {
    private static final Series SERIES = Series.random(14, 500);

    @ParameterizedTest
    @ValueSource(ints = {2, 20, 50})
    void agrees_with_the_volume_over_ta_libs_mean(int period) {
        Agreement.withTaLib(ratio(SERIES, period), ratios(TaLib.sma(SERIES.volumes(), period)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 20, 50})
    void agrees_with_the_volume_over_ta4js_mean(int period) {
        double[] means = SERIES.ta4j(bars -> new SMAIndicator(new VolumeIndicator(bars), period));

        Agreement.withTa4j(ratio(SERIES, period), ratios(means));
    }

    @Test
    void counts_the_newest_bar_in_its_mean() {
        VolumeRatio ratio = new VolumeRatio(4);

        for (double volume : new double[] {10, 10, 10, 30}) {
            ratio.update(volume);
        }

        assertThat(ratio.value()).isCloseTo(2, within(1e-12));
    }

    @Test
    void all_volume_in_the_newest_bar_is_the_period() {
        VolumeRatio ratio = new VolumeRatio(4);

        for (double volume : new double[] {0, 0, 0, 7}) {
            ratio.update(volume);
        }

        assertThat(ratio.value()).isCloseTo(4, within(1e-12));
    }

    @Test
    void no_volume_at_all_is_zero() {
        VolumeRatio ratio = new VolumeRatio(2);

        ratio.update(0);
        ratio.update(0);

        assertThat(ratio.value()).isZero();
    }

    private static double[] ratio(Series series, int period) {
        return series.readings(new VolumeRatio(period), (ratio, bar) -> ratio.update(bar.volume()), VolumeRatio::value);
    }

    private static double[] ratios(double[] means) {
        double[] volumes = SERIES.volumes();
        double[] ratios = new double[volumes.length];
        Arrays.setAll(ratios, i -> volumes[i] / means[i]);
        return ratios;
    }
}
