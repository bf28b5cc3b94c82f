package dev.astrolabe.agents.gate;

import static dev.astrolabe.agents.gate.GateFixture.BTC;
import static dev.astrolabe.agents.gate.GateFixture.BTC_OKX;
import static dev.astrolabe.agents.gate.GateFixture.ETH;
import static dev.astrolabe.agents.gate.GateFixture.MOMENTUM;
import static dev.astrolabe.agents.gate.GateFixture.TREND;
import static dev.astrolabe.agents.gate.GateFixture.agent;
import static dev.astrolabe.agents.gate.GateFixture.bd;
import static dev.astrolabe.agents.gate.GateFixture.btc;
import static dev.astrolabe.agents.gate.GateFixture.context;
import static dev.astrolabe.agents.gate.GateFixture.gate;
import static dev.astrolabe.agents.gate.GateFixture.instrument;
import static dev.astrolabe.agents.gate.GateFixture.leg;
import static dev.astrolabe.agents.gate.GateFixture.market;
import static dev.astrolabe.agents.gate.GateFixture.modified;
import static dev.astrolabe.agents.gate.GateFixture.open;
import static dev.astrolabe.agents.gate.GateFixture.position;
import static dev.astrolabe.agents.gate.GateFixture.refused;
import static dev.astrolabe.agents.gate.GateFixture.tiers;
import static dev.astrolabe.agents.gate.GateFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.agents.Leg;
import dev.astrolabe.agents.Proposal;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.RiskTier;
import dev.astrolabe.exchange.model.StepFilter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stops, and what the portfolio loses when they fire. */
class GateRiskTest {

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
    void heat_counts_both_fees_and_slippage() {
        GateContext.Builder context = context().portfolio(new GatePortfolio(bd("87000"), bd("100000"), false));
        Proposal.Open asked = open(TREND, "1", 10, leg().stopPrice(bd("48000")).build());

        // 80 % of 2,000 is 1,600; a coin loses 2000.1 to the stop and 0.15 % of 52000.2 in costs.
        assertThat(modified(asked, context).quantity()).isEqualByComparingTo("0.769");
    }

    @Test
    void maintenance_brings_the_liquidation_of_the_account_nearer() {
        List<RiskTier> tiers = List.of(new RiskTier(1, bd("0"), bd("300000"), bd("125"), bd("0.05"), bd("0")));
        GateContext.Builder context = context()
                .market(market(BTC, "49999.9", "50000", "50000.1"), tiers)
                .account(ExchangeId.ASTERDEX, GateAccount.of(bd("370"), bd("100000")));

        // 80 % of (370 less 2500.005 a coin) must cover 2.0002 % of 52500.105 a coin.
        assertThat(modified(open(), context).quantity()).isEqualByComparingTo("0.097");
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
}
