package dev.astrolabe.agents.gate;

import static dev.astrolabe.agents.gate.GateFixture.ARBITRAGE;
import static dev.astrolabe.agents.gate.GateFixture.BTC;
import static dev.astrolabe.agents.gate.GateFixture.ETH;
import static dev.astrolabe.agents.gate.GateFixture.MOMENTUM;
import static dev.astrolabe.agents.gate.GateFixture.NOW;
import static dev.astrolabe.agents.gate.GateFixture.TREND;
import static dev.astrolabe.agents.gate.GateFixture.agent;
import static dev.astrolabe.agents.gate.GateFixture.assertApproved;
import static dev.astrolabe.agents.gate.GateFixture.bd;
import static dev.astrolabe.agents.gate.GateFixture.btc;
import static dev.astrolabe.agents.gate.GateFixture.context;
import static dev.astrolabe.agents.gate.GateFixture.gate;
import static dev.astrolabe.agents.gate.GateFixture.instrument;
import static dev.astrolabe.agents.gate.GateFixture.leg;
import static dev.astrolabe.agents.gate.GateFixture.listing;
import static dev.astrolabe.agents.gate.GateFixture.market;
import static dev.astrolabe.agents.gate.GateFixture.modified;
import static dev.astrolabe.agents.gate.GateFixture.open;
import static dev.astrolabe.agents.gate.GateFixture.position;
import static dev.astrolabe.agents.gate.GateFixture.refused;
import static dev.astrolabe.agents.gate.GateFixture.tiers;
import static dev.astrolabe.agents.gate.GateFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.agents.AgentId;
import dev.astrolabe.agents.Leg;
import dev.astrolabe.agents.Proposal;
import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.StepFilter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the gate refuses before it looks at risk, and how it says so. */
class CeoGateTest {

    @Test
    void refuses_an_unknown_agent() {
        Verdict.Rejected refusal = refused(open(new AgentId("XX"), "0.1", 5, leg().build()), context());

        assertThat(refusal.code()).isEqualTo(ReasonCode.UNKNOWN_AGENT);
        assertThat(refusal.message()).contains("XX");
    }

    @Test
    void refuses_a_market_that_nobody_knows() {
        Listing unknown = listing(ExchangeId.OKX, "DOGE/USDT:USDT");

        assertThat(refused(with(leg().listing(unknown)), context()).code())
                .isEqualTo(ReasonCode.SYMBOL_NOT_WHITELISTED);
    }

    @Test
    void refuses_a_market_without_a_price() {
        GateContext.Builder context = context().markets(Map.of());

        assertThat(refused(open(), context).code()).isEqualTo(ReasonCode.DATA_MISSING);
    }

    @Test
    void refuses_amounts_that_are_not_above_zero() {
        assertThat(refused(open(TREND, "0", 5, leg().build()), context()).message())
                .isEqualTo("quantity 0 is not above 0");
        assertThat(refused(open(TREND, "-1", 5, leg().build()), context()).code())
                .isEqualTo(ReasonCode.SCHEMA);
        assertThat(refused(open(TREND, "0.1", 0, leg().build()), context()).message())
                .isEqualTo("leverage 0 is below 1");
        assertThat(refused(with(leg().stopPrice(BigDecimal.ZERO)), context()).code())
                .isEqualTo(ReasonCode.SCHEMA);
        assertThat(refused(with(leg().limitPrice(bd("-1"))), context()).code()).isEqualTo(ReasonCode.SCHEMA);
        assertThat(refused(with(leg().takeProfitPrice(bd("-1"))), context()).code())
                .isEqualTo(ReasonCode.SCHEMA);
        assertThat(refused(with(leg().referencePrice(BigDecimal.ZERO)), context())
                        .code())
                .isEqualTo(ReasonCode.SCHEMA);
    }

    @Test
    void refuses_numbers_of_absurd_length_without_writing_them_out() {
        Verdict.Rejected refusal = refused(open(TREND, "1E+999999999", 5, leg().build()), context());

        assertThat(refusal.code()).isEqualTo(ReasonCode.SCHEMA);
        assertThat(refusal.message()).hasSizeLessThan(100).contains("1E+999999999");
    }

    @Test
    void refuses_an_account_that_is_not_known() {
        GateContext.Builder context = context();
        CeoGate subaccounts =
                new CeoGate(GateLimits.builder().topology(Topology.SUBACCOUNT).build());

        Verdict verdict = subaccounts.review(open(), context.build());

        assertThat(((Verdict.Rejected) verdict).code()).isEqualTo(ReasonCode.DATA_MISSING);
    }

    @Test
    void refuses_while_a_held_market_has_no_price() {
        Listing gone = listing(ExchangeId.OKX, "DOGE/USDT:USDT");
        GateContext.Builder context = context()
                .agent(agent(MOMENTUM)
                        .positions(List.of(position(gone, "1", "1", "0.9").build()))
                        .build());

        assertThat(refused(open(), context).code()).isEqualTo(ReasonCode.DATA_MISSING);
    }

    @Test
    void refuses_an_inverse_contract() {
        GateContext.Builder context =
                context().market(btc(instrument(BTC).inverse(true).build()), tiers());

        assertThat(refused(open(), context).code()).isEqualTo(ReasonCode.INSTRUMENT_NOT_TRADING);
    }

    @Test
    void refuses_a_pair_in_two_coins() {
        Leg other = leg().listing(ETH)
                .side(PositionSide.SHORT)
                .referencePrice(bd("2500"))
                .stopPrice(bd("2550"))
                .build();

        assertThat(refused(open(ARBITRAGE, "0.1", 5, leg().build(), other), context())
                        .code())
                .isEqualTo(ReasonCode.SCHEMA);
    }

    @Test
    void halts_at_fifteen_per_cent_below_the_highest_equity() {
        GateContext.Builder context = context().portfolio(new GatePortfolio(bd("85000"), bd("100000"), false));

        Verdict.Rejected refusal = refused(open(), context);

        assertThat(refusal.code()).isEqualTo(ReasonCode.TRADING_HALTED);
        assertThat(refusal.message()).isEqualTo("drawdown 15000 from 100000 reaches the limit 15000.00");
    }

    @Test
    void a_mark_price_of_three_seconds_ago_still_counts() {
        assertApproved(
                open(),
                context()
                        .market(
                                market(
                                        instrument(BTC).build(),
                                        BTC,
                                        "49999.9",
                                        "50000",
                                        "50000.1",
                                        "50000",
                                        NOW.minusMillis(3000)),
                                tiers()));
    }

    @Test
    void refuses_a_mark_price_from_the_future() {
        GateContext.Builder context = context()
                .market(
                        market(
                                instrument(BTC).build(),
                                BTC,
                                "49999.9",
                                "50000",
                                "50000.1",
                                "50000",
                                NOW.plusMillis(3001)),
                        tiers());

        assertThat(refused(open(), context).code()).isEqualTo(ReasonCode.STALE_MARK);
    }

    @Test
    void refuses_a_crossed_book() {
        GateContext.Builder context = context().market(market(BTC, "50000.1", "50000", "49999.9"), tiers());

        assertThat(refused(open(), context).message()).contains("crossed");
    }

    @Test
    void a_market_that_another_agent_holds_is_claimed_even_without_a_claim() {
        GateContext.Builder context = context()
                .agent(agent(MOMENTUM)
                        .positions(
                                List.of(position(BTC, "0.1", "50000", "49000").build()))
                        .build());

        Verdict.Rejected refusal = refused(open(), context);

        assertThat(refusal.code()).isEqualTo(ReasonCode.SYMBOL_CLAIMED);
        assertThat(refusal.message()).contains("MH");
    }

    @Test
    void an_agent_keeps_its_own_claim() {
        assertApproved(open(), context().claims(Map.of(BTC, TREND)));
    }

    @Test
    void an_account_that_nets_has_no_room_for_the_other_direction() {
        GateContext.Builder context = context()
                .agent(agent(TREND)
                        .positions(
                                List.of(position(BTC, "0.1", "50000", "49000").build()))
                        .build());
        Leg.Builder short1 = leg().side(PositionSide.SHORT).stopPrice(bd("51000"));

        assertThat(refused(with(short1), context).code()).isEqualTo(ReasonCode.POSITION_MODE_MISMATCH);
    }

    @Test
    void an_unknown_position_mode_is_refused() {
        GateContext plain = context().build();
        GateContext.Builder context = GateContext.builder()
                .now(NOW)
                .portfolio(plain.portfolio())
                .agents(plain.agents())
                .markets(plain.markets())
                .riskTiers(plain.riskTiers())
                .whitelist(plain.whitelist())
                .account(ExchangeId.ASTERDEX, GateAccount.of(bd("100000"), bd("100000")));

        assertThat(refused(open(), context).code()).isEqualTo(ReasonCode.POSITION_MODE_MISMATCH);
    }

    @Test
    void a_quantity_below_the_least_is_never_bumped_up() {
        Verdict.Rejected refusal = refused(open(TREND, "0.0009", 5, leg().build()), context());

        assertThat(refusal.code()).isEqualTo(ReasonCode.BELOW_MIN_QTY);
        assertThat(refusal.message())
                .isEqualTo("quantity 0.0009 in asterdex BTC/USDT:USDT is below the least, which is 0.001");
    }

    @Test
    void lots_that_never_meet_are_refused() {
        StepFilter odd = new StepFilter(bd("0.001"), BigDecimal.ZERO, bd("0.002"));
        StepFilter even = new StepFilter(bd("0.002"), BigDecimal.ZERO, bd("0.002"));
        GateContext.Builder context = context()
                .market(
                        btc(instrument(BTC)
                                .quantityFilter(odd)
                                .marketQuantityFilter(even)
                                .build()),
                        tiers());

        assertThat(refused(open(), context).message()).contains("never meet");
    }

    @Test
    void a_limit_price_is_rounded_to_the_less_aggressive_tick() {
        Proposal.Open allowed = modified(with(leg().limitPrice(bd("49990.07"))), context());

        assertThat(allowed.legs().get(0).limitPrice())
                .hasValueSatisfying(price -> assertThat(price).isEqualByComparingTo("49990.0"));
    }

    @Test
    void the_cooldown_ends() {
        assertApproved(
                open(),
                context().agent(agent(TREND).lastStopOut(NOW.minusSeconds(900)).build()));
    }

    @Test
    void limits_refuse_shares_out_of_range() {
        assertThatThrownBy(() -> GateLimits.builder().heatShare(bd("1.1")).build())
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("heat share 1.1 is not above 0 and at most 1");
        assertThatThrownBy(() -> GateLimits.builder().slippage(bd("-0.1")).build())
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("slippage -0.1 is below 0");
    }

    @Test
    void limits_survive_a_copy() {
        GateLimits limits = GateLimits.builder()
                .maxDrawdown(bd("0.1"))
                .topology(Topology.SUBACCOUNT)
                .build();

        assertThat(limits.toBuilder().build()).usingRecursiveComparison().isEqualTo(limits);
    }

    @Test
    void a_context_survives_a_copy() {
        GateContext context = context().claims(Map.of(BTC, TREND)).build();

        assertThat(context.toBuilder().build()).usingRecursiveComparison().isEqualTo(context);
    }

    @Test
    void a_clamp_says_rule_field_and_both_values() {
        Verdict.Modified verdict = (Verdict.Modified)
                gate().review(open(TREND, "0.1", 11, leg().build()), context().build());

        assertThat(verdict.clamps()).hasToString("[LEVERAGE_CLAMPED: leverage 11 -> 10]");
    }

    @Test
    void every_code_says_what_it_means() {
        assertThat(ReasonCode.values())
                .allSatisfy(code -> assertThat(code.meaning()).isNotBlank());
    }
}
