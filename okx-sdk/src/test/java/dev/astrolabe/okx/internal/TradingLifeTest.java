package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.astrolabe.exchange.Environment;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.model.AttachedExit;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderResolution;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Page;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.TimeInForce;
import dev.astrolabe.exchange.model.TriggerBy;
import dev.astrolabe.exchange.testkit.FakeClock;
import dev.astrolabe.exchange.testkit.FaultServer;
import dev.astrolabe.exchange.testkit.faults.Fault;
import dev.astrolabe.exchange.testkit.faults.Fault.Common;
import dev.astrolabe.exchange.testkit.faults.Fault.Handling;
import dev.astrolabe.okx.Okx;
import dev.astrolabe.okx.standin.OkxStandIn;
import dev.astrolabe.okx.standin.Proof;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Orders from their birth to their end, on a small OKX. */
class TradingLifeTest {

    private static final Symbol BTC = Symbol.parse("BTC/USDT:USDT");
    private static final String SWAP = "BTC-USDT-SWAP";

    private final FakeClock clock = new FakeClock();
    private final OkxStandIn standIn = new OkxStandIn(clock);
    private final FaultServer server = new FaultServer(standIn::answer);
    private final OkxContext context = OkxContext.open(
            ExchangeConfig.builder("okx")
                    .environment(Environment.DEMO)
                    .option(Okx.REGION, "eea")
                    .option(Okx.BASE_URL, server.url())
                    .credential(Okx.API_KEY, Proof.KEY)
                    .credential(Okx.SECRET_KEY, Proof.SECRET)
                    .credential(Okx.PASSPHRASE, Proof.PASSPHRASE)
                    .build(),
            clock,
            clock::advance);
    private final NeutralTrading trading =
            new NeutralTrading(context, new OkxInstruments(context), new AccountModes(context));

    @AfterEach
    void close() {
        context.rest().close();
        server.close();
    }

    private static BigDecimal num(String text) {
        return new BigDecimal(text);
    }

    private OrderAck buy() {
        return trading.place(OrderRequest.market(BTC, Side.BUY, num("0.01")));
    }

    private static OrderRequest stop(String trigger, String id) {
        return OrderRequest.builder(BTC, Side.SELL, OrderType.STOP_MARKET)
                .quantity(num("0.01"))
                .triggerPrice(num(trigger))
                .reduceOnly(true)
                .clientOrderId(id)
                .build();
    }

    private void move(String price) {
        clock.advance(Duration.ofSeconds(1));
        standIn.move(SWAP, num(price));
    }

    @Test
    void a_stop_keeps_its_identity_from_waiting_to_filled_in_queries_and_history() {
        buy();
        clock.advance(Duration.ofSeconds(1));
        OrderRef ref = trading.place(stop("45000", "stop1")).ref();
        Order waiting = trading.openOrders(BTC).get(0);

        move("44000");

        Order filled = trading.order(ref).orElseThrow();
        List<Order> history = trading.orderHistory(HistoryQuery.of(BTC)).items();
        Fill exit = trading.fills(HistoryQuery.of(BTC)).items().get(1);
        assertThat(waiting.ref()).isEqualTo(ref);
        assertThat(filled.ref()).isEqualTo(ref);
        assertThat(filled.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(filled.type()).isEqualTo(OrderType.STOP_MARKET);
        assertThat(filled.filledQuantity()).isEqualByComparingTo("0.01");
        assertThat(filled.triggerPrice().orElseThrow()).isEqualByComparingTo("45000");
        assertThat(history).hasSize(2);
        assertThat(history.get(1).ref()).isEqualTo(ref);
        assertThat(history.get(1).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(exit.orderId()).isNotEqualTo(filled.orderId());
        assertThat(trading.order(OrderRef.ofOrderId(BTC, exit.orderId()))
                        .orElseThrow()
                        .ref())
                .isEqualTo(ref);
        RejectedException refusal = catchThrowableOfType(RejectedException.class, () -> trading.cancel(ref));
        assertThat(refusal.reason()).isEqualTo(Reason.ORDER_NOT_FOUND);
    }

    @Test
    void a_stop_that_became_a_resting_limit_order_is_still_open_and_cancelled_under_its_identity() {
        buy();
        OrderRef ref = trading.place(OrderRequest.builder(BTC, Side.SELL, OrderType.STOP_LIMIT)
                        .quantity(num("0.01"))
                        .triggerPrice(num("45000"))
                        .price(num("47000"))
                        .clientOrderId("stoplimit1")
                        .build())
                .ref();

        move("44000");
        List<Order> open = trading.openOrders(BTC);
        trading.cancel(ref);

        assertThat(open).singleElement().satisfies(order -> {
            assertThat(order.ref()).isEqualTo(ref);
            assertThat(order.type()).isEqualTo(OrderType.STOP_LIMIT);
            assertThat(order.price().orElseThrow()).isEqualByComparingTo("47000");
        });
        assertThat(trading.openOrders(BTC)).isEmpty();
        assertThat(trading.order(ref).orElseThrow().status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(trading.orderHistory(HistoryQuery.of(BTC)).items()).hasSize(2);
    }

    @Test
    void exits_that_came_with_an_order_are_no_orders_until_it_fills_and_then_are() {
        OrderRequest entry = OrderRequest.limit(BTC, Side.BUY, num("0.01"), num("40000")).toBuilder()
                .stopLoss(new AttachedExit(num("35000"), TriggerBy.LAST))
                .takeProfit(new AttachedExit(num("55000"), TriggerBy.LAST))
                .build();
        trading.place(entry);
        List<Order> before = trading.openOrders(BTC);

        move("39990");
        List<Order> after = trading.openOrders(BTC);
        trading.cancelAll(BTC);

        assertThat(before)
                .singleElement()
                .satisfies(order -> assertThat(order.type()).isEqualTo(OrderType.LIMIT));
        assertThat(after).singleElement().satisfies(order -> {
            assertThat(order.type()).isEqualTo(OrderType.STOP_MARKET);
            assertThat(order.rawType()).isEqualTo("oco");
        });
        assertThat(trading.openOrders(BTC)).isEmpty();
    }

    @Test
    void a_post_only_order_that_would_take_is_taken_in_and_then_found_expired() {
        OrderAck ack = trading.place(OrderRequest.limit(BTC, Side.BUY, num("0.01"), num("50100")).toBuilder()
                .timeInForce(TimeInForce.POST_ONLY)
                .build());

        Order order = trading.order(ack.ref()).orElseThrow();

        assertThat(order.status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(order.filledQuantity()).isEqualByComparingTo("0");
    }

    @Test
    void a_request_that_waits_in_the_venues_queue_is_found_or_proved_to_have_expired() {
        for (Duration late : List.of(Duration.ofSeconds(4), Duration.ofSeconds(6))) {
            standIn.faults(call ->
                    call.mutation() ? Fault.of(Handling.QUEUED, Common.DROP).late(late) : Fault.NONE);
            OrderRequest request = OrderRequest.limit(BTC, Side.BUY, num("0.01"), num("40000"));

            OutcomeUnknownException unknown =
                    catchThrowableOfType(OutcomeUnknownException.class, () -> trading.place(request));
            standIn.faults(call -> Fault.NONE);
            OrderResolution resolution = trading.resolve(unknown.order().orElseThrow(), unknown.sentAt());

            assertThat(resolution)
                    .isInstanceOf(
                            late.toSeconds() < 5 ? OrderResolution.Placed.class : OrderResolution.NotPlaced.class);
        }
        assertThat(trading.openOrders(BTC)).hasSize(1);
        assertThat(standIn.mutations()).isEqualTo(2);
    }

    @Test
    void a_stop_that_waits_in_the_venues_queue_is_found_though_it_does_not_expire() {
        buy();
        standIn.faults(call ->
                call.mutation() ? Fault.of(Handling.QUEUED, Common.DROP).late(Duration.ofSeconds(20)) : Fault.NONE);
        OutcomeUnknownException unknown =
                catchThrowableOfType(OutcomeUnknownException.class, () -> trading.place(stop("45000", "stop1")));
        standIn.faults(call -> Fault.NONE);

        OrderResolution resolution = trading.resolve(unknown.order().orElseThrow(), unknown.sentAt());

        assertThat(unknown.order().orElseThrow().conditional()).isTrue();
        assertThat(resolution).isInstanceOf(OrderResolution.Placed.class);
    }

    @Test
    void the_history_goes_on_page_by_page_over_orders_and_stops_alike() {
        buy();
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            clock.advance(Duration.ofSeconds(1));
            trading.place(stop(Integer.toString(45000 - i), "stop" + i));
            placed.add("stop" + i);
            clock.advance(Duration.ofSeconds(1));
            trading.place(OrderRequest.limit(BTC, Side.BUY, num("0.01"), num("40000")).toBuilder()
                    .clientOrderId("rest" + i)
                    .build());
            placed.add("rest" + i);
        }
        trading.cancel(OrderRef.ofClientOrderId(BTC, "stop1").withConditional(true));
        trading.cancel(OrderRef.ofClientOrderId(BTC, "rest2"));
        move("44999.5");

        HistoryQuery query = HistoryQuery.of(BTC).toBuilder()
                .from(FakeClock.START.plusMillis(500))
                .limit(3)
                .build();
        List<Order> orders = Page.stream(query, trading::orderHistory).toList();

        assertThat(orders).extracting(order -> order.clientOrderId().orElse("")).containsExactlyElementsOf(placed);
        assertThat(orders)
                .extracting(Order::status)
                .containsOnlyOnce(OrderStatus.FILLED)
                .contains(OrderStatus.CANCELED, OrderStatus.NEW);
    }

    @Test
    void many_open_orders_come_in_pages_and_are_cancelled_in_batches() {
        for (int i = 0; i < 105; i++) {
            clock.advance(Duration.ofMillis(200));
            trading.place(OrderRequest.limit(BTC, Side.BUY, num("0.001"), num("30000")));
        }

        List<Order> open = trading.openOrders(BTC);
        trading.cancelAll(BTC);

        assertThat(open).extracting(Order::orderId).hasSize(105).doesNotHaveDuplicates();
        assertThat(trading.openOrders(BTC)).isEmpty();
        assertThat(standIn.calls("POST trade/cancel-batch-orders")).isEqualTo(6);
    }
}
