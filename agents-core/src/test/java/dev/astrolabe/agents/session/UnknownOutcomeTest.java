package dev.astrolabe.agents.session;

import static dev.astrolabe.agents.session.ScriptedFeed.BTC;
import static dev.astrolabe.agents.session.ScriptedFeed.ETH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.agents.StrategyKind;
import dev.astrolabe.agents.session.ScriptedFeed.Quote;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.VenueError;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderResolution;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PositionSide;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Entries whose answer got lost: sent once, resolved, and until then counted as there. */
class UnknownOutcomeTest {

    private static final PositionSide LONG = PositionSide.LONG;

    private final List<Integer> asked = new ArrayList<>();
    private int entriesSent;

    private Stage stage() {
        ScriptedFeed feed = new ScriptedFeed(BTC, ETH);
        for (int i = 0; i < 5; i++) {
            feed.step(new Quote(BTC, "50000"), new Quote(ETH, "3000"));
        }
        Stage stage = new Stage(
                feed,
                Stage.limits().build(),
                Stage.spec(Stage.TM, "1", StrategyKind.TREND).maxPositions(1).build());
        stage.script.at(1, stage.script.open(BTC, LONG, "0.05", "49000"));
        return stage;
    }

    /** Loses the answer of the first entry; the order itself arrives, or does not. */
    private void loseFirstAnswer(Stage stage, boolean arrives) {
        stage.execution.place = (order, venue) -> {
            if (WatchedExecution.purpose(order) != 'E' || ++entriesSent > 1) {
                return venue.get();
            }
            if (arrives) {
                OrderAck unused = venue.get();
            }
            throw new OutcomeUnknownException(
                    null, ScriptedFeed.timeOf(1), VenueError.unanswered("PAPER", "order"), null);
        };
    }

    /** Cannot be asked until a step, and tells the truth from then on. */
    private void answerFrom(Stage stage, int step) {
        stage.execution.resolve = (ref, venue) -> {
            asked.add(stage.steps.size() + 1);
            if (stage.steps.size() + 1 < step) {
                throw new NotSentException(NotSentException.Cause.UNREACHABLE, "no line");
            }
            return venue.get();
        };
    }

    private static void assertProtected(Stage.After after) {
        assertThat(after.positions()).hasSize(1);
        assertThat(after.orders()).singleElement().satisfies(order -> {
            assertThat(order.type()).isEqualTo(OrderType.STOP_MARKET);
            assertThat(order.quantity().orElseThrow()).isEqualByComparingTo("0.05");
        });
    }

    @Test
    void an_entry_that_arrived_is_found_and_protected() throws Exception {
        Stage stage = stage();
        loseFirstAnswer(stage, true);
        answerFrom(stage, 1);

        stage.run();

        assertProtected(stage.after(1));
        assertThat(entriesSent).isEqualTo(1);
    }

    @Test
    void an_entry_that_did_not_arrive_frees_its_slot_and_is_not_sent_again() throws Exception {
        Stage stage = stage();
        loseFirstAnswer(stage, false);
        answerFrom(stage, 1);

        stage.run();

        assertThat(entriesSent).isEqualTo(1);
        assertThat(stage.after(1).positions()).isEmpty();
        assertThat(stage.script.seenAt(2).self().isFree(BTC)).isTrue();
    }

    @Test
    void an_entry_that_cannot_be_resolved_occupies_its_slot() throws Exception {
        Stage stage = stage();
        loseFirstAnswer(stage, false);
        answerFrom(stage, 4);
        stage.script.at(2, stage.script.open(ETH, LONG, "0.5", "2900"));

        SessionReport report = stage.run();

        assertThat(stage.script.seenAt(2).self().pending()).containsExactly(BTC);
        assertThat(Stage.count(report, "rejected", "MAX_POSITIONS")).isEqualTo(1);
        assertThat(entriesSent).isEqualTo(1);
    }

    @Test
    void an_entry_that_is_resolved_at_last_frees_its_slot() throws Exception {
        Stage stage = stage();
        loseFirstAnswer(stage, false);
        answerFrom(stage, 3);
        stage.script.at(3, stage.script.open(ETH, LONG, "0.5", "2900"));

        stage.run();

        assertThat(stage.script.seenAt(2).self().pending()).containsExactly(BTC);
        assertThat(stage.script.seenAt(3).self().pending()).isEmpty();
        assertThat(stage.after(3).positions()).hasSize(1);
    }

    @Test
    void a_second_entry_into_the_market_waits_for_the_unknown_one() throws Exception {
        Stage stage = stage();
        loseFirstAnswer(stage, false);
        answerFrom(stage, 4);
        stage.script.at(2, stage.script.open(BTC, LONG, "0.01", "49000"));

        SessionReport report = stage.run();

        assertThat(entriesSent).isEqualTo(1);
        assertThat(Stage.count(report, "failed at the exchange", "NotSentException"))
                .isEqualTo(1);
    }

    @Test
    void an_unresolved_entry_that_fills_is_protected_by_its_fills() throws Exception {
        Stage stage = stage();
        loseFirstAnswer(stage, true);
        answerFrom(stage, 3);

        SessionReport report = stage.run();

        assertProtected(stage.after(1));
        assertProtected(stage.after(3));
        assertThat(asked).contains(1, 2, 3).doesNotContain(4);
        assertThat(entriesSent).isEqualTo(1);
        assertThat(report.agents().get(0).trades()).isEqualTo(1);
    }

    @Test
    void a_resting_entry_that_is_resolved_late_is_cancelled_in_time() throws Exception {
        Stage stage = new Stage(ScriptedFeed.btc("50000", "50000", "50000", "50000", "50000"));
        stage.script.at(1, stage.script.open(BTC, LONG, "0.05", "49000", null, "49900"));
        loseFirstAnswer(stage, true);
        answerFrom(stage, 2);

        stage.run();

        assertThat(stage.after(3).orders()).hasSize(1);
        assertThat(stage.after(4).orders()).isEmpty();
    }

    @Test
    void a_session_does_not_end_while_an_entry_is_unknown() throws Exception {
        Stage stage = new Stage(ScriptedFeed.btc("50000"));
        stage.script.at(1, stage.script.open(BTC, LONG, "0.05", "49000", null, "49900"));
        loseFirstAnswer(stage, true);
        answerFrom(stage, 2);

        stage.run();

        assertThat(stage.execution.log).containsExactly("place E 0.05", "cancel E");
    }

    @Test
    void an_exit_of_unknown_outcome_is_not_sent_twice_when_it_arrived() throws Exception {
        Stage stage = stage();
        stage.script.at(2, stage.script.close(BTC, LONG, "0.05"));
        stage.execution.place = (order, venue) -> {
            if (WatchedExecution.purpose(order) == 'X') {
                OrderAck unused = venue.get();
                throw new OutcomeUnknownException(
                        null, ScriptedFeed.timeOf(2), VenueError.unanswered("PAPER", "order"), null);
            }
            return venue.get();
        };

        stage.run();

        assertThat(stage.after(2).positions()).isEmpty();
        assertThat(stage.execution.count("place X")).isEqualTo(1);
    }

    @Test
    void an_exit_that_did_not_arrive_is_sent_in_the_next_step() throws Exception {
        Stage stage = stage();
        stage.script.at(2, stage.script.close(BTC, LONG, "0.05"));
        List<String> lost = new ArrayList<>();
        stage.execution.place = (order, venue) -> {
            if (WatchedExecution.purpose(order) == 'X' && lost.isEmpty()) {
                lost.add("exit");
                throw new OutcomeUnknownException(
                        null, ScriptedFeed.timeOf(2), VenueError.unanswered("PAPER", "order"), null);
            }
            return venue.get();
        };
        stage.execution.resolve = (ref, venue) -> new OrderResolution.NotPlaced(ref);

        stage.run();

        assertThat(stage.after(2).positions()).hasSize(1);
        assertThat(stage.after(3).positions()).isEmpty();
    }
}
