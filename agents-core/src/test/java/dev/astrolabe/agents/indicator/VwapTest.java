package dev.astrolabe.agents.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ta4j.core.indicators.volume.VWAPIndicator;

class VwapTest {
    private static final Series SERIES = Series.random(13, 500);

    /** TA-Lib has no volume-weighted average. */
    @ParameterizedTest
    @ValueSource(ints = {1, 20, 60})
    void agrees_with_ta4j(int period) {
        double[] ours = SERIES.readings(
                new Vwap(period),
                (vwap, bar) -> vwap.update(bar.high(), bar.low(), bar.close(), bar.volume()),
                Vwap::value);

        Agreement.withTa4j(ours, SERIES.ta4j(bars -> new VWAPIndicator(bars, period)));
    }

    @Test
    void weighs_typical_prices_by_volume() {
        // Typical prices 10 and 16, volumes 1 and 3.
        Vwap vwap = new Vwap(2);

        vwap.update(12, 8, 10, 1);
        vwap.update(18, 13, 17, 3);

        assertThat(vwap.value()).isCloseTo(14.5, within(1e-12));
    }

    @Test
    void forgets_bars_that_left_the_window() {
        Vwap vwap = new Vwap(1);

        vwap.update(1000, 1000, 1000, 1000);
        vwap.update(20, 20, 20, 1);

        assertThat(vwap.value()).isEqualTo(20);
    }

    @Test
    void without_volume_every_bar_weighs_the_same() {
        Vwap vwap = new Vwap(2);

        vwap.update(10, 10, 10, 0);
        vwap.update(20, 20, 20, 0);

        assertThat(vwap.value()).isEqualTo(15);
    }

    @Test
    void bars_without_volume_do_not_count_beside_bars_with_volume() {
        Vwap vwap = new Vwap(2);

        vwap.update(10, 10, 10, 0);
        vwap.update(20, 20, 20, 5);

        assertThat(vwap.value()).isEqualTo(20);
    }
}
