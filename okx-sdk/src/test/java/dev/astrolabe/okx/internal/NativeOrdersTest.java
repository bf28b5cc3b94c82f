package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Outcome;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.SelfTradePrevention;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.TimeInForce;
import dev.astrolabe.exchange.model.TriggerBy;
import dev.astrolabe.exchange.testkit.FaultServer;
import dev.astrolabe.okx.model.OkxAck;
import dev.astrolabe.okx.model.OkxAmend;
import dev.astrolabe.okx.model.OkxCloseRequest;
import dev.astrolabe.okx.model.OkxExit;
import dev.astrolabe.okx.model.OkxInstType;
import dev.astrolabe.okx.model.OkxOrder;
import dev.astrolabe.okx.model.OkxOrderRequest;
import dev.astrolabe.okx.model.OkxQuery;
import dev.astrolabe.okx.model.RowCoverage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent for orders, by the venue's names, and what never is. */
class NativeOrdersTest {

    private static final Symbol SPOT = Symbol.parse("BTC/USDT");
    private static final Symbol BTC = Symbol.parse("BTC/USDT:USDT");
    private static final Symbol INVERSE = Symbol.parse("BTC/USD:BTC");
    private static final String PLACED = "[{\"ordId\":\"1\",\"clOrdId\":\"sdkA1\",\"sCode\":\"0\",\"sMsg\":\"\"}]";

    private static BigDecimal num(String text) {
        return new BigDecimal(text);
    }

    private static OrderRequest.Builder limit(String id) {
        return OrderRequest.builder(BTC, Side.BUY, OrderType.LIMIT)
                .quantity(num("0.1"))
                .price(num("64000"))
                .clientOrderId(id);
    }

    private static OkxOrderRequest order() {
        return OkxOrderRequest.of(limit("sdkA1").build());
    }

    private static JsonNode sent(OkxOrderRequest request) {
        try (TradeVenue venue = new TradeVenue()) {
            OkxAck ack = venue.data(PLACED).orders().place(request);

            assertThat(ack.orderId()).contains("1");
            assertThat(venue.sent()).singleElement().asString().startsWith("POST trade/order {");
            return venue.lastBody();
        }
    }

    private static void refused(OkxOrderRequest request, String... words) {
        try (TradeVenue venue = new TradeVenue()) {
            assertThatThrownBy(() -> venue.orders().place(request))
                    .isInstanceOf(NotSentException.class)
                    .hasMessageContainingAll(words);
            assertThat(venue.sent()).isEmpty();
        }
    }

    @Test
    void sends_a_limit_order_as_recorded() {
        assertThat(sent(order())).isEqualTo(RowCoverage.json("okx/synthetic/req_trade_order_limit_net.json"));
    }

    @Test
    void sends_a_closing_market_order_of_a_slot_as_recorded() {
        OrderRequest close = OrderRequest.market(BTC, Side.SELL, num("0.1")).toBuilder()
                .positionSide(PositionSide.LONG)
                .reduceOnly(true)
                .clientOrderId("sdkA5")
                .build();
        try (TradeVenue venue = new TradeVenue().hedged().data(PLACED)) {
            venue.orders().place(OkxOrderRequest.of(close));

            assertThat(venue.lastBody())
                    .isEqualTo(RowCoverage.json("okx/synthetic/req_trade_order_market_close_long_short.json"));
        }
    }

    @Test
    void sends_exits_as_recorded() {
        OkxExit exit = OkxExit.create()
                .clientOrderId("sdkTp1")
                .takeProfit(num("66000"), TriggerBy.MARK, null)
                .stopLoss(num("63000"), TriggerBy.MARK, null);

        assertThat(sent(order().exits(List.of(exit))))
                .isEqualTo(RowCoverage.json("okx/synthetic/req_trade_order_with_tp_sl.json"));
    }

    @Test
    void sends_every_parameter_and_lets_it_win() {
        JsonNode body = sent(order().tradeMode("isolated")
                .orderType("optimal_limit_ioc")
                .marginCurrency("USDT")
                .tag("tag1")
                .targetCurrency("base_ccy")
                .tradeQuoteCurrency("USDC")
                .banAmend(true)
                .slippage(num("0.01"))
                .clampPrice(true)
                .with("rpiTakerAccess", true)
                .with("speedBump", "1"));

        assertThat(body.path("tdMode").asText()).isEqualTo("isolated");
        assertThat(body.path("ordType").asText()).isEqualTo("optimal_limit_ioc");
        assertThat(body.path("ccy").asText()).isEqualTo("USDT");
        assertThat(body.path("tag").asText()).isEqualTo("tag1");
        assertThat(body.path("tgtCcy").asText()).isEqualTo("base_ccy");
        assertThat(body.path("tradeQuoteCcy").asText()).isEqualTo("USDC");
        assertThat(body.path("banAmend").isBoolean()).isTrue();
        assertThat(body.path("slippagePct").asText()).isEqualTo("0.01");
        assertThat(body.path("pxAmendType").asText()).isEqualTo("1");
        assertThat(body.path("rpiTakerAccess").booleanValue()).isTrue();
        assertThat(body.path("speedBump").asText()).isEqualTo("1");
    }

    @Test
    void sends_options_prices() {
        assertThat(sent(order().priceUsd(num("12.5"))).path("pxUsd").asText()).isEqualTo("12.5");
        assertThat(sent(order().priceVolatility(num("0.6"))).path("pxVol").asText())
                .isEqualTo("0.6");
    }

    @ParameterizedTest
    @CsvSource({"GTC, limit", "IOC, ioc", "FOK, fok", "POST_ONLY, post_only", "RPI, rpi"})
    void words_the_time_in_force_as_a_type(TimeInForce tif, String type) {
        JsonNode body = sent(OkxOrderRequest.of(limit("sdkA1").timeInForce(tif).build()));

        assertThat(body.path("ordType").asText()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"EXPIRE_TAKER, cancel_taker", "EXPIRE_MAKER, cancel_maker", "EXPIRE_BOTH, cancel_both"})
    void words_the_rule_against_self_trades(SelfTradePrevention rule, String word) {
        JsonNode body =
                sent(OkxOrderRequest.of(limit("sdkA1").selfTradePrevention(rule).build()));

        assertThat(body.path("stpMode").asText()).isEqualTo(word);
    }

    @Test
    void counts_a_spot_market_order_in_the_base_coin() {
        JsonNode body = sent(OkxOrderRequest.of(OrderRequest.market(SPOT, Side.BUY, num("0.5"))));

        assertThat(body.path("tgtCcy").asText()).isEqualTo("base_ccy");
        assertThat(body.path("sz").asText()).isEqualTo("0.5");
        assertThat(body.path("tdMode").asText()).isEqualTo("cash");
        assertThat(body.path("clOrdId").asText()).matches("[A-Za-z0-9]{1,32}");
    }

    @Test
    void buys_for_so_much_quote_where_asked() {
        JsonNode body = sent(OkxOrderRequest.of(OrderRequest.market(SPOT, Side.BUY, num("25.123456789123")))
                .targetCurrency("quote_ccy"));

        assertThat(body.path("tgtCcy").asText()).isEqualTo("quote_ccy");
        assertThat(body.path("sz").asText()).isEqualTo("25.123456789123");
    }

    @Test
    void trades_spot_cross_where_the_account_shares_its_margin() {
        try (TradeVenue venue = new TradeVenue().level("3").data(PLACED)) {
            venue.orders().place(OkxOrderRequest.of(OrderRequest.market(SPOT, Side.BUY, num("0.5"))));

            assertThat(venue.lastBody().path("tdMode").asText()).isEqualTo("cross");
        }
    }

    @Test
    void takes_the_margin_mode_of_the_client_where_the_order_names_none() {
        try (TradeVenue venue = new TradeVenue("isolated").data(PLACED)) {
            venue.orders().place(order());

            assertThat(venue.lastBody().path("tdMode").asText()).isEqualTo("isolated");
        }
    }

    @Test
    void counts_inverse_contracts_at_the_price_or_as_given() {
        OrderRequest priced = OrderRequest.limit(INVERSE, Side.BUY, num("0.01"), num("64000"));
        OrderRequest counted = OrderRequest.builder(INVERSE, Side.SELL, OrderType.MARKET)
                .contracts(num("6.4"))
                .build();

        assertThat(sent(OkxOrderRequest.of(priced)).path("sz").asText()).isEqualTo("6.4");
        assertThat(sent(OkxOrderRequest.of(counted)).path("sz").asText()).isEqualTo("6.4");
        refused(OkxOrderRequest.of(OrderRequest.market(INVERSE, Side.SELL, num("0.01"))), "contracts");
    }

    @Test
    void says_reduce_only_unless_a_slot_says_it() {
        OrderRequest reduce = OrderRequest.market(BTC, Side.SELL, num("0.1")).toBuilder()
                .reduceOnly(true)
                .build();
        OrderRequest ofSlot = reduce.toBuilder().positionSide(PositionSide.LONG).build();

        assertThat(sent(OkxOrderRequest.of(reduce)).path("reduceOnly").booleanValue())
                .isTrue();
        try (TradeVenue venue = new TradeVenue().hedged().data(PLACED)) {
            venue.orders().place(OkxOrderRequest.of(ofSlot));
            assertThat(venue.lastBody().has("reduceOnly")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"with-dash", "with_line", "", "123456789012345678901234567890123", "schlüssel"})
    void refuses_a_client_id_of_other_characters_or_too_long(String id) {
        if (id.isEmpty()) {
            assertThatThrownBy(() -> limit(id).build()).isInstanceOf(NotSentException.class);
            return;
        }
        refused(OkxOrderRequest.of(limit(id).build()), id, "32");
    }

    @Test
    void refuses_a_tag_a_rule_or_exits_that_the_venue_would_not_take() {
        assertThatThrownBy(() -> order().tag("12345678901234567")).hasMessageContaining("1 to 16");
        assertThatThrownBy(() -> order().tag("a-b")).isInstanceOf(NotSentException.class);
        assertThatThrownBy(() -> OkxOrderRequest.of(OrderRequest.builder(BTC, Side.SELL, OrderType.STOP_MARKET)
                        .quantity(num("0.1"))
                        .triggerPrice(num("60000"))
                        .build()))
                .hasMessageContaining("algo");
        assertThatThrownBy(() -> order().exits(List.of())).isInstanceOf(NotSentException.class);
        refused(
                OkxOrderRequest.of(limit("sdkA1")
                        .timeInForce(TimeInForce.FOK)
                        .selfTradePrevention(SelfTradePrevention.EXPIRE_BOTH)
                        .build()),
                "EXPIRE_BOTH",
                "FOK");
        refused(
                OkxOrderRequest.of(OrderRequest.market(SPOT, Side.SELL, num("0.5")).toBuilder()
                        .reduceOnly(true)
                        .build()),
                "spot");
    }

    private static OkxExit profit(String trigger, String size) {
        return OkxExit.create().takeProfit(num(trigger), TriggerBy.LAST, null).size(num(size));
    }

    @Test
    void splits_a_profit_into_parts_that_sum_up_to_the_order() {
        OkxExit stop =
                OkxExit.create().stopLoss(num("60000"), TriggerBy.LAST, null).moveStopToCost();

        JsonNode body = sent(order().exits(List.of(profit("66000", "4"), profit("67000", "6"), stop)));

        assertThat(body.path("attachAlgoOrds")).hasSize(3);
        assertThat(body.path("attachAlgoOrds")
                        .path(2)
                        .path("amendPxOnTriggerType")
                        .asText())
                .isEqualTo("1");
        refused(order().exits(List.of(profit("66000", "4"), profit("67000", "5"))), "sum up to 9", "10");
        refused(
                order().exits(List.of(
                        profit("66000", "4"), OkxExit.create().takeProfit(num("67000"), TriggerBy.LAST, null))),
                "no size");
        assertThatThrownBy(() -> order().exits(List.of(profit("66000", "4"), profit("67000", "6"), stop, stop)))
                .hasMessageContaining("at most 1");
        assertThatThrownBy(() -> order().exits(Collections.nCopies(11, profit("66000", "1"))))
                .hasMessageContaining("10");
    }

    @Test
    void words_every_kind_of_exit() {
        JsonNode exit = sent(order().exits(List.of(OkxExit.create()
                        .takeProfitAtRatio(num("0.05"), TriggerBy.INDEX, num("70000"))
                        .stopLossAtRatio(num("-0.05"), TriggerBy.MARK, null))))
                .path("attachAlgoOrds")
                .path(0);
        JsonNode trailing = sent(order().exits(
                                List.of(OkxExit.create().trailing(num("0.01")).activationPrice(num("65000")))))
                .path("attachAlgoOrds")
                .path(0);

        assertThat(exit.path("tpTriggerRatio").asText()).isEqualTo("0.05");
        assertThat(exit.path("tpTriggerPxType").asText()).isEqualTo("index");
        assertThat(exit.path("tpOrdPx").asText()).isEqualTo("70000");
        assertThat(exit.path("slTriggerRatio").asText()).isEqualTo("-0.05");
        assertThat(exit.path("slOrdPx").asText()).isEqualTo("-1");
        assertThat(trailing.path("callbackRatio").asText()).isEqualTo("0.01");
        assertThat(trailing.path("activePx").asText()).isEqualTo("65000");
        assertThat(OkxExit.create().trailingBy(num("50")).get("callbackSpread")).contains("50");
        assertThat(OkxExit.create().takeProfitLimit(num("70000")).get("tpOrdKind"))
                .contains("limit");
    }

    private static FaultServer.Reply recorded(String name) {
        return FaultServer.json(
                RowCoverage.json("okx/synthetic/rest_trade_" + name + ".json").toString());
    }

    private static Reason reason(Outcome<OkxAck> outcome) {
        return ((RejectedException) ((Outcome.Failed<OkxAck>) outcome).error()).reason();
    }

    private static List<OkxOrderRequest> two() {
        return List.of(order(), OkxOrderRequest.of(limit("sdkA2").build()));
    }

    @Test
    void tells_what_became_of_each_order_of_a_batch_whatever_the_code_above() {
        try (TradeVenue venue = new TradeVenue()
                .then(recorded("batch_orders_all_ok"))
                .then(recorded("batch_orders_partial"))
                .then(recorded("batch_orders_code0_with_failed_item"))
                .then(recorded("batch_orders_all_failed"))) {
            NativeOrders orders = venue.orders();

            List<Outcome<OkxAck>> all = orders.placeBatch(two());
            List<Outcome<OkxAck>> some = orders.placeBatch(two());
            List<Outcome<OkxAck>> hidden = orders.placeBatch(two());
            List<Outcome<OkxAck>> none = orders.placeBatch(two());

            assertThat(all)
                    .extracting(each -> each.orElseThrow().clientOrderId().orElseThrow())
                    .containsExactly("sdkA1", "sdkA2");
            assertThat(some.get(0)).isInstanceOf(Outcome.Accepted.class);
            assertThat(reason(some.get(1))).isEqualTo(Reason.FILTER);
            assertThat(hidden.get(0)).isInstanceOf(Outcome.Accepted.class);
            assertThat(reason(hidden.get(1))).isEqualTo(Reason.FILTER);
            assertThat(none).extracting(NativeOrdersTest::reason).containsOnly(Reason.INSUFFICIENT_FUNDS);
            assertThat(venue.received()).hasSize(4);
            assertThat(venue.received().get(0).headers()).containsKey("expTime");
        }
    }

    @Test
    void names_each_order_of_a_batch_whose_fate_is_not_known() {
        String first = "{\"ordId\":\"7\",\"clOrdId\":\"sdkA2\",\"sCode\":\"0\",\"sMsg\":\"\"}";
        String doubt = "{\"ordId\":\"\",\"clOrdId\":\"sdkA1\",\"sCode\":\"51149\",\"sMsg\":\"Order timed out.\"}";
        try (TradeVenue venue = new TradeVenue()
                .then(FaultServer.Fault.DROP)
                .data("[" + first + "]")
                .then(FaultServer.json("{\"code\":\"2\",\"msg\":\"\",\"data\":[" + first + "," + doubt + "]}"))) {
            NativeOrders orders = venue.orders();

            List<Outcome<OkxAck>> lost = orders.placeBatch(two());
            List<Outcome<OkxAck>> missing = orders.placeBatch(two());
            List<Outcome<OkxAck>> swapped = orders.placeBatch(two());

            assertThat(lost).extracting(NativeOrdersTest::unknownId).containsExactly("sdkA1", "sdkA2");
            assertThat(unknownId(missing.get(0))).isEqualTo("sdkA1");
            assertThat(missing.get(1).orElseThrow().orderId()).contains("7");
            assertThat(unknownId(swapped.get(0))).isEqualTo("sdkA1");
            assertThat(swapped.get(1).orElseThrow().orderId()).contains("7");
            assertThat(venue.received()).hasSize(3);
        }
    }

    @Test
    void does_not_take_an_item_without_a_verdict_for_done() {
        try (TradeVenue venue = new TradeVenue()
                .data("[" + PLACED.substring(1, PLACED.length() - 1) + ",{\"ordId\":\"\",\"clOrdId\":\"sdkA2\"}]")) {
            List<Outcome<OkxAck>> outcomes = venue.orders().placeBatch(two());

            assertThat(outcomes.get(0)).isInstanceOf(Outcome.Accepted.class);
            assertThat(unknownId(outcomes.get(1))).isEqualTo("sdkA2");
        }
    }

    private static String unknownId(Outcome<OkxAck> outcome) {
        OutcomeUnknownException unknown = (OutcomeUnknownException) ((Outcome.Failed<OkxAck>) outcome).error();
        return unknown.order().flatMap(OrderRef::clientOrderId).orElseThrow();
    }

    @Test
    void refuses_a_change_or_an_exit_off_tick_or_lot() {
        OrderRef inverse = OrderRef.ofOrderId(INVERSE, "1");
        try (TradeVenue venue = new TradeVenue()) {
            assertThatThrownBy(() -> venue.orders().amend(OkxAmend.of(inverse).size(num("1.25"))))
                    .isInstanceOf(NotSentException.class)
                    .hasMessageContainingAll("newSz 1.25", "lot size 0.1");
            assertThatThrownBy(() -> venue.orders().amend(OkxAmend.of(inverse).price(num("64000.05"))))
                    .hasMessageContainingAll("newPx 64000.05", "tick size 0.1");
            assertThat(venue.sent()).isEmpty();
        }
        refused(
                order().exits(List.of(OkxExit.create().stopLoss(num("60000.01"), TriggerBy.LAST, null))),
                "slTriggerPx 60000.01",
                "nearest is 60000");
    }

    @Test
    void refuses_batches_of_none_or_too_many() {
        try (TradeVenue venue = new TradeVenue()) {
            NativeOrders orders = venue.orders();
            OrderRef ref = OrderRef.ofOrderId(BTC, "1");

            assertThatThrownBy(() -> orders.placeBatch(List.of())).isInstanceOf(NotSentException.class);
            assertThatThrownBy(() -> orders.placeBatch(Collections.nCopies(21, order())))
                    .hasMessageContaining("21")
                    .hasMessageContaining("20");
            assertThatThrownBy(() -> orders.cancelBatch(Collections.nCopies(21, ref)))
                    .hasMessageContaining("21");
            assertThatThrownBy(() -> orders.amendBatch(List.of(OkxAmend.of(ref), OkxAmend.of(ref))))
                    .hasMessageContaining("twice");
            assertThat(venue.sent()).isEmpty();
        }
    }

    @Test
    void names_an_order_by_the_venues_id_where_both_are_known() {
        try (TradeVenue venue = new TradeVenue().data(PLACED).data(PLACED).data("[]")) {
            OrderRef both = OrderRef.ofOrderId(BTC, "1").withClientOrderId("sdkA1");

            venue.orders().cancel(both);
            venue.orders().cancel(OrderRef.ofClientOrderId(BTC, "sdkA1"));
            assertThat(venue.orders().order(both)).isEmpty();

            assertThat(venue.sent())
                    .containsExactly(
                            "POST trade/cancel-order {\"instId\":\"BTC-USDT-SWAP\",\"ordId\":\"1\"}",
                            "POST trade/cancel-order {\"instId\":\"BTC-USDT-SWAP\",\"clOrdId\":\"sdkA1\"}",
                            "GET trade/order?instId=BTC-USDT-SWAP&ordId=1");
        }
    }

    @Test
    void cancels_and_changes_several_in_one_request() {
        try (TradeVenue venue = new TradeVenue()
                .then(recorded("cancel_batch_orders_partial"))
                .then(recorded("amend_batch_orders_ok"))) {
            OrderRef first = OrderRef.ofOrderId(BTC, "2651111111111111111");
            OrderRef second = OrderRef.ofOrderId(BTC, "2651111111111111112");

            List<Outcome<OkxAck>> canceled = venue.orders().cancelBatch(List.of(first, second));
            List<Outcome<OkxAck>> changed = venue.orders()
                    .amendBatch(List.of(
                            OkxAmend.of(first).size(num("12")).requestId("rq1"),
                            OkxAmend.of(second).price(num("63950"))));

            assertThat(canceled.get(0)).isInstanceOf(Outcome.Accepted.class);
            assertThat(reason(canceled.get(1))).isEqualTo(Reason.ORDER_NOT_FOUND);
            assertThat(changed).allMatch(each -> each.orElseThrow().accepted());
            assertThat(venue.lastBody().path(0).path("newSz").asText()).isEqualTo("12");
            assertThat(venue.lastBody().path(1).path("newPx").asText()).isEqualTo("63950");
        }
    }

    @Test
    void changes_an_order_with_every_parameter() {
        try (TradeVenue venue =
                new TradeVenue().then(recorded("amend_order_ok")).then(recorded("amend_order_51503"))) {
            OkxAmend change = OkxAmend.of(OrderRef.ofClientOrderId(BTC, "sdkA1"))
                    .requestId("rq1")
                    .size(num("12"))
                    .price(num("63950"))
                    .priceUsd(num("5"))
                    .priceVolatility(num("0.5"))
                    .cancelOnFail(true)
                    .clampPrice(false)
                    .exits(List.of(OkxExit.change("9")
                            .newStopLoss(BigDecimal.ZERO, TriggerBy.LAST, null)
                            .newTakeProfit(num("70000"), TriggerBy.MARK, num("69000"))));

            assertThat(venue.orders().amend(change).requestId()).contains("rq1");
            assertThat(venue.sent())
                    .containsExactly(
                            "POST trade/amend-order {\"instId\":\"BTC-USDT-SWAP\","
                                    + "\"clOrdId\":\"sdkA1\",\"reqId\":\"rq1\",\"newSz\":\"12\",\"newPx\":\"63950\",\"newPxUsd\":\"5\","
                                    + "\"newPxVol\":\"0.5\",\"cxlOnFail\":true,\"pxAmendType\":\"0\",\"attachAlgoOrds\":[{"
                                    + "\"attachAlgoId\":\"9\",\"newSlTriggerPx\":\"0\",\"newSlTriggerPxType\":\"last\",\"newSlOrdPx\":\"-1\","
                                    + "\"newTpTriggerPx\":\"70000\",\"newTpTriggerPxType\":\"mark\",\"newTpOrdPx\":\"69000\"}]}");
            RejectedException refusal = catchThrowableOfType(
                    RejectedException.class, () -> venue.orders().amend(change));
            assertThat(refusal.reason()).isEqualTo(Reason.ORDER_NOT_FOUND);
        }
    }

    @Test
    void closes_a_position_and_names_no_order_where_the_outcome_is_not_known() {
        OkxCloseRequest request = OkxCloseRequest.of("BTC-USDT-SWAP", "isolated")
                .positionSide("long")
                .marginCurrency("USDT")
                .cancelClosers(true)
                .clientOrderId("sdkClose1")
                .tag("t");
        try (TradeVenue venue = new TradeVenue()
                .then(recorded("close_position_ok"))
                .then(recorded("close_position_51023"))
                .then(FaultServer.Fault.DROP)) {
            assertThat(venue.orders().closePosition(request).clientOrderId()).contains("sdkClose1");
            assertThat(venue.sent())
                    .containsExactly("POST trade/close-position {\"instId\":\"BTC-USDT-SWAP\","
                            + "\"mgnMode\":\"isolated\",\"posSide\":\"long\",\"ccy\":\"USDT\",\"autoCxl\":true,"
                            + "\"clOrdId\":\"sdkClose1\",\"tag\":\"t\"}");
            RejectedException refusal = catchThrowableOfType(
                    RejectedException.class, () -> venue.orders().closePosition(request));
            assertThat(refusal.reason()).isEqualTo(Reason.REDUCE_ONLY);
            OutcomeUnknownException unknown = catchThrowableOfType(
                    OutcomeUnknownException.class, () -> venue.orders().closePosition(request));
            assertThat(unknown.order()).isEmpty();
        }
    }

    @Test
    void arms_and_stops_the_timer_that_cancels_all() {
        try (TradeVenue venue =
                new TradeVenue().then(recorded("cancel_all_after")).then(recorded("cancel_all_after_disabled"))) {
            NativeOrders orders = venue.orders();

            assertThat(orders.cancelAllAfter(Duration.ofMinutes(1)).triggerTime())
                    .isPresent();
            assertThat(orders.cancelAllAfter(Duration.ZERO, "tag1").triggerTime())
                    .isEmpty();

            assertThat(venue.sent())
                    .containsExactly(
                            "POST trade/cancel-all-after {\"timeOut\":\"60\"}",
                            "POST trade/cancel-all-after {\"timeOut\":\"0\",\"tag\":\"tag1\"}");
            for (Duration wrong : List.of(
                    Duration.ofSeconds(9),
                    Duration.ofSeconds(121),
                    Duration.ofMillis(10_500),
                    Duration.ofSeconds(-10))) {
                assertThatThrownBy(() -> orders.cancelAllAfter(wrong)).isInstanceOf(NotSentException.class);
            }
            assertThatThrownBy(() -> orders.cancelAllAfter(Duration.ZERO, "a-b"))
                    .hasMessageContaining("a-b");
            assertThat(venue.sent()).hasSize(2);
        }
    }

    @Test
    void has_an_order_checked_without_placing_it() {
        try (TradeVenue venue = new TradeVenue().then(recorded("order_precheck"))) {
            assertThat(venue.orders().check(order()).initialMarginChange().orElseThrow())
                    .isEqualByComparingTo("64.23");
            assertThat(venue.sent()).singleElement().asString().startsWith("POST trade/order-precheck {");
        }
    }

    @Test
    void asks_for_lists_limits_and_mass_cancels() {
        try (TradeVenue venue = new TradeVenue()
                .then(recorded("orders_pending"))
                .then(recorded("orders_history"))
                .data("[]")
                .then(recorded("fills"))
                .data("[]")
                .data("[{\"result\":true}]")
                .then(recorded("account_rate_limit"))) {
            NativeOrders orders = venue.orders();
            OkxQuery swaps = OkxQuery.of(OkxInstType.SWAP);

            assertThat(orders.pending(OkxQuery.all()).items()).hasSize(2);
            assertThat(orders.history(swaps.limit(2)).next()).contains("2651111111111111109");
            orders.archive(swaps.with("state", "filled"));
            assertThat(orders.fills(OkxQuery.all().with("ordId", "1")).items()).hasSize(3);
            orders.fillsHistory(swaps);
            assertThat(orders.massCancel("BTC-USD")).isTrue();
            assertThat(orders.rateLimit().limit()).hasValue(1000);

            assertThat(venue.sent())
                    .containsExactly(
                            "GET trade/orders-pending",
                            "GET trade/orders-history?instType=SWAP&limit=2",
                            "GET trade/orders-history-archive?instType=SWAP&state=filled",
                            "GET trade/fills?ordId=1",
                            "GET trade/fills-history?instType=SWAP",
                            "POST trade/mass-cancel {\"instFamily\":\"BTC-USD\",\"instType\":\"OPTION\"}",
                            "GET trade/account-rate-limit");
            assertThatThrownBy(() -> orders.history(OkxQuery.all())).hasMessageContaining("instType");
        }
    }

    @Test
    void finds_no_order_where_the_venue_knows_none() {
        try (TradeVenue venue = new TradeVenue()
                .then(recorded("order_51603"))
                .then(FaultServer.status(400, "{\"code\":\"51000\",\"msg\":\"Parameter ordId error\",\"data\":[]}"))
                .then(recorded("order_live"))) {
            NativeOrders orders = venue.orders();
            OrderRef ref = OrderRef.ofOrderId(BTC, "1");

            assertThat(orders.order(ref)).isEmpty();
            assertThat(orders.order(ref)).isEmpty();
            assertThat(orders.order(ref).map(OkxOrder::state)).contains("live");
        }
    }

    @Test
    void sends_many_orders_to_one_bucket_and_one_order_of_a_batch_to_that_of_single_ones() {
        List<OkxOrderRequest> many = IntStream.range(0, 3)
                .mapToObj(i -> OkxOrderRequest.of(limit("sdk" + i).build()))
                .toList();
        try (TradeVenue venue = new TradeVenue()) {
            OrderPreparation preparation = new OrderPreparation(venue.context, venue.instruments, venue.modes);
            var several = dev.astrolabe.exchange.transport.Params.array(
                    many.stream().map(each -> preparation.of(each).params()).toList());
            var alone = dev.astrolabe.exchange.transport.Params.array(
                    List.of(preparation.of(many.get(0)).params()));

            assertThat(TradeOperations.PLACE_BATCH.endpoint().costs(several).toString())
                    .contains("batch-orders", "account orders");
            assertThat(TradeOperations.PLACE_BATCH.endpoint().costs(alone).get(0))
                    .isEqualTo(TradeOperations.PLACE
                            .endpoint()
                            .costs(preparation.of(many.get(0)).params())
                            .get(0));
            assertThat(TradeOperations.PLACE_BATCH
                            .endpoint()
                            .costs(several)
                            .get(0)
                            .amount())
                    .isEqualTo(3);
        }
    }
}
