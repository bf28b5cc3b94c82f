package dev.astrolabe.agents.session;

import static dev.astrolabe.agents.session.ScriptedFeed.BTC;
import static dev.astrolabe.agents.session.ScriptedFeed.ETH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.agents.session.ScriptedFeed.Quote;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.Balance;
import dev.astrolabe.exchange.model.PositionSide;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a session begins, pauses and ends. */
@Timeout(120)
class SessionLifeTest {

    private static final PositionSide LONG = PositionSide.LONG;

    /** BTC falls by more than its stop allows, which trips the limit of 5 % while ETH is still held. */
    private static Stage tripped() {
        ScriptedFeed feed = new ScriptedFeed(BTC, ETH)
                .step(new Quote(BTC, "50000"), new Quote(ETH, "3000"))
                .step(new Quote(BTC, "50000"), new Quote(ETH, "3000"))
                .step(new Quote(BTC, "40000"), new Quote(ETH, "3000"))
                .step(new Quote(BTC, "40000"), new Quote(ETH, "3000"));
        Stage stage = new Stage(
                feed, Stage.limits().maxDrawdown(new BigDecimal("0.05")).build());
        stage.script.at(1, stage.script.open(BTC, LONG, "0.06", "48000"));
        stage.script.at(2, stage.script.open(ETH, LONG, "0.5", "2900"));
        for (int step = 3; step <= 4; step++) {
            stage.script.at(step, stage.script.open(ETH, LONG, "0.1", "2900"));
        }
        return stage;
    }

    @Test
    void after_the_drawdown_limit_everything_is_closed_and_the_session_watches_on() throws Exception {
        Stage stage = tripped();

        SessionReport report = stage.run();

        assertThat(stage.after(2).positions()).hasSize(2);
        assertThat(stage.after(3).positions()).isEmpty();
        assertThat(report.state()).isEqualTo(SessionState.HALTED);
        assertThat(stage.session.state()).isEqualTo(SessionState.HALTED);
        assertThat(report.steps()).isEqualTo(4);
        assertThat(report.maxDrawdown()).isGreaterThanOrEqualTo(new BigDecimal("0.05"));
    }

    @Test
    void no_entry_passes_after_the_drawdown_limit() throws Exception {
        Stage stage = tripped();

        SessionReport report = stage.run();

        assertThat(Stage.count(report, "approved", "Open")).isEqualTo(2);
        assertThat(Stage.count(report, "rejected", "TRADING_HALTED")).isEqualTo(2);
        assertThat(stage.execution.count("place E")).isEqualTo(2);
    }

    @Test
    void the_drawdown_limit_cancels_entries_that_rest() throws Exception {
        ScriptedFeed feed = new ScriptedFeed(BTC, ETH)
                .step(new Quote(BTC, "50000"), new Quote(ETH, "3000"))
                .step(new Quote(BTC, "50000"), new Quote(ETH, "3000"))
                .step(new Quote(BTC, "40000"), new Quote(ETH, "3000"));
        Stage stage = new Stage(
                feed, Stage.limits().maxDrawdown(new BigDecimal("0.05")).build());
        stage.script.at(1, stage.script.open(BTC, LONG, "0.06", "48000"));
        stage.script.at(2, stage.script.open(ETH, LONG, "0.5", "2900", null, "2990"));

        SessionReport report = stage.run();

        assertThat(report.state()).isEqualTo(SessionState.HALTED);
        assertThat(stage.execution.count("cancel E")).isEqualTo(1);
    }

    @Test
    void a_limit_that_the_last_data_reaches_halts_the_session_all_the_same() throws Exception {
        // The book of ETH is too thin to close within the step, and there is no later one.
        ScriptedFeed feed = new ScriptedFeed(BTC, ETH)
                .step(new Quote(BTC, "50000"), new Quote(ETH, "3000"))
                .step(new Quote(BTC, "40000"), new Quote(ETH, "3000"));
        Stage stage = new Stage(
                feed, Stage.limits().maxDrawdown(new BigDecimal("0.05")).build());
        stage.script.at(1, stage.script.open(BTC, LONG, "0.06", "48000"));
        stage.script.at(1, stage.script.open(ETH, LONG, "0.5", "2900"));
        AtomicBoolean once = new AtomicBoolean();
        stage.execution.place = (order, venue) -> {
            if (WatchedExecution.purpose(order) == 'X' && once.compareAndSet(false, true)) {
                throw new NotSentException(NotSentException.Cause.UNREACHABLE, "no line");
            }
            return venue.get();
        };

        SessionReport report = stage.run();

        assertThat(stage.after(2).progress().state()).isEqualTo(SessionState.HALTING);
        assertThat(report.state()).isEqualTo(SessionState.HALTED);
    }

    @Test
    void a_paused_session_refuses_entries() throws Exception {
        Stage stage = new Stage(ScriptedFeed.btc("50000", "50000", "50000"));
        stage.script.at(2, stage.script.open(BTC, LONG, "0.05", "49000"));
        stage.listener = progress -> stage.session.pause();

        SessionReport report = stage.run();

        assertThat(stage.after(2).progress().state()).isEqualTo(SessionState.PAUSED);
        assertThat(Stage.count(report, "rejected", "SESSION_NOT_RUNNING")).isEqualTo(1);
        assertThat(stage.execution.log).isEmpty();
    }

    @Test
    void a_paused_session_lets_exits_pass() throws Exception {
        Stage stage = new Stage(ScriptedFeed.btc("50000", "50000", "50000"));
        stage.script.at(1, stage.script.open(BTC, LONG, "0.05", "49000"));
        stage.script.at(2, stage.script.close(BTC, LONG, "0.05"));
        stage.listener = progress -> stage.session.pause();

        stage.run();

        assertThat(stage.after(2).progress().state()).isEqualTo(SessionState.PAUSED);
        assertThat(stage.after(2).positions()).isEmpty();
    }

    @Test
    void a_resumed_session_lets_entries_pass() throws Exception {
        Stage stage = new Stage(ScriptedFeed.btc("50000", "50000", "50000"));
        stage.script.at(3, stage.script.open(BTC, LONG, "0.05", "49000"));
        stage.listener = progress -> {
            if (progress.step() == 1) {
                stage.session.pause();
            } else {
                stage.session.resume();
            }
        };

        SessionReport report = stage.run();

        assertThat(stage.after(2).progress().state()).isEqualTo(SessionState.PAUSED);
        assertThat(stage.after(3).progress().state()).isEqualTo(SessionState.RUNNING);
        assertThat(Stage.count(report, "approved", "Open")).isEqualTo(1);
    }

    @Test
    void the_end_of_the_data_closes_everything() throws Exception {
        Stage stage = new Stage(ScriptedFeed.btc("50000", "50000"));
        stage.script.at(1, stage.script.open(BTC, LONG, "0.05", "49000"));

        SessionReport report = stage.run();

        assertThat(stage.after(2).positions()).hasSize(1);
        assertThat(report.state()).isEqualTo(SessionState.STOPPED);
        assertThat(report.positions()).isZero();
        assertThat(report.balanceChecks()).isEqualTo(report.steps() + 1);
    }

    @Test
    void the_end_of_the_data_cancels_an_entry_that_rests() throws Exception {
        Stage stage = new Stage(ScriptedFeed.btc("50000", "50000"));
        stage.script.at(2, stage.script.open(BTC, LONG, "0.05", "49000", null, "49900"));

        SessionReport report = stage.run();

        assertThat(stage.after(2).orders()).hasSize(1);
        assertThat(report.state()).isEqualTo(SessionState.STOPPED);
        assertThat(stage.execution.log).containsExactly("place E 0.05", "cancel E");
    }

    @Test
    void a_stopped_session_closes_everything_and_takes_no_further_step() throws Exception {
        Stage stage = new Stage(ScriptedFeed.btc("50000", "50000", "50000"));
        stage.script.at(1, stage.script.open(BTC, LONG, "0.05", "49000"));
        stage.listener = progress -> stage.session.stop();

        SessionReport report = stage.run();

        assertThat(report.steps()).isEqualTo(1);
        assertThat(report.state()).isEqualTo(SessionState.STOPPED);
    }

    @Test
    void a_session_without_data_stops() throws Exception {
        Stage stage = new Stage(ScriptedFeed.btc());

        SessionReport report = stage.run();

        assertThat(report.state()).isEqualTo(SessionState.STOPPED);
        assertThat(report.steps()).isZero();
    }

    @Test
    void a_session_runs_once() throws Exception {
        Stage stage = new Stage(ScriptedFeed.btc("50000"));
        stage.run();

        assertThatThrownBy(stage.session::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a session runs once; this one is STOPPED");
    }

    /** As a live client does: nothing leaves while the thread's interrupt flag is set. */
    private static void refuseWhileInterrupted(Stage stage) {
        stage.execution.beforeAnyCall = () -> {
            if (Thread.currentThread().isInterrupted()) {
                throw new NotSentException(NotSentException.Cause.INTERRUPTED, "interrupted");
            }
        };
    }

    @Test
    void an_interrupted_session_closes_everything_before_it_says_so() {
        ScriptedFeed feed = ScriptedFeed.btc("50000").step(() -> {
            throw new InterruptedException();
        });
        Stage stage = new Stage(feed);
        stage.script.at(1, stage.script.open(BTC, LONG, "0.05", "49000"));
        refuseWhileInterrupted(stage);

        assertThatThrownBy(stage.session::run).isInstanceOf(InterruptedException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(stage.after(1).positions()).hasSize(1);
        stage.assertClean();
        assertThat(stage.session.state()).isEqualTo(SessionState.STOPPED);
    }

    @Test
    void a_session_that_is_stopped_and_interrupted_at_once_can_still_close() {
        Stage stage = new Stage(ScriptedFeed.btc("50000", "50000"));
        stage.script.at(1, stage.script.open(BTC, LONG, "0.05", "49000"));
        refuseWhileInterrupted(stage);
        stage.listener = progress -> {
            stage.session.stop();
            Thread.currentThread().interrupt();
        };

        assertThatThrownBy(stage.session::run).isInstanceOf(InterruptedException.class);

        assertThat(Thread.interrupted()).isTrue();
        stage.assertClean();
    }

    @Test
    void books_that_differ_by_the_last_digit_end_the_session() {
        Stage stage = new Stage(ScriptedFeed.btc("50000", "50000"));
        stage.execution.balances = told -> told.stream()
                .map(balance -> new Balance(
                        balance.asset(),
                        balance.wallet().add(new BigDecimal("0.00000001")),
                        balance.available(),
                        balance.inUse(),
                        balance.unrealizedPnl()))
                .toList();

        assertThatThrownBy(stage.session::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("books do not balance")
                .hasMessageContaining("= 10000,")
                .hasMessageContaining("10000.00000001");
    }

    @Test
    void an_error_in_a_strategy_closes_everything_and_is_passed_on() {
        Stage stage = new Stage(ScriptedFeed.btc("50000", "50000", "50000"));
        stage.script.at(1, stage.script.open(BTC, LONG, "0.05", "49000"));
        stage.script.at(2, snapshot -> {
            throw new ArithmeticException("a strategy divides by zero");
        });

        assertThatThrownBy(stage.session::run)
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("a strategy divides by zero");

        assertThat(stage.after(1).positions()).hasSize(1);
        stage.assertClean();
        assertThat(stage.session.state()).isEqualTo(SessionState.STOPPED);
    }

    @Test
    void a_feed_that_cannot_be_read_once_is_read_again() throws Exception {
        ScriptedFeed feed = ScriptedFeed.btc("50000").step(() -> {
            throw new NotSentException(NotSentException.Cause.UNREACHABLE, "no line");
        });
        feed.step(new Quote(BTC, "50000"));
        Stage stage = new Stage(feed);

        SessionReport report = stage.run();

        assertThat(report.steps()).isEqualTo(2);
    }

    @Test
    void an_agent_whose_account_cannot_be_read_is_not_heard_in_that_step() throws Exception {
        Stage stage = new Stage(ScriptedFeed.btc("50000", "50000", "50000"));
        stage.script.at(1, stage.script.open(BTC, LONG, "0.05", "49000"));
        AtomicBoolean broken = new AtomicBoolean();
        stage.listener = progress -> broken.set(progress.step() == 1);
        stage.execution.beforeAnyCall = () -> {
            if (broken.compareAndSet(true, false)) {
                throw new NotSentException(NotSentException.Cause.UNREACHABLE, "no line");
            }
        };

        stage.run();

        assertThat(stage.script.seen)
                .extracting(snapshot -> snapshot.time())
                .containsExactly(ScriptedFeed.timeOf(1), ScriptedFeed.timeOf(3));
    }

    @Test
    void an_end_that_cannot_close_says_so() {
        Stage stage = new Stage(ScriptedFeed.btc("50000"));
        stage.script.at(1, stage.script.open(BTC, LONG, "0.05", "49000"));
        stage.execution.place = (order, venue) -> {
            if (WatchedExecution.purpose(order) == 'X') {
                throw new NotSentException(NotSentException.Cause.UNREACHABLE, "no line");
            }
            return venue.get();
        };

        assertThatThrownBy(stage.session::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("could not close")
                .hasMessageContaining(List.of(BTC).toString());

        assertThat(stage.session.state()).isEqualTo(SessionState.STOPPING);
        assertThat(stage.orders()).as("the stop stays").hasSize(1);
    }
}
