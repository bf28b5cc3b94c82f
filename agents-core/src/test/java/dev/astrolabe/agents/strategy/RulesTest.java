package dev.astrolabe.agents.strategy;

import static dev.astrolabe.agents.strategy.Scene.HERE;
import static dev.astrolabe.agents.strategy.Scene.quiet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.agents.Decision;
import dev.astrolabe.agents.Leg;
import dev.astrolabe.agents.Proposal;
import dev.astrolabe.agents.Strategy;
import dev.astrolabe.agents.StrategyKind;
import dev.astrolabe.exchange.model.PositionSide;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RulesTest {

    private static final Duration SHORT = Duration.ofMinutes(5);

    private static Strategy rules(StrategyKind kind) {
        return StandardAgents.rules(kind);
    }

    private static Proposal.Open onlyOpen(Decision decision) {
        assertThat(decision.proposals()).singleElement().isInstanceOf(Proposal.Open.class);
        return (Proposal.Open) decision.proposals().get(0);
    }

    private static Leg onlyLeg(Decision decision) {
        return onlyOpen(decision).legs().get(0);
    }

    @ParameterizedTest
    @EnumSource(StrategyKind.class)
    void does_nothing_in_a_quiet_market(StrategyKind kind) {
        Decision decision = Scene.of(kind).market(quiet()).decide(rules(kind));

        assertThat(decision).isEqualTo(Decision.NOTHING);
    }

    @Nested
    class Trend {

        private final Strategy trend = rules(StrategyKind.TREND);

        private Scene.ReadingsOf breakout() {
            return quiet().emas(50_100, 50_000).adx(25).close(50_600);
        }

        private Scene scene(Scene.ReadingsOf readings) {
            return Scene.of(StrategyKind.TREND).market(readings);
        }

        @Test
        void buys_a_breakout_of_a_rising_trend_with_a_stop_two_and_a_half_atr_below() {
            Decision decision = scene(breakout()).decide(trend);

            Leg leg = onlyLeg(decision);
            assertThat(leg.side()).isEqualTo(PositionSide.LONG);
            assertThat(leg.stopPrice().orElseThrow()).isEqualByComparingTo("49750");
            assertThat(onlyOpen(decision).quantity()).isEqualByComparingTo("0.2");
            assertThat(onlyOpen(decision).leverage()).isEqualTo(5);
        }

        @Test
        void sells_a_breakdown_of_a_falling_trend() {
            Decision decision =
                    scene(quiet().emas(49_900, 50_000).adx(25).close(49_400)).decide(trend);

            assertThat(onlyLeg(decision).side()).isEqualTo(PositionSide.SHORT);
            assertThat(onlyLeg(decision).stopPrice().orElseThrow()).isEqualByComparingTo("50250");
        }

        @Test
        void waits_without_a_trend() {
            assertThat(scene(breakout().adx(20)).decide(trend)).isEqualTo(Decision.NOTHING);
        }

        @Test
        void waits_without_a_breakout() {
            assertThat(scene(breakout().close(50_500)).decide(trend)).isEqualTo(Decision.NOTHING);
        }

        @Test
        void waits_until_its_indicators_are_warm() {
            assertThat(scene(breakout().cold()).decide(trend)).isEqualTo(Decision.NOTHING);
        }

        @Test
        void never_puts_the_stop_farther_than_the_charter_allows() {
            Decision decision = scene(breakout().atr(2_000)).decide(trend);

            assertThat(onlyLeg(decision).stopPrice().orElseThrow()).isEqualByComparingTo("47500");
        }

        @Test
        void sizes_by_the_margin_that_is_free() {
            Decision decision = scene(breakout()).freeMargin("100").decide(trend);

            assertThat(onlyOpen(decision).quantity()).isEqualByComparingTo("0.01");
        }

        @Test
        void proposes_nothing_without_free_margin() {
            assertThat(scene(breakout()).freeMargin("0").decide(trend)).isEqualTo(Decision.NOTHING);
        }

        @Test
        void closes_on_the_opposite_crossing() {
            Decision decision = scene(quiet().emas(49_900, 50_000))
                    .holding(HERE, PositionSide.LONG, "49000", "50500", 5, SHORT)
                    .decide(trend);

            assertThat(decision.proposals()).singleElement().isInstanceOf(Proposal.Close.class);
        }

        @Test
        void trails_the_best_price_by_three_atr() {
            Decision decision = scene(quiet().emas(50_100, 50_000))
                    .holding(HERE, PositionSide.LONG, "49000", "50200", 5, SHORT)
                    .decide(trend);

            Proposal.MoveStop move = (Proposal.MoveStop) decision.proposals().get(0);
            assertThat(move.stopPrice()).isEqualByComparingTo("49900");
        }

        @Test
        void does_not_move_a_stop_for_less_than_a_step_nor_backwards() {
            Decision little = scene(quiet().emas(50_100, 50_000))
                    .holding(HERE, PositionSide.LONG, "49880", "50200", 5, SHORT)
                    .decide(trend);
            Decision back = scene(quiet().emas(50_100, 50_000))
                    .holding(HERE, PositionSide.LONG, "49950", "50200", 5, SHORT)
                    .decide(trend);

            assertThat(little).isEqualTo(Decision.NOTHING);
            assertThat(back).isEqualTo(Decision.NOTHING);
        }
    }

    @Nested
    class MomentumRules {

        private final Strategy momentum = rules(StrategyKind.MOMENTUM);

        private Scene scene(Scene.ReadingsOf readings) {
            return Scene.of(StrategyKind.MOMENTUM).market(readings);
        }

        private Scene.ReadingsOf strength() {
            return quiet().rocZ(2).volume(2).rsi(65);
        }

        @Test
        void joins_strength_with_volume() {
            Decision decision = scene(strength()).decide(momentum);

            assertThat(onlyLeg(decision).side()).isEqualTo(PositionSide.LONG);
            assertThat(onlyLeg(decision).stopPrice().orElseThrow()).isEqualByComparingTo("49850");
        }

        @Test
        void joins_weakness_in_the_mirrored_band() {
            Decision decision = scene(quiet().rocZ(-2).volume(2).rsi(35)).decide(momentum);

            assertThat(onlyLeg(decision).side()).isEqualTo(PositionSide.SHORT);
        }

        @Test
        void stays_out_without_volume() {
            assertThat(scene(strength().volume(1.2)).decide(momentum)).isEqualTo(Decision.NOTHING);
        }

        @Test
        void stays_out_when_exhausted() {
            assertThat(scene(strength().rsi(85)).decide(momentum)).isEqualTo(Decision.NOTHING);
        }

        @Test
        void leaves_when_the_strength_is_gone() {
            Decision decision = scene(quiet().rsi(49))
                    .holding(HERE, PositionSide.LONG, "49850", "50100", 3, SHORT)
                    .decide(momentum);

            assertThat(decision.proposals()).singleElement().isInstanceOf(Proposal.Close.class);
        }

        @Test
        void leaves_after_its_time() {
            Decision decision = scene(strength())
                    .holding(HERE, PositionSide.LONG, "49850", "50100", 48, SHORT)
                    .decide(momentum);

            assertThat(decision.proposals()).singleElement().isInstanceOf(Proposal.Close.class);
        }
    }

    @Nested
    class MeanReversionRules {

        private final Strategy reversion = rules(StrategyKind.MEAN_REVERSION);

        private Scene scene(Scene.ReadingsOf readings) {
            return Scene.of(StrategyKind.MEAN_REVERSION).market(readings);
        }

        @Test
        void buys_two_deviations_below_the_mean() {
            assertThat(onlyLeg(scene(quiet().zScore(-2)).decide(reversion)).side())
                    .isEqualTo(PositionSide.LONG);
        }

        @Test
        void sells_two_deviations_above_the_mean() {
            assertThat(onlyLeg(scene(quiet().zScore(2.1)).decide(reversion)).side())
                    .isEqualTo(PositionSide.SHORT);
        }

        @Test
        void stays_out_of_a_trend() {
            assertThat(scene(quiet().zScore(-2.5).adx(20)).decide(reversion)).isEqualTo(Decision.NOTHING);
        }

        @Test
        void leaves_at_the_mean() {
            Decision decision = scene(quiet().zScore(0))
                    .holding(HERE, PositionSide.LONG, "49800", "50000", 3, SHORT)
                    .decide(reversion);

            assertThat(decision.proposals()).singleElement().isInstanceOf(Proposal.Close.class);
        }

        @Test
        void leaves_after_twenty_four_bars() {
            Scene early = scene(quiet().zScore(-1)).holding(HERE, PositionSide.LONG, "49800", "50000", 23, SHORT);
            Scene late = scene(quiet().zScore(-1)).holding(HERE, PositionSide.LONG, "49800", "50000", 24, SHORT);

            assertThat(early.decide(reversion)).isEqualTo(Decision.NOTHING);
            assertThat(late.decide(reversion).proposals()).singleElement().isInstanceOf(Proposal.Close.class);
        }
    }

    @Nested
    class ScalpingRules {

        private final Strategy scalping = rules(StrategyKind.SCALPING);

        private Scene scene(String bidSize, String askSize, double vwap) {
            return Scene.of(StrategyKind.SCALPING)
                    .market(HERE, "49999.9", "50000.1", bidSize, askSize, quiet().vwap(vwap));
        }

        @Test
        void bids_at_the_best_bid_when_the_book_leans_up_and_the_vwap_is_far() {
            Decision decision = scene("9", "3", 50_100).decide(scalping);

            Leg leg = onlyLeg(decision);
            assertThat(leg.side()).isEqualTo(PositionSide.LONG);
            assertThat(leg.limitPrice().orElseThrow()).isEqualByComparingTo("49999.9");
            assertThat(leg.takeProfitPrice().orElseThrow()).isEqualByComparingTo("50100");
            assertThat(leg.stopPrice().orElseThrow()).isBetween(new BigDecimal("49899"), new BigDecimal("49901"));
        }

        @Test
        void offers_at_the_best_ask_when_the_book_leans_down() {
            Leg leg = onlyLeg(scene("3", "9", 49_900).decide(scalping));

            assertThat(leg.side()).isEqualTo(PositionSide.SHORT);
            assertThat(leg.limitPrice().orElseThrow()).isEqualByComparingTo("50000.1");
        }

        @Test
        void needs_a_move_of_three_times_the_fees() {
            assertThat(scene("9", "3", 50_085).decide(scalping)).isEqualTo(Decision.NOTHING);
        }

        @Test
        void stays_out_of_a_wide_spread() {
            Scene wide = Scene.of(StrategyKind.SCALPING).market(HERE, "49990", "50010", "9", "3", quiet().vwap(50_200));

            assertThat(wide.decide(scalping)).isEqualTo(Decision.NOTHING);
        }

        @Test
        void stays_out_when_book_and_vwap_disagree() {
            assertThat(scene("9", "3", 49_900).decide(scalping)).isEqualTo(Decision.NOTHING);
        }

        @Test
        void leaves_after_sixty_seconds() {
            Scene early = scene("5", "5", 50_000)
                    .holding(HERE, PositionSide.LONG, "49900", "50000", 0, Duration.ofSeconds(59));
            Scene late = scene("5", "5", 50_000)
                    .holding(HERE, PositionSide.LONG, "49900", "50000", 1, Duration.ofSeconds(60));

            assertThat(early.decide(scalping)).isEqualTo(Decision.NOTHING);
            assertThat(late.decide(scalping).proposals()).singleElement().isInstanceOf(Proposal.Close.class);
        }
    }
}
