package dev.astrolabe.agents.paper;

import static dev.astrolabe.agents.paper.Sample.BTC;
import static dev.astrolabe.agents.paper.Sample.START;
import static dev.astrolabe.agents.paper.Sample.num;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.model.FundingRate;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Income;
import dev.astrolabe.exchange.model.IncomeType;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.Side;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FundingTest {

    private static final Instant DUE = START.plus(Duration.ofHours(1));
    private static final Instant NEXT = DUE.plus(Duration.ofHours(8));

    private static PaperBench bench() {
        PaperBench bench = new PaperBench();
        announce(bench, START, "100", "0.0001", DUE);
        return bench;
    }

    private static void announce(PaperBench bench, Instant time, String mark, String rate, Instant next) {
        bench.now = time;
        bench.exchange.update(
                Sample.tick(Sample.book(BTC, num(mark), Sample.TICK, 5, num("20"), time), num(mark), rate, next));
    }

    @Test
    void long_pays_a_positive_rate_at_the_first_tick_at_its_time() {
        PaperBench bench = bench();
        bench.market(Side.BUY, "10");

        announce(bench, DUE.minusMillis(1), "101", "0.0003", DUE);
        int before = bench.incomes(IncomeType.FUNDING).size();
        announce(bench, DUE, "102", "0.0009", NEXT);

        assertThat(before).isZero();
        assertThat(bench.incomes(IncomeType.FUNDING)).singleElement().satisfies(income -> {
            assertThat(income.amount()).isEqualByComparingTo("-0.306");
            assertThat(income.symbol()).contains(BTC);
            assertThat(income.time()).isEqualTo(DUE);
        });
    }

    @Test
    void short_receives_it() {
        PaperBench bench = bench();
        bench.market(Side.SELL, "10");

        announce(bench, DUE, "100", "0.0005", NEXT);

        assertThat(bench.sum(IncomeType.FUNDING)).isEqualByComparingTo("0.1");
    }

    @Test
    void rate_that_the_paying_tick_still_announces_counts() {
        PaperBench bench = bench();
        bench.market(Side.BUY, "10");

        announce(bench, DUE, "100", "0.0007", DUE);

        assertThat(bench.sum(IncomeType.FUNDING)).isEqualByComparingTo("-0.7");
    }

    @Test
    void is_charged_once_however_often_its_time_is_announced() {
        PaperBench bench = bench();
        bench.market(Side.BUY, "10");

        announce(bench, DUE, "100", "0.0001", DUE);
        announce(bench, DUE.plusSeconds(1), "100", "0.0001", DUE);
        announce(bench, DUE.plusSeconds(2), "100", "0.0001", NEXT);

        assertThat(bench.incomes(IncomeType.FUNDING)).hasSize(1);
    }

    @Test
    void is_charged_after_a_gap_at_the_first_tick_that_follows() {
        PaperBench bench = bench();
        bench.market(Side.BUY, "10");

        announce(bench, DUE.plusSeconds(90), "110", "0.0002", NEXT);

        assertThat(bench.sum(IncomeType.FUNDING)).isEqualByComparingTo("-0.11");
    }

    @Test
    void is_charged_when_only_the_tick_at_its_time_announces_it() {
        PaperBench bench = PaperBench.at100();
        bench.market(Side.BUY, "10");

        announce(bench, DUE, "100", "0.0001", DUE);

        assertThat(bench.sum(IncomeType.FUNDING)).isEqualByComparingTo("-0.1");
    }

    @Test
    void position_opened_at_the_paying_tick_does_not_pay() {
        PaperBench bench = bench();

        announce(bench, DUE, "100", "0.0001", NEXT);
        bench.market(Side.BUY, "10");
        announce(bench, DUE.plusSeconds(1), "100", "0.0001", NEXT);

        assertThat(bench.incomes(IncomeType.FUNDING)).isEmpty();
    }

    @Test
    void comes_out_of_the_margin_of_an_isolated_position() {
        PaperBench bench = bench();
        bench.client.account().setMarginMode(BTC, MarginMode.ISOLATED);
        bench.market(Side.BUY, "10");
        var before = bench.position().isolatedMargin().orElseThrow();

        announce(bench, DUE, "100", "0.0001", NEXT);

        assertThat(bench.position().isolatedMargin().orElseThrow().subtract(before))
                .isEqualByComparingTo("-0.1");
    }

    @Test
    void is_rounded_half_even_to_eight_digits() {
        assertThat(Money.funding(num("-0.0015"), num("0.00001"))).isEqualByComparingTo("0.00000002");
        assertThat(Money.funding(num("-0.0005"), num("0.00001"))).isEqualByComparingTo("0");
    }

    @Test
    void history_tells_what_was_paid_and_the_interval() {
        PaperBench bench = bench();
        announce(bench, DUE, "100", "0.0002", NEXT);
        announce(bench, NEXT, "100", "0.0003", NEXT.plus(Duration.ofHours(8)));

        var page = bench.client.marketData().fundingHistory(HistoryQuery.of(BTC));

        assertThat(page.items()).extracting(FundingRate::fundingTime).containsExactly(DUE, NEXT);
        assertThat(page.items()).extracting(FundingRate::rate).containsExactly(num("0.0001"), num("0.0002"));
        assertThat(page.items().get(1).interval()).contains(Duration.ofHours(8));
    }

    @Test
    void income_is_a_part_of_the_wallet() {
        PaperBench bench = bench();
        bench.market(Side.BUY, "10");
        announce(bench, DUE, "100", "0.0002", NEXT);

        var sum = PaperBench.incomes(bench.client).stream().map(Income::amount).reduce(num("0"), (a, b) -> a.add(b));

        assertThat(bench.balance().wallet()).isEqualByComparingTo(sum);
    }
}
