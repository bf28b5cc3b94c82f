package dev.astrolabe.agents.session;

import static dev.astrolabe.agents.session.ScriptedFeed.BTC;
import static dev.astrolabe.agents.session.ScriptedFeed.BTC_THERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.agents.StrategyKind;
import dev.astrolabe.agents.session.ScriptedFeed.Quote;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionSide;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Two legs of one trade, on two exchanges. */
class SessionPairTest {

    private static Stage pair(String depthHere, String depthThere) {
        ScriptedFeed feed = new ScriptedFeed(BTC, BTC_THERE)
                .step(new Quote(BTC, "50000", depthHere), new Quote(BTC_THERE, "50010", depthThere))
                .step(new Quote(BTC, "50000"), new Quote(BTC_THERE, "50010"))
                .step(new Quote(BTC, "50000"), new Quote(BTC_THERE, "50010"));
        Stage stage = new Stage(
                feed,
                Stage.limits().build(),
                Stage.spec(Stage.TM, "1", StrategyKind.ARBITRAGE).build());
        stage.script.at(1, stage.script.pair("0.05", "49000", "51000"));
        return stage;
    }

    private static void assertLegs(Stage.After after, String quantity) {
        assertThat(after.positions()).extracting(Position::side).containsExactly(PositionSide.LONG, PositionSide.SHORT);
        assertThat(after.positions())
                .allSatisfy(position -> assertThat(position.quantity()).isEqualByComparingTo(quantity));
        assertThat(after.orders())
                .hasSize(2)
                .allSatisfy(order -> assertThat(order.quantity().orElseThrow()).isEqualByComparingTo(quantity));
    }

    @Test
    void both_legs_are_entered_and_protected_in_one_step() throws Exception {
        Stage stage = pair("100", "100");

        stage.run();

        assertLegs(stage.after(1), "0.05");
    }

    @Test
    void the_first_leg_gives_back_what_the_second_could_not_get() throws Exception {
        Stage stage = pair("100", "0.01");

        stage.run();

        assertLegs(stage.after(1), "0.025");
    }

    @Test
    void the_second_leg_asks_for_no_more_than_the_first_one_got() throws Exception {
        Stage stage = pair("0.01", "100");

        stage.run();

        assertLegs(stage.after(1), "0.025");
        assertThat(stage.execution.log).contains("place E 0.05", "place E 0.025");
    }

    @Test
    void a_second_leg_that_is_refused_takes_the_first_one_along() throws Exception {
        Stage stage = pair("100", "100");
        AtomicInteger entries = new AtomicInteger();
        stage.execution.place = (order, venue) -> {
            if (WatchedExecution.purpose(order) == 'E' && entries.incrementAndGet() == 2) {
                throw Stage.refusal(Reason.MARKET_STATE);
            }
            return venue.get();
        };

        SessionReport report = stage.run();

        assertThat(stage.after(1).positions()).isEmpty();
        assertThat(stage.after(1).orders()).isEmpty();
        assertThat(Stage.count(report, "failed at the exchange", "MARKET_STATE"))
                .isEqualTo(1);
    }

    @Test
    void a_first_leg_that_is_refused_ends_the_trade() throws Exception {
        Stage stage = pair("100", "100");
        stage.execution.place = (order, venue) -> {
            throw Stage.refusal(Reason.MARKET_STATE);
        };

        SessionReport report = stage.run();

        assertThat(stage.execution.log).isEmpty();
        assertThat(Stage.count(report, "failed at the exchange", "MARKET_STATE"))
                .isEqualTo(1);
    }

    @Test
    void a_first_leg_whose_exit_fails_is_closed_in_the_next_step() throws Exception {
        Stage stage = pair("100", "100");
        AtomicInteger entries = new AtomicInteger();
        AtomicInteger exits = new AtomicInteger();
        stage.execution.place = (order, venue) -> {
            char purpose = WatchedExecution.purpose(order);
            if ((purpose == 'E' && entries.incrementAndGet() == 2)
                    || (purpose == 'X' && exits.incrementAndGet() == 1)) {
                throw Stage.refusal(Reason.MARKET_STATE);
            }
            return venue.get();
        };

        stage.run();

        assertThat(stage.after(1).positions()).hasSize(1);
        assertThat(stage.after(2).positions()).isEmpty();
    }

    @Test
    void both_legs_are_one_trade() throws Exception {
        Stage stage = pair("100", "0.01");
        stage.script.at(2, stage.script.close(BTC, PositionSide.LONG, "1"));

        SessionReport report = stage.run();

        assertThat(stage.after(2).positions()).hasSize(1);
        assertThat(stage.after(2).progress().trades()).isZero();
        assertThat(report.agents().get(0).trades()).isEqualTo(1);
    }
}
