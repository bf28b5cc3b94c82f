package dev.astrolabe.agents.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;

class ZScoreTest {
    private static final Series SERIES = Series.random(9, 500);

    /** Not with a period of 2 or so, of which TA-Lib itself keeps only eight digits. */
    @ParameterizedTest
    @ValueSource(ints = {10, 20, 50})
    void agrees_with_ta_lib_from_the_first_reading(int period) {
        double[] closes = SERIES.closes();

        Agreement.withTaLib(
                score(SERIES, period), scores(closes, TaLib.sma(closes, period), TaLib.stdDev(closes, period)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 20, 50})
    void agrees_with_ta4j(int period) {
        double[] means = SERIES.ta4j(bars -> new SMAIndicator(new ClosePriceIndicator(bars), period));
        double[] deviations =
                SERIES.ta4j(bars -> new StandardDeviationIndicator(new ClosePriceIndicator(bars), period));

        Agreement.withTa4j(score(SERIES, period), scores(SERIES.closes(), means, deviations));
    }

    @Test
    void counts_deviations_from_the_mean() {
        assertThat(score(Series.ofCloses(2, 4, 4, 4, 5, 5, 7, 9), 8)[7]).isCloseTo(2, within(1e-15));
        assertThat(score(Series.ofCloses(9, 7, 5, 5, 4, 4, 4, 2), 8)[7]).isCloseTo(-1.5, within(1e-15));
    }

    @Test
    void constant_series_scores_zero() {
        assertThat(score(Series.constant(0.1, 30), 20)[29]).isZero();
    }

    @Test
    void one_outlier_scores_no_more_than_the_root_of_period_less_one() {
        double[] closes = new double[20];
        Arrays.fill(closes, 100);
        closes[19] = 1e9;

        assertThat(score(Series.ofCloses(closes), 20)[19]).isCloseTo(Math.sqrt(19), within(1e-12));
    }

    @Test
    void takes_any_series_such_as_a_rate_of_change() {
        Roc roc = new Roc(12);
        ZScore score = new ZScore(20);

        for (Bar bar : SERIES.bars()) {
            roc.update(bar.close());
            if (roc.isReady()) {
                score.update(roc.value());
            }
        }

        double[] rates = Arrays.copyOfRange(TaLib.roc(SERIES.closes(), 12), 12, 500);
        double[] expected = scores(rates, TaLib.sma(rates, 20), TaLib.stdDev(rates, 20));
        assertThat(score.value()).isCloseTo(expected[487], within(1e-9));
    }

    private static double[] score(Series series, int period) {
        return series.readings(new ZScore(period), (score, bar) -> score.update(bar.close()), ZScore::value);
    }

    private static double[] scores(double[] values, double[] means, double[] deviations) {
        double[] scores = new double[values.length];
        Arrays.setAll(scores, i -> (values[i] - means[i]) / deviations[i]);
        return scores;
    }
}
