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
import dev.astrolabe.exchange.model.Outcome;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.model.TriggerBy;
import dev.astrolabe.exchange.testkit.FaultServer;
import dev.astrolabe.okx.model.OkxAck;
import dev.astrolabe.okx.model.OkxAlgoAmend;
import dev.astrolabe.okx.model.OkxAlgoRequest;
import dev.astrolabe.okx.model.OkxExit;
import dev.astrolabe.okx.model.OkxQuery;
import dev.astrolabe.okx.model.RowCoverage;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is sent for algo orders, by the venue's names, and what never is. */
class NativeAlgosTest {

    private static final Symbol BTC = Symbol.parse("BTC/USDT:USDT");
    private static final String PLACED = "[{\"algoId\":\"5\",\"algoClOrdId\":\"a1\",\"sCode\":\"0\",\"sMsg\":\"\"}]";
    private static final OrderRef REF = OrderRef.ofOrderId(BTC, "5").withConditional(true);

    private static BigDecimal num(String text) {
        return new BigDecimal(text);
    }

    private static JsonNode sent(OkxAlgoRequest request) {
        try (TradeVenue venue = new TradeVenue().data(PLACED)) {
            assertThat(venue.algos().place(request).algoId()).contains("5");
            assertThat(venue.sent()).singleElement().asString().startsWith("POST trade/order-algo {");
            return venue.lastBody();
        }
    }

    private static OkxAlgoRequest stop() {
        return OkxAlgoRequest.conditional(BTC, Side.SELL).stopLoss(num("63000"), TriggerBy.MARK, null);
    }

    @Test
    void sends_a_stop_that_closes_the_position_as_recorded() {
        JsonNode body = sent(stop().closePosition()
                .reduceOnly(true)
                .positionSide("net")
                .tradeMode("cross")
                .clientOrderId("sdkAlg3"));

        assertThat(body).isEqualTo(RowCoverage.json("okx/synthetic/req_trade_order_algo_conditional_close_all.json"));
    }

    @Test
    void sends_a_trailing_stop_as_recorded() {
        JsonNode body = sent(OkxAlgoRequest.trailing(BTC, Side.SELL, num("0.01"))
                .size(num("10"))
                .activationPrice(num("65000"))
                .reduceOnly(true)
                .clientOrderId("sdkAlg4"));

        assertThat(body).isEqualTo(RowCoverage.json("okx/synthetic/req_trade_order_algo_trailing.json"));
    }

    @Test
    void names_one_that_has_no_name_and_takes_the_margin_mode_of_the_client() {
        JsonNode body = sent(stop().size(num("10")));

        assertThat(body.path("algoClOrdId").asText()).matches("[A-Za-z0-9]{1,32}");
        assertThat(body.path("tdMode").asText()).isEqualTo("cross");
        assertThat(body.path("sz").asText()).isEqualTo("10");
    }

    @Test
    void words_every_kind() {
        BigDecimal ten = num("10");
        JsonNode oco = sent(OkxAlgoRequest.oco(BTC, Side.SELL)
                .size(ten)
                .stopLoss(num("63000"), TriggerBy.LAST, num("62900"))
                .takeProfit(num("66000"), TriggerBy.INDEX, null)
                .reduceOnly(true)
                .cancelWithPosition(true)
                .tag("t1"));
        JsonNode trigger = sent(OkxAlgoRequest.trigger(BTC, Side.BUY, num("63500"), TriggerBy.INDEX, num("63490"))
                .size(ten)
                .triggeredOrderType("ioc")
                .with("advChaseParams", List.of(Map.of("chaseType", "distance", "chaseVal", "10")))
                .exits(List.of(OkxExit.create().stopLoss(num("60000"), TriggerBy.LAST, null))));
        JsonNode trailing =
                sent(OkxAlgoRequest.trailingBy(BTC, Side.SELL, num("50")).size(ten));
        JsonNode chase = sent(OkxAlgoRequest.chase(BTC, Side.BUY)
                .size(ten)
                .chaseDistance("distance", num("1"))
                .chaseLimit("ratio", num("0.05")));
        JsonNode twap = sent(OkxAlgoRequest.twap(BTC, Side.BUY, num("1"), num("65000"), 30)
                .size(ten)
                .priceRatio(num("0.01"))
                .targetCurrency("base_ccy"));
        JsonNode iceberg = sent(OkxAlgoRequest.smartIceberg(BTC, Side.BUY, num("1"), 3, "balanced", num("65000"))
                .size(ten)
                .priceSpread(num("1")));

        assertThat(oco.path("slOrdPx").asText()).isEqualTo("62900");
        assertThat(oco.path("tpTriggerPxType").asText()).isEqualTo("index");
        assertThat(oco.path("cxlOnClosePos").booleanValue()).isTrue();
        assertThat(trigger.path("orderPx").asText()).isEqualTo("63490");
        assertThat(trigger.path("advChaseParams").path(0).path("chaseVal").asText())
                .isEqualTo("10");
        assertThat(trigger.path("attachAlgoOrds").path(0).path("slOrdPx").asText())
                .isEqualTo("-1");
        assertThat(trailing.path("callbackSpread").asText()).isEqualTo("50");
        assertThat(chase.path("maxChaseVal").asText()).isEqualTo("0.05");
        assertThat(twap.path("timeInterval").asText()).isEqualTo("30");
        assertThat(twap.path("pxVar").asText()).isEqualTo("0.01");
        assertThat(iceberg.path("ordType").asText()).isEqualTo("smart_iceberg");
        assertThat(iceberg.path("lmtOrderNumber").asText()).isEqualTo("3");
    }

    @Test
    void refuses_what_is_incomplete_or_does_not_go_together() {
        OkxAlgoRequest bare = OkxAlgoRequest.conditional(BTC, Side.SELL).size(num("1"));
        for (OkxAlgoRequest wrong : List.of(
                stop(),
                stop().size(num("1")).closePosition(),
                bare,
                OkxAlgoRequest.oco(BTC, Side.SELL).size(num("1")).stopLoss(num("63000"), TriggerBy.LAST, null),
                OkxAlgoRequest.conditional(BTC, Side.SELL)
                        .stopLoss(num("63000"), TriggerBy.LAST, num("62000"))
                        .closePosition(),
                OkxAlgoRequest.chase(BTC, Side.BUY).closePosition(),
                stop().size(num("1")).cancelWithPosition(true))) {
            try (TradeVenue venue = new TradeVenue()) {
                assertThatThrownBy(() -> venue.algos().place(wrong))
                        .as(wrong.toString())
                        .isInstanceOf(NotSentException.class)
                        .hasMessageContaining("BTC/USDT:USDT");
                assertThat(venue.sent()).isEmpty();
            }
        }
        assertThatThrownBy(() -> stop().clientOrderId("a-b")).hasMessageContaining("a-b");
        assertThatThrownBy(() -> stop().size(BigDecimal.ZERO)).isInstanceOf(NotSentException.class);
    }

    @Test
    void refuses_amounts_off_tick_or_lot_and_names_the_nearest() {
        OkxAlgoRequest offLot = stop().size(num("10.005"));
        OkxAlgoRequest offTick = OkxAlgoRequest.conditional(BTC, Side.SELL)
                .size(num("10"))
                .stopLoss(num("63000.07"), TriggerBy.LAST, null);
        OkxAlgoRequest offTickInside = OkxAlgoRequest.trigger(BTC, Side.BUY, num("63500"), TriggerBy.LAST, null)
                .size(num("10"))
                .exits(List.of(OkxExit.create().stopLoss(num("60000.01"), TriggerBy.LAST, null)));
        try (TradeVenue venue = new TradeVenue()) {
            assertThatThrownBy(() -> venue.algos().place(offLot))
                    .isInstanceOf(NotSentException.class)
                    .hasMessageContainingAll("sz 10.005", "lot size 0.01", "nearest is 10");
            assertThatThrownBy(() -> venue.algos().place(offTick))
                    .hasMessageContainingAll("slTriggerPx 63000.07", "tick size 0.1", "nearest is 63000");
            assertThatThrownBy(() -> venue.algos().place(offTickInside)).hasMessageContaining("60000.01");
            assertThatThrownBy(() -> venue.algos().amend(OkxAlgoAmend.of(REF).size(num("0.001"))))
                    .hasMessageContainingAll("newSz 0.001", "below the minimum 0.01");
            assertThat(venue.sent()).isEmpty();
        }
    }

    @Test
    void tells_why_one_was_refused_and_names_it_where_nothing_came_back() {
        try (TradeVenue venue = new TradeVenue()
                .then(FaultServer.json(RowCoverage.json("okx/synthetic/rest_trade_order_algo_rejected.json")
                        .toString()))
                .then(FaultServer.Fault.DROP)) {
            OkxAlgoRequest request = stop().size(num("1")).clientOrderId("sdkAlg1");

            RejectedException refusal = catchThrowableOfType(
                    RejectedException.class, () -> venue.algos().place(request));
            OutcomeUnknownException unknown = catchThrowableOfType(
                    OutcomeUnknownException.class, () -> venue.algos().place(request));

            assertThat(refusal.reason()).isEqualTo(Reason.WOULD_TRIGGER);
            assertThat(unknown.order().orElseThrow().conditional()).isTrue();
            assertThat(unknown.order().flatMap(OrderRef::clientOrderId)).contains("sdkAlg1");
        }
    }

    @Test
    void cancels_up_to_ten_by_their_own_ids() {
        String rows = "[{\"algoId\":\"5\",\"sCode\":\"0\",\"sMsg\":\"\"},"
                + "{\"algoId\":\"\",\"algoClOrdId\":\"a2\",\"sCode\":\"51400\",\"sMsg\":\"gone\"}]";
        try (TradeVenue venue = new TradeVenue().data(rows)) {
            List<Outcome<OkxAck>> outcomes =
                    venue.algos().cancel(List.of(OrderRef.ofOrderId(BTC, "5"), OrderRef.ofClientOrderId(BTC, "a2")));

            assertThat(outcomes.get(0).orElseThrow().algoId()).contains("5");
            assertThat(((RejectedException) ((Outcome.Failed<OkxAck>) outcomes.get(1)).error()).reason())
                    .isEqualTo(Reason.ORDER_NOT_FOUND);
            assertThat(venue.sent())
                    .containsExactly("POST trade/cancel-algos [{\"instId\":\"BTC-USDT-SWAP\",\"algoId\":\"5\"},"
                            + "{\"instId\":\"BTC-USDT-SWAP\",\"algoClOrdId\":\"a2\"}]");
            assertThatThrownBy(() -> venue.algos().cancel(Collections.nCopies(11, REF)))
                    .hasMessageContaining("11")
                    .hasMessageContaining("10");
        }
    }

    @Test
    void changes_a_waiting_one() {
        try (TradeVenue venue = new TradeVenue().data(PLACED)) {
            venue.algos()
                    .amend(OkxAlgoAmend.of(REF)
                            .requestId("rq9")
                            .cancelOnFail(false)
                            .size(num("5"))
                            .stopLoss(num("62000"), TriggerBy.LAST, null)
                            .takeProfit(BigDecimal.ZERO, TriggerBy.LAST, null));

            assertThat(venue.sent())
                    .containsExactly("POST trade/amend-algos {\"instId\":\"BTC-USDT-SWAP\",\"algoId\":\"5\","
                            + "\"reqId\":\"rq9\",\"cxlOnFail\":false,\"newSz\":\"5\",\"newSlTriggerPx\":\"62000\","
                            + "\"newSlTriggerPxType\":\"last\",\"newSlOrdPx\":\"-1\",\"newTpTriggerPx\":\"0\","
                            + "\"newTpTriggerPxType\":\"last\",\"newTpOrdPx\":\"-1\"}");
        }
        assertThat(OkxAlgoAmend.of(REF)
                        .trigger(num("5"), TriggerBy.MARK, num("4"))
                        .values())
                .containsEntry("newTriggerPx", "5")
                .containsEntry("newOrdPx", "4");
        assertThat(OkxAlgoAmend.of(REF)
                        .exits(List.of(OkxExit.change("9").newStopLoss(num("1"), TriggerBy.LAST, null)))
                        .values())
                .containsKey("attachAlgoOrds");
    }

    @Test
    void asks_for_one_and_for_lists() {
        String file = "okx/synthetic/rest_trade_orders_algo_pending_conditional_oco.json";
        try (TradeVenue venue = new TradeVenue()
                .code("51603")
                .then(FaultServer.json(RowCoverage.json(file).toString()))
                .data("[]")) {
            assertThat(venue.algos().order(OrderRef.ofClientOrderId(BTC, "a1"))).isEmpty();
            assertThat(venue.algos()
                            .pending(OkxQuery.all().with("ordType", "conditional,oco"))
                            .items())
                    .isNotEmpty();
            venue.algos().history(OkxQuery.all().with("ordType", "trigger").with("state", "canceled"));

            assertThat(venue.sent())
                    .containsExactly(
                            "GET trade/order-algo?algoClOrdId=a1",
                            "GET trade/orders-algo-pending?ordType=conditional%2Coco",
                            "GET trade/orders-algo-history?ordType=trigger&state=canceled");
            assertThatThrownBy(() -> venue.algos().history(OkxQuery.all().with("ordType", "trigger")))
                    .hasMessageContaining("state")
                    .hasMessageContaining("algoId");
            assertThatThrownBy(() -> venue.algos().pending(OkxQuery.all())).hasMessageContaining("ordType");
        }
    }
}
