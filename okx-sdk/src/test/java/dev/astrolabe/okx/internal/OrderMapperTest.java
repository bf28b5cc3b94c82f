package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.model.InstrumentKind;
import dev.astrolabe.exchange.model.InstrumentStatus;
import dev.astrolabe.exchange.model.Liquidity;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.StepFilter;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.TimeInForce;
import dev.astrolabe.exchange.model.TriggerBy;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.okx.model.OkxAlgoOrder;
import dev.astrolabe.okx.model.OkxFields;
import dev.astrolabe.okx.model.OkxFill;
import dev.astrolabe.okx.model.OkxOrder;
import dev.astrolabe.okx.model.RowCoverage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders and executions in neutral terms, out of rows that have what a case is about. */
class OrderMapperTest {

    private static final Instrument LINEAR = instrument("BTC/USDT:USDT", "BTC-USDT-SWAP", false, "0.01");
    private static final Instrument INVERSE = instrument("BTC/USD:BTC", "BTC-USD-SWAP", true, "100");

    private static Instrument instrument(String symbol, String instId, boolean inverse, String value) {
        BigDecimal step = new BigDecimal("0.1");
        return Instrument.builder()
                .symbol(Symbol.parse(symbol))
                .exchange("okx")
                .venueSymbol(instId)
                .kind(InstrumentKind.PERPETUAL)
                .inverse(inverse)
                .status(InstrumentStatus.TRADING)
                .rawStatus("live")
                .contractValue(new BigDecimal(value))
                .priceFilter(new StepFilter(BigDecimal.ZERO, BigDecimal.ZERO, step))
                .quantityFilter(new StepFilter(BigDecimal.ZERO, BigDecimal.ZERO, step))
                .marketQuantityFilter(new StepFilter(BigDecimal.ZERO, BigDecimal.ZERO, step))
                .build();
    }

    private static OkxFields with(Map<String, Object> usual, String... more) {
        Map<String, Object> values = new HashMap<>(usual);
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        return OkxFields.of(values);
    }

    private static OkxOrder row(String... more) {
        return new OkxOrder(with(
                Map.of(
                        "instType", "SWAP",
                        "instId", "BTC-USDT-SWAP",
                        "ordId", "1",
                        "clOrdId", "a1",
                        "ordType", "limit",
                        "side", "buy",
                        "posSide", "net",
                        "state", "live",
                        "sz", "10",
                        "px", "64000"),
                more));
    }

    private static OkxAlgoOrder algo(String... more) {
        return new OkxAlgoOrder(with(
                Map.of(
                        "instId", "BTC-USDT-SWAP",
                        "algoId", "5",
                        "algoClOrdId", "b1",
                        "ordType", "conditional",
                        "side", "sell",
                        "posSide", "net",
                        "state", "live",
                        "sz", "10",
                        "reduceOnly", "true",
                        "cTime", "1790000000001"),
                more));
    }

    private static Order order(String... more) {
        return OrderMapper.order(row(more), LINEAR);
    }

    private static Order waiting(String... more) {
        return OrderMapper.order(algo(more), LINEAR);
    }

    @Test
    void tells_contracts_in_base_units() {
        Order order = order("accFillSz", "4", "avgPx", "63999.9", "state", "partially_filled", "reduceOnly", "false");

        assertThat(order.orderId()).isEqualTo("1");
        assertThat(order.clientOrderId()).contains("a1");
        assertThat(order.venueSymbol()).isEqualTo("BTC-USDT-SWAP");
        assertThat(order.quantity().orElseThrow()).isEqualByComparingTo("0.1");
        assertThat(order.filledQuantity()).isEqualByComparingTo("0.04");
        assertThat(order.contracts().orElseThrow()).isEqualByComparingTo("10");
        assertThat(order.averagePrice().orElseThrow()).isEqualByComparingTo("63999.9");
        assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(order.positionSide()).isEmpty();
        assertThat(order.reduceOnly()).isFalse();
        assertThat(order.ref().conditional()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "live, '', NEW",
        "partially_filled, '', PARTIALLY_FILLED",
        "filled, '', FILLED",
        "canceled, 1, CANCELED",
        "canceled, '', CANCELED",
        "canceled, 13, EXPIRED",
        "canceled, 14, EXPIRED",
        "canceled, 31, EXPIRED",
        "canceled, 32, EXPIRED",
        "mmp_canceled, 38, CANCELED",
        "state_of_the_future, '', UNKNOWN"
    })
    void tells_where_an_order_is_in_its_life(String state, String source, OrderStatus status) {
        Order order = order("state", state, "cancelSource", source);

        assertThat(order.status()).isEqualTo(status);
        assertThat(order.rawStatus()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "limit, LIMIT, GTC",
        "ioc, LIMIT, IOC",
        "fok, LIMIT, FOK",
        "post_only, LIMIT, POST_ONLY",
        "rpi, LIMIT, RPI",
        "elp, LIMIT, RPI",
        "mmp_and_post_only, LIMIT, POST_ONLY",
        "market, MARKET, GTC",
        "optimal_limit_ioc, MARKET, IOC",
        "type_of_the_future, UNKNOWN, UNKNOWN"
    })
    void tells_type_and_time_in_force(String word, OrderType type, TimeInForce tif) {
        Order order = order("ordType", word);

        assertThat(order.type()).isEqualTo(type);
        assertThat(order.timeInForce()).isEqualTo(tif);
        assertThat(order.rawType()).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({"full_liquidation", "partial_liquidation", "adl"})
    void tells_what_the_venue_forced(String category) {
        assertThat(order("category", category).type()).isEqualTo(OrderType.LIQUIDATION);
        assertThat(order("category", category).rawType()).isEqualTo(category);
    }

    @Test
    void leaves_absent_what_does_not_apply() {
        Order order = order("px", "", "avgPx", "0", "ordType", "market", "clOrdId", "");

        assertThat(order.price()).isEmpty();
        assertThat(order.averagePrice()).isEmpty();
        assertThat(order.clientOrderId()).isEmpty();
        assertThat(order.triggerPrice()).isEmpty();
        assertThat(order.createdAt()).isEmpty();
        assertThat(order.filledQuantity()).isEqualByComparingTo("0");
    }

    @Test
    void tells_inverse_contracts_at_what_was_paid_or_is_wanted_and_else_leaves_the_quantity_open() {
        Order filled = OrderMapper.order(
                row("sz", "32", "accFillSz", "32", "avgPx", "64000", "px", "65000", "state", "filled"), INVERSE);
        Order resting = OrderMapper.order(row("sz", "32", "px", "64000"), INVERSE);
        Order market = OrderMapper.order(row("sz", "32", "px", "", "ordType", "market"), INVERSE);

        assertThat(filled.quantity().orElseThrow()).isEqualByComparingTo("0.05");
        assertThat(filled.filledQuantity()).isEqualByComparingTo("0.05");
        assertThat(resting.quantity().orElseThrow()).isEqualByComparingTo("0.05");
        assertThat(market.quantity()).isEmpty();
        assertThat(market.contracts().orElseThrow()).isEqualByComparingTo("32");
        assertThat(market.filledQuantity()).isEqualByComparingTo("0");
    }

    @Test
    void leaves_the_quantity_open_where_the_size_is_in_quote() {
        assertThat(order("tgtCcy", "quote_ccy").quantity()).isEmpty();
        assertThat(order("tgtCcy", "base_ccy").quantity()).isPresent();
    }

    @Test
    void tells_the_slot_of_long_short_mode() {
        assertThat(order("posSide", "long").positionSide()).contains(PositionSide.LONG);
        assertThat(order("posSide", "short").positionSide()).contains(PositionSide.SHORT);
    }

    @ParameterizedTest
    @CsvSource({
        "sl, -1, STOP_MARKET",
        "sl, 62900, STOP_LIMIT",
        "tp, -1, TAKE_PROFIT_MARKET",
        "tp, 62900, TAKE_PROFIT_LIMIT"
    })
    void tells_the_leg_of_a_waiting_order(String leg, String limit, OrderType type) {
        Order order = waiting(leg + "TriggerPx", "63000", leg + "TriggerPxType", "mark", leg + "OrdPx", limit);

        assertThat(order.type()).isEqualTo(type);
        assertThat(order.triggerPrice().orElseThrow()).isEqualByComparingTo("63000");
        assertThat(order.triggerBy()).contains(TriggerBy.MARK);
        assertThat(order.price().map(BigDecimal::toPlainString))
                .isEqualTo(limit.equals("-1") ? Optional.empty() : Optional.of(limit));
        assertThat(order.quantity().orElseThrow()).isEqualByComparingTo("0.1");
        assertThat(order.reduceOnly()).isTrue();
        assertThat(order.orderId()).isEqualTo("5");
        assertThat(order.clientOrderId()).contains("b1");
        assertThat(order.ref().conditional()).isTrue();
    }

    @Test
    void tells_a_trailing_stop_and_one_that_closes_it_all() {
        Order trailing = waiting("ordType", "move_order_stop", "callbackRatio", "0.01", "activePx", "65000");
        Order whole = waiting("slTriggerPx", "63000", "slOrdPx", "-1", "closeFraction", "1", "sz", "");

        assertThat(trailing.type()).isEqualTo(OrderType.TRAILING_STOP_MARKET);
        assertThat(trailing.callbackRate().orElseThrow()).isEqualByComparingTo("0.01");
        assertThat(trailing.activationPrice().orElseThrow()).isEqualByComparingTo("65000");
        assertThat(trailing.triggerPrice()).isEmpty();
        assertThat(whole.closePosition()).isTrue();
        assertThat(whole.quantity()).isEmpty();
    }

    @Test
    void tells_two_legs_by_the_stop_until_the_profit_has_fired() {
        String[] legs = {
            "ordType", "oco", "slTriggerPx", "63000", "slOrdPx", "-1", "tpTriggerPx", "66000", "tpOrdPx", "-1", "", ""
        };
        legs[10] = "actualSide";

        assertThat(waiting(legs).type()).isEqualTo(OrderType.STOP_MARKET);
        legs[11] = "tp";
        assertThat(waiting(legs).type()).isEqualTo(OrderType.TAKE_PROFIT_MARKET);
        assertThat(waiting(legs).triggerPrice().orElseThrow()).isEqualByComparingTo("66000");
    }

    @ParameterizedTest
    @CsvSource({
        "buy, 64500, STOP_LIMIT",
        "buy, 63500, TAKE_PROFIT_LIMIT",
        "sell, 63500, STOP_LIMIT",
        "sell, 64500, TAKE_PROFIT_LIMIT"
    })
    void tells_from_the_price_at_placing_what_a_trigger_waits_for(String side, String trigger, OrderType type) {
        Order order =
                waiting("ordType", "trigger", "side", side, "triggerPx", trigger, "ordPx", "64000", "last", "64000");

        assertThat(order.type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "live, NEW",
        "pause, NEW",
        "effective, NEW",
        "canceled, CANCELED",
        "order_failed, REJECTED",
        "state_of_the_future, UNKNOWN"
    })
    void tells_where_a_waiting_order_is_in_its_life(String state, OrderStatus status) {
        assertThat(waiting("state", state, "slTriggerPx", "1").status()).isEqualTo(status);
    }

    @Test
    void does_not_guess_what_splits_itself() {
        for (String type : List.of("twap", "smart_iceberg", "chase")) {
            assertThat(waiting("ordType", type).type()).isEqualTo(OrderType.UNKNOWN);
            assertThat(waiting("ordType", type).rawType()).isEqualTo(type);
        }
    }

    private static OkxOrder later(String... more) {
        OkxOrder row = row(
                "ordId",
                "9",
                "clOrdId",
                "",
                "algoId",
                "5",
                "algoClOrdId",
                "b1",
                "source",
                "7",
                "ordType",
                "market",
                "px",
                "",
                "side",
                "sell",
                "state",
                "filled",
                "accFillSz",
                "10",
                "avgPx",
                "62990.1");
        Map<String, Object> values = new HashMap<>();
        row.fields()
                .names()
                .forEach(name -> values.put(name, row.fields().text(name).orElse("")));
        return new OkxOrder(with(values, more));
    }

    @Test
    void keeps_the_identity_and_the_terms_of_an_order_that_has_fired() {
        OkxAlgoOrder algo = algo("slTriggerPx", "63000", "slOrdPx", "-1", "state", "effective", "ordId", "9");

        Order order = OrderMapper.fired(algo, later(), LINEAR);

        assertThat(order.orderId()).isEqualTo("5");
        assertThat(order.clientOrderId()).contains("b1");
        assertThat(order.type()).isEqualTo(OrderType.STOP_MARKET);
        assertThat(order.triggerPrice().orElseThrow()).isEqualByComparingTo("63000");
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(order.filledQuantity()).isEqualByComparingTo("0.1");
        assertThat(order.averagePrice().orElseThrow()).isEqualByComparingTo("62990.1");
        assertThat(order.ref().conditional()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"7, market, STOP_MARKET", "7, limit, STOP_LIMIT", "25, market, TRAILING_STOP_MARKET"})
    void shows_the_row_of_a_fired_order_alone_under_the_same_identity(String source, String word, OrderType type) {
        Order order = OrderMapper.order(later("source", source, "ordType", word), LINEAR);

        assertThat(order.orderId()).isEqualTo("5");
        assertThat(order.clientOrderId()).contains("b1");
        assertThat(order.type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"13", "34"})
    void leaves_the_parts_of_a_split_order_their_own_identity(String source) {
        assertThat(OrderMapper.order(later("source", source), LINEAR).orderId()).isEqualTo("9");
    }

    private static OkxFill fillRow(String... more) {
        return new OkxFill(with(
                Map.of(
                        "instId", "BTC-USDT-SWAP",
                        "tradeId", "77",
                        "ordId", "1",
                        "billId", "8",
                        "side", "sell",
                        "fillPx", "64000",
                        "fillSz", "2.5",
                        "fee", "-0.32",
                        "feeCcy", "USDT",
                        "fillTime", "1790000000700"),
                more));
    }

    @Test
    void tells_an_execution_with_the_fee_that_was_paid() {
        Fill fill = OrderMapper.fill(
                fillRow("execType", "M", "fillPnl", "1.5", "clOrdId", "a1", "posSide", "long"), LINEAR);

        assertThat(fill.quantity()).isEqualByComparingTo("0.025");
        assertThat(fill.fee()).isEqualByComparingTo("0.32");
        assertThat(fill.feeAsset()).isEqualTo("USDT");
        assertThat(fill.liquidity()).isEqualTo(Liquidity.MAKER);
        assertThat(fill.side()).isEqualTo(Side.SELL);
        assertThat(fill.positionSide()).contains(PositionSide.LONG);
        assertThat(fill.realizedPnl().orElseThrow()).isEqualByComparingTo("1.5");
        assertThat(fill.orderId()).isEqualTo("1");
        assertThat(fill.clientOrderId()).contains("a1");
        assertThat(fill.time().toEpochMilli()).isEqualTo(1_790_000_000_700L);
    }

    @Test
    void tells_a_rebate_an_inverse_one_and_one_of_a_liquidation() {
        assertThat(OrderMapper.fill(fillRow("fee", "0.1"), LINEAR).fee()).isEqualByComparingTo("-0.1");
        assertThat(OrderMapper.fill(fillRow("fillSz", "64"), INVERSE).quantity())
                .isEqualByComparingTo("0.1");
        Fill forced = OrderMapper.fill(fillRow("tradeId", "-5", "execType", ""), LINEAR);
        assertThat(forced.tradeId()).isEqualTo("-5");
        assertThat(forced.liquidity()).isEqualTo(Liquidity.UNKNOWN);
    }

    @Test
    void tells_the_execution_that_a_push_is_about() {
        String[] push = {
            "fillSz",
            "2.5",
            "fillPx",
            "64000",
            "tradeId",
            "77",
            "fillTime",
            "1790000000700",
            "fillFee",
            "-0.32",
            "fillFeeCcy",
            "USDT",
            "execType",
            "T",
            "fillPnl",
            "0"
        };

        Fill fill = OrderMapper.fill(row(push), LINEAR).orElseThrow();

        assertThat(fill.tradeId()).isEqualTo("77");
        assertThat(fill.quantity()).isEqualByComparingTo("0.025");
        assertThat(fill.fee()).isEqualByComparingTo("0.32");
        assertThat(fill.liquidity()).isEqualTo(Liquidity.TAKER);
        assertThat(OrderMapper.fill(row(), LINEAR)).isEmpty();
        assertThat(OrderMapper.fill(row("fillSz", "0", "fillPx", "", "tradeId", ""), LINEAR))
                .isEmpty();
        push[5] = "0";
        assertThat(OrderMapper.fill(row(push), LINEAR).orElseThrow().tradeId()).isEqualTo("0:1:1790000000700");
    }

    private static <T> List<T> recorded(String name, Function<OkxFields, T> row) {
        String file = "okx/synthetic/rest_trade_" + name + ".json";
        try {
            return Envelope.rows(row)
                    .parse(new Json(), RowCoverage.json(file).toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void reads_recorded_orders() {
        Order immediate = OrderMapper.order(
                recorded("order_canceled_ioc_partial", OkxOrder::new).get(0), LINEAR);
        Order postOnly = OrderMapper.order(
                recorded("order_canceled_post_only", OkxOrder::new).get(0), LINEAR);
        Order inverse = OrderMapper.order(
                recorded("order_filled_inverse", OkxOrder::new).get(0), INVERSE);
        Order attached = OrderMapper.order(
                recorded("order_live_with_attached", OkxOrder::new).get(0), LINEAR);
        Order partly = OrderMapper.order(
                recorded("order_partially_filled", OkxOrder::new).get(0), LINEAR);

        assertThat(immediate.status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(immediate.filledQuantity()).isEqualByComparingTo("0.04");
        assertThat(immediate.timeInForce()).isEqualTo(TimeInForce.IOC);
        assertThat(postOnly.status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(postOnly.averagePrice()).isEmpty();
        assertThat(inverse.filledQuantity()).isEqualByComparingTo("0.0390625");
        assertThat(inverse.remainingQuantity().orElseThrow()).isEqualByComparingTo("0");
        assertThat(attached.status()).isEqualTo(OrderStatus.NEW);
        assertThat(partly.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    }

    @Test
    void reads_recorded_algos_and_executions() {
        OkxAlgoOrder effective =
                recorded("orders_algo_history_effective", OkxAlgoOrder::new).get(0);
        List<Order> waiting = recorded("orders_algo_pending_conditional_oco", OkxAlgoOrder::new).stream()
                .map(row -> OrderMapper.order(row, LINEAR))
                .toList();
        Order trailing = OrderMapper.order(
                recorded("orders_algo_pending_trailing", OkxAlgoOrder::new).get(0), LINEAR);
        Order trigger = OrderMapper.order(
                recorded("orders_algo_pending_trigger", OkxAlgoOrder::new).get(0), LINEAR);
        List<Fill> fills = recorded("fills", OkxFill::new).stream()
                .map(row -> OrderMapper.fill(row, LINEAR))
                .toList();

        assertThat(OrderReads.laterId(effective)).contains("2651111111111111200");
        assertThat(waiting).extracting(Order::type).containsOnly(OrderType.STOP_MARKET);
        assertThat(waiting).extracting(Order::closePosition).contains(true, false);
        assertThat(trailing.type()).isEqualTo(OrderType.TRAILING_STOP_MARKET);
        assertThat(trigger.type()).isEqualTo(OrderType.TAKE_PROFIT_LIMIT);
        assertThat(trigger.triggerBy()).contains(TriggerBy.INDEX);
        assertThat(fills)
                .extracting(Fill::liquidity)
                .containsExactly(Liquidity.MAKER, Liquidity.MAKER, Liquidity.UNKNOWN);
        assertThat(fills.get(0).fee()).isEqualByComparingTo("0.192");
    }
}
