package dev.astrolabe.agents.gate;

import static dev.astrolabe.agents.gate.GateFixture.BTC;
import static dev.astrolabe.agents.gate.GateFixture.ETH;
import static dev.astrolabe.agents.gate.GateFixture.NOW;
import static dev.astrolabe.agents.gate.GateFixture.TREND;
import static dev.astrolabe.agents.gate.GateFixture.agent;
import static dev.astrolabe.agents.gate.GateFixture.bd;
import static dev.astrolabe.agents.gate.GateFixture.context;
import static dev.astrolabe.agents.gate.GateFixture.gate;
import static dev.astrolabe.agents.gate.GateFixture.instrument;
import static dev.astrolabe.agents.gate.GateFixture.market;
import static dev.astrolabe.agents.gate.GateFixture.position;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.agents.AgentId;
import dev.astrolabe.agents.OwnPosition;
import dev.astrolabe.agents.Proposal;
import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.exchange.model.PositionSide;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GateExitTest {

    private static GateContext.Builder holding(OwnPosition position) {
        return context().agent(agent(TREND).positions(List.of(position)).build());
    }

    private static GateContext.Builder holding() {
        return holding(position(BTC, "0.1", "50000", "49000").build());
    }

    private static GateContext.Builder shortOf() {
        return holding(
                position(BTC, "0.1", "50000", "51000").side(PositionSide.SHORT).build());
    }

    private static Proposal.Close close(String quantity) {
        return close(TREND, BTC, quantity);
    }

    private static Proposal.Close close(AgentId agent, Listing listing, String quantity) {
        return new Proposal.Close(agent, NOW, listing, PositionSide.LONG, bd(quantity), "for the test");
    }

    private static Proposal.MoveStop move(PositionSide side, String price) {
        return new Proposal.MoveStop(TREND, NOW, BTC, side, bd(price), "for the test");
    }

    private static Verdict review(Proposal proposal, GateContext.Builder context) {
        return gate().review(proposal, context.build());
    }

    private static ReasonCode refusal(Proposal proposal, GateContext.Builder context) {
        return ((Verdict.Rejected) review(proposal, context)).code();
    }

    @ParameterizedTest
    @EnumSource(TradingState.class)
    void a_close_passes_in_every_state(TradingState state) {
        Proposal.Close close = close("0.1");

        assertThat(review(close, holding().state(state))).isEqualTo(new Verdict.Approved(close));
    }

    @Test
    void a_close_passes_whatever_else_is_wrong() {
        Proposal.Close close = close("0.1");
        GateContext.Builder context = holding()
                .agent(agent(TREND)
                        .status(AgentStatus.PAUSED)
                        .equity(bd("-1"))
                        .opensLastHour(99)
                        .lastStopOut(NOW)
                        .positions(
                                List.of(position(BTC, "0.1", "50000", "49000").build()))
                        .build())
                .portfolio(new GatePortfolio(bd("1"), bd("100000"), true))
                .quarantined(List.of(BTC))
                .whitelist(List.of())
                .riskTiers(Map.of())
                .market(
                        market(
                                instrument(BTC).minNotional(bd("1000000")).build(),
                                BTC,
                                "1",
                                "50000",
                                "90000",
                                "1",
                                NOW.minusSeconds(9999)),
                        List.of());

        assertThat(review(close, context)).isEqualTo(new Verdict.Approved(close));
    }

    @Test
    void a_close_passes_without_a_market() {
        Proposal.Close close = close("0.05");

        assertThat(review(close, holding().markets(Map.of()))).isEqualTo(new Verdict.Approved(close));
    }

    @Test
    void more_than_is_owned_means_all() {
        Verdict.Modified verdict = (Verdict.Modified) review(close("7"), holding());

        assertThat(((Proposal.Close) verdict.proposal()).quantity()).isEqualByComparingTo("0.1");
        assertThat(verdict.clamps()).hasToString("[CLOSE_CLAMPED: quantity 7 -> 0.1]");
    }

    @Test
    void an_absurdly_large_close_means_all_too() {
        Verdict.Modified verdict = (Verdict.Modified) review(close("1E+999999999"), holding());

        assertThat(((Proposal.Close) verdict.proposal()).quantity()).isEqualByComparingTo("0.1");
        assertThat(verdict.clamps().toString()).hasSizeLessThan(100);
    }

    @Test
    void nothing_owned_is_nothing_to_close() {
        assertThat(refusal(close(TREND, ETH, "1"), holding())).isEqualTo(ReasonCode.NOTHING_TO_CLOSE);
        assertThat(refusal(close(new AgentId("MH"), BTC, "1"), holding())).isEqualTo(ReasonCode.NOTHING_TO_CLOSE);
        assertThat(refusal(close("0.1"), shortOf())).isEqualTo(ReasonCode.NOTHING_TO_CLOSE);
        assertThat(refusal(close(new AgentId("XX"), BTC, "1"), holding())).isEqualTo(ReasonCode.UNKNOWN_AGENT);
    }

    @Test
    void a_quantity_of_nothing_is_malformed() {
        assertThat(refusal(close("0"), holding())).isEqualTo(ReasonCode.SCHEMA);
        assertThat(refusal(close("-1"), holding())).isEqualTo(ReasonCode.SCHEMA);
        assertThat(refusal(close("1E-999999999"), holding())).isEqualTo(ReasonCode.SCHEMA);
    }

    @Test
    void dust_below_the_lot_is_closed_whole() {
        OwnPosition dust = position(BTC, "0.0004", "50000", "49000").build();
        Proposal.Close close = close("0.0004");

        assertThat(review(close, holding(dust))).isEqualTo(new Verdict.Approved(close));
    }

    @Test
    void a_part_of_dust_closes_all_of_it() {
        OwnPosition dust = position(BTC, "0.0004", "50000", "49000").build();
        Verdict.Modified verdict = (Verdict.Modified) review(close("0.0001"), holding(dust));

        assertThat(((Proposal.Close) verdict.proposal()).quantity()).isEqualByComparingTo("0.0004");
    }

    @Test
    void a_part_is_rounded_down_to_the_lot_and_up_to_the_first() {
        Verdict.Modified part = (Verdict.Modified) review(close("0.0459"), holding());
        Verdict.Modified least = (Verdict.Modified) review(close("0.0009"), holding());

        assertThat(((Proposal.Close) part.proposal()).quantity()).isEqualByComparingTo("0.045");
        assertThat(((Proposal.Close) least.proposal()).quantity()).isEqualByComparingTo("0.001");
    }

    @ParameterizedTest
    @EnumSource(TradingState.class)
    void a_stop_follows_the_price_in_every_state(TradingState state) {
        Proposal.MoveStop up = move(PositionSide.LONG, "49500");
        Proposal.MoveStop down = move(PositionSide.SHORT, "50500");

        assertThat(review(up, holding().state(state))).isEqualTo(new Verdict.Approved(up));
        assertThat(review(down, shortOf().state(state))).isEqualTo(new Verdict.Approved(down));
    }

    @Test
    void a_stop_never_moves_away_or_stays() {
        assertThat(refusal(move(PositionSide.LONG, "48999"), holding())).isEqualTo(ReasonCode.STOP_NOT_TIGHTER);
        assertThat(refusal(move(PositionSide.LONG, "49000"), holding())).isEqualTo(ReasonCode.STOP_NOT_TIGHTER);
        assertThat(refusal(move(PositionSide.SHORT, "51001"), shortOf())).isEqualTo(ReasonCode.STOP_NOT_TIGHTER);
    }

    @Test
    void a_stop_never_crosses_the_price() {
        assertThat(refusal(move(PositionSide.LONG, "50000"), holding())).isEqualTo(ReasonCode.STOP_WOULD_TRIGGER);
        assertThat(refusal(move(PositionSide.SHORT, "50000"), shortOf())).isEqualTo(ReasonCode.STOP_WOULD_TRIGGER);
    }

    @Test
    void a_position_without_a_stop_gets_one() {
        OwnPosition naked = position(BTC, "0.1", "50000", "1").stopPrice(null).build();
        Proposal.MoveStop move = move(PositionSide.LONG, "40000");

        assertThat(review(move, holding(naked))).isEqualTo(new Verdict.Approved(move));
    }

    @Test
    void a_stop_is_rounded_toward_the_price() {
        Verdict.Modified up = (Verdict.Modified) review(move(PositionSide.LONG, "49500.01"), holding());
        Verdict.Modified down = (Verdict.Modified) review(move(PositionSide.SHORT, "50500.09"), shortOf());

        assertThat(((Proposal.MoveStop) up.proposal()).stopPrice()).isEqualByComparingTo("49500.1");
        assertThat(((Proposal.MoveStop) down.proposal()).stopPrice()).isEqualByComparingTo("50500.0");
    }

    @Test
    void a_stop_of_what_is_not_owned_or_not_a_price_is_refused() {
        assertThat(refusal(move(PositionSide.SHORT, "51000"), holding())).isEqualTo(ReasonCode.NOTHING_TO_CLOSE);
        assertThat(refusal(move(PositionSide.LONG, "0"), holding())).isEqualTo(ReasonCode.SCHEMA);
        assertThat(refusal(move(PositionSide.LONG, "1E+999999999"), holding())).isEqualTo(ReasonCode.SCHEMA);
    }
}
