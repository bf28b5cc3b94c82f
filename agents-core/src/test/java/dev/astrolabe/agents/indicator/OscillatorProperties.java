package dev.astrolabe.agents.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** Bounds and symmetries of the indicators that smooth as Wilder does. */
@Domain(BarArbitraries.class)
class OscillatorProperties {

    @Property(tries = 200)
    void rsi_is_from_0_to_100(@ForAll List<Bar> history) {
        Rsi rsi = new Rsi(14);

        for (Bar bar : history) {
            rsi.update(bar.close());
            if (rsi.isReady()) {
                assertThat(rsi.value()).isBetween(0.0, 100.0);
            }
        }
    }

    @Property(tries = 200)
    void rsi_of_mirrored_prices_is_mirrored(@ForAll List<Bar> history) {
        Rsi rsi = new Rsi(14);
        Rsi mirrored = new Rsi(14);

        for (Bar bar : history) {
            rsi.update(bar.close());
            mirrored.update(-bar.close());
        }

        assertThat(mirrored.value()).isCloseTo(100 - rsi.value(), within(1e-9));
    }

    @Property(tries = 200)
    void atr_is_at_most_the_widest_true_range_and_never_negative(@ForAll List<Bar> history) {
        Atr atr = new Atr(14);
        double widest = 0;
        double previousClose = history.get(0).close();

        for (Bar bar : history) {
            atr.update(bar.high(), bar.low(), bar.close());
            widest = Math.max(widest, Math.max(bar.high(), previousClose) - Math.min(bar.low(), previousClose));
            previousClose = bar.close();
            if (atr.isReady()) {
                assertThat(atr.value()).isBetween(0.0, widest * (1 + 1e-12));
            }
        }
    }

    @Property(tries = 200)
    void adx_and_its_directional_indicators_are_from_0_to_100(@ForAll List<Bar> history) {
        Adx adx = new Adx(14);

        for (Bar bar : history) {
            adx.update(bar.high(), bar.low(), bar.close());
            if (adx.isReady()) {
                assertThat(adx.value()).isBetween(0.0, 100.0);
                assertThat(adx.plusDi()).isBetween(0.0, 100.0);
                assertThat(adx.minusDi()).isBetween(0.0, 100.0);
                assertThat(adx.plusDi() + adx.minusDi()).isLessThanOrEqualTo(100 * (1 + 1e-12));
            }
        }
    }

    @Property(tries = 200)
    void adx_of_mirrored_prices_swaps_its_directional_indicators(@ForAll List<Bar> history) {
        Adx adx = new Adx(14);
        Adx mirrored = new Adx(14);

        for (Bar bar : history) {
            adx.update(bar.high(), bar.low(), bar.close());
            mirrored.update(-bar.low(), -bar.high(), -bar.close());
        }

        assertThat(mirrored.value()).isEqualTo(adx.value());
        assertThat(mirrored.plusDi()).isEqualTo(adx.minusDi());
        assertThat(mirrored.minusDi()).isEqualTo(adx.plusDi());
    }

    @Property(tries = 200)
    void ema_stays_within_its_inputs(@ForAll List<Bar> history) {
        Ema ema = new Ema(20);
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;

        for (Bar bar : history) {
            ema.update(bar.close());
            lowest = Math.min(lowest, bar.close());
            highest = Math.max(highest, bar.close());
            if (ema.isReady()) {
                double rounding = 1e-12 * highest;
                assertThat(ema.value()).isBetween(lowest - rounding, highest + rounding);
            }
        }
    }
}
