package dev.astrolabe.agents.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.agents.AgentSpec;
import dev.astrolabe.agents.StrategyKind;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PerformanceTest {

    private static final AgentSpec SPEC =
            Stage.spec(Stage.TM, "1", StrategyKind.TREND).build();

    private final AgentBook book = new AgentBook(new BigDecimal("1000"));
    private int fills;

    private void fill(Side side, String price, int second) {
        Fill fill = Fill.builder()
                .symbol(ScriptedFeed.BTC.symbol())
                .venueSymbol("BTCUSDT")
                .tradeId("t" + fills)
                .orderId("o" + fills++)
                .side(side)
                .price(new BigDecimal(price))
                .quantity(BigDecimal.ONE)
                .fee(BigDecimal.ONE)
                .feeAsset("USDT")
                .time(ScriptedFeed.START.plusSeconds(second))
                .build();
        book.apply(ScriptedFeed.BTC, fill, 5, null);
    }

    private void trade(String bought, String sold, int from, int to) {
        fill(Side.BUY, bought, from);
        fill(Side.SELL, sold, to);
    }

    private Performance performance() {
        return Performance.of(
                SPEC, book, book.equity(any -> BigDecimal.ZERO), new Drawdown(book.capital()), new DecisionTally());
    }

    @Test
    void the_win_rate_leaves_out_what_broke_even() {
        trade("100", "110", 0, 1);
        trade("100", "90", 1, 2);
        trade("100", "107", 2, 3);
        trade("100", "102", 3, 4);

        Performance performance = performance();

        assertThat(performance.trades()).isEqualTo(4);
        assertThat(performance.wins()).isEqualTo(2);
        assertThat(performance.losses()).isEqualTo(1);
        assertThat(performance.winRate()).contains(new BigDecimal("0.666667"));
    }

    @Test
    void a_gain_that_the_fees_eat_up_is_a_loss() {
        trade("100", "101", 0, 1);

        assertThat(performance().losses()).isEqualTo(1);
    }

    @Test
    void without_decided_trades_there_is_no_win_rate() {
        trade("100", "102", 0, 1);

        assertThat(performance().winRate()).isEmpty();
    }

    @Test
    void without_trades_there_is_no_average() {
        assertThat(performance().averageTradeDuration()).isEmpty();
        assertThat(performance().winRate()).isEmpty();
    }

    @Test
    void the_average_duration_counts_finished_trades_from_their_first_fill() {
        trade("100", "110", 0, 60);
        trade("100", "110", 100, 200);
        fill(Side.BUY, "100", 300);

        assertThat(performance().averageTradeDuration()).contains(Duration.ofSeconds(80));
    }

    @Test
    void profit_and_fees_add_up() {
        trade("100", "110", 0, 1);

        Performance performance = performance();

        assertThat(performance.pnl()).isEqualByComparingTo("8");
        assertThat(performance.fees()).isEqualByComparingTo("2");
    }

    @Test
    void the_tally_counts_a_modified_proposal_once_though_it_has_several_reasons() {
        DecisionTally tally = new DecisionTally();
        tally.modified(List.of("SIZE_CLAMPED", "PRICE_ROUNDED"));
        tally.rejected("SCHEMA");
        tally.rejected("EXPIRED");
        tally.alerted(3);

        Performance performance = Performance.of(SPEC, book, book.capital(), new Drawdown(book.capital()), tally);

        assertThat(performance.modified()).isEqualTo(1);
        assertThat(performance.rejected()).isEqualTo(2);
        assertThat(performance.alerts()).isEqualTo(3);
    }
}
