package dev.astrolabe.agents.paper;

import static dev.astrolabe.agents.paper.PaperBench.assertRejected;
import static dev.astrolabe.agents.paper.PaperBench.exit;
import static dev.astrolabe.agents.paper.Sample.BTC;
import static dev.astrolabe.agents.paper.Sample.level;
import static dev.astrolabe.agents.paper.Sample.num;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.model.AttachedExit;
import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.TriggerBy;
import java.util.List;
import org.junit.jupiter.api.Test;

class TriggersTest {

    private static PaperBench longOne() {
        PaperBench bench = PaperBench.at100();
        bench.market(Side.BUY, "1");
        return bench;
    }

    @Test
    void stop_sells_at_the_books_price_when_the_mark_falls_to_its_trigger() {
        PaperBench bench = longOne();
        Order stop =
                bench.place(exit(OrderType.STOP_MARKET, Side.SELL, "1", "95").build());

        bench.move("95.1");
        OrderStatus before = bench.now(stop).status();
        bench.move("95");

        assertThat(before).isEqualTo(OrderStatus.NEW);
        assertThat(bench.now(stop).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(bench.now(stop).averagePrice().orElseThrow()).isEqualByComparingTo("94.9");
        bench.assertFlat();
    }

    @Test
    void stop_buys_above_and_take_profit_buys_below() {
        PaperBench bench = PaperBench.at100();
        bench.market(Side.SELL, "2");
        Order stop =
                bench.place(exit(OrderType.STOP_MARKET, Side.BUY, "1", "105").build());
        Order profit = bench.place(
                exit(OrderType.TAKE_PROFIT_MARKET, Side.BUY, "1", "95").build());

        bench.move("95");
        OrderStatus stopAt95 = bench.now(stop).status();
        bench.move("105");

        assertThat(bench.now(profit).averagePrice().orElseThrow()).isEqualByComparingTo("95.1");
        assertThat(stopAt95).isEqualTo(OrderStatus.NEW);
        assertThat(bench.now(stop).averagePrice().orElseThrow()).isEqualByComparingTo("105.1");
    }

    @Test
    void mark_does_not_fire_what_watches_the_last_price_nor_the_reverse() {
        PaperBench bench = longOne();
        Order byMark = bench.place(exit(OrderType.STOP_MARKET, Side.SELL, "0.5", "95")
                .triggerBy(TriggerBy.MARK)
                .build());
        Order byLast = bench.place(exit(OrderType.STOP_MARKET, Side.SELL, "0.5", "95")
                .triggerBy(TriggerBy.LAST)
                .build());

        bench.show("94", List.of(level("99.9", "9")), List.of(level("100.1", "9")));
        OrderStatus lastAtMark94 = bench.now(byLast).status();
        bench.show("100", List.of(level("93.9", "9")), List.of(level("94.1", "9")));

        assertThat(bench.now(byMark).averagePrice().orElseThrow()).isEqualByComparingTo("99.9");
        assertThat(lastAtMark94).isEqualTo(OrderStatus.NEW);
        assertThat(bench.now(byLast).averagePrice().orElseThrow()).isEqualByComparingTo("93.9");
    }

    @Test
    void last_price_is_the_close_of_the_candle_that_the_tick_closes() {
        PaperBench bench = longOne();
        Order byLast = bench.place(exit(OrderType.STOP_MARKET, Side.SELL, "1", "95")
                .triggerBy(TriggerBy.LAST)
                .build());

        bench.now = bench.now.plusSeconds(1);
        bench.exchange.update(Sample.btcAt("100", bench.now)
                .closing(new Candle(
                        bench.now.minusSeconds(60), num("100"), num("100"), num("95"), num("95"), num("1"), true)));

        assertThat(bench.now(byLast).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void trigger_that_is_already_reached_is_refused() {
        PaperBench bench = longOne();

        assertRejected(
                Reason.WOULD_TRIGGER,
                () -> bench.place(
                        exit(OrderType.STOP_MARKET, Side.SELL, "1", "100").build()));
        assertRejected(
                Reason.WOULD_TRIGGER,
                () -> bench.place(
                        exit(OrderType.TAKE_PROFIT_MARKET, Side.SELL, "1", "99").build()));
    }

    @Test
    void stop_limit_rests_behind_its_trigger_where_the_book_has_gone_past() {
        PaperBench bench = longOne();
        Order stop = bench.place(exit(OrderType.STOP_LIMIT, Side.SELL, "1", "95")
                .price(num("94.5"))
                .build());

        bench.move("93");
        Order fired = bench.now(stop);
        bench.move("94.8");

        assertThat(fired.status()).isEqualTo(OrderStatus.NEW);
        assertThat(fired.filledQuantity()).isEqualByComparingTo("0");
        assertThat(bench.now(stop).averagePrice().orElseThrow()).isEqualByComparingTo("94.5");
    }

    @Test
    void trailing_stop_follows_the_best_price_since_activation() {
        PaperBench bench = longOne();
        Order trailing = bench.place(OrderRequest.builder(BTC, Side.SELL, OrderType.TRAILING_STOP_MARKET)
                .quantity(num("1"))
                .activationPrice(num("110"))
                .callbackRate(num("0.05"))
                .reduceOnly(true)
                .build());

        bench.move("90");
        bench.move("110");
        bench.move("120");
        bench.move("114.1");
        OrderStatus above = bench.now(trailing).status();
        bench.move("114");

        assertThat(above).isEqualTo(OrderStatus.NEW);
        assertThat(bench.now(trailing).averagePrice().orElseThrow()).isEqualByComparingTo("113.9");
    }

    @Test
    void trailing_stop_of_a_short_follows_downwards_from_where_it_was_placed() {
        PaperBench bench = PaperBench.at100();
        bench.market(Side.SELL, "1");
        Order trailing = bench.place(OrderRequest.builder(BTC, Side.BUY, OrderType.TRAILING_STOP_MARKET)
                .quantity(num("1"))
                .callbackRate(num("0.02"))
                .reduceOnly(true)
                .build());

        bench.move("90");
        bench.move("91.7");
        OrderStatus below = bench.now(trailing).status();
        bench.move("91.8");

        assertThat(below).isEqualTo(OrderStatus.NEW);
        assertThat(bench.now(trailing).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void stop_of_a_closed_position_expires_and_opens_nothing() {
        PaperBench bench = longOne();
        Order stop =
                bench.place(exit(OrderType.STOP_MARKET, Side.SELL, "1", "95").build());

        bench.market(Side.SELL, "1");
        bench.move("94");

        assertThat(bench.now(stop).status()).isEqualTo(OrderStatus.EXPIRED);
        bench.assertFlat();
    }

    @Test
    void stop_larger_than_the_position_closes_it_and_is_filled() {
        PaperBench bench = longOne();
        Order stop =
                bench.place(exit(OrderType.STOP_MARKET, Side.SELL, "5", "95").build());

        bench.move("94");

        assertThat(bench.now(stop).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(bench.now(stop).filledQuantity()).isEqualByComparingTo("1");
        bench.assertFlat();
    }

    @Test
    void close_position_trigger_closes_what_is_held_when_it_fires() {
        PaperBench bench = longOne();
        Order stop = bench.place(OrderRequest.builder(BTC, Side.SELL, OrderType.STOP_MARKET)
                .triggerPrice(num("95"))
                .closePosition(true)
                .build());
        bench.market(Side.BUY, "2");

        bench.move("94");

        assertThat(bench.now(stop).filledQuantity()).isEqualByComparingTo("3");
        bench.assertFlat();
    }

    @Test
    void opening_stop_without_funds_expires_when_it_fires() {
        PaperBench bench = PaperBench.at100();
        Order stop = bench.place(OrderRequest.builder(BTC, Side.BUY, OrderType.STOP_MARKET)
                .quantity(num("100"))
                .triggerPrice(num("5000"))
                .build());

        bench.move("5000");

        assertThat(bench.now(stop).status()).isEqualTo(OrderStatus.EXPIRED);
        bench.assertFlat();
    }

    @Test
    void attached_exits_grow_with_the_fills_and_one_done_cancels_the_other() {
        PaperBench bench = new PaperBench();
        bench.move("100");
        bench.place(OrderRequest.limit(BTC, Side.BUY, num("3"), num("99")).toBuilder()
                .stopLoss(new AttachedExit(num("90"), TriggerBy.MARK))
                .takeProfit(new AttachedExit(num("120"), TriggerBy.MARK))
                .build());
        int exitsBefore = bench.client.trading().openOrders().size() - 1;

        bench.show("99", List.of(level("98", "9")), List.of(level("98.5", "1")));
        List<Order> afterFirst = bench.client.trading().openOrders();
        bench.show("99", List.of(level("98", "9")), List.of(level("98.5", "2")));
        List<Order> exits = bench.client.trading().openOrders();
        bench.move("89");

        assertThat(exitsBefore).isZero();
        assertThat(afterFirst).hasSize(3);
        assertThat(exits).hasSize(2).allSatisfy(order -> {
            assertThat(order.quantity().orElseThrow()).isEqualByComparingTo("3");
            assertThat(order.reduceOnly()).isTrue();
        });
        bench.assertFlat();
        assertThat(exits)
                .extracting(order -> bench.now(order).status())
                .containsExactlyInAnyOrder(OrderStatus.FILLED, OrderStatus.CANCELED);
    }

    @Test
    void attached_exit_on_the_wrong_side_of_the_entry_is_refused() {
        PaperBench bench = PaperBench.at100();

        assertRejected(
                Reason.WOULD_TRIGGER,
                () -> bench.place(OrderRequest.market(BTC, Side.BUY, num("1")).toBuilder()
                        .stopLoss(new AttachedExit(num("101"), TriggerBy.MARK))
                        .build()));
        assertRejected(
                Reason.WOULD_TRIGGER,
                () -> bench.place(OrderRequest.limit(BTC, Side.BUY, num("1"), num("90")).toBuilder()
                        .takeProfit(new AttachedExit(num("90"), TriggerBy.MARK))
                        .build()));
        bench.assertFlat();
    }

    @Test
    void attached_exits_keep_to_their_slot_in_hedge_mode() {
        PaperBench bench = PaperBench.at100();
        bench.client.account().setPositionMode(PositionMode.HEDGE);
        bench.place(PaperBench.slot(Side.BUY, PositionSide.LONG, "1"));
        bench.place(PaperBench.slot(Side.SELL, PositionSide.SHORT, "2").toBuilder()
                .stopLoss(new AttachedExit(num("110"), TriggerBy.MARK))
                .build());

        bench.move("111");

        assertThat(bench.position().side()).isEqualTo(PositionSide.LONG);
        assertThat(bench.position().quantity()).isEqualByComparingTo("1");
    }
}
