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
import static dev.astrolabe.agents.gate.GateFixture.instrument;
import static dev.astrolabe.agents.gate.GateFixture.leg;
import static dev.astrolabe.agents.gate.GateFixture.market;
import static dev.astrolabe.agents.gate.GateFixture.open;
import static dev.astrolabe.agents.gate.GateFixture.position;
import static dev.astrolabe.agents.gate.GateFixture.tiers;
import static dev.astrolabe.agents.gate.GateFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.agents.Proposal;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.InstrumentStatus;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.RiskTier;
import dev.astrolabe.exchange.model.StepFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule stands alone: each case is held by the whole gate with one rule's code and passes unchanged without that rule. */
class GateMutationTest {

    private static final GateLimits LIMITS = GateLimits.standard();

    private record Case(
            String rule, ReasonCode code, GateLimits limits, GateContext.Builder context, Proposal.Open open) {

        @Override
        public String toString() {
            return rule + " (" + code + ")";
        }
    }

    private static Case of(String rule, ReasonCode code, GateContext.Builder context, Proposal.Open open) {
        return new Case(rule, code, LIMITS, context, open);
    }

    static Stream<Case> cases() {
        return Stream.of(admission(), state(), markets(), leverageAndSize(), stops(), risk(), venue(), frequency())
                .flatMap(List::stream);
    }

    private static List<Case> admission() {
        return List.of(
                of(
                        "G0 pair",
                        ReasonCode.SCHEMA,
                        context(),
                        open(
                                ARBITRAGE,
                                "0.1",
                                5,
                                leg().build(),
                                leg().listing(BTC_OKX).build())),
                of("G0 whitelist", ReasonCode.SYMBOL_NOT_WHITELISTED, context().whitelist(List.of(ETH)), open()),
                of(
                        "G0 instrument",
                        ReasonCode.INSTRUMENT_NOT_TRADING,
                        context()
                                .market(
                                        btc(instrument(BTC)
                                                .status(InstrumentStatus.HALTED)
                                                .rawStatus("BREAK")
                                                .build()),
                                        tiers()),
                        open()),
                of(
                        "G0 duplicate",
                        ReasonCode.DUPLICATE_DECISION,
                        context().reviewed(List.of(DecisionKey.of(open()))),
                        open()),
                of("G0 expired", ReasonCode.EXPIRED, calm(NOW.plusSeconds(31)), open()),
                of("G0 data", ReasonCode.DATA_MISSING, context().riskTiers(Map.of()), open()));
    }

    /** Later, with a mark price of then. */
    private static GateContext.Builder calm(Instant now) {
        return context()
                .now(now)
                .market(market(instrument(BTC).build(), BTC, "49999.9", "50000", "50000.1", "50000", now), tiers());
    }

    private static List<Case> state() {
        return List.of(
                of("G1 paused", ReasonCode.SESSION_NOT_RUNNING, context().state(TradingState.PAUSED), open()),
                of("G1 reducing", ReasonCode.TRADING_REDUCING, context().state(TradingState.REDUCING), open()),
                of("G1 halted", ReasonCode.TRADING_HALTED, context().state(TradingState.HALTED), open()),
                of(
                        "G1 drawdown",
                        ReasonCode.TRADING_HALTED,
                        context().portfolio(new GatePortfolio(bd("100000"), bd("100000"), true)),
                        open()),
                of(
                        "G1 agent paused",
                        ReasonCode.AGENT_PAUSED,
                        context().agent(agent(TREND).status(AgentStatus.PAUSED).build()),
                        open()),
                of("G1 quarantine", ReasonCode.SYMBOL_QUARANTINED, context().quarantined(List.of(BTC)), open()));
    }

    private static List<Case> markets() {
        return List.of(
                of(
                        "G2 stale mark",
                        ReasonCode.STALE_MARK,
                        context()
                                .market(
                                        market(
                                                instrument(BTC).build(),
                                                BTC,
                                                "49999.9",
                                                "50000",
                                                "50000.1",
                                                "50000",
                                                NOW.minusMillis(3001)),
                                        tiers()),
                        open()),
                of(
                        "G2 spread",
                        ReasonCode.SPREAD_TOO_WIDE,
                        context().market(market(BTC, "49900", "50000", "50100"), tiers()),
                        open()),
                of(
                        "G2 divergence",
                        ReasonCode.MARK_INDEX_DIVERGENCE,
                        context()
                                .market(
                                        market(
                                                instrument(BTC).build(),
                                                BTC,
                                                "49999.9",
                                                "50000",
                                                "50000.1",
                                                "49000",
                                                NOW),
                                        tiers()),
                        open()),
                of(
                        "G2 price moved",
                        ReasonCode.PRICE_MOVED_SINCE_DECISION,
                        context(),
                        with(leg().referencePrice(bd("49700")))));
    }

    private static List<Case> leverageAndSize() {
        List<RiskTier> low = List.of(new RiskTier(1, bd("0"), bd("300000"), bd("3"), bd("0.004"), bd("0")));
        return List.of(
                of("G3 agent leverage", ReasonCode.LEVERAGE_CLAMPED, context(), open(TREND, "0.1", 11, leg().build())),
                of(
                        "G3 tier leverage",
                        ReasonCode.LEVERAGE_CLAMPED,
                        context().market(btc(instrument(BTC).build()), low),
                        open()),
                of(
                        "G3 liquidation",
                        ReasonCode.STOP_BEHIND_LIQUIDATION,
                        context(),
                        open(MOMENTUM, "0.1", 20, leg().stopPrice(bd("47500.1")).build())),
                of(
                        "G4 positions",
                        ReasonCode.MAX_POSITIONS,
                        context()
                                .agent(agent(TREND)
                                        .positions(List.of(position(ETH, "1", "2500", "2450")
                                                .build()))
                                        .pending(List.of(new PendingOpen(
                                                SOL, PositionSide.LONG, bd("1"), bd("100"), bd("20"), bd("2"))))
                                        .build()),
                        open()),
                of("G5 margin", ReasonCode.SIZE_CLAMPED, context(), open(TREND, "1", 5, leg().build())),
                of(
                        "G6 agent capital",
                        ReasonCode.AGENT_CAPITAL_EXHAUSTED,
                        context().agent(agent(TREND).freeMargin(bd("1010")).build()),
                        open()),
                of(
                        "G6 account margin",
                        ReasonCode.ACCOUNT_MARGIN_INSUFFICIENT,
                        context().account(ExchangeId.ASTERDEX, GateAccount.of(bd("100000"), bd("1010"))),
                        open()));
    }

    private static List<Case> stops() {
        return List.of(
                of("G7 stop missing", ReasonCode.STOP_MISSING, context(), with(leg().stopPrice(null))),
                of(
                        "G7 stop would trigger",
                        ReasonCode.STOP_WOULD_TRIGGER,
                        context(),
                        with(leg().limitPrice(bd("50500")).stopPrice(bd("50200")))),
                of("G7 stop too far", ReasonCode.STOP_TOO_FAR, context(), with(leg().stopPrice(bd("46000")))),
                of("G7 stop on tick", ReasonCode.PRICE_ROUNDED, context(), with(leg().stopPrice(bd("49000.05")))),
                of("G7 stop too tight", ReasonCode.STOP_TOO_TIGHT, context(), with(leg().stopPrice(bd("49960")))),
                of(
                        "G7 account liquidation",
                        ReasonCode.STOP_BEHIND_LIQUIDATION,
                        context().account(ExchangeId.ASTERDEX, GateAccount.of(bd("140"), bd("100000"))),
                        open()),
                of("G7 take-profit", ReasonCode.TP_WRONG_SIDE, context(), with(leg().takeProfitPrice(bd("50000")))));
    }

    private static List<Case> risk() {
        return List.of(
                of(
                        "G8 heat",
                        ReasonCode.HEAT_CLAMPED,
                        context().portfolio(new GatePortfolio(bd("87000"), bd("100000"), false)),
                        open(TREND, "1", 10, leg().stopPrice(bd("48000")).build())),
                new Case(
                        "G9 gross",
                        ReasonCode.GROSS_EXPOSURE,
                        LIMITS.toBuilder().maxGrossExposure(bd("0.04")).build(),
                        context(),
                        open()),
                new Case(
                        "G9 symbol",
                        ReasonCode.SYMBOL_EXPOSURE,
                        LIMITS.toBuilder().maxSymbolExposure(bd("0.04")).build(),
                        context(),
                        open()));
    }

    private static List<Case> venue() {
        StepFilter narrow = new StepFilter(bd("0.1"), bd("51000"), bd("0.1"));
        return List.of(
                of("G10 claimed", ReasonCode.SYMBOL_CLAIMED, context().claims(Map.of(BTC, MOMENTUM)), open()),
                new Case(
                        "G10 position mode",
                        ReasonCode.POSITION_MODE_MISMATCH,
                        LIMITS.toBuilder().topology(Topology.HEDGE_SLOTS).build(),
                        context().positionMode(ExchangeId.ASTERDEX, PositionMode.ONE_WAY),
                        open()),
                of("G11 prices", ReasonCode.PRICE_ROUNDED, context(), with(leg().takeProfitPrice(bd("52000.05")))),
                of(
                        "G11 price range",
                        ReasonCode.SCHEMA,
                        context().market(btc(instrument(BTC).priceFilter(narrow).build()), tiers()),
                        with(leg().takeProfitPrice(bd("52000")))),
                of("G11 lot", ReasonCode.QUANTITY_FLOORED, context(), open(TREND, "0.1005", 5, leg().build())),
                of(
                        "G11 notional",
                        ReasonCode.BELOW_MIN_NOTIONAL,
                        context()
                                .market(
                                        btc(instrument(BTC)
                                                .minNotional(bd("5000.1"))
                                                .build()),
                                        tiers()),
                        open()));
    }

    private static List<Case> frequency() {
        return List.of(
                of(
                        "G12 entries an hour",
                        ReasonCode.OPENS_PER_HOUR,
                        context().agent(agent(TREND).opensLastHour(12).build()),
                        open()),
                of(
                        "G12 cooldown",
                        ReasonCode.COOLDOWN_AFTER_STOP,
                        context()
                                .agent(agent(TREND)
                                        .lastStopOut(NOW.minusSeconds(899))
                                        .build()),
                        open()),
                of(
                        "G12 fee drag",
                        ReasonCode.FEE_DRAG,
                        context()
                                .agent(agent(TREND)
                                        .feesLast24Hours(bd("500.01"))
                                        .build()),
                        open()));
    }

    @Test
    void the_plain_entry_passes_unchanged() {
        Proposal.Open plain = open();

        Verdict verdict = new CeoGate(LIMITS).review(plain, context().build());

        assertThat(verdict).isEqualTo(new Verdict.Approved(plain));
    }

    @Test
    void every_rule_has_a_case() {
        assertThat(cases().map(Case::rule).toList())
                .containsExactlyElementsOf(
                        Rules.standard().stream().map(Rule::name).toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_whole_gate_holds_it_by_that_code(Case violation) {
        Verdict verdict = new CeoGate(violation.limits())
                .review(violation.open(), violation.context().build());

        if (verdict instanceof Verdict.Modified modified) {
            assertThat(modified.clamps()).extracting(Clamp::code).containsExactly(violation.code());
        } else {
            assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
            assertThat(((Verdict.Rejected) verdict).code()).isEqualTo(violation.code());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_gate_without_the_rule_lets_it_pass(Case violation) {
        List<Rule> crippled = new ArrayList<>(Rules.standard());
        crippled.removeIf(rule -> rule.name().equals(violation.rule()));

        Verdict verdict = new CeoGate(violation.limits(), crippled)
                .review(violation.open(), violation.context().build());

        assertThat(verdict).isEqualTo(new Verdict.Approved(violation.open()));
    }

    @Test
    void without_any_rule_everything_passes() {
        Proposal.Open reckless = open(TREND, "1000", 100, leg().stopPrice(null).build());

        Verdict verdict = new CeoGate(LIMITS, List.of())
                .review(reckless, context().state(TradingState.HALTED).build());

        assertThat(verdict).isEqualTo(new Verdict.Approved(reckless));
    }
}
