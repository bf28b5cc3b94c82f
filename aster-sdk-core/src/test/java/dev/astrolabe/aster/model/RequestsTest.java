package dev.astrolabe.aster.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.SelfTradePrevention;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.TimeInForce;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What does not go together is refused when a request is built. */
class RequestsTest {

    private static final Symbol BTC = Symbol.parse("BTC/USDT:USDT");
    private static final OrderRequest BUY = OrderRequest.limit(BTC, Side.BUY, num("0.01"), num("40000"));
    private static final OrderRequest SELL = OrderRequest.limit(BTC, Side.SELL, num("0.01"), num("60000"));
    private static final BuilderFee FEE = new BuilderFee("0x" + "1".repeat(40), num("0.0001"));

    private static BigDecimal num(String text) {
        return new BigDecimal(text);
    }

    private static AsterOrderRequest.Builder pegged(OrderRequest order) {
        return AsterOrderRequest.builder(order).pegPriceType(PegPriceType.COUNTERPARTY_1);
    }

    private static ChaseRequest.Builder chase() {
        return ChaseRequest.builder(BTC, Side.BUY, QuantityUnit.BASE, num("0.1"));
    }

    private static StrategyOrder.Builder pair(AsterOrderRequest second, StrategyLink... links) {
        return StrategyOrder.builder(StrategyType.OTO)
                .subOrder(AsterOrderRequest.of(BUY))
                .subOrder(second, links);
    }

    private static StrategyLink drivenBy(int subId) {
        return StrategyLink.of(subId, DrivenOn.FILLED, StrategyTrigger.PLACE_ORDER);
    }

    private static Arguments refused(ThrowingCallable building, String... words) {
        return arguments(building, Arrays.asList(words));
    }

    static Stream<Arguments> orders() {
        return Stream.of(
                refused(() -> pegged(BUY).pegOffset(num("0.5")).build(), "peg offset 0.5 of a BUY", "nearest is 0"),
                refused(() -> pegged(SELL).pegOffset(num("-0.5")).build(), "peg offset -0.5 of a SELL", "nearest is 0"),
                refused(
                        () -> AsterOrderRequest.builder(BUY)
                                .pegOffset(num("-1"))
                                .build(),
                        "needs a peg"),
                refused(
                        () -> pegged(OrderRequest.market(BTC, Side.BUY, num("1")))
                                .build(),
                        "a peg goes with LIMIT only"),
                refused(
                        () -> AsterOrderRequest.builder(BUY)
                                .pegPriceType(PegPriceType.UNKNOWN)
                                .build(),
                        "UNKNOWN"),
                refused(
                        () -> AsterOrderRequest.builder(BUY).priceProtect(true).build(),
                        "price protection goes with stops and take-profits only"),
                refused(() -> new BuilderFee("0x12", BigDecimal.ZERO), "builder '0x12'", "40 hexadecimal"),
                refused(() -> new BuilderFee(FEE.address(), num("-0.1")), "fee rate -0.1", "nearest is 0"));
    }

    static Stream<Arguments> chases() {
        return Stream.of(
                refused(() -> ChaseOffset.price(num("-0.1")), "-0.1", "nearest is 0"),
                refused(() -> chase().offset(ChaseOffset.ratio(num("0.01"))).build(), "is not ABSOLUTE"),
                refused(
                        () -> chase().maxOffset(ChaseOffset.price(BigDecimal.ZERO))
                                .build(),
                        "max offset 0 is not above 0"),
                refused(
                        () -> chase().maxOffset(ChaseOffset.ratio(num("0.01234")))
                                .build(),
                        "0.01234",
                        "more than 4 decimals"),
                refused(
                        () -> chase().maxOffset(new ChaseOffset(num("1"), OffsetType.UNKNOWN, "LATER"))
                                .build(),
                        "UNKNOWN"),
                refused(
                        () -> ChaseRequest.builder(BTC, Side.BUY, QuantityUnit.QUOTE, num("0"))
                                .build(),
                        "quantity 0 is not above 0"),
                refused(
                        () -> ChaseRequest.builder(BTC, Side.BUY, QuantityUnit.UNKNOWN, num("1"))
                                .build(),
                        "UNKNOWN"),
                refused(() -> chase().timeInForce(TimeInForce.UNKNOWN).build(), "UNKNOWN"),
                refused(() -> chase().clientStrategyId("a".repeat(29)).build(), "1 to 28 characters"),
                refused(() -> chase().clientStrategyId("two words").build(), "'two words'"));
    }

    static Stream<Arguments> strategies() {
        return Stream.of(
                refused(
                        () -> StrategyOrder.builder(StrategyType.OTOCO)
                                .subOrder(AsterOrderRequest.of(BUY))
                                .subOrder(AsterOrderRequest.of(SELL))
                                .build(),
                        "OTOCO strategy: 2 orders",
                        "nearest is 3"),
                refused(() -> StrategyOrder.builder(StrategyType.UNKNOWN).build(), "UNKNOWN"),
                refused(() -> pair(AsterOrderRequest.of(SELL), drivenBy(3)).build(), "order 2 is driven by order 3"),
                refused(() -> pair(AsterOrderRequest.of(SELL), drivenBy(2)).build(), "order 2 is driven by order 2"),
                refused(
                        () -> pair(AsterOrderRequest.of(SELL), drivenBy(1), drivenBy(1), drivenBy(1))
                                .build(),
                        "3 links",
                        "nearest is 2"),
                refused(() -> drivenBy(0), "0 of a strategy is below 1"),
                refused(() -> StrategyLink.of(1, DrivenOn.UNKNOWN, StrategyTrigger.PLACE_ORDER), "UNKNOWN"),
                refused(
                        () -> pair(AsterOrderRequest.of(SELL.toBuilder()
                                        .timeInForce(TimeInForce.FOK)
                                        .build()))
                                .build(),
                        "order 2 of BTC/USDT:USDT is FOK"),
                refused(() -> pair(pegged(SELL).build()).build(), "has a peg"),
                refused(
                        () -> pair(AsterOrderRequest.builder(SELL)
                                        .builderFee(FEE)
                                        .build())
                                .build(),
                        "builder's fee"),
                refused(
                        () -> pair(AsterOrderRequest.of(SELL.toBuilder()
                                        .selfTradePrevention(SelfTradePrevention.EXPIRE_MAKER)
                                        .build()))
                                .build(),
                        "a rule against self-trades"),
                refused(
                        () -> pair(AsterOrderRequest.of(SELL))
                                .clientStrategyId("")
                                .build(),
                        "client strategy id ''"),
                refused(() -> StrategyRef.ofClientStrategyId(StrategyType.OTO, "?"), "client strategy id '?'"),
                refused(() -> StrategyRef.ofStrategyId(StrategyType.UNKNOWN, 7), "UNKNOWN"),
                refused(() -> StrategyChange.builder(StrategyType.OTO, 7).build(), "changes no order"),
                refused(
                        () -> StrategyChange.builder(StrategyType.OTO, 7)
                                .subOrder(3, AsterOrderRequest.of(BUY))
                                .build(),
                        "no order 3, only 1 to 2"),
                refused(
                        () -> StrategyChange.builder(StrategyType.OTO, 7)
                                .subOrder(
                                        1,
                                        AsterOrderRequest.of(BUY.toBuilder()
                                                .clientOrderId("mine1")
                                                .build()))
                                .build(),
                        "'mine1' does not go with a change"));
    }

    @ParameterizedTest
    @MethodSource({"orders", "chases", "strategies"})
    void refuses_what_does_not_go_together(ThrowingCallable building, List<String> words) {
        assertThatThrownBy(building)
                .isInstanceOf(NotSentException.class)
                .message()
                .contains(words);
    }

    @Test
    void an_offset_of_0_is_right_for_either_side() {
        assertThat(pegged(BUY).pegOffset(BigDecimal.ZERO).build().pegOffset()).contains(BigDecimal.ZERO);
        assertThat(pegged(SELL).pegOffset(BigDecimal.ZERO).build().pegOffset()).contains(BigDecimal.ZERO);
        assertThat(chase().offset(ChaseOffset.price(BigDecimal.ZERO)).build().offset())
                .isPresent();
    }

    @Test
    void a_copied_request_keeps_everything() {
        AsterOrderRequest request =
                pegged(BUY).pegOffset(num("-0.5")).builderFee(FEE).build();

        assertThat(request.toBuilder().build()).usingRecursiveComparison().isEqualTo(request);
        AsterOrderRequest stop = AsterOrderRequest.builder(OrderRequest.builder(BTC, Side.SELL, OrderType.STOP_MARKET)
                        .quantity(num("1"))
                        .triggerPrice(num("39000"))
                        .build())
                .priceProtect(true)
                .build();
        assertThat(stop.toBuilder().build().priceProtect()).isTrue();
    }

    @Test
    void numbers_are_written_in_full() {
        assertThat(new BuilderFee(FEE.address(), num("1E-7")).toString()).contains("0.0000001");
        assertThat(ChaseOffset.price(num("1E-7")).toString()).contains("0.0000001");
        assertThat(pegged(BUY).pegOffset(num("-1E-7")).build().toString()).contains("-0.0000001");
        assertThat(chase().maxOffset(ChaseOffset.price(num("1E+3"))).build().toString())
                .contains("1000");
    }
}
