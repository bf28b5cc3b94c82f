package dev.astrolabe.aster.internal;

import static dev.astrolabe.aster.internal.Listings.num;
import static dev.astrolabe.exchange.testkit.ContractVenue.BTC;
import static dev.astrolabe.exchange.testkit.ContractVenue.PEPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.astrolabe.aster.AsterStrategies;
import dev.astrolabe.aster.model.AsterOrderRequest;
import dev.astrolabe.aster.model.BuilderFee;
import dev.astrolabe.aster.model.ChaseOffset;
import dev.astrolabe.aster.model.ChaseRequest;
import dev.astrolabe.aster.model.DrivenOn;
import dev.astrolabe.aster.model.MarketMakerProtection;
import dev.astrolabe.aster.model.QuantityUnit;
import dev.astrolabe.aster.model.StrategyChange;
import dev.astrolabe.aster.model.StrategyLink;
import dev.astrolabe.aster.model.StrategyOrder;
import dev.astrolabe.aster.model.StrategyRef;
import dev.astrolabe.aster.model.StrategyTrigger;
import dev.astrolabe.aster.model.StrategyType;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.UnsupportedOperationOnExchangeException;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.TimeInForce;
import dev.astrolabe.exchange.testkit.FakeClock;
import dev.astrolabe.exchange.testkit.FaultServer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Verb, path and parameters of every call about strategies, and what is refused before any of them. */
class NativeStrategiesTest {

    private static final StrategyRef PLAN = StrategyRef.ofClientStrategyId(StrategyType.OTO, "plan1");
    private static final MarketMakerProtection PROTECTION = MarketMakerProtection.builder(
                    PEPE, Duration.ofSeconds(5), Duration.ofSeconds(10))
            .quantityLimit(num("10000"))
            .valueLimit(num("200000000"))
            .build();

    private static OrderRequest.Builder entry() {
        return OrderRequest.limit(BTC, Side.BUY, num("0.010"), num("40000")).toBuilder()
                .clientOrderId("entry1");
    }

    private static OrderRequest.Builder stop() {
        return OrderRequest.builder(BTC, Side.SELL, OrderType.STOP_MARKET)
                .quantity(num("0.010"))
                .triggerPrice(num("39000"))
                .reduceOnly(true);
    }

    private static AsterOrderRequest protectedStop(String clientOrderId) {
        return AsterOrderRequest.builder(stop().clientOrderId(clientOrderId).build())
                .priceProtect(true)
                .build();
    }

    private static StrategyOrder.Builder bracket() {
        return StrategyOrder.builder(StrategyType.OTOCO)
                .subOrder(AsterOrderRequest.of(entry().build()))
                .subOrder(
                        protectedStop("stop1"),
                        StrategyLink.of(1, DrivenOn.FILLED, StrategyTrigger.PLACE_ORDER),
                        StrategyLink.of(3, DrivenOn.PARTIALLY_FILLED_OR_FILLED, StrategyTrigger.CANCEL_ORDER))
                .subOrder(
                        AsterOrderRequest.of(OrderRequest.builder(BTC, Side.SELL, OrderType.TRAILING_STOP_MARKET)
                                .quantity(num("0.010"))
                                .callbackRate(num("0.015"))
                                .activationPrice(num("42000"))
                                .clientOrderId("trail1")
                                .build()),
                        StrategyLink.of(1, DrivenOn.FILLED, StrategyTrigger.PLACE_ORDER));
    }

    private static ChaseRequest.Builder chase(String quantity) {
        return ChaseRequest.builder(BTC, Side.BUY, QuantityUnit.BASE, num(quantity))
                .clientStrategyId("hunt1");
    }

    private static MarketMakerProtection protection(Duration window, String deltaLimit) {
        return MarketMakerProtection.builder(PEPE, window, Duration.ofSeconds(5))
                .deltaLimit(num(deltaLimit))
                .build();
    }

    private static Arguments call(String expected, Consumer<AsterStrategies> call) {
        return arguments(expected, call);
    }

    static Stream<Arguments> calls() {
        return Stream.of(
                call(
                        "POST chase symbol=BTCUSDT&side=BUY&quantityUnit=BASE&quantity=0.1&clientStrategyId=hunt1",
                        strategies -> strategies.chase(chase("0.1").build())),
                call(
                        "POST chase symbol=1000PEPEUSDT&side=SELL&positionSide=LONG&quantityUnit=BASE&quantity=3000"
                                + "&chaseOffset=0.002&chaseOffsetType=ABSOLUTE&maxChaseOffset=1.5"
                                + "&maxChaseOffsetType=PERCENTAGE&timeInForce=GTX&clientStrategyId=hunt1",
                        strategies -> strategies.chase(
                                ChaseRequest.builder(PEPE, Side.SELL, QuantityUnit.BASE, num("3000000"))
                                        .positionSide(PositionSide.LONG)
                                        .reduceOnly(true)
                                        .offset(ChaseOffset.price(num("0.000002")))
                                        .maxOffset(ChaseOffset.ratio(num("0.0150")))
                                        .timeInForce(TimeInForce.POST_ONLY)
                                        .clientStrategyId("hunt1")
                                        .build())),
                call(
                        "POST chase symbol=BTCUSDT&side=SELL&quantityUnit=QUOTE&quantity=3&reduceOnly=true&maxChaseOffset=10"
                                + "&maxChaseOffsetType=ABSOLUTE&clientStrategyId=hunt1",
                        strategies ->
                                strategies.chase(ChaseRequest.builder(BTC, Side.SELL, QuantityUnit.QUOTE, num("3"))
                                        .reduceOnly(true)
                                        .maxOffset(ChaseOffset.price(num("10")))
                                        .clientStrategyId("hunt1")
                                        .build())),
                call(
                        "POST placeStrategyOrder clientStrategyId=plan1&strategyType=OTOCO&subOrderList=["
                                + "{\"strategySubId\":\"1\",\"securityType\":\"USDT_FUTURES\",\"symbol\":\"BTCUSDT\","
                                + "\"side\":\"BUY\",\"type\":\"LIMIT\",\"timeInForce\":\"GTC\",\"quantity\":\"0.010\","
                                + "\"price\":\"40000\",\"clientOrderId\":\"entry1\"},"
                                + "{\"strategySubId\":\"2\",\"securityType\":\"USDT_FUTURES\",\"symbol\":\"BTCUSDT\","
                                + "\"side\":\"SELL\",\"type\":\"STOP_MARKET\",\"quantity\":\"0.010\",\"stopPrice\":\"39000\","
                                + "\"reduceOnly\":\"true\",\"priceProtect\":\"TRUE\",\"clientOrderId\":\"stop1\","
                                + "\"firstDrivenId\":\"1\",\"firstDrivenOn\":\"FILLED\",\"firstTrigger\":\"PLACE_ORDER\","
                                + "\"secondDrivenId\":\"3\",\"secondDrivenOn\":\"PARTIALLY_FILLED_OR_FILLED\","
                                + "\"secondTrigger\":\"CANCEL_ORDER\"},"
                                + "{\"strategySubId\":\"3\",\"securityType\":\"USDT_FUTURES\",\"symbol\":\"BTCUSDT\","
                                + "\"side\":\"SELL\",\"type\":\"TRAILING_STOP_MARKET\",\"quantity\":\"0.010\","
                                + "\"activationPrice\":\"42000\",\"callbackRate\":\"1.5\",\"clientOrderId\":\"trail1\","
                                + "\"firstDrivenId\":\"1\",\"firstDrivenOn\":\"FILLED\",\"firstTrigger\":\"PLACE_ORDER\"}]"
                                + "&builder=0x1111111111111111111111111111111111111111&feeRate=0.0001",
                        strategies -> strategies.place(bracket()
                                .clientStrategyId("plan1")
                                .builderFee(new BuilderFee("0x" + "1".repeat(40), num("0.0001")))
                                .build())),
                call(
                        "POST updateStrategyOrder strategyId=7&strategyType=OTO&subOrderList=["
                                + "{\"strategySubId\":\"2\",\"securityType\":\"USDT_FUTURES\",\"symbol\":\"BTCUSDT\","
                                + "\"side\":\"SELL\",\"type\":\"STOP_MARKET\",\"quantity\":\"0.010\",\"stopPrice\":\"39000\","
                                + "\"reduceOnly\":\"true\"}]",
                        strategies -> strategies.update(StrategyChange.builder(StrategyType.OTO, 7)
                                .subOrder(2, AsterOrderRequest.of(stop().build()))
                                .build())),
                call(
                        "GET strategyOpenOrder clientStrategyId=plan1&strategyType=OTO",
                        strategies -> strategies.open(PLAN)),
                call(
                        "GET strategyOpenOrder strategyId=7&strategyType=OCO",
                        strategies -> strategies.open(StrategyRef.ofStrategyId(StrategyType.OCO, 7))),
                call(
                        "GET strategyHistoryOrder clientStrategyId=plan1&strategyType=OTO&startTime=1767319445000"
                                + "&endTime=1767323045000&limit=1000",
                        strategies -> strategies.history(
                                PLAN,
                                HistoryQuery.builder()
                                        .from(FakeClock.START.minus(Duration.ofHours(1)))
                                        .to(FakeClock.START)
                                        .limit(1000)
                                        .build())),
                call(
                        "POST mmp symbol=1000PEPEUSDT&windowTimeInMilliseconds=5000&frozenTimeInMilliseconds=10000"
                                + "&qtyLimit=10&valueLimit=200000000",
                        strategies -> strategies.marketMakerProtection().set(PROTECTION)),
                call(
                        "DELETE mmp symbol=BTCUSDT",
                        strategies -> strategies.marketMakerProtection().delete(BTC)),
                call(
                        "POST mmpReset symbol=BTCUSDT",
                        strategies -> strategies.marketMakerProtection().reset(BTC)));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void only_v3_has_the_call(String expected, Consumer<AsterStrategies> call) {
        try (OrderVenue venue = new OrderVenue(PathFamily.V3)) {
            call.accept(venue.aster().strategies());

            assertThat(venue.last()).isEqualTo(expected.replaceFirst(" ", " /fapi/v3/"));
            assertThat(venue.calls()).isEqualTo(1);
        }
        requireRefusedByV1(call);
    }

    private static void requireRefusedByV1(Consumer<AsterStrategies> call) {
        try (OrderVenue venue = new OrderVenue(PathFamily.V1)) {
            assertThatThrownBy(() -> call.accept(venue.aster().strategies()))
                    .isInstanceOf(UnsupportedOperationOnExchangeException.class);

            assertThat(venue.requests()).isZero();
        }
    }

    static Stream<Arguments> reads() {
        return Stream.of(
                call(
                        "GET mmp ",
                        strategies -> strategies.marketMakerProtection().all()),
                call(
                        "GET mmp symbol=1000PEPEUSDT",
                        strategies -> strategies.marketMakerProtection().find(PEPE)));
    }

    @ParameterizedTest
    @MethodSource("reads")
    void protections_are_read(String expected, Consumer<AsterStrategies> call) {
        try (OrderVenue venue = new OrderVenue(PathFamily.V3)) {
            venue.answer("GET mmp", FaultServer.json("[]"));

            call.accept(venue.aster().strategies());

            assertThat(venue.last()).isEqualTo(expected.replaceFirst(" ", " /fapi/v3/"));
        }
        requireRefusedByV1(call);
    }

    private static Arguments refused(Consumer<AsterStrategies> call, String... words) {
        return arguments(call, Arrays.asList(words));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refused(
                        strategies -> strategies.chase(chase("0.0005").build()),
                        "quantity 0.0005",
                        "below the minimum 0.001"),
                refused(strategies -> strategies.chase(chase("0.1005").build()), "quantity 0.1005", "lot size 0.001"),
                refused(
                        strategies ->
                                strategies.chase(ChaseRequest.builder(BTC, Side.BUY, QuantityUnit.QUOTE, num("4.9"))
                                        .build()),
                        "notional 4.9",
                        "below the minimum 5"),
                refused(
                        strategies -> strategies.chase(chase("0.1")
                                .offset(ChaseOffset.price(num("0.25")))
                                .build()),
                        "chaseOffset 0.25",
                        "tick size 0.1"),
                refused(
                        strategies -> strategies.chase(chase("0.1")
                                .maxOffset(ChaseOffset.price(num("10.05")))
                                .build()),
                        "maxChaseOffset 10.05",
                        "tick size 0.1"),
                refused(
                        strategies -> strategies.chase(chase("0.1")
                                .positionSide(PositionSide.LONG)
                                .reduceOnly(true)
                                .build()),
                        "reduceOnly on the LONG slot"),
                refused(
                        strategies -> strategies.place(StrategyOrder.builder(StrategyType.OTO)
                                .subOrder(AsterOrderRequest.of(
                                        entry().price(num("40000.05")).build()))
                                .subOrder(protectedStop("stop1"))
                                .build()),
                        "price 40000.05"),
                refused(
                        strategies -> strategies.update(StrategyChange.builder(StrategyType.OTO, 7)
                                .subOrder(
                                        2,
                                        AsterOrderRequest.of(
                                                stop().quantity(num("0.0001")).build()))
                                .build()),
                        "quantity 0.0001"),
                refused(
                        strategies -> strategies.history(
                                PLAN,
                                HistoryQuery.builder()
                                        .from(FakeClock.START.minus(Duration.ofDays(91)))
                                        .build()),
                        "more than 90 days ago"),
                refused(
                        strategies -> strategies.history(
                                PLAN, HistoryQuery.builder().limit(1001).build()),
                        "limit 1001",
                        "nearest is 1000"),
                refused(
                        strategies -> strategies.history(
                                PLAN, HistoryQuery.builder().symbol(BTC).build()),
                        "not asked for by symbol"),
                refused(
                        strategies -> strategies.marketMakerProtection().set(protection(Duration.ZERO, "1000")),
                        "window PT0S",
                        "nearest is 1 ms"),
                refused(
                        strategies -> strategies.marketMakerProtection().set(protection(Duration.ofSeconds(5), "0")),
                        "delta limit 0",
                        "below the minimum 1000"),
                refused(
                        strategies -> strategies.marketMakerProtection().set(protection(Duration.ofSeconds(5), "1500")),
                        "delta limit 1500",
                        "venue's unit 1000",
                        "nearest is 2000"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refuses_before_the_call(Consumer<AsterStrategies> call, List<String> words) {
        try (OrderVenue venue = new OrderVenue(PathFamily.V3)) {
            assertThatThrownBy(() -> call.accept(venue.aster().strategies()))
                    .isInstanceOf(NotSentException.class)
                    .message()
                    .contains(words);

            assertThat(venue.calls()).isZero();
        }
    }
}
