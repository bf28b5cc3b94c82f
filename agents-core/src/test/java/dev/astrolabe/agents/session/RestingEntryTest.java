package dev.astrolabe.agents.session;

import static dev.astrolabe.agents.session.ScriptedFeed.BTC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.agents.session.ScriptedFeed.Quote;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.TimeInForce;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Post-only entries. A book of 0.01 a level gives 0.025: half of each of five levels. */
class RestingEntryTest {

    private static final PositionSide LONG = PositionSide.LONG;

    private static Stage resting(String takeProfit, Quote... quotes) {
        ScriptedFeed feed = new ScriptedFeed(BTC);
        for (Quote quote : quotes) {
            feed.step(quote);
        }
        Stage stage = new Stage(feed);
        stage.script.at(1, stage.script.open(BTC, LONG, "0.05", "49000", takeProfit, "49990"));
        return stage;
    }

    private static List<Order> of(Stage.After after, OrderType type) {
        return after.orders().stream().filter(order -> order.type() == type).toList();
    }

    @Test
    void an_entry_with_a_limit_rests_post_only_and_counts_as_pending() throws Exception {
        Stage stage = resting(null, new Quote(BTC, "50000"), new Quote(BTC, "50000"));

        stage.run();

        assertThat(stage.after(1).orders()).singleElement().satisfies(order -> {
            assertThat(order.type()).isEqualTo(OrderType.LIMIT);
            assertThat(order.timeInForce()).isEqualTo(TimeInForce.POST_ONLY);
            assertThat(order.price().orElseThrow()).isEqualByComparingTo("49990");
        });
        assertThat(stage.script.seenAt(2).self().pending()).containsExactly(BTC);
    }

    @Test
    void a_partial_fill_gets_a_stop_of_its_size() throws Exception {
        Stage stage = resting(null, new Quote(BTC, "50000"), new Quote(BTC, "49985", "0.01"), new Quote(BTC, "50000"));

        stage.run();

        assertThat(of(stage.after(2), OrderType.STOP_MARKET))
                .singleElement()
                .satisfies(stop -> assertThat(stop.quantity().orElseThrow()).isEqualByComparingTo("0.025"));
        assertThat(of(stage.after(2), OrderType.LIMIT)).hasSize(1);
    }

    @Test
    void a_further_fill_gets_a_larger_stop_before_the_smaller_one_goes() throws Exception {
        Stage stage = resting(
                null,
                new Quote(BTC, "50000"),
                new Quote(BTC, "49985", "0.01"),
                new Quote(BTC, "49985", "0.01"),
                new Quote(BTC, "50000"));

        stage.run();

        assertThat(stage.after(3).orders())
                .singleElement()
                .satisfies(stop -> assertThat(stop.quantity().orElseThrow()).isEqualByComparingTo("0.05"));
        assertThat(stage.execution.log.subList(1, 4))
                .containsExactly("place S 0.025 at 49000", "place S 0.05 at 49000", "cancel S");
    }

    @Test
    void what_has_not_filled_in_time_is_cancelled_and_the_rest_stays_protected() throws Exception {
        Stage stage = resting(
                null,
                new Quote(BTC, "50000"),
                new Quote(BTC, "49985", "0.01"),
                new Quote(BTC, "50000"),
                new Quote(BTC, "50000"),
                new Quote(BTC, "50000"));

        stage.run();

        assertThat(of(stage.after(3), OrderType.LIMIT)).hasSize(1);
        assertThat(of(stage.after(4), OrderType.LIMIT)).isEmpty();
        assertThat(of(stage.after(4), OrderType.STOP_MARKET)).hasSize(1);
        assertThat(stage.script.seenAt(4).self().pending()).isEmpty();
    }

    @Test
    void an_exit_that_fires_takes_the_rest_of_the_entry_along() throws Exception {
        Stage stage = resting(
                "50500",
                new Quote(BTC, "50000"),
                new Quote(BTC, "49985", "0.01"),
                new Quote(BTC, "50600"),
                new Quote(BTC, "49985"));

        SessionReport report = stage.run();

        assertThat(stage.after(3).positions()).isEmpty();
        assertThat(stage.after(3).orders()).isEmpty();
        assertThat(report.agents().get(0).trades()).isEqualTo(1);
    }

    @Test
    void a_position_that_is_forced_out_takes_the_rest_of_the_entry_along() throws Exception {
        ScriptedFeed feed = new ScriptedFeed(BTC)
                .step(new Quote(BTC, "50000"))
                .step(new Quote(BTC, "49985", "0.01"))
                .step(new Quote(BTC, "48900", "0.01"))
                .step(new Quote(BTC, "48900"))
                .step(new Quote(BTC, "48900"));
        Stage stage = new Stage(feed);
        stage.script.at(1, stage.script.open(BTC, LONG, "0.1", "49000", null, "49990"));

        SessionReport report = stage.run();

        assertThat(of(stage.after(3), OrderType.LIMIT)).isEmpty();
        assertThat(stage.after(4).positions()).isEmpty();
        assertThat(report.agents().get(0).trades()).isEqualTo(1);
    }

    @Test
    void a_trade_lasts_from_its_first_fill_and_not_from_its_proposal() throws Exception {
        Stage stage = resting(
                null,
                new Quote(BTC, "50000"),
                new Quote(BTC, "50000"),
                new Quote(BTC, "49985"),
                new Quote(BTC, "50000"));
        stage.script.at(4, stage.script.close(BTC, LONG, "0.05"));

        SessionReport report = stage.run();

        assertThat(report.agents().get(0).averageTradeDuration()).contains(Duration.ofMinutes(1));
    }
}
