package dev.astrolabe.exchange.testkit;

import static dev.astrolabe.exchange.testkit.Bench.BTC;
import static dev.astrolabe.exchange.testkit.Bench.LOW;
import static dev.astrolabe.exchange.testkit.Bench.SIZE;
import static dev.astrolabe.exchange.testkit.Bench.byClientId;
import static dev.astrolabe.exchange.testkit.Bench.exit;
import static dev.astrolabe.exchange.testkit.Bench.num;
import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.Feature;
import dev.astrolabe.exchange.model.AttachedExit;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.TriggerBy;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Stops, take-profits and trailing stops: they wait among the open orders and fire when the price moves.
 *
 * @since 0.1
 */
public interface ConditionalOrderContract extends ContractCases {

    /** Every type that is claimed is taken and read back, every other is refused. */
    @Test
    @DisplayName("C48 takes exactly the order types that its capabilities name")
    default void c48_order_types() {
        Bench bench = Bench.of(venue());
        bench.buy(num("0.05"));

        for (OrderType type : OrderType.values()) {
            if (type == OrderType.UNKNOWN || type == OrderType.LIQUIDATION) {
                continue;
            }
            String id = Bench.idOf("type", type);
            OrderRequest request = example(type, id);
            if (bench.can().orderTypes().contains(type)) {
                OrderAck ack = bench.trading().place(request);
                assertThat(bench.order(ack.ref()).type()).isEqualTo(type);
            } else {
                bench.unsupported(type.toString(), () -> bench.trading().place(request));
            }
        }
    }

    private static OrderRequest example(OrderType type, String id) {
        boolean gains = type == OrderType.TAKE_PROFIT_MARKET || type == OrderType.TAKE_PROFIT_LIMIT;
        return OrderRequest.builder(BTC, Side.SELL, type)
                .quantity(SIZE)
                .price(type.hasPrice() ? num(type == OrderType.LIMIT ? "60000" : gains ? "54900" : "44900") : null)
                .triggerPrice(type.hasTrigger() ? num(gains ? "55000" : "45000") : null)
                .callbackRate(type == OrderType.TRAILING_STOP_MARKET ? num("0.01") : null)
                .clientOrderId(id)
                .build();
    }

    private static void open(Bench bench, OrderRequest request) {
        Assumptions.assumeTrue(
                bench.can().orderTypes().contains(request.type()),
                "no " + request.type() + "; C48 checks that it is refused");
        bench.buy(SIZE);
        bench.trading().place(request);
    }

    private static void assertFired(Bench bench, String id) {
        bench.assertFlat();
        bench.assertNotOpen(id);
        bench.trading()
                .order(byClientId(id).withConditional(true))
                .ifPresent(order -> assertThat(order.status()).isEqualTo(OrderStatus.FILLED));
        assertThat(bench.trading().fills(HistoryQuery.of(BTC)).items())
                .as("fills of entry and exit")
                .hasSize(2)
                .satisfies(fills -> assertThat(fills.get(1).side()).isEqualTo(Side.SELL));
    }

    /** A stop waits, and sells when the price falls to it. */
    @Test
    @DisplayName("C49 holds a stop until the price falls to it")
    default void c49_stop_market() {
        Bench bench = Bench.of(venue());
        open(bench, exit(OrderType.STOP_MARKET, "45000", "stop1").build());

        bench.move("45500");
        Order waiting = bench.open("stop1");
        bench.move("44000");

        assertThat(waiting.type()).isEqualTo(OrderType.STOP_MARKET);
        assertThat(waiting.status()).isEqualTo(OrderStatus.NEW);
        assertThat(waiting.side()).isEqualTo(Side.SELL);
        assertThat(waiting.triggerPrice().orElseThrow()).isEqualByComparingTo("45000");
        assertThat(waiting.quantity().orElseThrow()).isEqualByComparingTo(SIZE);
        assertThat(waiting.price()).as("limit price of a stop-market order").isEmpty();
        assertThat(waiting.reduceOnly()).isTrue();
        assertThat(waiting.ref().conditional()).isTrue();
        assertFired(bench, "stop1");
    }

    /** A take-profit waits, and sells when the price rises to it. */
    @Test
    @DisplayName("C50 holds a take-profit until the price rises to it")
    default void c50_take_profit_market() {
        Bench bench = Bench.of(venue());
        open(bench, exit(OrderType.TAKE_PROFIT_MARKET, "55000", "profit1").build());

        bench.move("54500");
        Order waiting = bench.open("profit1");
        bench.move("56000");

        assertThat(waiting.type()).isEqualTo(OrderType.TAKE_PROFIT_MARKET);
        assertThat(waiting.triggerPrice().orElseThrow()).isEqualByComparingTo("55000");
        assertThat(waiting.price()).isEmpty();
        assertFired(bench, "profit1");
    }

    /** A stop that becomes a limit order. */
    @Test
    @DisplayName("C51 turns a stop-limit order into its limit order when the price falls to it")
    default void c51_stop_limit() {
        Bench bench = Bench.of(venue());
        open(
                bench,
                exit(OrderType.STOP_LIMIT, "45000", "stoplimit1")
                        .price(num("44900"))
                        .build());

        Order waiting = bench.open("stoplimit1");
        bench.move("44950");

        assertThat(waiting.triggerPrice().orElseThrow()).isEqualByComparingTo("45000");
        assertThat(waiting.price().orElseThrow()).isEqualByComparingTo("44900");
        assertFired(bench, "stoplimit1");
    }

    /** A take-profit that becomes a limit order. */
    @Test
    @DisplayName("C52 turns a take-profit-limit order into its limit order when the price rises to it")
    default void c52_take_profit_limit() {
        Bench bench = Bench.of(venue());
        open(
                bench,
                exit(OrderType.TAKE_PROFIT_LIMIT, "55000", "profitlimit1")
                        .price(num("54900"))
                        .build());

        Order waiting = bench.open("profitlimit1");
        bench.move("55050");

        assertThat(waiting.triggerPrice().orElseThrow()).isEqualByComparingTo("55000");
        assertThat(waiting.price().orElseThrow()).isEqualByComparingTo("54900");
        assertFired(bench, "profitlimit1");
    }

    /** A trailing stop follows the best price. */
    @Test
    @DisplayName("C53 lets a trailing stop follow the best price and fire on the way back")
    default void c53_trailing_stop() {
        Bench bench = Bench.of(venue());
        open(
                bench,
                OrderRequest.builder(BTC, Side.SELL, OrderType.TRAILING_STOP_MARKET)
                        .quantity(SIZE)
                        .callbackRate(num("0.01"))
                        .reduceOnly(true)
                        .clientOrderId("trail1")
                        .build());

        bench.move("52000");
        bench.move("51600");
        Order waiting = bench.open("trail1");
        bench.move("51400");

        assertThat(waiting.type()).isEqualTo(OrderType.TRAILING_STOP_MARKET);
        assertThat(waiting.callbackRate().orElseThrow()).isEqualByComparingTo("0.01");
        assertThat(waiting.triggerPrice())
                .as("fixed trigger of a trailing stop")
                .isEmpty();
        assertFired(bench, "trail1");
    }

    /** A stop that closes the whole position. */
    @Test
    @DisplayName("C54 closes the whole position with a stop that has no quantity")
    default void c54_close_position_trigger() {
        Bench bench = Bench.of(venue());
        Assumptions.assumeTrue(bench.can(Feature.CLOSE_POSITION_TRIGGER), "not supported; C05 checks the refusal");
        OrderRequest stop = OrderRequest.builder(BTC, Side.SELL, OrderType.STOP_MARKET)
                .triggerPrice(num("45000"))
                .closePosition(true)
                .clientOrderId("closeall1")
                .build();
        open(bench, stop);

        Order waiting = bench.open("closeall1");
        bench.move("44000");

        assertThat(waiting.closePosition()).isTrue();
        assertThat(waiting.quantity())
                .as("quantity of an order that closes the position")
                .isEmpty();
        assertThat(waiting.remainingQuantity()).isEmpty();
        assertFired(bench, "closeall1");
    }

    /** Exits that come with their entry. */
    @Test
    @DisplayName("C55 places stop-loss and take-profit together with their entry")
    default void c55_attached_exits() {
        Bench bench = Bench.of(venue());
        Assumptions.assumeTrue(bench.can(Feature.ATTACHED_EXITS), "not supported; C05 checks the refusal");
        TriggerBy by = bench.can().triggers().stream().sorted().findFirst().orElseThrow();
        OrderRequest entry = OrderRequest.market(BTC, Side.BUY, SIZE).toBuilder()
                .stopLoss(new AttachedExit(num("45000"), by))
                .takeProfit(new AttachedExit(num("55000"), by))
                .build();

        bench.trading().place(entry);
        assertThat(bench.position().quantity()).isEqualByComparingTo(SIZE);
        bench.move("44000");

        bench.assertFlat();
        bench.move("56000");
        bench.assertFlat();
    }

    /** Every trigger price that is claimed works, every other is refused. */
    @Test
    @DisplayName("C56 takes exactly the trigger prices that its capabilities name")
    default void c56_trigger_kinds() {
        Bench bench = Bench.of(venue());
        Assumptions.assumeTrue(
                bench.can().orderTypes().contains(OrderType.STOP_MARKET), "no stops; C48 checks that they are refused");
        bench.buy(SIZE);

        for (TriggerBy by : TriggerBy.values()) {
            if (by == TriggerBy.UNKNOWN) {
                continue;
            }
            String id = Bench.idOf("by", by);
            OrderRequest request =
                    exit(OrderType.STOP_MARKET, "45000", id).triggerBy(by).build();
            if (bench.can().triggers().contains(by)) {
                bench.trading().place(request);
                bench.open(id).triggerBy().ifPresent(told -> assertThat(told).isEqualTo(by));
            } else {
                bench.unsupported(by.toString(), () -> bench.trading().place(request));
            }
        }
    }

    /** A waiting stop is found and cancelled like any order, by either id. */
    @Test
    @DisplayName("C57 cancels a waiting stop by either id, and it fires no more")
    default void c57_cancel_conditional() {
        Bench bench = Bench.of(venue());
        open(bench, exit(OrderType.STOP_MARKET, "45000", "stop1").build());
        OrderAck second = bench.trading()
                .place(exit(OrderType.STOP_MARKET, "45500", "stop2").build());

        assertThat(bench.order(second.ref()).triggerPrice().orElseThrow()).isEqualByComparingTo("45500");
        bench.trading().cancel(bench.open("stop1").ref());
        bench.trading().cancel(byClientId("stop2").withConditional(true));
        bench.move("44000");

        bench.assertNothingOpen();
        assertThat(bench.position().quantity()).isEqualByComparingTo(SIZE);
        assertThat(bench.order(second.ref()).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(bench.market().markPrice(BTC).mark()).isGreaterThan(LOW);
    }
}
