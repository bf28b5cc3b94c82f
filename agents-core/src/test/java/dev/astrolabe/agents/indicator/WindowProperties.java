package dev.astrolabe.agents.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Bounds and invariances of the indicators that look at a window. */
@Domain(BarArbitraries.class)
@Domain(DomainContext.Global.class)
class WindowProperties {

    @Property(tries = 200)
    void mean_and_deviation_are_those_of_exact_arithmetic(@ForAll List<Bar> history) {
        RollingMean mean = new RollingMean(20);
        StandardDeviation deviation = new StandardDeviation(20);
        for (Bar bar : history) {
            mean.update(bar.close());
            deviation.update(bar.close());
        }

        List<BigDecimal> window = history.subList(history.size() - 20, history.size()).stream()
                .map(bar -> new BigDecimal(bar.close()))
                .toList();
        BigDecimal exactMean =
                window.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(BigDecimal.valueOf(20));
        double exactDeviation = window.stream()
                .map(value -> value.subtract(exactMean).pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(20))
                .sqrt(MathContext.DECIMAL128)
                .doubleValue();

        double largest =
                window.stream().mapToDouble(BigDecimal::doubleValue).max().orElseThrow();
        assertThat(mean.value()).isCloseTo(exactMean.doubleValue(), within(1e-14 * largest));
        assertThat(deviation.value()).isCloseTo(exactDeviation, within(1e-14 * exactDeviation));
    }

    @Property(tries = 200)
    void z_score_does_not_depend_on_shift_or_scale(
            @ForAll @Size(60) List<@IntRange(min = -1000, max = 1000) Integer> steps,
            @ForAll @IntRange(min = -1_000_000, max = 1_000_000) int shift,
            @ForAll @DoubleRange(min = 1e-9, max = 1e9) @Scale(9) double scale) {
        ZScore score = new ZScore(20);
        ZScore moved = new ZScore(20);
        for (int step : steps) {
            score.update(step);
            moved.update((step + shift) * scale);
        }

        // Scaling rounds each input by 1e-16 of its size, which is up to 1e6 deviations away from the mean.
        assertThat(moved.value()).isCloseTo(score.value(), within(1e-8));
    }

    @Property(tries = 200)
    void z_score_is_within_the_root_of_period_less_one(@ForAll List<Bar> history) {
        ZScore score = new ZScore(20);

        for (Bar bar : history) {
            score.update(bar.close());
            if (score.isReady()) {
                assertThat(Math.abs(score.value())).isLessThanOrEqualTo(Math.sqrt(19) * (1 + 1e-12));
            }
        }
    }

    @Property(tries = 200)
    void bollinger_bands_are_in_order_and_as_far_apart_as_the_z_score_says(@ForAll List<Bar> history) {
        BollingerBands bands = new BollingerBands(20, 2);
        ZScore score = new ZScore(20);

        for (Bar bar : history) {
            bands.update(bar.close());
            score.update(bar.close());
            if (bands.isReady()) {
                assertThat(bands.lower()).isLessThanOrEqualTo(bands.middle());
                assertThat(bands.middle()).isLessThanOrEqualTo(bands.upper());
                double deviation = (bands.upper() - bands.lower()) / 4;
                assertThat(bands.middle() + score.value() * deviation)
                        .isCloseTo(bar.close(), within(1e-12 * Math.abs(bands.upper())));
            }
        }
    }

    @Property(tries = 200)
    void donchian_channel_contains_every_bar_of_its_window_and_touches_it(@ForAll List<Bar> history) {
        DonchianChannel channel = new DonchianChannel(20);

        for (int i = 0; i < history.size(); i++) {
            Bar newest = history.get(i);
            channel.update(newest.high(), newest.low());
            if (channel.isReady()) {
                List<Bar> window = history.subList(i - 19, i + 1);
                assertThat(newest.close()).isBetween(channel.lower(), channel.upper());
                assertThat(window).allMatch(bar -> bar.high() <= channel.upper() && bar.low() >= channel.lower());
                assertThat(window).anyMatch(bar -> bar.high() == channel.upper());
                assertThat(window).anyMatch(bar -> bar.low() == channel.lower());
            }
        }
    }

    @Property(tries = 200)
    void vwap_is_within_the_channel(@ForAll List<Bar> history) {
        Vwap vwap = new Vwap(20);
        DonchianChannel channel = new DonchianChannel(20);

        for (Bar bar : history) {
            vwap.update(bar.high(), bar.low(), bar.close(), bar.volume());
            channel.update(bar.high(), bar.low());
            if (vwap.isReady()) {
                double rounding = 1e-12 * channel.upper();
                assertThat(vwap.value()).isBetween(channel.lower() - rounding, channel.upper() + rounding);
            }
        }
    }

    @Property(tries = 200)
    void volume_ratio_is_from_0_to_its_period(@ForAll List<Bar> history) {
        VolumeRatio ratio = new VolumeRatio(20);

        for (Bar bar : history) {
            ratio.update(bar.volume());
            if (ratio.isReady()) {
                assertThat(ratio.value()).isBetween(0.0, 20 * (1 + 1e-12));
            }
        }
    }
}
