package dev.astrolabe.agents.paper;

import static dev.astrolabe.agents.paper.PaperBench.assertRejected;
import static dev.astrolabe.agents.paper.Sample.BTC;
import static dev.astrolabe.agents.paper.Sample.level;
import static dev.astrolabe.agents.paper.Sample.num;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.model.AmendRequest;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Liquidity;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PriceLevel;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.TimeInForce;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchingTest {

    private static final List<PriceLevel> BIDS = List.of(level("99.9", "2"), level("99.8", "3"));
    private static final List<PriceLevel> ASKS = List.of(level("100.1", "1"), level("100.2", "2"), level("100.5", "3"));

    private static PaperBench bench(FillPolicy policy) {
        PaperBench bench = new PaperBench(PaperExchange.builder(Sample.ID).fillPolicy(policy));
        bench.show("100", BIDS, ASKS);
        return bench;
    }

    private static PaperBench bench() {
        return bench(FillPolicy.optimistic());
    }

    private static OrderRequest limit(Side side, String quantity, String price, TimeInForce tif) {
        return OrderRequest.limit(BTC, side, num(quantity), num(price)).toBuilder()
                .timeInForce(tif)
                .build();
    }

    @Test
    void market_order_walks_the_levels_and_pays_each_ones_price() {
        PaperBench bench = bench();

        Order order = bench.market(Side.BUY, "4");

        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(order.averagePrice().orElseThrow()).isEqualByComparingTo("100.25");
        assertThat(bench.fills())
                .extracting(fill -> fill.price().toPlainString())
                .containsExactly("100.1", "100.2", "100.5");
        assertThat(bench.fills())
                .extracting(fill -> fill.quantity().stripTrailingZeros().toPlainString())
                .containsExactly("1", "2", "1");
        assertThat(bench.fills()).extracting(Fill::liquidity).containsOnly(Liquidity.TAKER);
    }

    @Test
    void market_order_beyond_the_book_fills_in_part_and_expires() {
        PaperBench bench = bench();

        Order order = bench.market(Side.SELL, "7");

        assertThat(order.status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(order.filledQuantity()).isEqualByComparingTo("5");
        assertThat(bench.position().signedQuantity()).isEqualByComparingTo("-5");
    }

    @Test
    void a_level_gives_only_its_share_rounded_down_to_the_lot() {
        PaperBench bench = bench(new FillPolicy(num("0.3333"), FillPolicy.Resting.TOUCH));

        Order order = bench.market(Side.BUY, "4");

        assertThat(order.status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(bench.fills())
                .extracting(fill -> fill.quantity().toPlainString())
                .containsExactly("0.333", "0.666", "0.999");
    }

    @Test
    void what_one_account_takes_is_gone_for_all_until_the_next_tick() {
        PaperBench bench = bench();
        ExchangeClient other = bench.exchange.openAccount("other", "Other", "USDT", num("10000"));

        bench.market(Side.BUY, "1.5");
        other.trading().place(OrderRequest.market(BTC, Side.BUY, num("1")));
        bench.show("100", BIDS, ASKS);
        other.trading().place(OrderRequest.market(BTC, Side.BUY, num("1")));

        assertThat(PaperBench.fills(other))
                .extracting(fill -> fill.price().toPlainString())
                .containsExactly("100.2", "100.1");
    }

    @Test
    void limit_order_takes_within_its_price_and_rests_with_what_is_left() {
        PaperBench bench = bench();

        Order order = bench.limit(Side.BUY, "4", "100.2");

        assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(order.filledQuantity()).isEqualByComparingTo("3");
        assertThat(bench.client.trading().openOrders(BTC)).hasSize(1);
    }

    @Test
    void resting_order_fills_at_its_own_price_only_when_the_price_trades_through_it() {
        PaperBench bench = bench(new FillPolicy(num("1"), FillPolicy.Resting.TRADE_THROUGH));
        Order order = bench.limit(Side.BUY, "2", "99");

        bench.show("99", List.of(level("98.9", "5")), List.of(level("99", "5")));
        OrderStatus touched = bench.now(order).status();
        bench.show("98.9", List.of(level("98.8", "5")), List.of(level("98.9", "5")));

        assertThat(touched).isEqualTo(OrderStatus.NEW);
        assertThat(bench.now(order).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(bench.fills()).singleElement().satisfies(fill -> {
            assertThat(fill.price()).isEqualByComparingTo("99");
            assertThat(fill.liquidity()).isEqualTo(Liquidity.MAKER);
            assertThat(fill.fee()).isEqualByComparingTo("0.0396");
        });
    }

    @Test
    void quantity_at_its_own_price_does_not_fill_a_resting_order_that_needs_a_trade_through() {
        PaperBench bench = bench(new FillPolicy(num("1"), FillPolicy.Resting.TRADE_THROUGH));
        Order order = bench.limit(Side.BUY, "3", "99");

        bench.show("98.9", List.of(level("98.8", "5")), List.of(level("98.9", "1"), level("99", "5")));

        assertThat(bench.now(order).filledQuantity()).isEqualByComparingTo("1");
    }

    @Test
    void resting_order_fills_at_the_touch_where_the_policy_says_so() {
        PaperBench bench = bench(FillPolicy.optimistic());
        Order order = bench.limit(Side.SELL, "2", "101");

        bench.show("101", List.of(level("101", "5")), List.of(level("101.1", "5")));

        assertThat(bench.now(order).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void resting_order_fills_across_ticks_by_what_the_other_side_shows() {
        PaperBench bench = bench();
        Order order = bench.limit(Side.BUY, "5", "99");

        bench.show("98.9", BIDS.subList(0, 0), List.of(level("98.8", "1"), level("99", "0.5"), level("99.1", "9")));
        Order first = bench.now(order);
        bench.show("98.9", List.of(level("98.7", "1")), List.of(level("98.8", "3")));
        Order second = bench.now(order);
        bench.show("98.9", List.of(level("98.7", "1")), List.of(level("98.8", "3")));

        assertThat(first.filledQuantity()).isEqualByComparingTo("1.5");
        assertThat(first.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(second.filledQuantity()).isEqualByComparingTo("4.5");
        assertThat(bench.now(order).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(bench.now(order).averagePrice().orElseThrow()).isEqualByComparingTo("99");
    }

    @Test
    void the_better_price_is_served_first_and_then_who_came_first() {
        PaperBench bench = bench();
        Order early = bench.limit(Side.BUY, "1", "99");
        Order late = bench.limit(Side.BUY, "1", "99");
        Order better = bench.limit(Side.BUY, "1", "99.1");

        bench.show("98.9", List.of(level("98.5", "1")), List.of(level("98.8", "1.5")));

        assertThat(bench.now(better).filledQuantity()).isEqualByComparingTo("1");
        assertThat(bench.now(early).filledQuantity()).isEqualByComparingTo("0.5");
        assertThat(bench.now(late).filledQuantity()).isEqualByComparingTo("0");
    }

    @Test
    void immediate_or_cancel_keeps_nothing_in_the_book() {
        PaperBench bench = bench();

        Order order = bench.place(limit(Side.BUY, "4", "100.2", TimeInForce.IOC));

        assertThat(order.status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(order.filledQuantity()).isEqualByComparingTo("3");
        assertThat(bench.client.trading().openOrders()).isEmpty();
    }

    @Test
    void fill_or_kill_fills_wholly_or_not_at_all() {
        PaperBench bench = bench();

        Order killed = bench.place(limit(Side.BUY, "3.001", "100.2", TimeInForce.FOK));
        Order filled = bench.place(limit(Side.BUY, "3", "100.2", TimeInForce.FOK));

        assertThat(killed.status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(killed.filledQuantity()).isEqualByComparingTo("0");
        assertThat(filled.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void post_only_is_refused_where_it_would_take_and_rests_beside_the_book() {
        PaperBench bench = bench();

        assertRejected(Reason.POST_ONLY, () -> bench.place(limit(Side.BUY, "1", "100.1", TimeInForce.POST_ONLY)));
        Order rests = bench.place(limit(Side.BUY, "1", "100", TimeInForce.POST_ONLY));

        assertThat(rests.status()).isEqualTo(OrderStatus.NEW);
        assertThat(bench.fills()).isEmpty();
    }

    @Test
    void reduce_only_is_capped_to_the_position() {
        PaperBench bench = bench();
        bench.market(Side.BUY, "1");

        Order order = bench.place(OrderRequest.builder(BTC, Side.SELL, OrderType.MARKET)
                .quantity(num("3"))
                .reduceOnly(true)
                .build());

        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(order.filledQuantity()).isEqualByComparingTo("1");
        bench.assertFlat();
    }

    @Test
    void reduce_only_is_refused_where_there_is_nothing_to_reduce() {
        PaperBench bench = bench();
        bench.market(Side.BUY, "1");

        assertRejected(
                Reason.REDUCE_ONLY,
                () -> bench.place(OrderRequest.builder(BTC, Side.BUY, OrderType.MARKET)
                        .quantity(num("1"))
                        .reduceOnly(true)
                        .build()));
    }

    @Test
    void resting_reduce_only_order_expires_when_its_position_is_gone() {
        PaperBench bench = bench();
        bench.market(Side.BUY, "1");
        Order resting = bench.place(OrderRequest.limit(BTC, Side.SELL, num("1"), num("110")).toBuilder()
                .reduceOnly(true)
                .build());

        bench.market(Side.SELL, "1");
        bench.move("111");

        assertThat(bench.now(resting).status()).isEqualTo(OrderStatus.EXPIRED);
        bench.assertFlat();
    }

    @Test
    void amended_order_takes_at_once_where_its_new_price_crosses() {
        PaperBench bench = bench();
        Order resting = bench.limit(Side.BUY, "1", "99");

        bench.client.trading().amend(new AmendRequest(resting.ref(), num("2"), num("100.2")));

        Order amended = bench.now(resting);
        assertThat(amended.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(amended.filledQuantity()).isEqualByComparingTo("2");
        assertThat(amended.averagePrice().orElseThrow()).isEqualByComparingTo("100.15");
    }

    @Test
    void refused_amendment_leaves_the_order_as_it_was() {
        PaperBench bench = bench();
        Order resting = bench.limit(Side.BUY, "1", "99");

        assertRejected(
                Reason.INSUFFICIENT_FUNDS,
                () -> bench.client.trading().amend(new AmendRequest(resting.ref(), num("100"), num("2100"))));

        assertThat(bench.now(resting).price().orElseThrow()).isEqualByComparingTo("99");
        assertThat(bench.now(resting).quantity().orElseThrow()).isEqualByComparingTo("1");
        bench.move("98");
        assertThat(bench.now(resting).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void fee_is_rounded_up_where_it_is_paid_and_down_where_it_is_a_rebate() {
        assertThat(Money.fee(num("0.001"), num("0.000011"))).isEqualByComparingTo("0.00000002");
        assertThat(Money.fee(num("0.001"), num("-0.000019"))).isEqualByComparingTo("-0.00000001");
    }

    @Test
    void post_only_that_would_take_expires_where_the_venue_accepts_it() {
        PaperBench bench = new PaperBench(PaperExchange.builder(Sample.ID)
                .fillPolicy(FillPolicy.optimistic())
                .expirePostOnly());
        bench.move("100");

        Order order = bench.place(OrderRequest.limit(BTC, Side.BUY, num("1"), num("101")).toBuilder()
                .timeInForce(TimeInForce.POST_ONLY)
                .build());

        assertThat(order.status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(bench.fills()).isEmpty();
    }

    @Test
    void market_without_a_tick_takes_no_order() {
        PaperBench bench = new PaperBench();

        assertRejected(Reason.MARKET_STATE, () -> bench.market(Side.BUY, "1"));
    }
}
