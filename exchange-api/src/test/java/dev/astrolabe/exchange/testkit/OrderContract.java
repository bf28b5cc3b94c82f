package dev.astrolabe.exchange.testkit;

import static dev.astrolabe.exchange.testkit.Bench.BEST_ASK;
import static dev.astrolabe.exchange.testkit.Bench.BTC;
import static dev.astrolabe.exchange.testkit.Bench.LOW;
import static dev.astrolabe.exchange.testkit.Bench.SIZE;
import static dev.astrolabe.exchange.testkit.Bench.TAKER;
import static dev.astrolabe.exchange.testkit.Bench.TOLERANCE;
import static dev.astrolabe.exchange.testkit.Bench.byClientId;
import static dev.astrolabe.exchange.testkit.Bench.ioc;
import static dev.astrolabe.exchange.testkit.Bench.limit;
import static dev.astrolabe.exchange.testkit.Bench.num;
import static dev.astrolabe.exchange.testkit.Bench.rejected;
import static dev.astrolabe.exchange.testkit.Bench.restingBuy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.Liquidity;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.SelfTradePrevention;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.TimeInForce;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Market and limit orders: what rests, what fills, what ends.
 *
 * @since 0.1
 */
public interface OrderContract extends ContractCases {

    /** A limit order away from the market rests and is found by both ids. */
    @Test
    @DisplayName("C21 rests a limit order and finds it by either id")
    default void c21_limit_rests() {
        Bench bench = Bench.of(venue());

        OrderAck ack = bench.trading().place(restingBuy("rest1"));

        Order open = bench.open("rest1");
        assertThat(ack.ref().clientOrderId()).contains("rest1");
        assertThat(ack.ref().orderId()).contains(open.orderId());
        assertThat(open.symbol()).isEqualTo(BTC);
        assertThat(open.venueSymbol()).isEqualTo(bench.btc().venueSymbol());
        assertThat(open.side()).isEqualTo(Side.BUY);
        assertThat(open.type()).isEqualTo(OrderType.LIMIT);
        assertThat(open.status()).isEqualTo(OrderStatus.NEW);
        assertThat(open.timeInForce()).isEqualTo(TimeInForce.GTC);
        assertThat(open.quantity().orElseThrow()).isEqualByComparingTo(SIZE);
        assertThat(open.filledQuantity()).isEqualByComparingTo("0");
        assertThat(open.remainingQuantity().orElseThrow()).isEqualByComparingTo(SIZE);
        assertThat(open.price().orElseThrow()).isEqualByComparingTo(LOW);
        assertThat(open.reduceOnly()).isFalse();
        assertThat(open.closePosition()).isFalse();
        assertThat(bench.order(byClientId("rest1")).orderId()).isEqualTo(open.orderId());
        assertThat(bench.order(OrderRef.ofOrderId(BTC, open.orderId())).clientOrderId())
                .contains("rest1");
        bench.assertFlat();
    }

    /** Cancelled is cancelled: by either id, not open, and terminal. */
    @Test
    @DisplayName("C22 cancels a resting order, once")
    default void c22_cancel() {
        Bench bench = Bench.of(venue());
        OrderAck first = bench.trading().place(restingBuy("cancel1"));
        bench.trading().place(restingBuy("cancel2"));

        bench.trading().cancel(OrderRef.ofOrderId(BTC, first.ref().orderId().orElseThrow()));
        bench.trading().cancel(byClientId("cancel2"));

        bench.assertNothingOpen();
        Order canceled = bench.order(first.ref());
        assertThat(canceled.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(canceled.status().isTerminal()).isTrue();
        assertThat(canceled.filledQuantity()).isEqualByComparingTo("0");
        rejected(Reason.ORDER_NOT_FOUND, () -> bench.trading().cancel(first.ref()));
    }

    /** A limit order that the price reaches fills as a maker. */
    @Test
    @DisplayName("C23 fills a resting order when the price reaches it, at its price and as a maker")
    default void c23_resting_order_fills() {
        Bench bench = Bench.of(venue());
        OrderAck ack = bench.trading().place(restingBuy("maker1"));

        bench.move("39990");

        bench.assertNotOpen("maker1");
        Order filled = bench.order(ack.ref());
        assertThat(filled.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(filled.averagePrice().orElseThrow()).isEqualByComparingTo(LOW);
        assertThat(bench.position().entryPrice()).isEqualByComparingTo(LOW);
        assertThat(bench.trading().fills(HistoryQuery.of(BTC)).items())
                .singleElement()
                .satisfies(fill -> {
                    assertThat(fill.liquidity()).isEqualTo(Liquidity.MAKER);
                    assertThat(fill.fee()).isCloseTo(num("0.08"), within(TOLERANCE));
                });
    }

    /** A market order fills at once: order, position, fill, fee and balance agree. */
    @Test
    @DisplayName("C24 fills a market order, and position, fill, fee and balance agree")
    default void c24_market_fill() {
        Bench bench = Bench.of(venue());
        OrderRequest request = OrderRequest.market(BTC, Side.BUY, SIZE).toBuilder()
                .clientOrderId("market1")
                .build();

        OrderAck ack = bench.trading().place(request);

        Order order = bench.order(ack.ref());
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(order.filledQuantity()).isEqualByComparingTo(SIZE);
        assertThat(order.averagePrice().orElseThrow()).isEqualByComparingTo(BEST_ASK);
        bench.assertNotOpen("market1");
        Position position = bench.position();
        assertThat(position.side()).isEqualTo(PositionSide.LONG);
        assertThat(position.mode()).isEqualTo(PositionMode.ONE_WAY);
        assertThat(position.quantity()).isEqualByComparingTo(SIZE);
        assertThat(position.signedQuantity()).isEqualByComparingTo(SIZE);
        assertThat(position.contracts()).isEqualByComparingTo(bench.btc().toContracts(SIZE));
        assertThat(position.entryPrice()).isEqualByComparingTo(BEST_ASK);
        Fill fill = bench.trading().fills(HistoryQuery.of(BTC)).items().get(0);
        BigDecimal fee = SIZE.multiply(BEST_ASK).multiply(TAKER);
        assertThat(fill.orderId()).isEqualTo(order.orderId());
        assertThat(fill.side()).isEqualTo(Side.BUY);
        assertThat(fill.price()).isEqualByComparingTo(BEST_ASK);
        assertThat(fill.quantity()).isEqualByComparingTo(SIZE);
        assertThat(fill.fee()).isCloseTo(fee, within(TOLERANCE));
        assertThat(fill.feeAsset()).isEqualTo("USDT");
        assertThat(fill.liquidity()).isEqualTo(Liquidity.TAKER);
        assertThat(bench.usdt().wallet()).isCloseTo(num("10000").subtract(fee), within(TOLERANCE));
    }

    /** What does not apply is empty, never zero. */
    @Test
    @DisplayName("C25 leaves absent what does not apply")
    default void c25_absent_is_absent() {
        Bench bench = Bench.of(venue());

        bench.trading().place(restingBuy("absent1"));
        Order resting = bench.open("absent1");
        Order market = bench.order(bench.buy(SIZE).ref());

        assertThat(resting.averagePrice())
                .as("average price of an unfilled order")
                .isEmpty();
        assertThat(resting.triggerPrice()).as("trigger price of a limit order").isEmpty();
        assertThat(resting.triggerBy()).as("trigger of a limit order").isEmpty();
        assertThat(resting.positionSide()).as("slot in one-way mode").isEmpty();
        assertThat(market.price()).as("limit price of a market order").isEmpty();
        assertThat(market.triggerPrice()).as("trigger price of a market order").isEmpty();
        assertThat(market.activationPrice())
                .as("activation price of a market order")
                .isEmpty();
        assertThat(market.callbackRate()).as("callback rate of a market order").isEmpty();
        assertThat(bench.position().isolatedMargin())
                .as("isolated margin of a cross position")
                .isEmpty();
        assertThat(bench.position().liquidationPrice())
                .as("liquidation price")
                .satisfies(price -> assertThat(price.map(BigDecimal::signum)).isNotEqualTo(Optional.of(0)));
    }

    /** An order without an id of its own gets one. */
    @Test
    @DisplayName("C26 gives an order a client id where the caller gave none")
    default void c26_client_id_made_up() {
        Bench bench = Bench.of(venue());
        OrderRequest request = OrderRequest.limit(BTC, Side.BUY, SIZE, LOW);

        OrderAck first = bench.trading().place(request);
        OrderAck second = bench.trading().place(request);

        String id = first.ref().clientOrderId().orElseThrow();
        bench.can().clientOrderIds().check(id);
        assertThat(bench.open(id).orderId()).isEqualTo(first.ref().orderId().orElseThrow());
        assertThat(second.ref().clientOrderId()).isPresent().isNotEqualTo(Optional.of(id));
    }

    /** An order may be sized in the venue's own unit. */
    @Test
    @DisplayName("C88 takes an order counted in contracts")
    default void c88_contracts() {
        Bench bench = Bench.of(venue());
        OrderRequest request = restingBuy("contracts1").toBuilder()
                .quantity(null)
                .contracts(bench.btc().toContracts(SIZE, LOW))
                .build();

        bench.trading().place(request);

        assertThat(bench.open("contracts1").quantity().orElseThrow()).isEqualByComparingTo(SIZE);
        assertThat(bench.refusedHere(() -> bench.trading()
                        .place(request.toBuilder()
                                .contracts(bench.btc().toContracts(num("0.0105"), LOW))
                                .build())))
                .hasMessageContaining("0.0105");
    }

    /** Every time in force that is claimed works, every other is refused. */
    @Test
    @DisplayName("C27 takes exactly the times in force that its capabilities name")
    default void c27_times_in_force() {
        Bench bench = Bench.of(venue());

        for (TimeInForce tif : TimeInForce.values()) {
            if (tif == TimeInForce.UNKNOWN) {
                continue;
            }
            String id = Bench.idOf("tif", tif);
            OrderRequest request =
                    limit(Side.BUY, SIZE, LOW, id).timeInForce(tif).build();
            if (!bench.can().timesInForce().contains(tif)) {
                bench.unsupported(tif.toString(), () -> bench.trading().place(request));
            } else if (tif == TimeInForce.IOC || tif == TimeInForce.FOK) {
                assertEndedUnfilled(bench, bench.trading().place(request));
            } else {
                bench.trading().place(request);
                assertThat(bench.open(id).timeInForce()).isEqualTo(tif);
            }
        }
    }

    /** The rules against trading with oneself. */
    @Test
    @DisplayName("C81 takes exactly the self-trade preventions that its capabilities name")
    default void c81_self_trade_preventions() {
        Bench bench = Bench.of(venue());

        for (SelfTradePrevention rule : SelfTradePrevention.values()) {
            String id = Bench.idOf("stp", rule);
            OrderRequest request =
                    limit(Side.BUY, SIZE, LOW, id).selfTradePrevention(rule).build();
            if (bench.can().selfTradePreventions().contains(rule)) {
                bench.trading().place(request);
                assertThat(bench.open(id).ref().clientOrderId()).contains(id);
            } else {
                bench.unsupported(rule.toString(), () -> bench.trading().place(request));
            }
        }
    }

    private static void assertEndedUnfilled(Bench bench, OrderAck ack) {
        bench.assertNotOpen(ack.ref().clientOrderId().orElseThrow());
        bench.trading().order(ack.ref()).ifPresent(order -> {
            assertThat(order.status()).isIn(OrderStatus.CANCELED, OrderStatus.EXPIRED, OrderStatus.REJECTED);
            assertThat(order.filledQuantity()).isEqualByComparingTo("0");
        });
        bench.assertFlat();
    }

    /** A post-only order never takes. */
    @Test
    @DisplayName("C28 never lets a post-only order take from the book")
    default void c28_post_only() {
        Bench bench = Bench.of(venue());
        Assumptions.assumeTrue(
                bench.can().timesInForce().contains(TimeInForce.POST_ONLY), "no post-only; C27 checks the refusal");
        OrderRequest crossing = limit(Side.BUY, SIZE, num("50100"), "post1")
                .timeInForce(TimeInForce.POST_ONLY)
                .build();

        RejectedException rejection = catchThrowableOfType(
                RejectedException.class, () -> bench.trading().place(crossing));

        if (rejection != null) {
            assertThat(rejection.reason()).isEqualTo(Reason.POST_ONLY);
        } else {
            assertEndedUnfilled(bench, OrderAck.of(byClientId("post1")));
        }
        bench.assertNothingOpen();
        bench.assertFlat();
        assertThat(bench.trading().fills(HistoryQuery.of(BTC)).items()).isEmpty();
    }

    /** What an immediate order does not fill is gone. */
    @Test
    @DisplayName("C29 keeps nothing of an immediate order in the book")
    default void c29_immediate_or_cancel() {
        Bench bench = Bench.of(venue());
        Assumptions.assumeTrue(bench.can().timesInForce().contains(TimeInForce.IOC), "no IOC; C27 checks the refusal");

        OrderAck beside = bench.trading().place(ioc("ioc1", num("49000")));
        assertEndedUnfilled(bench, beside);
        OrderAck crossing = bench.trading().place(ioc("ioc2", BEST_ASK));

        bench.assertNothingOpen();
        assertThat(bench.order(crossing.ref()).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(bench.position().quantity()).isEqualByComparingTo(SIZE);
    }

    /** A reduce-only order neither opens nor flips a position. */
    @Test
    @DisplayName("C30 never opens nor flips a position with a reduce-only order")
    default void c30_reduce_only() {
        Bench bench = Bench.of(venue());
        OrderRequest sell = OrderRequest.builder(BTC, Side.SELL, OrderType.MARKET)
                .quantity(num("0.02"))
                .reduceOnly(true)
                .build();

        reducedOrRefused(bench, sell);
        bench.assertFlat();
        bench.buy(SIZE);
        reducedOrRefused(bench, sell);

        assertThat(bench.account().positions(BTC))
                .allSatisfy(position -> assertThat(position.signedQuantity()).isBetween(BigDecimal.ZERO, SIZE));
        bench.trading().closePosition(BTC, PositionSide.LONG);
        bench.buy(num("0.03"));
        bench.trading().place(sell);
        assertThat(bench.position().signedQuantity()).isEqualByComparingTo(SIZE);
    }

    private static void reducedOrRefused(Bench bench, OrderRequest order) {
        RejectedException rejection = catchThrowableOfType(
                RejectedException.class, () -> bench.trading().place(order));
        if (rejection != null) {
            assertThat(rejection.reason()).isEqualTo(Reason.REDUCE_ONLY);
        }
    }

    /** An opposite market order reduces, and a larger one flips. */
    @Test
    @DisplayName("C31 nets fills into one signed position in one-way mode")
    default void c31_netting() {
        Bench bench = Bench.of(venue());

        bench.buy(num("0.03"));
        bench.sell(num("0.01"));
        BigDecimal reduced = bench.position().signedQuantity();
        bench.sell(num("0.05"));

        assertThat(reduced).isEqualByComparingTo("0.02");
        assertThat(bench.position().side()).isEqualTo(PositionSide.SHORT);
        assertThat(bench.position().signedQuantity()).isEqualByComparingTo("-0.03");
        assertThat(bench.position().entryPrice()).isEqualByComparingTo("49999.9");
    }

    /** An order that never was. */
    @Test
    @DisplayName("C32 says that an order is unknown")
    default void c32_unknown_order() {
        Bench bench = Bench.of(venue());

        assertThat(bench.trading().order(byClientId("neverplaced1"))).isEmpty();
        assertThat(bench.trading().order(OrderRef.ofOrderId(BTC, "987654321"))).isEmpty();
        rejected(Reason.ORDER_NOT_FOUND, () -> bench.trading().cancel(byClientId("neverplaced1")));
        rejected(Reason.ORDER_NOT_FOUND, () -> bench.trading().cancel(OrderRef.ofOrderId(BTC, "987654321")));
    }

    /** An open order's client id cannot be used again. */
    @Test
    @DisplayName("C33 refuses the client id of an open order")
    default void c33_duplicate_client_id() {
        Bench bench = Bench.of(venue());
        bench.trading().place(restingBuy("twice1"));

        rejected(Reason.DUPLICATE_CLIENT_ORDER_ID, () -> bench.trading().place(restingBuy("twice1")));

        bench.open("twice1");
        assertThat(bench.trading().openOrders()).hasSize(1);
    }

    /** Orders cost margin. */
    @Test
    @DisplayName("C34 refuses what the account cannot pay for")
    default void c34_insufficient_funds() {
        Bench bench = Bench.of(venue());

        rejected(Reason.INSUFFICIENT_FUNDS, () -> bench.trading().place(Bench.unaffordable("poor1")));

        bench.assertNothingOpen();
        assertThat(bench.usdt().wallet()).isEqualByComparingTo("10000");
    }
}
