package dev.astrolabe.aster.internal;

import static dev.astrolabe.aster.internal.Listings.num;
import static dev.astrolabe.exchange.testkit.ContractVenue.BTC;
import static dev.astrolabe.exchange.testkit.ContractVenue.PEPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.astrolabe.aster.AsterOrders;
import dev.astrolabe.aster.model.AsterOrderRequest;
import dev.astrolabe.aster.model.BuilderFee;
import dev.astrolabe.aster.model.PegPriceType;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.UnsupportedOperationOnExchangeException;
import dev.astrolabe.exchange.model.AmendRequest;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.SelfTradePrevention;
import dev.astrolabe.exchange.model.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Verb, path and parameters of every native call about orders, and what is refused before any of them. */
class NativeOrdersTest {

    private static final String LIMIT = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.010&price=40000";
    private static final OrderRef BY_ID = OrderRef.ofOrderId(BTC, "405");
    private static final OrderRef BY_CLIENT_ID = OrderRef.ofClientOrderId(BTC, "mine1");
    private static final Instant FROM = Instant.ofEpochMilli(1767000000000L);
    private static final HistoryQuery HISTORY = HistoryQuery.builder()
            .symbol(BTC)
            .from(FROM)
            .to(Instant.ofEpochMilli(1767100000000L))
            .limit(50)
            .build();
    private static final BuilderFee FEE = new BuilderFee("0x" + "aB".repeat(20), num("0.00001"));

    private static OrderRequest limit(String clientOrderId) {
        return OrderRequest.limit(BTC, Side.BUY, num("0.010"), num("40000")).toBuilder()
                .clientOrderId(clientOrderId)
                .build();
    }

    private static AsterOrderRequest stop() {
        return AsterOrderRequest.builder(OrderRequest.builder(BTC, Side.SELL, OrderType.STOP_MARKET)
                        .quantity(num("0.010"))
                        .triggerPrice(num("39000"))
                        .clientOrderId("stop1")
                        .build())
                .priceProtect(true)
                .build();
    }

    private static AsterOrderRequest pegged(String offset) {
        return AsterOrderRequest.builder(limit("mine1"))
                .pegPriceType(PegPriceType.QUEUE_1)
                .pegOffset(num(offset))
                .build();
    }

    private static AmendRequest change(OrderRef ref) {
        return new AmendRequest(ref, num("0.020"), num("41000.0"));
    }

    private static Arguments call(String expected, Consumer<AsterOrders> call) {
        return arguments(expected, call);
    }

    static Stream<Arguments> callsOfBoth() {
        return Stream.of(
                call(
                        "POST order " + LIMIT + "&newClientOrderId=mine1",
                        orders -> orders.place(AsterOrderRequest.of(limit("mine1")))),
                call(
                        "POST order symbol=BTCUSDT&side=SELL&type=STOP_MARKET&quantity=0.010&stopPrice=39000"
                                + "&priceProtect=TRUE&newClientOrderId=stop1",
                        orders -> orders.place(stop())),
                call(
                        "POST order/test " + LIMIT + "&newClientOrderId=mine1",
                        orders -> orders.test(AsterOrderRequest.of(limit("mine1")))),
                call("DELETE order symbol=BTCUSDT&orderId=405", orders -> orders.cancel(BY_ID)),
                call("DELETE order symbol=BTCUSDT&origClientOrderId=mine1", orders -> orders.cancel(BY_CLIENT_ID)),
                call("DELETE allOpenOrders symbol=BTCUSDT", orders -> orders.cancelAll(BTC)),
                call(
                        "POST batchOrders batchOrders=[{\"symbol\":\"BTCUSDT\",\"side\":\"SELL\",\"type\":\"STOP_MARKET\","
                                + "\"quantity\":\"0.010\",\"stopPrice\":\"39000\",\"priceProtect\":\"TRUE\","
                                + "\"newClientOrderId\":\"stop1\"}]",
                        orders -> orders.placeBatch(List.of(stop()))),
                call(
                        "DELETE batchOrders symbol=BTCUSDT&orderIdList=[405,406]",
                        orders -> orders.cancelBatch(List.of(BY_ID, OrderRef.ofOrderId(BTC, "406")))),
                call(
                        "DELETE batchOrders symbol=BTCUSDT&origClientOrderIdList=[\"mine1\",\"mine2\"]",
                        orders -> orders.cancelBatch(List.of(BY_CLIENT_ID, OrderRef.ofClientOrderId(BTC, "mine2")))),
                call(
                        "POST countdownCancelAll symbol=BTCUSDT&countdownTime=120000",
                        orders -> orders.countdownCancelAll(BTC, Duration.ofMinutes(2))),
                call(
                        "POST countdownCancelAll symbol=BTCUSDT&countdownTime=0",
                        orders -> orders.countdownCancelAll(BTC, Duration.ZERO)),
                call("GET order symbol=BTCUSDT&orderId=405", orders -> orders.order(BY_ID)),
                call("GET openOrder symbol=BTCUSDT&origClientOrderId=mine1", orders -> orders.openOrder(BY_CLIENT_ID)),
                call("GET openOrders ", AsterOrders::openOrders),
                call("GET openOrders symbol=1000PEPEUSDT", orders -> orders.openOrders(PEPE)),
                call("GET allOrders ", orders -> orders.allOrders(HistoryQuery.all())),
                call(
                        "GET allOrders symbol=BTCUSDT&startTime=1767000000000&endTime=1767100000000&limit=50",
                        orders -> orders.allOrders(HISTORY)),
                call(
                        "GET allOrders symbol=BTCUSDT&orderId=400&startTime=1767000000000&endTime=1767100000000&limit=50",
                        orders -> orders.allOrders(HISTORY, 400)));
    }

    static Stream<Arguments> callsOfV3() {
        return Stream.of(
                call(
                        "POST order " + LIMIT + "&pegPriceType=QUEUE_1&pegOffset=-0.5&newClientOrderId=mine1",
                        orders -> orders.place(pegged("-0.5"))),
                call(
                        "POST order/test " + LIMIT + "&stpMode=EXPIRE_BOTH&newClientOrderId=mine1",
                        orders -> orders.test(AsterOrderRequest.of(limit("mine1").toBuilder()
                                .selfTradePrevention(SelfTradePrevention.EXPIRE_BOTH)
                                .build()))),
                call(
                        "POST order " + LIMIT + "&builder=" + FEE.address() + "&feeRate=0.00001&newClientOrderId=mine1",
                        orders -> orders.place(AsterOrderRequest.builder(limit("mine1"))
                                .builderFee(FEE)
                                .build())),
                call(
                        "PUT order symbol=BTCUSDT&orderId=405&quantity=0.020&price=41000",
                        orders -> orders.modify(change(BY_ID))),
                call(
                        "PUT order symbol=BTCUSDT&origClientOrderId=mine1&quantity=0.020&price=41000",
                        orders -> orders.modify(change(BY_CLIENT_ID))),
                call(
                        "PUT order symbol=1000PEPEUSDT&orderId=405&quantity=3000&price=0.01",
                        orders -> orders.modify(
                                new AmendRequest(OrderRef.ofOrderId(PEPE, "405"), num("3000000"), num("0.00001")))),
                call(
                        "PUT batchOrders batchOrders=[{\"symbol\":\"BTCUSDT\",\"orderId\":405,\"quantity\":\"0.020\","
                                + "\"price\":\"41000\"},{\"symbol\":\"BTCUSDT\",\"origClientOrderId\":\"mine1\","
                                + "\"quantity\":\"0.020\",\"price\":\"41000\"}]",
                        orders -> orders.modifyBatch(List.of(change(BY_ID), change(BY_CLIENT_ID)))),
                call("POST noop nonce=1767323045000000", orders -> orders.noop(1767323045000000L)));
    }

    @ParameterizedTest
    @MethodSource("callsOfBoth")
    void both_versions_have_the_call(String expected, Consumer<AsterOrders> call) {
        for (PathFamily family : PathFamily.values()) {
            try (OrderVenue venue = new OrderVenue(family)) {
                call.accept(venue.aster().orders());

                assertThat(venue.last()).isEqualTo(expected.replaceFirst(" ", " " + family.of("")));
                assertThat(venue.calls()).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("callsOfV3")
    void only_v3_has_the_call(String expected, Consumer<AsterOrders> call) {
        try (OrderVenue venue = new OrderVenue(PathFamily.V3)) {
            call.accept(venue.aster().orders());

            assertThat(venue.last()).isEqualTo(expected.replaceFirst(" ", " /fapi/v3/"));
        }
        try (OrderVenue venue = new OrderVenue(PathFamily.V1)) {
            assertThatThrownBy(() -> call.accept(venue.aster().orders()))
                    .isInstanceOf(UnsupportedOperationOnExchangeException.class);

            assertThat(venue.requests()).isZero();
        }
    }

    static Stream<Arguments> callsThatNeedANonce() {
        return Stream.of(
                call("", orders -> orders.guardedCancel(BY_CLIENT_ID)),
                call("", orders -> orders.guardedCancelBatch(List.of(BY_CLIENT_ID))),
                call("", orders -> orders.noop("mine1")));
    }

    @ParameterizedTest
    @MethodSource("callsThatNeedANonce")
    void v1_has_no_nonces(String ignored, Consumer<AsterOrders> call) {
        try (OrderVenue venue = new OrderVenue(PathFamily.V1)) {
            assertThatThrownBy(() -> call.accept(venue.aster().orders()))
                    .isInstanceOf(UnsupportedOperationOnExchangeException.class);

            assertThat(venue.requests()).isZero();
        }
    }

    private static Arguments refused(Consumer<AsterOrders> call, String... words) {
        return arguments(call, Arrays.asList(words));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refused(
                        orders -> orders.place(pegged("-0.55")),
                        "peg offset -0.55",
                        "tick size 0.1",
                        "nearest is -0.6"),
                refused(
                        orders -> orders.modify(new AmendRequest(BY_ID, num("0.0205"), num("41000"))),
                        "quantity 0.0205",
                        "lot size 0.001",
                        "nearest is 0.02"),
                refused(
                        orders -> orders.modify(new AmendRequest(BY_ID, num("0.020"), num("41000.05"))),
                        "price 41000.05",
                        "tick size 0.1"),
                refused(orders -> orders.modify(change(BY_ID.withConditional(true))), "only LIMIT orders"),
                refused(
                        orders -> orders.modify(change(OrderRef.ofOrderId(BTC, "abc"))),
                        "order id 'abc' is not a whole number"),
                refused(orders -> orders.modifyBatch(List.of()), "batch of 0 changes"),
                refused(
                        orders -> orders.modifyBatch(java.util.Collections.nCopies(6, change(BY_ID))),
                        "batch of 6 changes is not from 1 to 5"),
                refused(orders -> orders.placeBatch(List.of(pegged("-0.5"))), "a peg of an order in a batch"),
                refused(
                        orders -> orders.placeBatch(List.of(AsterOrderRequest.of(limit("mine1").toBuilder()
                                .selfTradePrevention(SelfTradePrevention.EXPIRE_TAKER)
                                .build()))),
                        "a rule against self-trades of an order in a batch"),
                refused(orders -> orders.guardedCancel(BY_ID), "has no client order id"),
                refused(orders -> orders.guardedCancel(BY_CLIENT_ID), "the nonce of 'mine1' is not known"),
                refused(
                        orders -> orders.guardedCancelBatch(List.of(BY_CLIENT_ID)),
                        "the nonce of 'mine1' is not known"),
                refused(orders -> orders.noop("mine1"), "the nonce of 'mine1' is not known"),
                refused(orders -> orders.countdownCancelAll(BTC, Duration.ofSeconds(-1)), "below zero"),
                refused(
                        orders -> orders.countdownCancelAll(BTC, Duration.ofNanos(999_999)),
                        "below 1 ms",
                        "nearest is 1 ms"),
                refused(
                        orders -> orders.allOrders(HISTORY.toBuilder()
                                .to(FROM.plus(Duration.ofDays(7)))
                                .build()),
                        "is longer than",
                        "the latest end is 2026-01-05T09:19:59.999Z"),
                refused(
                        orders ->
                                orders.allOrders(HISTORY.toBuilder().limit(1001).build(), 400),
                        "limit 1001",
                        "nearest is 1000"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refuses_before_the_call(Consumer<AsterOrders> call, List<String> words) {
        try (OrderVenue venue = new OrderVenue(PathFamily.V3)) {
            assertThatThrownBy(() -> call.accept(venue.aster().orders()))
                    .isInstanceOf(NotSentException.class)
                    .message()
                    .contains(words);

            assertThat(venue.calls()).isZero();
        }
    }
}
