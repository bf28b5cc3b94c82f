package dev.astrolabe.agents.gate;

import static dev.astrolabe.agents.gate.GateFixture.ARBITRAGE;
import static dev.astrolabe.agents.gate.GateFixture.BTC;
import static dev.astrolabe.agents.gate.GateFixture.BTC_OKX;
import static dev.astrolabe.agents.gate.GateFixture.ETH;
import static dev.astrolabe.agents.gate.GateFixture.MOMENTUM;
import static dev.astrolabe.agents.gate.GateFixture.NOW;
import static dev.astrolabe.agents.gate.GateFixture.SOL;
import static dev.astrolabe.agents.gate.GateFixture.TREND;
import static dev.astrolabe.agents.gate.GateFixture.agent;
import static dev.astrolabe.agents.gate.GateFixture.assertApproved;
import static dev.astrolabe.agents.gate.GateFixture.bd;
import static dev.astrolabe.agents.gate.GateFixture.btc;
import static dev.astrolabe.agents.gate.GateFixture.context;
import static dev.astrolabe.agents.gate.GateFixture.instrument;
import static dev.astrolabe.agents.gate.GateFixture.leg;
import static dev.astrolabe.agents.gate.GateFixture.market;
import static dev.astrolabe.agents.gate.GateFixture.modified;
import static dev.astrolabe.agents.gate.GateFixture.open;
import static dev.astrolabe.agents.gate.GateFixture.position;
import static dev.astrolabe.agents.gate.GateFixture.refused;
import static dev.astrolabe.agents.gate.GateFixture.tiers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.agents.Leg;
import dev.astrolabe.agents.Proposal;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.RiskTier;
import dev.astrolabe.exchange.model.StepFilter;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far the gate brings down leverage and size. */
class GateSizeTest {

    private static Proposal.Open pair(String quantity) {
        Leg other = leg().listing(BTC_OKX)
                .side(PositionSide.SHORT)
                .stopPrice(bd("51000"))
                .build();
        return open(ARBITRAGE, quantity, 5, leg().build(), other);
    }

    @Test
    void twenty_times_with_a_five_per_cent_stop_comes_out_at_fourteen_or_less() {
        Proposal.Open asked =
                open(MOMENTUM, "0.1", 20, leg().stopPrice(bd("47500.1")).build());

        Proposal.Open allowed = modified(asked, context());

        assertThat(allowed.leverage()).isEqualTo(14);
        assertThat(allowed.quantity()).isEqualByComparingTo("0.1");
    }

    @Test
    void a_stop_that_is_moved_nearer_does_not_lower_the_leverage_first() {
        Proposal.Open asked =
                open(TREND, "0.1", 10, leg().stopPrice(bd("40000")).build());

        assertThat(modified(asked, context()).leverage()).isEqualTo(10);
    }

    @Test
    void twenty_times_passes_with_a_tighter_stop() {
        assertApproved(open(MOMENTUM, "0.1", 20, leg().stopPrice(bd("48500")).build()), context());
    }

    @Test
    void the_factor_of_the_ceo_lowers_the_largest_leverage_rounded_down() {
        GateContext.Builder context =
                context().agent(agent(TREND).leverageFactor(bd("0.55")).build());

        assertThat(modified(open(TREND, "0.1", 10, leg().build()), context).leverage())
                .isEqualTo(5);
    }

    @Test
    void no_factor_lowers_the_leverage_below_one() {
        GateContext.Builder context =
                context().agent(agent(TREND).leverageFactor(BigDecimal.ZERO).build());

        assertThat(modified(open(), context).leverage()).isEqualTo(1);
    }

    @Test
    void a_notional_of_the_second_tier_gets_the_leverage_of_the_second_tier() {
        List<RiskTier> tiers = List.of(
                new RiskTier(1, bd("0"), bd("4000"), bd("125"), bd("0.004"), bd("0")),
                new RiskTier(2, bd("4000"), bd("300000"), bd("2"), bd("0.005"), bd("4")));
        GateContext.Builder context = context().market(btc(instrument(BTC).build()), tiers);

        assertThat(modified(open(), context).leverage()).isEqualTo(2);
    }

    @Test
    void what_is_held_counts_toward_the_tier() {
        List<RiskTier> tiers = List.of(
                new RiskTier(1, bd("0"), bd("6000"), bd("125"), bd("0.004"), bd("0")),
                new RiskTier(2, bd("6000"), bd("300000"), bd("2"), bd("0.005"), bd("6")));
        GateContext.Builder context = context()
                .market(btc(instrument(BTC).build()), tiers)
                .agent(agent(TREND)
                        .positions(
                                List.of(position(BTC, "0.1", "50000", "49000").build()))
                        .build());

        assertThat(modified(open(), context).leverage()).isEqualTo(2);
    }

    @Test
    void refuses_a_notional_beyond_the_last_tier() {
        List<RiskTier> tiers = List.of(new RiskTier(1, bd("0"), bd("4000"), bd("125"), bd("0.004"), bd("0")));

        assertThat(refused(open(), context().market(btc(instrument(BTC).build()), tiers))
                        .code())
                .isEqualTo(ReasonCode.SYMBOL_EXPOSURE);
    }

    @Test
    void the_instrument_caps_the_leverage_too() {
        GateContext.Builder context =
                context().market(btc(instrument(BTC).maxLeverage(bd("4")).build()), tiers());

        assertThat(modified(open(), context).leverage()).isEqualTo(4);
    }

    @Test
    void a_third_position_is_refused_and_an_addition_is_not() {
        GateContext.Builder context = context()
                .agent(agent(TREND)
                        .positions(List.of(
                                position(BTC, "0.01", "50000", "49000").build(),
                                position(ETH, "1", "2500", "2450").build()))
                        .build());
        Leg sol =
                leg().listing(SOL).referencePrice(bd("100")).stopPrice(bd("98")).build();

        assertThat(refused(open(TREND, "1", 5, sol), context).code()).isEqualTo(ReasonCode.MAX_POSITIONS);
        assertApproved(open(), context);
    }

    @Test
    void a_pair_needs_two_free_positions() {
        GateContext.Builder context = context()
                .agent(agent(ARBITRAGE)
                        .positions(List.of(position(ETH, "1", "2500", "2450").build()))
                        .build());

        assertThat(refused(pair("0.1"), context).code()).isEqualTo(ReasonCode.MAX_POSITIONS);
    }

    @Test
    void the_margin_of_a_position_stays_within_thirty_per_cent_with_what_is_held_and_under_way() {
        GateContext.Builder context = context()
                .agent(agent(TREND)
                        .positions(
                                List.of(position(BTC, "0.3", "50000", "49000").build()))
                        .pending(List.of(new PendingOpen(
                                BTC, PositionSide.LONG, bd("0.3"), bd("50000"), bd("3000"), bd("1000"))))
                        .build());

        Proposal.Open allowed = modified(open(TREND, "1", 5, leg().build()), context);

        // 7,500 less 3,000 less 3,000 is 1,500 of margin, 7,500 of notional at 50000.1.
        assertThat(allowed.quantity()).isEqualByComparingTo("0.149");
    }

    @Test
    void both_legs_of_a_pair_share_the_thirty_per_cent() {
        Proposal.Open allowed = modified(pair("1"), context());

        // 6,000 of margin at five times is 30,000 for two legs of 50,000 a coin.
        assertThat(allowed.quantity()).isEqualByComparingTo("0.299");
        assertThat(allowed.legs()).hasSize(2);
    }

    @Test
    void a_pair_is_cut_to_a_lot_that_both_legs_have() {
        StepFilter coarse = new StepFilter(bd("0.004"), BigDecimal.ZERO, bd("0.004"));
        StepFilter odd = new StepFilter(bd("0.006"), BigDecimal.ZERO, bd("0.006"));
        GateContext.Builder context = context()
                .market(btc(instrument(BTC).quantityFilter(coarse).build()), tiers())
                .market(
                        market(
                                instrument(BTC_OKX).quantityFilter(odd).build(),
                                BTC_OKX,
                                "49999.9",
                                "50000",
                                "50000.1",
                                "50000",
                                NOW),
                        tiers());

        assertThat(modified(pair("0.1"), context).quantity()).isEqualByComparingTo("0.096");
    }

    @Test
    void nothing_is_left_for_an_agent_without_equity() {
        GateContext.Builder context =
                context().agent(agent(TREND).equity(BigDecimal.ZERO).build());

        assertThat(refused(open(), context).code()).isEqualTo(ReasonCode.AGENT_CAPITAL_EXHAUSTED);
    }

    @Test
    void the_size_factor_of_the_ceo_cuts_the_margin() {
        GateContext.Builder context =
                context().agent(agent(TREND).sizeFactor(bd("0.1")).build());

        // 30 % of 25,000, a tenth of it, five times: 3,750 of notional.
        assertThat(modified(open(), context).quantity()).isEqualByComparingTo("0.074");
    }

    @Test
    void fees_count_toward_the_free_margin() {
        GateContext.Builder context =
                context().agent(agent(TREND).freeMargin(bd("1020.42")).build());

        // 98 % of it is just above the margin of 1000.002; the fee of 2.5 does not fit too.
        assertThat(modified(open(), context).quantity()).isEqualByComparingTo("0.099");
    }
}
