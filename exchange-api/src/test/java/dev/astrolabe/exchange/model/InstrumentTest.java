package dev.astrolabe.exchange.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.astrolabe.exchange.error.NotSentException;
import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstrumentTest {

    private static final Symbol BTC = Symbol.parse("BTC/USDT:USDT");
    private static final Instrument INSTRUMENT = Instrument.builder()
            .symbol(BTC)
            .exchange("asterdex")
            .venueSymbol("BTCUSDT")
            .kind(InstrumentKind.PERPETUAL)
            .status(InstrumentStatus.TRADING)
            .rawStatus("TRADING")
            .priceFilter(filter("0.1", "1000000", "0.1"))
            .quantityFilter(filter("0.001", "100", "0.001"))
            .marketQuantityFilter(filter("0.01", "10", "0.01"))
            .minNotional(num("5"))
            .priceBand(new PriceBand(num("1.05"), num("0.95")))
            .build();

    private static BigDecimal num(String text) {
        return new BigDecimal(text);
    }

    private static StepFilter filter(String min, String max, String step) {
        return new StepFilter(num(min), num(max), num(step));
    }

    private static OrderRequest limit(Side side, String quantity, String price) {
        return OrderRequest.limit(BTC, side, num(quantity), num(price));
    }

    private static OrderRequest.Builder stop(String trigger) {
        return OrderRequest.builder(BTC, Side.SELL, OrderType.STOP_MARKET)
                .quantity(num("0.001"))
                .triggerPrice(num(trigger));
    }

    private static void refuses(Instrument instrument, OrderRequest order, String message) {
        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(() -> instrument.check(order))
                .withMessage(message)
                .satisfies(refusal -> assertThat(refusal.why()).isEqualTo(NotSentException.Cause.INVALID));
    }

    @Test
    void passes_an_order_within_every_filter() {
        assertThatCode(() -> INSTRUMENT.check(limit(Side.BUY, "0.001", "40000.1"), num("40000")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "0.0015, 40000, quantity 0.0015 of BTC/USDT:USDT is not a multiple of the lot size 0.001; nearest is 0.001",
        "0.0025, 40000, quantity 0.0025 of BTC/USDT:USDT is not a multiple of the lot size 0.001; nearest is 0.003",
        "0.0029, 40000, quantity 0.0029 of BTC/USDT:USDT is not a multiple of the lot size 0.001; nearest is 0.003",
        "0.0005, 40000, quantity 0.0005 of BTC/USDT:USDT is below the minimum 0.001; nearest is 0.001",
        "100.5, 40000, quantity 100.5 of BTC/USDT:USDT is above the maximum 100; nearest is 100.000",
        "0.001, 40000.07, price 40000.07 of BTC/USDT:USDT is not a multiple of the tick size 0.1; nearest is 40000.1",
        "0.001, 0.05, price 0.05 of BTC/USDT:USDT is below the minimum 0.1; nearest is 0.1",
        "0.001, 1000000.1, price 1000000.1 of BTC/USDT:USDT is above the maximum 1000000; nearest is 1000000.0",
        "0.001, 3000, notional 3 of BTC/USDT:USDT is below the minimum 5; nearest quantity is 0.002"
    })
    void says_which_filter_a_limit_order_breaks_and_what_would_pass(String quantity, String price, String message) {
        refuses(INSTRUMENT, limit(Side.BUY, quantity, price), message);
    }

    @Test
    void holds_a_market_order_against_the_market_filter() {
        refuses(
                INSTRUMENT,
                OrderRequest.market(BTC, Side.BUY, num("0.015")),
                "quantity 0.015 of BTC/USDT:USDT is not a multiple of the market lot size 0.01; nearest is 0.01");
    }

    @Test
    void tells_a_too_small_market_order_a_quantity_that_the_market_filter_takes() {
        OrderRequest order = OrderRequest.market(BTC, Side.BUY, num("0.01"));

        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(() -> INSTRUMENT.check(order, num("200")))
                .withMessage("notional 2 of BTC/USDT:USDT is below the minimum 5; nearest quantity is 0.03");
    }

    @Test
    void checks_no_notional_of_a_market_order_without_a_mark_price() {
        assertThatCode(() -> INSTRUMENT.check(OrderRequest.market(BTC, Side.BUY, num("0.01"))))
                .doesNotThrowAnyException();
    }

    @Test
    void exempts_reduce_only_orders_from_the_minimum_notional() {
        OrderRequest order =
                limit(Side.SELL, "0.001", "1000").toBuilder().reduceOnly(true).build();

        assertThatCode(() -> INSTRUMENT.check(order)).doesNotThrowAnyException();
    }

    @Test
    void holds_triggers_and_exits_against_the_tick() {
        refuses(
                INSTRUMENT,
                stop("45000.07").build(),
                "trigger price 45000.07 of BTC/USDT:USDT is not a multiple of the tick size 0.1; nearest is 45000.1");
        refuses(
                INSTRUMENT,
                limit(Side.BUY, "0.001", "40000").toBuilder()
                        .stopLoss(new AttachedExit(num("39000.01"), TriggerBy.MARK))
                        .build(),
                "stop-loss 39000.01 of BTC/USDT:USDT is not a multiple of the tick size 0.1; nearest is 39000.0");
        refuses(
                INSTRUMENT,
                limit(Side.BUY, "0.001", "40000").toBuilder()
                        .takeProfit(new AttachedExit(num("41000.01"), TriggerBy.MARK))
                        .build(),
                "take-profit 41000.01 of BTC/USDT:USDT is not a multiple of the tick size 0.1; nearest is 41000.0");
        refuses(
                INSTRUMENT,
                OrderRequest.builder(BTC, Side.SELL, OrderType.TRAILING_STOP_MARKET)
                        .quantity(num("0.001"))
                        .callbackRate(num("0.01"))
                        .activationPrice(num("51000.01"))
                        .build(),
                "activation price 51000.01 of BTC/USDT:USDT is not a multiple of the tick size 0.1; nearest is 51000.0");
    }

    @Test
    void holds_a_price_against_the_band_around_the_mark_price() {
        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(() -> INSTRUMENT.check(limit(Side.BUY, "0.001", "52500.1"), num("50000")))
                .withMessage("price 52500.1 of BTC/USDT:USDT is above the price band of a BUY at mark 50000;"
                        + " nearest is 52500.0");
        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(() -> INSTRUMENT.check(limit(Side.SELL, "0.001", "47499.9"), num("50000")))
                .withMessage("price 47499.9 of BTC/USDT:USDT is below the price band of a SELL at mark 50000;"
                        + " nearest is 47500.0");
        assertThatCode(() -> INSTRUMENT.check(limit(Side.SELL, "0.001", "90000"), num("50000")))
                .doesNotThrowAnyException();
    }

    @Test
    void refuses_what_does_not_trade() {
        Instrument halted = INSTRUMENT.toBuilder()
                .status(InstrumentStatus.SETTLING)
                .rawStatus("PRE_SETTLE")
                .build();

        refuses(
                halted,
                limit(Side.BUY, "0.001", "40000"),
                "BTC/USDT:USDT does not trade: its status on asterdex is PRE_SETTLE");
    }

    @Test
    void refuses_an_order_of_another_instrument() {
        refuses(
                INSTRUMENT,
                OrderRequest.market(Symbol.parse("ETH/USDT:USDT"), Side.BUY, BigDecimal.ONE),
                "order of ETH/USDT:USDT was checked against BTC/USDT:USDT");
    }

    @Test
    void refuses_types_and_times_in_force_that_the_instrument_does_not_take() {
        Instrument plain = INSTRUMENT.toBuilder()
                .orderTypes(Set.of(OrderType.MARKET, OrderType.LIMIT))
                .timesInForce(Set.of(TimeInForce.IOC, TimeInForce.GTC))
                .build();

        refuses(plain, stop("45000").build(), "BTC/USDT:USDT takes no STOP_MARKET orders, only [MARKET, LIMIT]");
        refuses(
                plain,
                limit(Side.BUY, "0.001", "40000").toBuilder()
                        .timeInForce(TimeInForce.FOK)
                        .build(),
                "BTC/USDT:USDT takes no FOK orders, only [GTC, IOC]");
    }

    @Test
    void rounds_a_price_so_that_it_is_no_more_aggressive() {
        assertThat(INSTRUMENT.roundPrice(num("40000.09"), Side.BUY)).isEqualByComparingTo("40000.0");
        assertThat(INSTRUMENT.roundPrice(num("40000.01"), Side.SELL)).isEqualByComparingTo("40000.1");
    }

    @Test
    void rounds_a_quantity_down_and_never_up() {
        assertThat(INSTRUMENT.roundQuantity(num("0.0019")).orElseThrow()).isEqualByComparingTo("0.001");
        assertThat(INSTRUMENT.roundQuantity(num("0.0009"))).isEmpty();
    }

    @Test
    void counts_contracts_of_an_inverse_instrument_by_price_and_never_more_than_asked() {
        Instrument inverse = INSTRUMENT.toBuilder()
                .symbol(Symbol.parse("BTC/USD:BTC"))
                .inverse(true)
                .contractValue(num("100"))
                .build();

        assertThat(inverse.toContracts(num("0.5"), num("40000"))).isEqualByComparingTo("200");
        assertThat(inverse.fromContracts(num("1"), num("30000"))).isEqualByComparingTo("0.003333333333333333");
        assertThatIllegalStateException()
                .isThrownBy(() -> inverse.toContracts(num("0.5")))
                .withMessage("BTC/USD:BTC is inverse: its quantity in base units depends on a price");
        assertThatIllegalStateException().isThrownBy(() -> inverse.fromContracts(num("5")));
    }

    @Test
    void names_the_value_that_is_missing() {
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(
                        () -> Instrument.builder().symbol(BTC).exchange("okx").build())
                .withMessage("venueSymbol");
    }

    @Test
    void leaves_absent_what_was_not_given() {
        Instrument bare =
                INSTRUMENT.toBuilder().minNotional(null).priceBand(null).build();

        assertThat(bare.minNotional()).isEmpty();
        assertThat(bare.priceBand()).isEmpty();
        assertThat(bare.maxLeverage()).isEmpty();
        assertThat(bare.listedAt()).isEmpty();
        assertThat(bare.toBuilder().build()).hasToString(bare.toString());
    }
}
