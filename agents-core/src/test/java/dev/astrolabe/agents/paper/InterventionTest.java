package dev.astrolabe.agents.paper;

import static dev.astrolabe.agents.paper.Sample.BTC;
import static dev.astrolabe.agents.paper.Sample.num;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.astrolabe.exchange.model.IncomeType;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What may be done to an account from outside: liquidate, deleverage, tie exits. */
class InterventionTest {

    private final PaperBench bench = PaperBench.at100();

    @Test
    void liquidation_from_outside_cancels_closes_and_takes_its_fee() {
        bench.market(Side.BUY, "10");
        Order resting = bench.limit(Side.BUY, "1", "90");

        Order closing = bench.exchange.liquidate("main", BTC, PositionSide.LONG);

        assertThat(closing.type()).isEqualTo(OrderType.LIQUIDATION);
        assertThat(closing.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(closing.clientOrderId())
                .hasValueSatisfying(id -> assertThat(id).startsWith("autoclose-"));
        assertThat(bench.now(resting).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(bench.sum(IncomeType.LIQUIDATION)).isEqualByComparingTo("-12.48750000");
        bench.assertFlat();
    }

    @Test
    void liquidation_of_an_isolated_position_costs_at_most_its_margin() {
        bench.client.account().setMarginMode(BTC, MarginMode.ISOLATED);
        bench.client.account().setLeverage(BTC, 100);
        bench.market(Side.SELL, "10");
        BigDecimal margin = bench.position().isolatedMargin().orElseThrow();
        BigDecimal before = bench.balance().wallet();

        bench.exchange.liquidate("main", BTC, PositionSide.SHORT);

        assertThat(before.subtract(bench.balance().wallet())).isEqualByComparingTo(margin);
        bench.assertFlat();
    }

    @Test
    void deleveraging_closes_at_the_mark_without_a_fee() {
        bench.market(Side.BUY, "10");
        BigDecimal fees = bench.sum(IncomeType.FEE);
        bench.move("110");

        Order closing = bench.exchange.deleverage("main", BTC, PositionSide.LONG, num("4"));

        assertThat(closing.type()).isEqualTo(OrderType.LIQUIDATION);
        assertThat(closing.rawType()).isEqualTo("ADL");
        assertThat(closing.clientOrderId()).contains("adl_autoclose");
        assertThat(closing.averagePrice())
                .hasValueSatisfying(at -> assertThat(at).isEqualByComparingTo("110"));
        assertThat(bench.position().quantity()).isEqualByComparingTo("6");
        assertThat(bench.sum(IncomeType.FEE)).isEqualByComparingTo(fees);
    }

    @Property(tries = 100)
    void deleveraging_leaves_the_equity_where_it_was(
            @ForAll @IntRange(min = 1, max = 10_000) int held,
            @ForAll @IntRange(min = 1, max = 10_000) int part,
            @ForAll @IntRange(min = 950, max = 1050) int price) {
        PaperBench bench = PaperBench.at100();
        bench.market(Side.BUY, BigDecimal.valueOf(held, 3).add(num("0.1")).toPlainString());
        bench.move(BigDecimal.valueOf(price, 1).toPlainString());
        BigDecimal equity = bench.balance().equity();

        bench.exchange.deleverage("main", BTC, PositionSide.LONG, BigDecimal.valueOf(Math.min(held, part), 3));

        assertThat(bench.balance().equity()).isEqualByComparingTo(equity);
    }

    @Test
    void a_slot_of_a_hedged_account_is_met_alone() {
        bench.client.account().setPositionMode(PositionMode.HEDGE);
        bench.place(PaperBench.slot(Side.BUY, PositionSide.LONG, "2"));
        bench.place(PaperBench.slot(Side.SELL, PositionSide.SHORT, "3"));

        bench.exchange.deleverage("main", BTC, PositionSide.LONG, num("2"));
        assertThat(bench.position().side()).isEqualTo(PositionSide.SHORT);

        bench.exchange.liquidate("main", BTC, PositionSide.SHORT);
        bench.assertFlat();
    }

    @Test
    void deleveraging_refuses_more_than_there_is_and_parts_of_lots() {
        bench.market(Side.BUY, "1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.exchange.deleverage("main", BTC, PositionSide.LONG, num("1.5")))
                .withMessageContaining("up to the position of account main, 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.exchange.deleverage("main", BTC, PositionSide.LONG, num("0.0005")))
                .withMessageContaining("0.001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.exchange.deleverage("main", BTC, PositionSide.LONG, num("0")));
    }

    @Test
    void what_is_not_there_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.exchange.liquidate("main", BTC, PositionSide.SHORT))
                .withMessageContaining("account main has no SHORT position in BTC/USDT:USDT");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.exchange.liquidate("other", BTC, PositionSide.SHORT))
                .withMessageContaining("no account other");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.exchange.liquidate("main", Sample.PEPE, PositionSide.SHORT))
                .withMessageContaining("not listed");
    }

    @Test
    void one_of_two_linked_exits_cancels_the_other() {
        bench.market(Side.BUY, "1");
        Order stop = exit(OrderType.STOP_MARKET, "95");
        Order profit = exit(OrderType.TAKE_PROFIT_MARKET, "105");
        bench.exchange.linkExits("main", stop.ref(), profit.ref());

        bench.move("106");

        assertThat(bench.now(profit).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(bench.now(stop).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void a_cancelled_exit_leaves_its_link_open() {
        bench.market(Side.BUY, "1");
        Order stop = exit(OrderType.STOP_MARKET, "95");
        Order profit = exit(OrderType.TAKE_PROFIT_MARKET, "105");
        bench.exchange.linkExits("main", stop.ref(), profit.ref());

        bench.client.trading().cancel(stop.ref());

        assertThat(bench.now(profit).status()).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void links_only_open_orders_of_one_instrument_that_have_no_link() {
        bench.market(Side.BUY, "1");
        Order stop = exit(OrderType.STOP_MARKET, "95");
        Order profit = exit(OrderType.TAKE_PROFIT_MARKET, "105");
        Order third = exit(OrderType.TAKE_PROFIT_MARKET, "110");
        Order gone = exit(OrderType.STOP_MARKET, "90");
        bench.client.trading().cancel(gone.ref());

        assertRefused(stop.ref(), stop.ref(), "itself");
        assertRefused(stop.ref(), gone.ref(), "is not open: it is CANCELED");
        assertRefused(stop.ref(), OrderRef.ofOrderId(BTC, "999"), "is not known");
        bench.exchange.linkExits("main", stop.ref(), profit.ref());
        assertRefused(third.ref(), stop.ref(), "linked to another one already");
    }

    private void assertRefused(OrderRef one, OrderRef other, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.exchange.linkExits("main", one, other))
                .withMessageContaining(why);
    }

    private Order exit(OrderType type, String trigger) {
        OrderRequest request = PaperBench.exit(type, Side.SELL, "1", trigger).build();
        return bench.place(request);
    }
}
