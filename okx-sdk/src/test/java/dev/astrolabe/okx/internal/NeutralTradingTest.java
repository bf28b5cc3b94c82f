package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.ProtocolException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.error.UnsupportedOperationOnExchangeException;
import dev.astrolabe.exchange.model.AmendRequest;
import dev.astrolabe.exchange.model.AttachedExit;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.HistoryQuery;
import dev.astrolabe.exchange.model.MarginMode;
import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderResolution;
import dev.astrolabe.exchange.model.OrderStatus;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Outcome;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.SelfTradePrevention;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.TimeInForce;
import dev.astrolabe.exchange.model.TriggerBy;
import dev.astrolabe.exchange.testkit.FaultServer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What neutral calls become, call by call. */
class NeutralTradingTest {

    private static final Symbol SPOT = Symbol.parse("BTC/USDT");
    private static final Symbol BTC = Symbol.parse("BTC/USDT:USDT");
    private static final Symbol INVERSE = Symbol.parse("BTC/USD:BTC");
    private static final OrderRef ORDER = OrderRef.ofOrderId(BTC, "1");
    private static final OrderRef ALGO = OrderRef.ofOrderId(BTC, "5").withConditional(true);
    private static final String DONE = "{\"ordId\":\"1\",\"clOrdId\":\"a1\",\"sCode\":\"0\",\"sMsg\":\"\"}";
    private static final String ALGO_DONE = "{\"algoId\":\"5\",\"algoClOrdId\":\"b1\",\"sCode\":\"0\",\"sMsg\":\"\"}";
    private static final String GONE = "{\"algoId\":\"5\",\"sCode\":\"51400\",\"sMsg\":\"gone\"}";

    private static BigDecimal num(String text) {
        return new BigDecimal(text);
    }

    private static OrderRequest.Builder stop(OrderType type) {
        return OrderRequest.builder(BTC, Side.SELL, type)
                .quantity(num("0.1"))
                .triggerPrice(num("63000"))
                .clientOrderId("b1");
    }

    private static JsonNode sent(TradeVenue venue, OrderRequest request) {
        try (venue) {
            venue.data("[" + (request.type().isConditional() ? ALGO_DONE : DONE) + "]");
            OrderAck ack = venue.trading().place(request);

            assertThat(ack.order()).isEmpty();
            assertThat(ack.ref().orderId()).contains(request.type().isConditional() ? "5" : "1");
            assertThat(ack.ref().conditional()).isEqualTo(request.type().isConditional());
            assertThat(venue.sent()).hasSize(1);
            return venue.lastBody();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "STOP_MARKET, '', sl, -1",
        "STOP_LIMIT, 62900, sl, 62900",
        "TAKE_PROFIT_MARKET, '', tp, -1",
        "TAKE_PROFIT_LIMIT, 62900, tp, 62900"
    })
    void places_a_stop_or_profit_as_a_conditional_algo_of_one_leg(
            OrderType type, String price, String leg, String limit) {
        OrderRequest request = stop(type)
                .price(price.isEmpty() ? null : num(price))
                .triggerBy(TriggerBy.MARK)
                .reduceOnly(true)
                .build();

        JsonNode body = sent(new TradeVenue(), request);

        assertThat(body.path("ordType").asText()).isEqualTo("conditional");
        assertThat(body.path(leg + "TriggerPx").asText()).isEqualTo("63000");
        assertThat(body.path(leg + "TriggerPxType").asText()).isEqualTo("mark");
        assertThat(body.path(leg + "OrdPx").asText()).isEqualTo(limit);
        assertThat(body.has(leg.equals("sl") ? "tpTriggerPx" : "slTriggerPx")).isFalse();
        assertThat(body.path("sz").asText()).isEqualTo("10");
        assertThat(body.path("tdMode").asText()).isEqualTo("cross");
        assertThat(body.path("reduceOnly").booleanValue()).isTrue();
        assertThat(body.path("algoClOrdId").asText()).isEqualTo("b1");
        assertThat(body.has("posSide")).isFalse();
    }

    @Test
    void places_a_trailing_stop_and_one_that_closes_the_position() {
        OrderRequest trailing = OrderRequest.builder(BTC, Side.SELL, OrderType.TRAILING_STOP_MARKET)
                .quantity(num("0.1"))
                .callbackRate(num("0.010"))
                .activationPrice(num("65000"))
                .build();
        OrderRequest whole = OrderRequest.builder(BTC, Side.SELL, OrderType.STOP_MARKET)
                .triggerPrice(num("63000"))
                .closePosition(true)
                .marginMode(MarginMode.ISOLATED)
                .build();
        OrderRequest slot = whole.toBuilder().positionSide(PositionSide.LONG).build();

        JsonNode moving = sent(new TradeVenue(), trailing);
        JsonNode net = sent(new TradeVenue(), whole);
        JsonNode hedged = sent(new TradeVenue().hedged(), slot);

        assertThat(moving.path("ordType").asText()).isEqualTo("move_order_stop");
        assertThat(moving.path("callbackRatio").asText()).isEqualTo("0.01");
        assertThat(moving.path("activePx").asText()).isEqualTo("65000");
        assertThat(net.path("closeFraction").asText()).isEqualTo("1");
        assertThat(net.has("sz")).isFalse();
        assertThat(net.path("reduceOnly").booleanValue()).isTrue();
        assertThat(net.has("posSide")).isFalse();
        assertThat(net.path("tdMode").asText()).isEqualTo("isolated");
        assertThat(hedged.path("posSide").asText()).isEqualTo("long");
        assertThat(hedged.path("closeFraction").asText()).isEqualTo("1");
        assertThat(hedged.has("reduceOnly")).isFalse();
    }

    @Test
    void attaches_both_exits_in_one_entry() {
        OrderRequest entry = OrderRequest.market(BTC, Side.BUY, num("0.1")).toBuilder()
                .stopLoss(new AttachedExit(num("60000"), TriggerBy.MARK))
                .takeProfit(new AttachedExit(num("70000"), TriggerBy.LAST))
                .build();

        JsonNode exits = sent(new TradeVenue(), entry).path("attachAlgoOrds");

        assertThat(exits).hasSize(1);
        assertThat(exits.path(0).path("slTriggerPx").asText()).isEqualTo("60000");
        assertThat(exits.path(0).path("slTriggerPxType").asText()).isEqualTo("mark");
        assertThat(exits.path(0).path("slOrdPx").asText()).isEqualTo("-1");
        assertThat(exits.path(0).path("tpTriggerPxType").asText()).isEqualTo("last");
    }

    @Test
    void counts_a_waiting_spot_order_in_the_base_coin_and_an_inverse_one_at_its_trigger() {
        JsonNode spot = sent(
                new TradeVenue(),
                OrderRequest.builder(SPOT, Side.BUY, OrderType.STOP_MARKET)
                        .quantity(num("0.5"))
                        .triggerPrice(num("70000"))
                        .build());
        JsonNode inverse = sent(
                new TradeVenue(),
                OrderRequest.builder(INVERSE, Side.SELL, OrderType.STOP_MARKET)
                        .quantity(num("0.01"))
                        .triggerPrice(num("63000"))
                        .build());

        assertThat(spot.path("tgtCcy").asText()).isEqualTo("base_ccy");
        assertThat(spot.path("sz").asText()).isEqualTo("0.5");
        assertThat(inverse.path("sz").asText()).isEqualTo("6.3");
    }

    @Test
    void refuses_what_an_algo_order_does_not_have() {
        try (TradeVenue venue = new TradeVenue()) {
            NeutralTrading trading = venue.trading();

            assertThatThrownBy(() -> trading.place(stop(OrderType.STOP_LIMIT)
                            .price(num("62900"))
                            .timeInForce(TimeInForce.IOC)
                            .build()))
                    .isInstanceOf(UnsupportedOperationOnExchangeException.class)
                    .hasMessageContaining("IOC");
            assertThatThrownBy(() -> trading.place(stop(OrderType.STOP_MARKET)
                            .selfTradePrevention(SelfTradePrevention.EXPIRE_MAKER)
                            .build()))
                    .isInstanceOf(UnsupportedOperationOnExchangeException.class);
            assertThatThrownBy(() -> trading.placeBatch(
                            List.of(stop(OrderType.STOP_MARKET).build())))
                    .isInstanceOf(UnsupportedOperationOnExchangeException.class);
            assertThatThrownBy(() -> trading.amend(new AmendRequest(ALGO, num("0.1"), num("63000"))))
                    .isInstanceOf(NotSentException.class);
            assertThatThrownBy(() -> trading.test(stop(OrderType.STOP_MARKET).build()))
                    .isInstanceOf(UnsupportedOperationOnExchangeException.class);
            assertThatThrownBy(() -> trading.fills(HistoryQuery.all())).hasMessageContaining("symbol");
            assertThat(venue.sent()).isEmpty();
        }
    }

    @Test
    void changes_an_order_to_a_new_whole_size_in_contracts() {
        try (TradeVenue venue = new TradeVenue().data("[" + DONE + "]")) {
            OrderAck ack = venue.trading().amend(new AmendRequest(ORDER, num("0.2"), num("64000.5")));

            assertThat(ack.ref()).isEqualTo(ORDER.withClientOrderId("a1"));
            assertThat(venue.sent())
                    .containsExactly("POST trade/amend-order {\"instId\":\"BTC-USDT-SWAP\",\"ordId\":\"1\","
                            + "\"newSz\":\"20\",\"newPx\":\"64000.5\"}");
        }
    }

    private static String algo(String more) {
        return "{\"instId\":\"BTC-USDT-SWAP\",\"instType\":\"SWAP\",\"algoId\":\"5\",\"algoClOrdId\":\"b1\",\"side\":\"sell\","
                + "\"ordType\":\"conditional\",\"sz\":\"10\",\"slTriggerPx\":\"63000\",\"slOrdPx\":\"-1\",\"cTime\":\"1767323000000\","
                + more + "}";
    }

    private static String order(String id, String more) {
        return "{\"instId\":\"BTC-USDT-SWAP\",\"instType\":\"SWAP\",\"ordId\":\"" + id
                + "\",\"side\":\"sell\",\"ordType\":\"market\"," + "\"sz\":\"10\"," + more + "}";
    }

    private static final String FIRED = "\"state\":\"effective\",\"ordId\":\"9\",\"ordIdList\":[\"9\"]";

    @Test
    void shows_a_fired_order_as_what_it_was_with_what_became_of_it() {
        String later = order("9", "\"state\":\"filled\",\"accFillSz\":\"10\",\"avgPx\":\"62990\",\"algoId\":\"5\"");
        try (TradeVenue venue = new TradeVenue().data("[" + algo(FIRED) + "]").data("[" + later + "]")) {
            Order order = venue.trading()
                    .order(OrderRef.ofClientOrderId(BTC, "b1").withConditional(true))
                    .orElseThrow();

            assertThat(order.orderId()).isEqualTo("5");
            assertThat(order.type()).isEqualTo(OrderType.STOP_MARKET);
            assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
            assertThat(order.averagePrice().orElseThrow()).isEqualByComparingTo("62990");
            assertThat(venue.sent())
                    .containsExactly(
                            "GET trade/order-algo?algoClOrdId=b1", "GET trade/order?instId=BTC-USDT-SWAP&ordId=9");
        }
    }

    @Test
    void takes_an_order_that_the_venue_has_forgotten_since_it_fired_for_cancelled_unfilled() {
        String fired = FIRED + ",\"triggerTime\":\"1767323000000\"";
        try (TradeVenue venue = new TradeVenue()
                .data("[" + algo(fired) + "]")
                .code("51603")
                .data("[" + algo(fired) + "]")
                .code("51603")) {
            assertThat(venue.trading().order(ALGO).orElseThrow().status()).isEqualTo(OrderStatus.NEW);

            venue.clock.advance(Duration.ofHours(3));

            assertThat(venue.trading().order(ALGO).orElseThrow().status()).isEqualTo(OrderStatus.CANCELED);
        }
    }

    @Test
    void shows_the_order_that_an_algo_became_as_the_algo_whichever_id_is_asked_for() {
        String later = order("9", "\"state\":\"live\",\"algoId\":\"5\",\"algoClOrdId\":\"b1\",\"source\":\"7\"");
        try (TradeVenue venue = new TradeVenue().data("[" + later + "]").data("[" + algo(FIRED) + "]")) {
            Order order = venue.trading().order(OrderRef.ofOrderId(BTC, "9")).orElseThrow();

            assertThat(order.orderId()).isEqualTo("5");
            assertThat(order.triggerPrice().orElseThrow()).isEqualByComparingTo("63000");
        }
    }

    @Test
    void cancels_what_a_fired_order_became() {
        try (TradeVenue venue = new TradeVenue()
                .then(
                        FaultServer.json(
                                "{\"code\":\"1\",\"msg\":\"\",\"data\":[{\"algoId\":\"5\",\"sCode\":\"51416\",\"sMsg\":\"\"}]}"))
                .data("[" + algo(FIRED) + "]")
                .data("[" + DONE + "]")) {
            assertThat(venue.trading().cancel(ALGO).ref()).isEqualTo(ALGO);

            assertThat(venue.sent())
                    .containsExactly(
                            "POST trade/cancel-algos [{\"instId\":\"BTC-USDT-SWAP\",\"algoId\":\"5\"}]",
                            "GET trade/order-algo?algoId=5",
                            "POST trade/cancel-order {\"instId\":\"BTC-USDT-SWAP\",\"ordId\":\"9\"}");
        }
    }

    @Test
    void follows_a_cancellation_that_the_venue_does_not_know_the_end_of() {
        String doubt = "{\"code\":\"1\",\"msg\":\"\",\"data\":[{\"algoId\":\"5\",\"sCode\":\"51412\",\"sMsg\":\"\"}]}";
        try (TradeVenue venue = new TradeVenue()
                .then(FaultServer.json(doubt))
                .data("[" + algo(FIRED) + "]")
                .data("[" + DONE + "]")
                .then(FaultServer.json(doubt))
                .data("[" + algo("\"state\":\"live\"") + "]")) {
            NeutralTrading trading = venue.trading();

            assertThat(trading.cancel(ALGO).ref()).isEqualTo(ALGO);
            OutcomeUnknownException unknown =
                    catchThrowableOfType(OutcomeUnknownException.class, () -> trading.cancel(ALGO));
            assertThat(unknown.order()).contains(ALGO);
        }
    }

    @Test
    void says_that_an_order_is_not_there_to_be_cancelled() {
        try (TradeVenue venue = new TradeVenue()
                .then(FaultServer.json("{\"code\":\"1\",\"msg\":\"\",\"data\":[" + GONE + "]}"))
                .code("51603")) {
            RejectedException refusal = catchThrowableOfType(
                    RejectedException.class, () -> venue.trading().cancel(ALGO));

            assertThat(refusal.reason()).isEqualTo(Reason.ORDER_NOT_FOUND);
            assertThat(venue.sent()).hasSize(2);
        }
    }

    @Test
    void cancels_orders_and_algos_of_one_batch_by_calls_of_their_own_and_tells_in_order() {
        try (TradeVenue venue = new TradeVenue()
                .data("[" + DONE + "]")
                .then(FaultServer.json("{\"code\":\"50011\",\"msg\":\"\",\"data\":[]}"))) {
            List<Outcome<OrderAck>> outcomes = venue.trading().cancelBatch(List.of(ALGO, ORDER));

            assertThat(outcomes.get(0)).isInstanceOf(Outcome.Failed.class);
            assertThat(outcomes.get(1).orElseThrow().ref().orderId()).contains("1");
            assertThat(venue.sent())
                    .containsExactly(
                            "POST trade/cancel-batch-orders [{\"instId\":\"BTC-USDT-SWAP\",\"ordId\":\"1\"}]",
                            "POST trade/cancel-algos [{\"instId\":\"BTC-USDT-SWAP\",\"algoId\":\"5\"}]");
            assertThatThrownBy(() -> venue.trading().cancelBatch(List.of(ORDER, OrderRef.ofOrderId(INVERSE, "2"))))
                    .hasMessageContaining("one symbol");
        }
    }

    private static String rows(int first, int last, String of) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(i -> of.replace("#", Integer.toString(i)))
                .collect(java.util.stream.Collectors.joining(",", "[", "]"));
    }

    @Test
    void cancels_all_step_by_step_and_minds_none_that_is_gone() {
        String algos = rows(
                1,
                11,
                "{\"instId\":\"BTC-USDT-SWAP\",\"algoId\":\"5#\",\"ordType\":\"conditional\",\"side\":\"sell\",\"state\":\"live\"}");
        String orders = rows(
                1,
                21,
                "{\"instId\":\"BTC-USDT-SWAP\",\"ordId\":\"#\",\"ordType\":\"limit\",\"side\":\"buy\",\"state\":\"live\"}");
        try (TradeVenue venue = new TradeVenue()
                .data(algos)
                .data("[]")
                .data("[]")
                .data("[]")
                .data("[]")
                .data("[]")
                .data(orders)
                .data(rows(1, 20, "{\"ordId\":\"#\",\"sCode\":\"0\"}"))
                .then(FaultServer.json(
                        "{\"code\":\"1\",\"msg\":\"\",\"data\":[{\"ordId\":\"21\",\"sCode\":\"51400\"}]}"))
                .data(rows(1, 10, "{\"algoId\":\"5#\",\"sCode\":\"0\"}"))
                .data("[{\"algoId\":\"511\",\"sCode\":\"0\"}]")) {
            venue.trading().cancelAll(BTC);

            assertThat(venue.sent().stream().filter(call -> call.startsWith("POST")))
                    .extracting(call -> call.substring(0, call.indexOf(" [")))
                    .containsExactly(
                            "POST trade/cancel-batch-orders",
                            "POST trade/cancel-batch-orders",
                            "POST trade/cancel-algos",
                            "POST trade/cancel-algos");
            assertThat(venue.sent().get(0))
                    .isEqualTo("GET trade/orders-algo-pending?instId=BTC-USDT-SWAP&ordType=conditional%2Coco");
        }
    }

    @Test
    void cancels_the_rest_where_a_part_fails_and_then_tells_of_it() {
        String one =
                "[{\"instId\":\"BTC-USDT-SWAP\",\"algoId\":\"5\",\"ordType\":\"conditional\",\"side\":\"sell\",\"state\":\"live\"}]";
        String two =
                "[{\"instId\":\"BTC-USDT-SWAP\",\"ordId\":\"1\",\"ordType\":\"limit\",\"side\":\"buy\",\"state\":\"live\"}]";
        try (TradeVenue venue = new TradeVenue()
                .data(one)
                .data("[]")
                .data("[]")
                .data("[]")
                .data("[]")
                .data("[]")
                .data(two)
                .code("50009")
                .data("[" + ALGO_DONE + "]")) {
            RejectedException refusal = catchThrowableOfType(
                    RejectedException.class, () -> venue.trading().cancelAll(BTC));

            assertThat(refusal.reason()).isEqualTo(Reason.ACCOUNT_STATE);
            assertThat(venue.sent().stream().filter(call -> call.startsWith("POST")))
                    .hasSize(2);
        }
    }

    @Test
    void shows_each_open_order_once_oldest_first_and_leaves_options_out() {
        String fired = order("9", "\"state\":\"live\",\"algoId\":\"5\",\"source\":\"7\",\"cTime\":\"1767323050000\"");
        String plain =
                "{\"instId\":\"BTC-USDT-SWAP\",\"instType\":\"SWAP\",\"ordId\":\"2\",\"side\":\"buy\",\"ordType\":\"limit\","
                        + "\"px\":\"60000\",\"sz\":\"1\",\"state\":\"live\",\"cTime\":\"1767322000000\"}";
        String option =
                "{\"instId\":\"BTC-USD-260327-100000-C\",\"instType\":\"OPTION\",\"ordId\":\"3\",\"side\":\"buy\","
                        + "\"ordType\":\"limit\",\"sz\":\"1\",\"state\":\"live\"}";
        try (TradeVenue venue = new TradeVenue()
                .data("[" + algo("\"state\":\"live\"") + "]")
                .data("[]")
                .data("[]")
                .data("[]")
                .data("[]")
                .data("[]")
                .data("[" + fired + "," + plain + "," + option + "]")
                .data("[" + algo(FIRED) + "]")) {
            List<Order> open = venue.trading().openOrders();

            assertThat(open).extracting(Order::orderId).containsExactly("2", "5");
            assertThat(open.get(1).type()).isEqualTo(OrderType.STOP_MARKET);
        }
    }

    @Test
    void closes_a_position_with_an_order_of_its_own_mode_slot_and_contracts() {
        String cross = "{\"instId\":\"BTC-USD-SWAP\",\"mgnMode\":\"cross\",\"posSide\":\"net\",\"pos\":\"-7.5\"}";
        String isolated = "{\"instId\":\"BTC-USD-SWAP\",\"mgnMode\":\"isolated\",\"posSide\":\"net\",\"pos\":\"-2\"}";
        String flat = "{\"instId\":\"BTC-USD-SWAP\",\"mgnMode\":\"cross\",\"posSide\":\"net\",\"pos\":\"0\"}";
        try (TradeVenue venue = new TradeVenue()
                .data("[" + isolated + "," + cross + "]")
                .data("[" + DONE + "]")
                .data("[" + flat + "," + isolated + "]")
                .data("[" + DONE + "]")
                .data("[" + flat + "]")) {
            NeutralTrading trading = venue.trading();

            OrderAck first = trading.closePosition(INVERSE, PositionSide.SHORT).orElseThrow();
            JsonNode ofCross = venue.lastBody();
            OrderAck second = trading.closePosition(INVERSE, PositionSide.SHORT).orElseThrow();
            JsonNode ofIsolated = venue.lastBody();

            assertThat(trading.closePosition(INVERSE, PositionSide.SHORT)).isEmpty();
            assertThat(first.ref().orderId()).contains("1");
            assertThat(second.ref().clientOrderId()).isPresent();
            assertThat(ofCross.path("tdMode").asText()).isEqualTo("cross");
            assertThat(ofCross.path("sz").asText()).isEqualTo("7.5");
            assertThat(ofCross.path("side").asText()).isEqualTo("buy");
            assertThat(ofCross.path("ordType").asText()).isEqualTo("market");
            assertThat(ofCross.path("reduceOnly").booleanValue()).isTrue();
            assertThat(ofCross.has("posSide")).isFalse();
            assertThat(ofIsolated.path("tdMode").asText()).isEqualTo("isolated");
            assertThat(venue.received().get(1).headers()).containsKey("expTime");
        }
    }

    @Test
    void closes_one_slot_of_long_short_mode() {
        String slots = "[{\"instId\":\"BTC-USDT-SWAP\",\"mgnMode\":\"cross\",\"posSide\":\"long\",\"pos\":\"3\"},"
                + "{\"instId\":\"BTC-USDT-SWAP\",\"mgnMode\":\"cross\",\"posSide\":\"short\",\"pos\":\"5\"}]";
        try (TradeVenue venue = new TradeVenue().hedged().data(slots).then(FaultServer.Fault.DROP)) {
            OutcomeUnknownException unknown = catchThrowableOfType(
                    OutcomeUnknownException.class, () -> venue.trading().closePosition(BTC, PositionSide.SHORT));

            assertThat(unknown.order().flatMap(OrderRef::clientOrderId)).isPresent();
            assertThat(venue.lastBody().path("posSide").asText()).isEqualTo("short");
            assertThat(venue.lastBody().path("side").asText()).isEqualTo("buy");
            assertThat(venue.lastBody().path("sz").asText()).isEqualTo("5");
            assertThat(venue.lastBody().has("reduceOnly")).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"false, 7", "true, 32"})
    void proves_that_an_order_was_not_placed_once_its_window_is_over(boolean conditional, int seconds) {
        try (TradeVenue venue = new TradeVenue().code("51603").code("51603").code("51603")) {
            OrderRef ref = OrderRef.ofClientOrderId(BTC, "a1").withConditional(conditional);
            Instant sentAt = venue.clock.instant();

            OrderResolution resolution = venue.trading().resolve(ref, sentAt);

            assertThat(resolution).isEqualTo(new OrderResolution.NotPlaced(ref));
            assertThat(venue.waits).containsExactly(Duration.ofSeconds(seconds), Duration.ofSeconds(1));
            assertThat(venue.sent()).hasSize(3);
        }
    }

    @Test
    void finds_an_order_that_was_placed_late_and_proves_nothing_after_hours() {
        String found = order("1", "\"clOrdId\":\"a1\",\"state\":\"live\"");
        try (TradeVenue venue = new TradeVenue()
                .code("51603")
                .data("[" + found + "]")
                .code("51603")
                .code("51603")
                .code("51603")) {
            OrderRef ref = OrderRef.ofClientOrderId(BTC, "a1");
            Instant sentAt = venue.clock.instant();

            assertThat(venue.trading().resolve(ref, sentAt)).isInstanceOf(OrderResolution.Placed.class);
            assertThatThrownBy(() -> venue.trading().resolve(ref, sentAt.minus(Duration.ofHours(3))))
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("2 hours");
        }
    }

    private static String fill(String bill, long time) {
        return "{\"instId\":\"BTC-USDT-SWAP\",\"tradeId\":\"t" + bill + "\",\"ordId\":\"1\",\"billId\":\"" + bill
                + "\",\"side\":\"buy\",\"fillPx\":\"64000\",\"fillSz\":\"1\",\"fee\":\"-0.3\",\"feeCcy\":\"USDT\","
                + "\"fillTime\":\"" + time + "\"}";
    }

    @Test
    void reads_new_executions_quickly_and_old_ones_from_the_history_each_once() {
        try (TradeVenue venue = new TradeVenue()) {
            long now = venue.clock.millis();
            long old = now - Duration.ofDays(5).toMillis();
            venue.data("[" + fill("30", now - 1000) + "," + fill("20", now - 2000) + "]")
                    .data("[" + fill("20", now - 2000) + "," + fill("10", old) + "]")
                    .data("[" + fill("30", now - 1000) + "]");

            List<Fill> week = venue.trading().fills(HistoryQuery.of(BTC)).items();
            List<Fill> newest = venue.trading()
                    .fills(HistoryQuery.of(BTC).toBuilder()
                            .from(Instant.ofEpochMilli(now - 1500))
                            .build())
                    .items();

            assertThat(week).extracting(Fill::tradeId).containsExactly("t10", "t20", "t30");
            assertThat(newest).extracting(Fill::tradeId).containsExactly("t30");
            assertThat(venue.sent())
                    .extracting(call -> call.replaceAll("\\?.*", ""))
                    .containsExactly("GET trade/fills", "GET trade/fills-history", "GET trade/fills");
            assertThat(venue.sent().get(0)).contains("instType=SWAP");
        }
    }

    @Test
    void reads_the_archive_for_what_is_older_than_a_week() {
        try (TradeVenue venue = new TradeVenue()) {
            Instant now = venue.clock.instant();
            long time = now.minus(Duration.ofDays(20)).toEpochMilli();
            for (int i = 0; i < 16; i++) {
                venue.data("[]");
            }
            venue.data("[" + order("4", "\"state\":\"filled\",\"accFillSz\":\"10\",\"cTime\":\"" + time + "\"") + "]");

            List<Order> orders = venue.trading()
                    .orderHistory(HistoryQuery.of(BTC).toBuilder()
                            .from(now.minus(Duration.ofDays(21)))
                            .to(now.minus(Duration.ofDays(19)))
                            .build())
                    .items();

            assertThat(orders).extracting(Order::orderId).containsExactly("4");
            assertThat(venue.sent()).last().asString().startsWith("GET trade/orders-history-archive?");
            assertThat(venue.sent()).noneMatch(call -> call.startsWith("GET trade/orders-history?"));
        }
    }
}
