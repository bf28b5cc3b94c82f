package dev.astrolabe.agents.strategy;

import static dev.astrolabe.agents.strategy.Scene.HERE;
import static dev.astrolabe.agents.strategy.Scene.NOW;
import static dev.astrolabe.agents.strategy.Scene.THERE;
import static dev.astrolabe.agents.strategy.Scene.quiet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.agents.Decision;
import dev.astrolabe.agents.Leg;
import dev.astrolabe.agents.Proposal;
import dev.astrolabe.agents.StrategyKind;
import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.agents.market.MarketView;
import dev.astrolabe.exchange.model.PositionSide;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArbitrageTest {

    private static final Instant FAR = NOW.plus(Duration.ofDays(2));
    private static final Instant SOON = NOW.plus(Duration.ofHours(4));
    private final Arbitrage arbitrage = new Arbitrage(Arbitrage.Rules.STANDARD);

    private static Scene venues(String hereBid, String hereAsk, String thereBid, String thereAsk) {
        return Scene.of(StrategyKind.ARBITRAGE)
                .market(HERE, hereBid, hereAsk, "10", "10", quiet(), "0.0001", FAR)
                .market(THERE, thereBid, thereAsk, "10", "10", quiet(), "0.0001", FAR);
    }

    private static Leg leg(Decision decision, PositionSide side) {
        Proposal.Open open = (Proposal.Open) decision.proposals().get(0);
        return open.legs().stream()
                .filter(leg -> leg.side() == side)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void sells_where_it_is_dear_and_buys_the_same_quantity_where_it_is_cheap() {
        Decision decision = venues("50200", "50200.2", "49999.8", "50000").decide(arbitrage);

        Proposal.Open open = (Proposal.Open) decision.proposals().get(0);
        assertThat(open.legs()).hasSize(2);
        assertThat(leg(decision, PositionSide.SHORT).listing()).isEqualTo(HERE);
        assertThat(leg(decision, PositionSide.LONG).listing()).isEqualTo(THERE);
        assertThat(open.quantity()).isEqualByComparingTo("0.039");
    }

    @Test
    void swapped_venues_give_the_mirrored_trade() {
        Decision decision = venues("49999.8", "50000", "50200", "50200.2").decide(arbitrage);

        assertThat(leg(decision, PositionSide.SHORT).listing()).isEqualTo(THERE);
        assertThat(leg(decision, PositionSide.LONG).listing()).isEqualTo(HERE);
    }

    @Test
    void does_not_trade_when_the_difference_does_not_pay_for_four_orders() {
        // Four taker fees are 16 bp and 5 bp must be left, so 10 USDT of 50,000 (2 bp) and 100 (20 bp) are too little.
        assertThat(venues("50010", "50010.2", "49999.8", "50000").decide(arbitrage))
                .isEqualTo(Decision.NOTHING);
        assertThat(venues("50100", "50100.2", "49999.8", "50000").decide(arbitrage))
                .isEqualTo(Decision.NOTHING);
    }

    @Test
    void the_net_edge_is_the_closed_form() {
        Scene scene = Scene.of(StrategyKind.ARBITRAGE);
        scene.market(HERE, "101", "102", "10", "10", quiet(), "0.0003", SOON)
                .market(THERE, "98", "99", "10", "10", quiet(), "-0.0002", SOON);

        PairEdge edge = PairEdge.of(view(scene, HERE), view(scene, THERE), BigDecimal.ONE, NOW, Duration.ofHours(8))
                .orElseThrow();

        assertThat(edge.basis()).isEqualByComparingTo("0.02");
        assertThat(edge.carry()).isEqualByComparingTo("0.0005");
        assertThat(edge.fees()).isEqualByComparingTo("0.0016");
        assertThat(edge.exitSpread()).isEqualByComparingTo("0.01");
        assertThat(edge.net()).isEqualByComparingTo("0.0089");
    }

    @Test
    void funding_counts_only_if_it_is_due_before_the_pair_is_closed() {
        Scene scene = Scene.of(StrategyKind.ARBITRAGE);
        scene.market(HERE, "101", "102", "10", "10", quiet(), "0.0003", NOW.plus(Duration.ofHours(9)))
                .market(THERE, "98", "99", "10", "10", quiet(), "-0.0002", SOON);

        PairEdge edge = PairEdge.of(view(scene, HERE), view(scene, THERE), BigDecimal.ONE, NOW, Duration.ofHours(8))
                .orElseThrow();

        assertThat(edge.carry()).isEqualByComparingTo("0.0002");
    }

    @Test
    void a_book_too_thin_for_the_quantity_gives_no_edge() {
        Scene scene = Scene.of(StrategyKind.ARBITRAGE);
        scene.market(HERE, "101", "102", "0.5", "10", quiet()).market(THERE, "98", "99", "10", "10", quiet());

        assertThat(PairEdge.of(view(scene, HERE), view(scene, THERE), BigDecimal.ONE, NOW, Duration.ofHours(8)))
                .isEmpty();
    }

    @Test
    void closes_both_legs_when_the_difference_is_gone() {
        Decision decision = venues("50000", "50000.2", "50000", "50000.2")
                .holding(HERE, PositionSide.SHORT, "52000", "50000", 3, Duration.ofMinutes(10))
                .holding(THERE, PositionSide.LONG, "48000", "50000", 3, Duration.ofMinutes(10))
                .decide(arbitrage);

        assertThat(decision.proposals()).hasSize(2).allMatch(proposal -> proposal instanceof Proposal.Close);
    }

    @Test
    void keeps_the_pair_while_the_difference_lasts() {
        Decision decision = venues("50200", "50200.2", "50000", "50000.2")
                .holding(HERE, PositionSide.SHORT, "52000", "50000", 3, Duration.ofMinutes(10))
                .holding(THERE, PositionSide.LONG, "48000", "50000", 3, Duration.ofMinutes(10))
                .decide(arbitrage);

        assertThat(decision.proposals()).isEmpty();
    }

    @Test
    void closes_the_other_leg_at_once_when_one_is_lost() {
        Decision decision = venues("50200", "50200.2", "50000", "50000.2")
                .holding(HERE, PositionSide.SHORT, "52000", "50000", 3, Duration.ofMinutes(10))
                .decide(arbitrage);

        assertThat(decision.proposals()).singleElement().isInstanceOf(Proposal.Close.class);
    }

    @Test
    void closes_after_its_time() {
        Decision decision = venues("50200", "50200.2", "50000", "50000.2")
                .holding(HERE, PositionSide.SHORT, "52000", "50000", 3, Duration.ofHours(8))
                .holding(THERE, PositionSide.LONG, "48000", "50000", 3, Duration.ofHours(8))
                .decide(arbitrage);

        assertThat(decision.proposals()).hasSize(2);
    }

    @Test
    void with_one_venue_it_only_reports_unusual_funding() {
        Decision decision = Scene.of(StrategyKind.ARBITRAGE)
                .market(HERE, "50000", "50000.2", "10", "10", quiet(), "-0.0012", SOON)
                .decide(arbitrage);

        assertThat(decision.proposals()).isEmpty();
        assertThat(decision.alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.message()).contains("-0.0012"));
    }

    private static MarketView view(Scene scene, Listing listing) {
        return scene.view(listing);
    }
}
