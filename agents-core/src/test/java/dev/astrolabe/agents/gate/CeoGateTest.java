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
import static dev.astrolabe.agents.gate.GateFixture.bd;
import static dev.astrolabe.agents.gate.GateFixture.btc;
import static dev.astrolabe.agents.gate.GateFixture.context;
import static dev.astrolabe.agents.gate.GateFixture.gate;
import static dev.astrolabe.agents.gate.GateFixture.instrument;
import static dev.astrolabe.agents.gate.GateFixture.leg;
import static dev.astrolabe.agents.gate.GateFixture.listing;
import static dev.astrolabe.agents.gate.GateFixture.market;
import static dev.astrolabe.agents.gate.GateFixture.open;
import static dev.astrolabe.agents.gate.GateFixture.position;
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
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.RiskTier;
import dev.astrolabe.exchange.model.StepFilter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CeoGateTest {

    private static Verdict.Rejected refused(Proposal proposal, GateContext.Builder context) {
        Verdict verdict = gate().review(proposal, context.build());
        assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
        return (Verdict.Rejected) verdict;
    }

    private static Proposal.Open modified(Proposal proposal, GateContext.Builder context) {
        Verdict verdict = gate().review(proposal, context.build());
        assertThat(verdict).isInstanceOf(Verdict.Modified.class);
        return (Proposal.Open) ((Verdict.Modified) verdict).proposal();
    }

    private static void assertApproved(Proposal proposal, GateContext.Builder context) {
        assertThat(gate().review(proposal, context.build())).isEqualTo(new Verdict.Approved(proposal));
    }

    // What is unknown or malformed.

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

    // The drawdown.

    @Test
    void halts_at_fifteen_per_cent_below_the_highest_equity() {
        GateContext.Builder context = context().portfolio(new GatePortfolio(bd("85000"), bd("100000"), false));

        Verdict.Rejected refusal = refused(open(), context);

        assertThat(refusal.code()).isEqualTo(ReasonCode.TRADING_HALTED);
        assertThat(refusal.message()).isEqualTo("drawdown 15000 from 100000 reaches the limit 15000.00");
    }

    // Prices.

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

    // Leverage.

    @Test
    void twenty_times_with_a_five_per_cent_stop_comes_out_at_fourteen_or_less() {
        Proposal.Open asked =
                open(MOMENTUM, "0.1", 20, leg().stopPrice(bd("47500.1")).build());

        Proposal.Open allowed = modified(asked, context());

        assertThat(allowed.leverage()).isEqualTo(14);
        assertThat(allowed.quantity()).isEqualByComparingTo("0.1");
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

    // Size.

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

    // Stops.

    @Test
    void a_stop_farther_than_five_per_cent_moves_to_the_tick_within() {
        Proposal.Open allowed = modified(with(leg().stopPrice(bd("40000"))), context());

        // 5 % of the ask 50000.1 below it is 47500.095.
        assertThat(allowed.legs().get(0).stopPrice())
                .hasValueSatisfying(stop -> assertThat(stop).isEqualByComparingTo("47500.1"));
    }

    @Test
    void the_stop_of_a_short_is_rounded_down() {
        Leg.Builder leg = leg().side(PositionSide.SHORT).stopPrice(bd("60000"));

        Proposal.Open allowed = modified(with(leg), context());

        // 5 % of the bid 49999.9 above it is 52499.895.
        assertThat(allowed.legs().get(0).stopPrice())
                .hasValueSatisfying(stop -> assertThat(stop).isEqualByComparingTo("52499.8"));
    }

    @Test
    void a_stop_on_the_wrong_side_is_refused_with_its_price() {
        Verdict.Rejected refusal = refused(with(leg().stopPrice(bd("51000"))), context());

        assertThat(refusal.code()).isEqualTo(ReasonCode.STOP_WOULD_TRIGGER);
        assertThat(refusal.message())
                .isEqualTo("stop 51000 of a LONG in asterdex BTC/USDT:USDT would fire at once: the price is 50000");
    }

    @Test
    void three_spreads_and_five_ticks_bound_the_stop_too() {
        GateContext.Builder wide = context().market(market(BTC, "49980", "50000", "50020"), tiers());
        GateContext.Builder coarse = context()
                .market(
                        btc(instrument(BTC)
                                .priceFilter(new StepFilter(bd("20"), BigDecimal.ZERO, bd("20")))
                                .build()),
                        tiers());

        assertThat(refused(with(leg().stopPrice(bd("49910"))), wide).message()).contains("the least is 120");
        assertThat(refused(with(leg().stopPrice(bd("49920"))), coarse).message())
                .contains("the least is 100");
    }

    // Heat and exposure.

    @Test
    void ten_full_positions_with_stops_at_five_per_cent_are_never_opened() {
        CeoGate gate = new CeoGate(GateLimits.builder()
                .maxGrossExposure(bd("100"))
                .maxSymbolExposure(bd("100"))
                .topology(Topology.HEDGE_SLOTS)
                .build());
        GateSession session = new GateSession(gate, fullSize());

        session.openEverything();

        // Unchecked, 6.15 times the equity would lose 30.75 % in the stops.
        assertThat(session.lossIfEveryStopFires()).isLessThanOrEqualTo(bd("12000"));
        assertThat(session.refusals()).containsOnly(ReasonCode.HEAT_EXHAUSTED);
        assertThat(session.approvals()).isPositive();
    }

    @Test
    void without_the_rule_on_heat_they_would_lose_more_than_thirty_per_cent() {
        List<Rule> reckless = new ArrayList<>(Rules.standard());
        reckless.removeIf(rule ->
                List.of("G3 liquidation", "G8 heat", "G9 gross", "G9 symbol").contains(rule.name()));
        GateLimits limits = GateLimits.builder().topology(Topology.HEDGE_SLOTS).build();
        GateSession session = new GateSession(new CeoGate(limits, reckless), fullSize());

        session.openEverything();

        assertThat(session.lossIfEveryStopFires()).isBetween(bd("29000"), bd("33000"));
    }

    private static GateContext fullSize() {
        return context()
                .positionMode(ExchangeId.ASTERDEX, PositionMode.HEDGE)
                .positionMode(ExchangeId.OKX, PositionMode.HEDGE)
                .build();
    }

    @Test
    void heat_counts_entries_under_way() {
        GateContext.Builder context = context()
                .agent(agent(MOMENTUM)
                        .pending(List.of(
                                new PendingOpen(ETH, PositionSide.LONG, bd("40"), bd("2500"), bd("5000"), bd("300"))))
                        .build());

        assertThat(refused(open(), context).code()).isEqualTo(ReasonCode.HEAT_EXHAUSTED);
    }

    @Test
    void a_position_without_a_stop_counts_with_all_of_its_notional() {
        GateContext.Builder context = context()
                .agent(agent(MOMENTUM)
                        .positions(List.of(position(ETH, "5", "2500", "2450")
                                .stopPrice(null)
                                .build()))
                        .build());

        assertThat(refused(open(), context).code()).isEqualTo(ReasonCode.HEAT_EXHAUSTED);
    }

    @Test
    void a_stop_beyond_the_entry_frees_heat() {
        GateContext.Builder context = context()
                .agent(agent(MOMENTUM)
                        .positions(List.of(position(ETH, "200", "2000", "2490").build()))
                        .build());
        CeoGate gate =
                new CeoGate(GateLimits.builder().maxGrossExposure(bd("10")).build());
        Proposal.Open open = open();

        assertThat(gate.review(open, context.build())).isEqualTo(new Verdict.Approved(open));
    }

    @Test
    void gross_exposure_is_bounded() {
        GateContext.Builder context = context()
                .agent(agent(MOMENTUM)
                        .positions(
                                List.of(position(ETH, "118.5", "2500", "2490").build()))
                        .build());

        // 300,000 less 296,250 is 3,750 of notional.
        assertThat(modified(open(), context).quantity()).isEqualByComparingTo("0.074");
    }

    @Test
    void both_exchanges_count_toward_the_exposure_in_a_coin() {
        GateContext.Builder context = context()
                .agent(agent(MOMENTUM)
                        .positions(List.of(
                                position(BTC_OKX, "2.95", "50000", "49900").build()))
                        .build());

        // 150,000 less 147,500 is 2,500 of notional.
        assertThat(modified(open(), context).quantity()).isEqualByComparingTo("0.049");
    }

    @Test
    void positions_of_nobody_bring_the_liquidation_of_the_account_nearer() {
        GateContext.Builder context =
                context().account(ExchangeId.ASTERDEX, new GateAccount(bd("10000"), bd("10000"), bd("398000")));

        // The stop at 2 % needs 2.5 % of cushion: 10,000 for 400,000 of notional.
        assertThat(modified(open(), context).quantity()).isLessThan(bd("0.04"));
    }

    // Who holds what.

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

    // Filters.

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

    // Frequency.

    @Test
    void the_cooldown_ends() {
        assertApproved(
                open(),
                context().agent(agent(TREND).lastStopOut(NOW.minusSeconds(900)).build()));
    }

    // Limits and messages.

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

    private static Proposal.Open pair(String quantity) {
        Leg other = leg().listing(BTC_OKX)
                .side(PositionSide.SHORT)
                .stopPrice(bd("51000"))
                .build();
        return open(ARBITRAGE, quantity, 5, leg().build(), other);
    }
}
