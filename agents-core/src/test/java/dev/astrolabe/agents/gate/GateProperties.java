package dev.astrolabe.agents.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.agents.AgentId;
import dev.astrolabe.agents.Leg;
import dev.astrolabe.agents.OwnPosition;
import dev.astrolabe.agents.Proposal;
import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.agents.market.MarketView;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.RiskTier;
import dev.astrolabe.exchange.model.StepFilter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/**
 * What holds for every session and every entry in it. {@code -Djqwik.tries.default=100000} makes for a longer run. A failure
 * names its seed; {@code Scenario.of} makes the same again, so there is nothing to shrink.
 */
class GateProperties {

    @Provide
    Arbitrary<Scenario> scenarios() {
        return Arbitraries.longs().map(Scenario::of);
    }

    @Provide
    Arbitrary<Scenario> crowded() {
        return Arbitraries.longs().map(seed -> Scenario.of(seed, 12));
    }

    private static Optional<Proposal.Open> allowed(Verdict verdict) {
        if (verdict instanceof Verdict.Approved approved) {
            return Optional.of((Proposal.Open) approved.proposal());
        }
        return verdict instanceof Verdict.Modified modified
                ? Optional.of((Proposal.Open) modified.proposal())
                : Optional.empty();
    }

    private static Proposal.Open assumeAllowed(Scenario scenario) {
        Optional<Proposal.Open> open = allowed(scenario.verdict());
        Assume.that(open.isPresent());
        return open.get();
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void verdicts_of_every_kind_come_up(@ForAll("scenarios") Scenario scenario) {
        Verdict verdict = scenario.verdict();

        Statistics.label("verdict").collect(verdict.getClass().getSimpleName()).coverage(seen -> {
            seen.check("Approved").percentage(share -> share > 4);
            seen.check("Modified").percentage(share -> share > 10);
            seen.check("Rejected").percentage(share -> share > 20);
        });
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void p1_leverage_stays_within_the_charter_the_ceo_and_the_tier(@ForAll("scenarios") Scenario scenario) {
        Proposal.Open open = assumeAllowed(scenario);

        GateAgent agent = scenario.context().agents().get(open.agent());
        BigDecimal cap = BigDecimal.valueOf(agent.spec().maxLeverage())
                .multiply(agent.leverageFactor())
                .max(BigDecimal.ONE);
        assertThat(BigDecimal.valueOf(open.leverage())).isLessThanOrEqualTo(cap);
        assertThat(open.leverage()).isLessThanOrEqualTo(scenario.open().leverage());
        for (Leg leg : open.legs()) {
            BigDecimal notional = Oracle.notional(open, leg, scenario.context());
            RiskTier tier = tier(scenario.context(), leg.listing(), notional);
            assertThat(BigDecimal.valueOf(open.leverage()))
                    .isLessThanOrEqualTo(tier.maxLeverage().max(BigDecimal.ONE));
        }
    }

    private static RiskTier tier(GateContext context, Listing listing, BigDecimal notional) {
        return context.riskTiers().get(listing).stream()
                .filter(tier ->
                        notional.compareTo(tier.notionalFloor()) > 0 && notional.compareTo(tier.notionalCap()) <= 0)
                .findFirst()
                .orElseThrow();
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void p2_margin_stays_within_thirty_per_cent(@ForAll("scenarios") Scenario scenario) {
        Proposal.Open open = assumeAllowed(scenario);

        assertMargin(scenario.context(), open);
    }

    private static void assertMargin(GateContext context, Proposal.Open open) {
        GateAgent agent = context.agents().get(open.agent());
        BigDecimal total = BigDecimal.ZERO;
        for (Leg leg : open.legs()) {
            total = total.add(Oracle.margin(open, leg, context));
            for (OwnPosition position : agent.positions()) {
                total = position.listing().equals(leg.listing()) ? total.add(position.margin()) : total;
            }
            for (PendingOpen pending : agent.pending()) {
                total = pending.listing().equals(leg.listing()) ? total.add(pending.margin()) : total;
            }
        }
        BigDecimal rounding = new BigDecimal("1E-18");
        assertThat(total)
                .isLessThanOrEqualTo(
                        agent.equity().multiply(new BigDecimal("0.3")).add(rounding));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void p4_stops_protect(@ForAll("scenarios") Scenario scenario) {
        Proposal.Open open = assumeAllowed(scenario);

        assertStops(scenario.limits(), scenario.context(), open);
    }

    private static void assertStops(GateLimits limits, GateContext context, Proposal.Open open) {
        for (Leg leg : open.legs()) {
            MarketView market = context.markets().get(leg.listing());
            BigDecimal entry = Oracle.entry(leg, market);
            BigDecimal stop = leg.stopPrice().orElseThrow();
            boolean rising = leg.side() == PositionSide.LONG;
            BigDecimal distance = rising ? entry.subtract(stop) : stop.subtract(entry);
            assertThat(distance).isPositive().isLessThanOrEqualTo(entry.multiply(new BigDecimal("0.05")));
            assertThat(rising ? market.mark().subtract(stop) : stop.subtract(market.mark()))
                    .isPositive();
            assertThat(market.instrument().priceFilter().onStep(stop)).isTrue();
            BigDecimal notional = Oracle.notional(open, leg, context);
            BigDecimal liquidation = Oracle.liquidationDistance(
                            tier(context, leg.listing(), notional), leg.side(), notional, open.leverage())
                    .multiply(entry);
            assertThat(distance).isLessThanOrEqualTo(limits.liquidationSafety().multiply(liquidation));
        }
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void p5_the_portfolio_survives_every_stop_at_once(@ForAll("scenarios") Scenario scenario) {
        GateSession session = new GateSession(scenario.gate(), scenario.context());

        Assume.that(allowed(session.submit(scenario.open(), new Random(scenario.seed()).nextBoolean()))
                .isPresent());

        assertSurvives(scenario, session.context());
    }

    private static void assertSurvives(Scenario scenario, GateContext context) {
        GatePortfolio portfolio = scenario.context().portfolio();
        BigDecimal left = portfolio
                .equity()
                .subtract(Oracle.lossIfEveryStopFires(context, scenario.limits().slippage()));
        BigDecimal floor = portfolio
                .highWaterMark()
                .multiply(BigDecimal.ONE.subtract(scenario.limits().maxDrawdown()));
        assertThat(left).isGreaterThanOrEqualTo(floor);
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void p6_quantities_fit_the_venue_and_never_grow(@ForAll("scenarios") Scenario scenario) {
        Proposal.Open open = assumeAllowed(scenario);

        assertThat(open.quantity())
                .isPositive()
                .isLessThanOrEqualTo(scenario.open().quantity());
        for (Leg leg : open.legs()) {
            MarketView market = scenario.context().markets().get(leg.listing());
            for (StepFilter filter : List.of(
                    market.instrument().quantityFilter(), market.instrument().marketQuantityFilter())) {
                assertThat(filter.onStep(open.quantity())).isTrue();
                assertThat(open.quantity()).isGreaterThanOrEqualTo(filter.min());
                assertThat(filter.max().signum() == 0 || open.quantity().compareTo(filter.max()) <= 0)
                        .isTrue();
            }
            BigDecimal price = Oracle.entry(leg, market).min(market.mark());
            assertThat(open.quantity().multiply(price))
                    .isGreaterThanOrEqualTo(market.instrument().minNotional().orElseThrow());
        }
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void p6_stops_never_move_away(@ForAll("scenarios") Scenario scenario) {
        Proposal.Open open = assumeAllowed(scenario);

        for (int i = 0; i < open.legs().size(); i++) {
            BigDecimal asked = scenario.open().legs().get(i).stopPrice().orElseThrow();
            BigDecimal given = open.legs().get(i).stopPrice().orElseThrow();
            boolean rising = open.legs().get(i).side() == PositionSide.LONG;
            assertThat(rising ? given.subtract(asked) : asked.subtract(given)).isGreaterThanOrEqualTo(BigDecimal.ZERO);
        }
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void p7_what_comes_out_passes_as_it_stands(@ForAll("scenarios") Scenario scenario) {
        Proposal.Open open = assumeAllowed(scenario);

        Verdict again = scenario.gate().review(open, scenario.context());

        assertThat(again).isEqualTo(new Verdict.Approved(open));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void p8_less_money_or_tighter_limits_never_allow_more(@ForAll("scenarios") Scenario scenario, @ForAll long how) {
        Scenario poorer = shrink(scenario, new Random(how));

        Optional<Proposal.Open> before = allowed(scenario.verdict());
        Optional<Proposal.Open> after = allowed(poorer.verdict());

        Statistics.label("after").collect(before.isPresent(), after.isPresent());
        if (after.isPresent()) {
            assertThat(before).isPresent();
            assertThat(after.get().quantity()).isLessThanOrEqualTo(before.get().quantity());
            assertThat(after.get().leverage()).isLessThanOrEqualTo(before.get().leverage());
        }
    }

    private static Scenario shrink(Scenario scenario, Random random) {
        GateContext context = scenario.context();
        GateContext.Builder poorer = context.toBuilder();
        GatePortfolio portfolio = context.portfolio();
        poorer.portfolio(new GatePortfolio(
                less(random, portfolio.equity()), portfolio.highWaterMark(), portfolio.drawdownTripped()));
        for (GateAgent agent : context.agents().values()) {
            poorer.agent(agent.toBuilder()
                    .equity(less(random, agent.equity()))
                    .freeMargin(less(random, agent.freeMargin()))
                    .sizeFactor(less(random, agent.sizeFactor()))
                    .build());
        }
        for (ExchangeId exchange : List.of(ExchangeId.ASTERDEX, ExchangeId.OKX)) {
            poorer.account(exchange, less(random, context.accounts().get(exchange)));
            for (AgentId agent : context.agents().keySet()) {
                poorer.subaccount(
                        agent,
                        exchange,
                        less(
                                random,
                                context.account(agent, exchange, Topology.SUBACCOUNT)
                                        .orElseThrow()));
            }
        }
        GateLimits limits = scenario.limits();
        GateLimits tighter = limits.toBuilder()
                .maxDrawdown(less(random, limits.maxDrawdown()))
                .heatShare(less(random, limits.heatShare()))
                .liquidationSafety(less(random, limits.liquidationSafety()))
                .maxGrossExposure(less(random, limits.maxGrossExposure()))
                .maxSymbolExposure(less(random, limits.maxSymbolExposure()))
                .marginUse(less(random, limits.marginUse()))
                .maxFeeDrag(less(random, limits.maxFeeDrag()))
                .build();
        return scenario.with(tighter, poorer.build());
    }

    private static GateAccount less(Random random, GateAccount account) {
        return new GateAccount(
                less(random, account.equity()), less(random, account.available()), account.foreignNotional());
    }

    /** The same most of the time, so that one change alone is seen; otherwise less, but above 0 where it was. */
    private static BigDecimal less(Random random, BigDecimal value) {
        if (random.nextInt(3) > 0) {
            return value;
        }
        BigDecimal share = BigDecimal.valueOf(random.nextInt(999) + 1, 3);
        return value.signum() < 0 ? value.multiply(share.add(BigDecimal.ONE)) : value.multiply(share);
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void p10_p3_limits_hold_in_any_order_of_entries(@ForAll("crowded") Scenario scenario, @ForAll long order) {
        List<Proposal.Open> opens = new ArrayList<>(scenario.opens());
        Random random = new Random(order);
        Collections.shuffle(opens, random);
        GateSession session = new GateSession(scenario.gate(), scenario.context());

        for (Proposal.Open open : opens) {
            GateContext before = session.context();
            Optional<Proposal.Open> allowed = allowed(session.submit(open, random.nextBoolean()));
            if (allowed.isPresent()) {
                assertMargin(before, allowed.get());
                assertStops(scenario.limits(), before, allowed.get());
                assertThat(slots(session.context().agents().get(open.agent()))).isLessThanOrEqualTo(2);
                assertSurvives(scenario, session.context());
            }
        }
        Statistics.label("entries")
                .collect(session.approvals() > 2 ? "several" : "few")
                .coverage(seen -> seen.check("several").percentage(share -> share > 5));
    }

    private static int slots(GateAgent agent) {
        Set<Object> slots = new HashSet<>();
        agent.positions().forEach(it -> slots.add(List.of(it.listing(), it.side())));
        agent.pending().forEach(it -> slots.add(List.of(it.listing(), it.side())));
        return slots.size();
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void p9_exits_pass_in_every_state_and_never_exceed_what_is_owned(
            @ForAll("scenarios") Scenario scenario, @ForAll TradingState state, @ForAll long how) {
        Random random = new Random(how);
        GateContext context = scenario.context().toBuilder().state(state).build();
        for (GateAgent agent : context.agents().values()) {
            for (OwnPosition position : agent.positions()) {
                BigDecimal share = BigDecimal.valueOf(random.nextInt(2000) + 1, 3);
                Proposal.Close close = new Proposal.Close(
                        agent.id(),
                        context.now(),
                        position.listing(),
                        position.side(),
                        position.quantity().multiply(share),
                        "random");

                Verdict verdict = scenario.gate().review(close, context);

                assertThat(verdict).isNotInstanceOf(Verdict.Rejected.class);
                Proposal.Close exit = (Proposal.Close)
                        (verdict instanceof Verdict.Modified modified
                                ? modified.proposal()
                                : ((Verdict.Approved) verdict).proposal());
                assertThat(exit.quantity()).isPositive().isLessThanOrEqualTo(position.quantity());
                assertThat(scenario.gate().review(exit, context)).isEqualTo(new Verdict.Approved(exit));
            }
        }
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void p11_what_is_unknown_or_absurd_is_refused_and_not_thrown(
            @ForAll("scenarios") Scenario scenario, @ForAll("absurd") BigDecimal number, @ForAll long how) {
        Random random = new Random(how);
        Proposal.Open open = scenario.open();
        Leg leg = open.legs().get(0);
        AgentId nobody = new AgentId("ZZ");
        Listing nowhere = GateFixture.listing(ExchangeId.PAPER, "NO/USDT:USDT");
        List<Proposal.Open> strange = List.of(
                replace(open, nobody, leg, open.quantity(), open.leverage()),
                replace(open, open.agent(), leg.toBuilder().listing(nowhere).build(), open.quantity(), 1),
                replace(open, open.agent(), leg, number, open.leverage()),
                replace(open, open.agent(), leg.toBuilder().stopPrice(number).build(), open.quantity(), 1),
                replace(open, open.agent(), leg.toBuilder().limitPrice(number).build(), open.quantity(), 1),
                replace(
                        open,
                        open.agent(),
                        leg.toBuilder().takeProfitPrice(number).build(),
                        open.quantity(),
                        1),
                replace(
                        open,
                        open.agent(),
                        leg.toBuilder().referencePrice(number).build(),
                        open.quantity(),
                        1),
                replace(open, open.agent(), leg, open.quantity(), -random.nextInt(3)));

        for (Proposal.Open one : strange) {
            assertThat(scenario.gate().review(one, scenario.context())).isInstanceOf(Verdict.Rejected.class);
        }
    }

    @Provide
    Arbitrary<BigDecimal> absurd() {
        return Arbitraries.of(
                        "0", "-1", "-0.000001", "1E+70", "1E-70", "1E+2147483000", "-1E+2147483000", "1E-2147483000")
                .map(BigDecimal::new);
    }

    private static Proposal.Open replace(
            Proposal.Open open, AgentId agent, Leg leg, BigDecimal quantity, int leverage) {
        return new Proposal.Open(
                agent, open.decidedAt(), open.expiresAt(), List.of(leg), quantity, leverage, open.reason());
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void p12_the_ceo_can_only_tighten(@ForAll("scenarios") Scenario scenario, @ForAll long how) {
        Random random = new Random(how);
        GateContext.Builder advised = scenario.context().toBuilder();
        for (GateAgent agent : scenario.context().agents().values()) {
            advised.agent(agent.toBuilder()
                    .leverageFactor(agent.leverageFactor().multiply(BigDecimal.valueOf(random.nextInt(1001), 3)))
                    .sizeFactor(agent.sizeFactor().multiply(BigDecimal.valueOf(random.nextInt(1001), 3)))
                    .status(random.nextInt(10) == 0 ? AgentStatus.PAUSED : agent.status())
                    .build());
        }

        Optional<Proposal.Open> before = allowed(scenario.verdict());
        Optional<Proposal.Open> after =
                allowed(scenario.with(scenario.limits(), advised.build()).verdict());

        if (after.isPresent()) {
            assertThat(before).isPresent();
            assertThat(after.get().quantity()).isLessThanOrEqualTo(before.get().quantity());
            assertThat(after.get().leverage()).isLessThanOrEqualTo(before.get().leverage());
        }
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void p17_after_the_drawdown_nothing_is_ever_opened(@ForAll("crowded") Scenario scenario, @ForAll long how) {
        GatePortfolio portfolio = scenario.context().portfolio();
        BigDecimal recovered = portfolio.highWaterMark().multiply(BigDecimal.valueOf(1 + new Random(how).nextInt(3)));
        GateContext tripped = scenario.context().toBuilder()
                .portfolio(new GatePortfolio(recovered, recovered, true))
                .build();
        BigDecimal fallen = portfolio
                .highWaterMark()
                .multiply(BigDecimal.ONE.subtract(scenario.limits().maxDrawdown()));
        GateContext falling = scenario.context().toBuilder()
                .portfolio(new GatePortfolio(fallen, portfolio.highWaterMark(), false))
                .build();

        for (Proposal.Open open : scenario.opens()) {
            assertThat(scenario.gate().review(open, tripped)).isInstanceOf(Verdict.Rejected.class);
            assertThat(scenario.gate().review(open, falling)).isInstanceOf(Verdict.Rejected.class);
        }
    }
}
