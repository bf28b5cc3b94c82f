package dev.astrolabe.agents.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ta4j.core.indicators.donchian.DonchianChannelLowerIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelUpperIndicator;

class DonchianChannelTest {
    private static final Series SERIES = Series.random(12, 500);

    @ParameterizedTest
    @ValueSource(ints = {2, 20, 55})
    void agrees_with_ta_lib_from_the_first_reading(int period) {
        Agreement.withTaLib(channel(period, DonchianChannel::upper), TaLib.max(SERIES.highs(), period));
        Agreement.withTaLib(channel(period, DonchianChannel::lower), TaLib.min(SERIES.lows(), period));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 20, 55})
    void agrees_with_ta4j(int period) {
        Agreement.withTa4j(
                channel(period, DonchianChannel::upper),
                SERIES.ta4j(bars -> new DonchianChannelUpperIndicator(bars, period)));
        Agreement.withTa4j(
                channel(period, DonchianChannel::lower),
                SERIES.ta4j(bars -> new DonchianChannelLowerIndicator(bars, period)));
    }

    @Test
    void a_breakout_shows_against_the_channel_before_its_bar() {
        DonchianChannel channel = new DonchianChannel(3);
        List.of(new Bar(9, 10, 8, 9, 1), new Bar(9, 12, 9, 11, 1), new Bar(11, 11, 7, 10, 1))
                .forEach(bar -> channel.update(bar.high(), bar.low()));
        double before = channel.upper();

        channel.update(14, 10);

        assertThat(before).isEqualTo(12);
        assertThat(channel.upper()).isEqualTo(14);
        assertThat(channel.lower()).isEqualTo(7);
    }

    @Test
    void forgets_extremes_that_left_the_window() {
        DonchianChannel channel = new DonchianChannel(2);

        channel.update(100, 1);
        channel.update(12, 9);
        channel.update(11, 10);

        assertThat(channel.upper()).isEqualTo(12);
        assertThat(channel.lower()).isEqualTo(9);
    }

    private static double[] channel(int period, ToDoubleFunction<DonchianChannel> reading) {
        return SERIES.readings(
                new DonchianChannel(period), (channel, bar) -> channel.update(bar.high(), bar.low()), reading);
    }
}
