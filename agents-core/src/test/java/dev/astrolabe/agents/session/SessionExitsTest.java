package dev.astrolabe.agents.session;

import static dev.astrolabe.agents.session.ScriptedFeed.BTC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.agents.session.ScriptedFeed.Quote;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.VenueError;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderResolution;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PositionSide;
import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Stops and take-profits: how they come, move and go. */
class SessionExitsTest {

    private static final PositionSide LONG = PositionSide.LONG;

    private static Stage longFromStepOne(String... prices) {
        Stage stage = new Stage(ScriptedFeed.btc(prices));
        stage.script.at(1, stage.script.open(BTC, LONG, "0.05", "49000"));
        return stage;
    }

    private static void assertStop(Stage.After after, String quantity, String trigger) {
        assertThat(after.orders()).singleElement().satisfies(order -> {
            assertThat(order.type()).isEqualTo(OrderType.STOP_MARKET);
            assertThat(order.reduceOnly()).isTrue();
            assertThat(order.quantity().orElseThrow()).isEqualByComparingTo(quantity);
            assertThat(order.triggerPrice().orElseThrow()).isEqualByComparingTo(trigger);
        });
    }

    @Test
    void an_entry_is_protected_in_its_own_step() throws Exception {
        Stage stage = longFromStepOne("50000", "50000");

        stage.run();

        assertThat(stage.after(1).positions())
                .singleElement()
                .satisfies(position -> assertThat(position.quantity()).isEqualByComparingTo("0.05"));
        assertStop(stage.after(1), "0.05", "49000");
    }

    @Test
    void an_entry_with_a_take_profit_gets_both_exits() throws Exception {
        Stage stage = new Stage(ScriptedFeed.btc("50000", "50000"));
        stage.script.at(1, stage.script.open(BTC, LONG, "0.05", "49000", "52000", null));

        stage.run();

        assertThat(stage.after(1).orders())
                .extracting(Order::type)
                .containsExactlyInAnyOrder(OrderType.STOP_MARKET, OrderType.TAKE_PROFIT_MARKET);
        assertThat(stage.after(1).orders()).allSatisfy(order -> {
            assertThat(order.reduceOnly()).isTrue();
            assertThat(order.quantity().orElseThrow()).isEqualByComparingTo("0.05");
        });
    }

    @Test
    void a_stop_that_fires_leaves_nothing_behind_and_counts_as_lost() throws Exception {
        Stage stage = new Stage(ScriptedFeed.btc("50000", "48900", "48900"));
        stage.script.at(1, stage.script.open(BTC, LONG, "0.05", "49000", "52000", null));

        SessionReport report = stage.run();

        assertThat(stage.after(2).positions()).isEmpty();
        assertThat(stage.after(2).orders()).isEmpty();
        assertThat(stage.after(2).progress().trades()).isEqualTo(1);
        assertThat(report.agents().get(0).losses()).isEqualTo(1);
        assertThat(report.agents().get(0).wins()).isZero();
        assertThat(stage.execution.count("place X")).isZero();
    }

    @Test
    void a_take_profit_that_fires_takes_the_stop_along_and_counts_as_won() throws Exception {
        Stage stage = new Stage(ScriptedFeed.btc("50000", "52100", "52100"));
        stage.script.at(1, stage.script.open(BTC, LONG, "0.05", "49000", "52000", null));

        SessionReport report = stage.run();

        assertThat(stage.after(2).positions()).isEmpty();
        assertThat(stage.after(2).orders()).isEmpty();
        assertThat(report.agents().get(0).wins()).isEqualTo(1);
    }

    @Test
    void the_gate_lets_an_agent_cool_down_after_a_stop() throws Exception {
        Stage stage = longFromStepOne("50000", "48900", "48900");
        stage.script.at(3, stage.script.open(BTC, LONG, "0.05", "48000"));

        SessionReport report = stage.run();

        assertThat(Stage.count(report, "rejected", "COOLDOWN_AFTER_STOP")).isEqualTo(1);
        assertThat(stage.execution.count("place E")).isEqualTo(1);
    }

    @Test
    void an_agent_need_not_cool_down_after_an_exit_of_its_own() throws Exception {
        Stage stage = longFromStepOne("50000", "50000", "50000");
        stage.script.at(2, stage.script.close(BTC, LONG, "0.05"));
        stage.script.at(3, stage.script.open(BTC, LONG, "0.05", "49000"));

        SessionReport report = stage.run();

        assertThat(Stage.count(report, "approved", "Open")).isEqualTo(2);
    }

    @Test
    void closing_cancels_the_stop_after_the_exit() throws Exception {
        Stage stage = longFromStepOne("50000", "50000", "50000");
        stage.script.at(2, stage.script.close(BTC, LONG, "0.05"));

        stage.run();

        assertThat(stage.after(2).positions()).isEmpty();
        assertThat(stage.execution.log)
                .containsExactly("place E 0.05", "place S 0.05 at 49000", "place X 0.05", "cancel S");
    }

    @Test
    void a_partial_close_sizes_the_stop_to_the_rest() throws Exception {
        Stage stage = longFromStepOne("50000", "50000", "50000");
        stage.script.at(2, stage.script.close(BTC, LONG, "0.02"));

        stage.run();

        assertStop(stage.after(2), "0.03", "49000");
        assertThat(stage.execution.log.subList(2, 5))
                .containsExactly("place X 0.02", "place S 0.03 at 49000", "cancel S");
    }

    @Test
    void a_moved_stop_is_placed_before_the_old_one_is_cancelled() throws Exception {
        Stage stage = longFromStepOne("50000", "50000", "50000");
        stage.script.at(2, stage.script.moveStop(BTC, LONG, "49500"));

        stage.run();

        assertStop(stage.after(2), "0.05", "49500");
        assertThat(stage.execution.log.subList(1, 4))
                .containsExactly("place S 0.05 at 49000", "place S 0.05 at 49500", "cancel S");
    }

    @Test
    void a_moved_stop_that_is_refused_leaves_the_old_one() throws Exception {
        Stage stage = longFromStepOne("50000", "50000", "50000");
        stage.script.at(2, stage.script.moveStop(BTC, LONG, "49500"));
        stage.execution.place = (order, venue) -> {
            if (order.triggerPrice()
                    .filter(price -> price.compareTo(new BigDecimal("49500")) == 0)
                    .isPresent()) {
                throw Stage.refusal(Reason.TOO_MANY_ORDERS);
            }
            return venue.get();
        };

        stage.run();

        assertStop(stage.after(2), "0.05", "49000");
        assertStop(stage.after(3), "0.05", "49000");
        assertThat(stage.script.seenAt(3).self().positions().get(0).stopPrice().orElseThrow())
                .isEqualByComparingTo("49000");
    }

    @Test
    void a_moved_stop_that_got_lost_leaves_the_old_one() throws Exception {
        Stage stage = longFromStepOne("50000", "50000", "50000");
        stage.script.at(2, stage.script.moveStop(BTC, LONG, "49500"));
        stage.execution.place = (order, venue) -> {
            if (order.triggerPrice()
                    .filter(price -> price.compareTo(new BigDecimal("49500")) == 0)
                    .isPresent()) {
                throw new OutcomeUnknownException(
                        null, ScriptedFeed.START, VenueError.unanswered("PAPER", "order"), null);
            }
            return venue.get();
        };
        stage.execution.resolve = (ref, venue) -> new OrderResolution.NotPlaced(ref);

        stage.run();

        assertStop(stage.after(2), "0.05", "49000");
        assertStop(stage.after(3), "0.05", "49000");
    }

    @Test
    void a_stop_of_unknown_outcome_is_cancelled_once_another_protects() throws Exception {
        Stage stage = longFromStepOne("50000", "50000", "50000");
        AtomicInteger stops = new AtomicInteger();
        stage.execution.place = (order, venue) -> {
            if (WatchedExecution.purpose(order) == 'S' && stops.incrementAndGet() == 1) {
                OrderAck unused = venue.get();
                throw new OutcomeUnknownException(
                        null, ScriptedFeed.START, VenueError.unanswered("PAPER", "order"), null);
            }
            return venue.get();
        };
        stage.execution.resolve = (ref, venue) -> {
            throw new NotSentException(NotSentException.Cause.UNREACHABLE, "no line");
        };

        stage.run();

        assertThat(stops).hasValue(2);
        assertStop(stage.after(2), "0.05", "49000");
    }

    @Test
    void an_old_stop_that_cannot_be_cancelled_now_is_cancelled_later() throws Exception {
        Stage stage = longFromStepOne("50000", "50000", "50000");
        stage.script.at(2, stage.script.moveStop(BTC, LONG, "49500"));
        AtomicInteger cancels = new AtomicInteger();
        stage.execution.cancel = (ref, venue) -> {
            if (cancels.incrementAndGet() == 1) {
                throw new NotSentException(NotSentException.Cause.LIMITER, "too many requests");
            }
            return venue.get();
        };

        stage.run();

        assertThat(stage.after(2).orders()).hasSize(2);
        assertStop(stage.after(3), "0.05", "49500");
    }

    @Test
    void a_stop_whose_trigger_has_passed_closes_the_position_at_once() throws Exception {
        Stage stage = longFromStepOne("50000", "50000");
        stage.execution.place = (order, venue) -> {
            if (WatchedExecution.purpose(order) == 'S') {
                throw Stage.refusal(Reason.WOULD_TRIGGER);
            }
            return venue.get();
        };

        stage.run();

        assertThat(stage.after(1).positions()).isEmpty();
        assertThat(stage.execution.log).containsExactly("place E 0.05", "place X 0.05");
    }

    @Test
    void a_stop_that_fails_three_times_closes_the_position() throws Exception {
        Stage stage = longFromStepOne("50000", "50000", "50000", "50000");
        stage.execution.place = (order, venue) -> {
            if (WatchedExecution.purpose(order) == 'S') {
                throw Stage.refusal(Reason.TOO_MANY_ORDERS);
            }
            return venue.get();
        };

        stage.run();

        assertThat(stage.after(2).positions()).hasSize(1);
        assertThat(stage.after(3).positions()).isEmpty();
        assertThat(stage.execution.log).containsExactly("place E 0.05", "place X 0.05");
    }

    @Test
    void the_rest_that_a_stop_could_not_sell_is_closed_at_the_market() throws Exception {
        // Of each of 5 levels half is sold: the stop gets 0.025 in a book of 0.01 a level.
        ScriptedFeed feed = new ScriptedFeed(BTC)
                .step(new Quote(BTC, "50000"))
                .step(new Quote(BTC, "48900", "0.01"))
                .step(new Quote(BTC, "48900"))
                .step(new Quote(BTC, "48900"));
        Stage stage = new Stage(feed);
        stage.script.at(1, stage.script.open(BTC, LONG, "0.05", "49000"));

        SessionReport report = stage.run();

        assertThat(stage.after(2).positions())
                .singleElement()
                .satisfies(position -> assertThat(position.quantity()).isEqualByComparingTo("0.025"));
        assertThat(stage.after(3).positions()).isEmpty();
        assertThat(report.agents().get(0).trades()).isEqualTo(1);
    }

    @Test
    void a_stop_that_was_taken_away_at_the_venue_is_placed_again() throws Exception {
        Stage stage = longFromStepOne("50000", "50000", "50000");
        stage.listener = progress -> {
            if (progress.step() == 1) {
                stage.execution.bare(BTC.exchange(), Stage.TM).trading().cancelAll(BTC.symbol());
            }
        };

        stage.run();

        assertStop(stage.after(2), "0.05", "49000");
    }

    @Test
    void a_stop_that_fired_into_an_empty_book_is_followed_by_an_exit() throws Exception {
        ScriptedFeed feed = new ScriptedFeed(BTC)
                .step(new Quote(BTC, "50000"))
                .step(new Quote(BTC, "48900", "0.0001"))
                .step(new Quote(BTC, "48900"))
                .step(new Quote(BTC, "48900"));
        Stage stage = new Stage(feed);
        stage.script.at(1, stage.script.open(BTC, LONG, "0.05", "49000"));

        stage.run();

        assertThat(stage.after(2).positions()).hasSize(1);
        assertThat(stage.after(3).positions()).isEmpty();
    }

    @Test
    void what_is_added_to_a_position_does_not_loosen_its_stop() throws Exception {
        Stage stage = new Stage(ScriptedFeed.btc("50000", "50000", "50000"));
        stage.script.at(1, stage.script.open(BTC, LONG, "0.02", "49500"));
        stage.script.at(2, stage.script.open(BTC, LONG, "0.03", "49000"));

        stage.run();

        assertStop(stage.after(2), "0.05", "49500");
    }
}
