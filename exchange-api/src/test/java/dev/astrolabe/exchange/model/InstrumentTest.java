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

    private static final Symbol USD = Symbol.parse("BTC/USD:BTC");
    private static final Instrument INVERSE = INSTRUMENT.toBuilder()
            .symbol(USD)
            .venueSymbol("BTC-USD-SWAP")
            .inverse(true)
            .contractValue(num("100"))
            .quantityFilter(filter("0.1", "0", "0.1"))
            .marketQuantityFilter(filter("0.1", "0", "0.1"))
            .minNotional(null)
            .priceBand(null)
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
    void holds_the_limit_of_a_conditional_order_against_the_band_around_its_trigger_price() {
        OrderRequest far = OrderRequest.builder(BTC, Side.SELL, OrderType.STOP_LIMIT)
                .quantity(num("0.001"))
                .triggerPrice(num("40000"))
                .price(num("38000"))
                .build();
        assertThatCode(() -> INSTRUMENT.check(far, num("50000"))).doesNotThrowAnyException();
        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(() ->
                        INSTRUMENT.check(far.toBuilder().price(num("37999.9")).build(), num("50000")))
                .withMessage("price 37999.9 of BTC/USDT:USDT is below the price band of a SELL at trigger price 40000;"
                        + " nearest is 38000.0");
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
        assertThat(INVERSE.toContracts(num("0.5"), num("40000"))).isEqualByComparingTo("200");
        assertThat(INVERSE.fromContracts(num("1"), num("30000"))).isEqualByComparingTo("0.003333333333333333");
        assertThat(INVERSE.toContracts(num("0.003333333333333333"), num("30000")))
                .isEqualByComparingTo("1");
        assertThat(INVERSE.toContracts(num("0.003333333333333332"), num("30000")))
                .isLessThan(BigDecimal.ONE);
        assertThatIllegalStateException()
                .isThrownBy(() -> INVERSE.toContracts(num("0.5")))
                .withMessage("BTC/USD:BTC is inverse: its quantity in base units depends on a price");
        assertThatIllegalStateException().isThrownBy(() -> INVERSE.fromContracts(num("5")));
    }

    @Test
    void rounds_an_inverse_quantity_down_to_lots_of_contracts() {
        BigDecimal rounded = INVERSE.roundQuantity(num("0.0055"), num("30000")).orElseThrow();

        assertThat(rounded).isEqualByComparingTo(INVERSE.fromContracts(num("1.6"), num("30000")));
        assertThat(INVERSE.roundQuantity(num("0.0003"), num("30000"))).isEmpty();
        assertThat(INVERSE.roundContracts(num("1.69")).orElseThrow()).isEqualByComparingTo("1.6");
        assertThat(INVERSE.roundContracts(num("0.09"))).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> INVERSE.roundQuantity(num("0.0055")));
        assertThat(INSTRUMENT.roundQuantity(num("0.0019"), num("30000")).orElseThrow())
                .isEqualByComparingTo("0.001");
    }

    @Test
    void rounds_contracts_of_a_linear_instrument_by_its_lots_of_coins() {
        Instrument pepe = INSTRUMENT.toBuilder().contractValue(num("0.01")).build();

        assertThat(pepe.roundContracts(num("0.19")).orElseThrow()).isEqualByComparingTo("0.1");
        assertThat(pepe.roundContracts(num("0.09"))).isEmpty();
    }

    @Test
    void counts_the_filter_of_an_inverse_instrument_in_contracts() {
        OrderRequest.Builder market = OrderRequest.builder(USD, Side.BUY, OrderType.MARKET);

        assertThatCode(() -> INVERSE.check(market.contracts(num("0.3")).build()))
                .doesNotThrowAnyException();
        refuses(
                INVERSE,
                market.contracts(num("0.35")).build(),
                "number of contracts 0.35 of BTC/USD:BTC is not a multiple of the market lot size 0.1; nearest is 0.3");
        refuses(
                INVERSE,
                market.contracts(num("0.05")).build(),
                "number of contracts 0.05 of BTC/USD:BTC is below the minimum 0.1; nearest is 0.1");
    }

    @Test
    void takes_an_inverse_quantity_that_is_whole_lots_at_its_price() {
        BigDecimal oneAndAHalf = INVERSE.fromContracts(num("1.5"), num("29999.9"));

        assertThatCode(() -> INVERSE.check(OrderRequest.limit(USD, Side.BUY, oneAndAHalf, num("29999.9"))))
                .doesNotThrowAnyException();
        assertThatCode(() -> INVERSE.check(OrderRequest.builder(USD, Side.SELL, OrderType.STOP_MARKET)
                        .quantity(oneAndAHalf)
                        .triggerPrice(num("29999.9"))
                        .build()))
                .doesNotThrowAnyException();
    }

    @Test
    void says_the_nearest_inverse_quantity_in_base_units_and_in_contracts() {
        refuses(
                INVERSE,
                OrderRequest.limit(USD, Side.BUY, num("0.00534"), num("20000")),
                "quantity 0.00534 of BTC/USD:BTC at 20000 is 1.068 contracts, not a multiple of the lot size 0.1;"
                        + " nearest is 0.0055, which is 1.1 contracts");
        refuses(
                INVERSE,
                OrderRequest.limit(USD, Side.BUY, num("0.0001"), num("20000")),
                "quantity 0.0001 of BTC/USD:BTC at 20000 is 0.02 contracts, below the minimum 0.1;"
                        + " nearest is 0.0005, which is 0.1 contracts");
    }

    @Test
    void refuses_an_inverse_quantity_without_a_price() {
        refuses(
                INVERSE,
                OrderRequest.market(USD, Side.BUY, num("0.005")),
                "quantity 0.005 of a MARKET order of BTC/USD:BTC has no price at which it is a number of contracts; an"
                        + " inverse order without a price is sized by contracts");
    }

    @Test
    void holds_inverse_contracts_against_the_minimum_notional_in_quote() {
        Instrument least = INVERSE.toBuilder().minNotional(num("50")).build();

        refuses(
                least,
                OrderRequest.builder(USD, Side.BUY, OrderType.MARKET)
                        .contracts(num("0.4"))
                        .build(),
                "notional 40 of BTC/USD:BTC is below the minimum 50; nearest number of contracts is 0.5");
        refuses(
                least,
                OrderRequest.limit(USD, Side.BUY, num("0.002"), num("20000")),
                "notional 40 of BTC/USD:BTC is below the minimum 50; nearest number of contracts is 0.5");
        assertThatCode(() -> least.check(OrderRequest.limit(USD, Side.BUY, num("0.0025"), num("20000"))))
                .doesNotThrowAnyException();
    }

    @Test
    void reads_contracts_of_a_linear_order_in_base_units() {
        Instrument ten = INSTRUMENT.toBuilder().contractValue(num("0.01")).build();
        OrderRequest order = OrderRequest.builder(BTC, Side.BUY, OrderType.MARKET)
                .contracts(num("15"))
                .clientOrderId("id1")
                .build();

        OrderRequest converted = ten.inBaseUnits(order);

        assertThat(converted.quantity().orElseThrow()).isEqualByComparingTo("0.15");
        assertThat(converted.contracts()).isEmpty();
        assertThat(converted.clientOrderId()).contains("id1");
        assertThat(ten.inBaseUnits(converted)).isSameAs(converted);
        assertThat(INVERSE.inBaseUnits(order)).isSameAs(order);
        refuses(
                ten,
                order.toBuilder().contracts(num("1.5")).build(),
                "quantity 0.015 of BTC/USDT:USDT is not a multiple of the market lot size 0.01; nearest is 0.01");
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
