package dev.astrolabe.exchange.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.astrolabe.exchange.error.NotSentException;
import java.math.BigDecimal;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OrderRequestTest {

    private static final Symbol BTC = Symbol.parse("BTC/USDT:USDT");
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final AttachedExit EXIT = new AttachedExit(ONE, TriggerBy.MARK);

    /** A request that has just what its type needs. */
    private static OrderRequest.Builder valid(OrderType type) {
        return OrderRequest.builder(BTC, Side.SELL, type)
                .quantity(ONE)
                .price(type.hasPrice() ? ONE : null)
                .triggerPrice(type.hasTrigger() ? ONE : null)
                .callbackRate(type == OrderType.TRAILING_STOP_MARKET ? new BigDecimal("0.01") : null);
    }

    private static Arguments refused(OrderType type, UnaryOperator<OrderRequest.Builder> change, String message) {
        return Arguments.of(type, change, message);
    }

    static Stream<Arguments> refusals() {
        BigDecimal zero = BigDecimal.ZERO;
        BigDecimal minus = new BigDecimal("-0.5");
        return Stream.of(
                refused(OrderType.MARKET, b -> b.quantity(null), "quantity is missing"),
                refused(OrderType.MARKET, b -> b.quantity(zero), "quantity 0 is not above 0"),
                refused(OrderType.MARKET, b -> b.quantity(minus), "quantity -0.5 is not above 0"),
                refused(
                        OrderType.MARKET,
                        b -> b.contracts(ONE),
                        "quantity and contracts do not go together: the order has one size"),
                refused(
                        OrderType.MARKET,
                        b -> b.quantity(null).contracts(minus),
                        "number of contracts -0.5 is not above 0"),
                refused(
                        OrderType.STOP_MARKET,
                        b -> b.quantity(null).contracts(ONE).closePosition(true),
                        "contracts do not go with closePosition: the whole position is closed"),
                refused(OrderType.MARKET, b -> b.price(ONE), "price does not go with MARKET"),
                refused(OrderType.MARKET, b -> b.triggerPrice(ONE), "trigger price does not go with MARKET"),
                refused(OrderType.MARKET, b -> b.callbackRate(ONE), "callback rate does not go with MARKET"),
                refused(OrderType.MARKET, b -> b.timeInForce(TimeInForce.IOC), "time in force does not go with MARKET"),
                refused(
                        OrderType.MARKET,
                        b -> b.triggerBy(TriggerBy.MARK),
                        "a trigger price kind does not go with MARKET"),
                refused(OrderType.LIMIT, b -> b.price(null), "price is missing"),
                refused(OrderType.LIMIT, b -> b.price(zero), "price 0 is not above 0"),
                refused(OrderType.LIMIT, b -> b.triggerPrice(ONE), "trigger price does not go with LIMIT"),
                refused(
                        OrderType.LIMIT,
                        b -> b.timeInForce(TimeInForce.UNKNOWN),
                        "time in force UNKNOWN cannot be sent"),
                refused(
                        OrderType.LIMIT,
                        b -> b.activationPrice(ONE),
                        "activation price belongs to a trailing stop only"),
                refused(OrderType.LIMIT, b -> b.marginMode(MarginMode.UNKNOWN), "margin mode UNKNOWN cannot be sent"),
                refused(OrderType.LIMIT, b -> b.clientOrderId(" "), "client order id is blank"),
                refused(
                        OrderType.LIMIT,
                        b -> b.quantity(null).closePosition(true),
                        "closePosition goes with STOP_MARKET and TAKE_PROFIT_MARKET only"),
                refused(
                        OrderType.LIMIT,
                        b -> b.stopLoss(EXIT).reduceOnly(true),
                        "attached exits do not go with reduceOnly: there is nothing to exit"),
                refused(OrderType.STOP_MARKET, b -> b.triggerPrice(null), "trigger price is missing"),
                refused(OrderType.STOP_MARKET, b -> b.price(ONE), "price does not go with STOP_MARKET"),
                refused(
                        OrderType.STOP_MARKET,
                        b -> b.timeInForce(TimeInForce.GTC),
                        "time in force does not go with STOP_MARKET"),
                refused(
                        OrderType.STOP_MARKET,
                        b -> b.triggerBy(TriggerBy.UNKNOWN),
                        "trigger by UNKNOWN cannot be sent"),
                refused(
                        OrderType.STOP_MARKET,
                        b -> b.closePosition(true),
                        "quantity does not go with closePosition: the whole position is closed"),
                refused(
                        OrderType.STOP_MARKET,
                        b -> b.quantity(null).closePosition(true).reduceOnly(true),
                        "reduceOnly does not go with closePosition, which implies it"),
                refused(OrderType.STOP_MARKET, b -> b.takeProfit(EXIT), "attached exits go with MARKET and LIMIT only"),
                refused(OrderType.STOP_LIMIT, b -> b.price(null), "price is missing"),
                refused(OrderType.TAKE_PROFIT_LIMIT, b -> b.triggerPrice(minus), "trigger price -0.5 is not above 0"),
                refused(
                        OrderType.TAKE_PROFIT_LIMIT,
                        b -> b.quantity(null).closePosition(true),
                        "closePosition goes with STOP_MARKET and TAKE_PROFIT_MARKET only"),
                refused(OrderType.TRAILING_STOP_MARKET, b -> b.callbackRate(null), "callback rate is missing"),
                refused(
                        OrderType.TRAILING_STOP_MARKET,
                        b -> b.callbackRate(ONE),
                        "callback rate 1 is not below 1; it is a ratio, 0.01 is 1 %"),
                refused(
                        OrderType.TRAILING_STOP_MARKET,
                        b -> b.triggerPrice(ONE),
                        "trigger price does not go with TRAILING_STOP_MARKET"),
                refused(
                        OrderType.TRAILING_STOP_MARKET,
                        b -> b.activationPrice(zero),
                        "activation price 0 is not above 0"),
                refused(OrderType.UNKNOWN, b -> b, "type UNKNOWN cannot be placed"),
                refused(OrderType.LIQUIDATION, b -> b, "type LIQUIDATION cannot be placed"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("refusals")
    void refuses_what_does_not_belong_to_the_type(
            OrderType type, UnaryOperator<OrderRequest.Builder> change, String message) {
        OrderRequest.Builder builder = change.apply(valid(type));

        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(builder::build)
                .withMessage(type + " order of BTC/USDT:USDT: " + message)
                .satisfies(refusal -> assertThat(refusal.why()).isEqualTo(NotSentException.Cause.INVALID));
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UNKNOWN", "LIQUIDATION"})
    void takes_what_the_type_needs(OrderType type) {
        OrderRequest request = valid(type).clientOrderId("id1").build();

        assertThat(request.type()).isEqualTo(type);
        assertThat(request.price().isPresent()).isEqualTo(type.hasPrice());
        assertThat(request.triggerPrice().isPresent()).isEqualTo(type.hasTrigger());
        assertThat(request.toBuilder().build()).hasToString(request.toString());
    }

    @Test
    void closes_a_whole_position_without_a_quantity() {
        OrderRequest request =
                valid(OrderType.STOP_MARKET).quantity(null).closePosition(true).build();

        assertThat(request.quantity()).isEmpty();
        assertThat(request).hasToString("OrderRequest[BTC/USDT:USDT SELL STOP_MARKET whole position trigger 1]");
    }

    @Test
    void is_sized_by_contracts_instead_of_a_quantity() {
        OrderRequest request = valid(OrderType.LIMIT)
                .quantity(null)
                .contracts(new BigDecimal("1E+2"))
                .build();

        assertThat(request.quantity()).isEmpty();
        assertThat(request.contracts().orElseThrow()).isEqualByComparingTo("100");
        assertThat(request).hasToString("OrderRequest[BTC/USDT:USDT SELL LIMIT 100 contracts at 1]");
        assertThat(request.toBuilder().build()).hasToString(request.toString());
    }

    @Test
    void shows_numbers_in_full() {
        OrderRequest request = OrderRequest.limit(BTC, Side.BUY, new BigDecimal("1E+3"), new BigDecimal("1E-9"));

        assertThat(request).hasToString("OrderRequest[BTC/USDT:USDT BUY LIMIT 1000 at 0.000000001]");
    }

    @Test
    void an_attached_exit_needs_a_positive_trigger_and_a_known_price() {
        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(() -> new AttachedExit(BigDecimal.ZERO, TriggerBy.MARK))
                .withMessage("trigger price 0 of an attached exit is not above 0");
        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(() -> new AttachedExit(ONE, TriggerBy.UNKNOWN))
                .withMessage("an attached exit cannot be triggered by an unknown price");
    }

    @Test
    void an_amendment_needs_positive_numbers() {
        OrderRef ref = OrderRef.ofClientOrderId(BTC, "id1");

        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(() -> new AmendRequest(ref, BigDecimal.ZERO, ONE))
                .withMessage("new quantity 0 of BTC/USDT:USDT clientId=id1 is not above 0");
        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(() -> new AmendRequest(ref, ONE, new BigDecimal("-1")))
                .withMessage("new price -1 of BTC/USDT:USDT clientId=id1 is not above 0");
    }
}
