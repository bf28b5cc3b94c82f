package dev.astrolabe.simulator.aster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.simulator.journal.Acceptance;
import dev.astrolabe.simulator.journal.Acceptance.Act;
import dev.astrolabe.simulator.journal.Acceptance.OrderAct;
import dev.astrolabe.simulator.wire.Handled;
import dev.astrolabe.simulator.wire.WireAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderLifeTest {

    private final Bench bench = new Bench();

    private JsonNode query(String name, String value) {
        return Bench.json(bench.v1("GET", "/fapi/v1/order", "symbol", "BTCUSDT", name, value));
    }

    @Test
    void acknowledges_first_and_tells_the_result_where_it_is_asked_for() {
        JsonNode acknowledged = Bench.json(bench.v3(
                "POST", "/fapi/v3/order", "symbol", "BTCUSDT", "side", "BUY", "type", "MARKET", "quantity", "0.01"));
        JsonNode result = bench.market("BUY", "0.01");

        assertThat(acknowledged.path("status").asText()).isEqualTo("NEW");
        assertThat(acknowledged.path("executedQty").asText()).isEqualTo("0");
        assertThat(result.path("status").asText()).isEqualTo("FILLED");
        assertThat(result.path("executedQty").asText()).isEqualTo("0.010");
        assertThat(query("orderId", acknowledged.path("orderId").asText())
                        .path("status")
                        .asText())
                .isEqualTo("FILLED");
    }

    @Test
    void keeps_client_ids_of_the_venues_alphabet_and_refuses_them_while_they_are_open() {
        String id = "a.B:/c_d-1";

        JsonNode placed = bench.limit("BUY", "0.01", "49900", "newClientOrderId", id);
        WireAnswer twin = bench.limitAnswer("BUY", "0.01", "49800", "newClientOrderId", id);
        WireAnswer cancelled = bench.v3("DELETE", "/fapi/v3/order", "symbol", "BTCUSDT", "origClientOrderId", id);
        JsonNode next = bench.limit("BUY", "0.01", "49800", "newClientOrderId", id);

        assertThat(placed.path("clientOrderId").asText()).isEqualTo(id);
        assertThat(Bench.code(twin)).isEqualTo(-4115);
        assertThat(Bench.json(cancelled).path("status").asText()).isEqualTo("CANCELED");
        assertThat(query("origClientOrderId", id).path("orderId")).isEqualTo(next.path("orderId"));
    }

    @Test
    void says_of_unknown_orders_what_the_venue_says() {
        assertThat(query("orderId", "999").path("code").asInt()).isEqualTo(-2013);
        assertThat(Bench.code(bench.v3("DELETE", "/fapi/v3/order", "symbol", "BTCUSDT", "orderId", "999")))
                .isEqualTo(-2011);
        assertThat(Bench.code(bench.v1("GET", "/fapi/v1/order", "symbol", "BTCUSDT")))
                .isEqualTo(-1102);
        JsonNode filled = bench.market("BUY", "0.01");
        WireAnswer open = bench.v3(
                "GET",
                "/fapi/v3/openOrder",
                "symbol",
                "BTCUSDT",
                "orderId",
                filled.path("orderId").asText());
        assertThat(Bench.code(open)).isEqualTo(-2013);
    }

    @Test
    void shows_a_fired_stop_as_what_it_has_become() {
        bench.market("BUY", "0.01");
        JsonNode stop = Bench.json(bench.v3(
                "POST",
                "/fapi/v3/order",
                "symbol",
                "BTCUSDT",
                "side",
                "SELL",
                "type",
                "STOP_MARKET",
                "stopPrice",
                "49500",
                "closePosition",
                "true",
                "workingType",
                "MARK_PRICE",
                "priceProtect",
                "TRUE"));

        bench.move("49400");

        JsonNode fired = query("orderId", stop.path("orderId").asText());
        assertThat(stop.path("type").asText()).isEqualTo("STOP_MARKET");
        assertThat(stop.path("priceProtect").asBoolean()).isTrue();
        assertThat(fired.path("type").asText()).isEqualTo("MARKET");
        assertThat(fired.path("origType").asText()).isEqualTo("STOP_MARKET");
        assertThat(fired.path("workingType").asText()).isEqualTo("MARK_PRICE");
        assertThat(fired.path("status").asText()).isEqualTo("FILLED");
        assertThat(bench.account.positions()).isEmpty();
    }

    @Test
    void changes_price_and_quantity_of_a_resting_limit() {
        String id = bench.limit("BUY", "0.01", "49900").path("orderId").asText();

        JsonNode changed = Bench.json(bench.v3(
                "PUT", "/fapi/v3/order", "symbol", "BTCUSDT", "orderId", id, "quantity", "0.02", "price", "49800"));
        WireAnswer wrong = bench.v3(
                "PUT", "/fapi/v3/order", "symbol", "BTCUSDT", "orderId", id, "quantity", "0.02", "price", "49800.05");

        assertThat(changed.path("price").asText()).isEqualTo("49800.0");
        assertThat(changed.path("origQty").asText()).isEqualTo("0.020");
        assertThat(Bench.code(wrong)).isEqualTo(-1111);
        assertThat(query("orderId", id).path("price").asText()).isEqualTo("49800.0");
    }

    @Test
    void answers_each_order_of_a_batch_on_its_own() {
        String good =
                "{'symbol':'BTCUSDT','side':'BUY','type':'LIMIT','quantity':'0.01','price':'49900','timeInForce':'GTC'}";
        String bad = good.replace("49900", "49900.05");

        JsonNode rows =
                Bench.json(bench.v3("POST", "/fapi/v3/batchOrders", "batchOrders", "[" + good + "," + bad + "]"));
        JsonNode doubled = Bench.json(
                bench.v3("POST", "/fapi/v3/batchOrders", "batchOrders", ("[" + good + "]").replace('\'', '"')));
        WireAnswer tooMany =
                bench.v3("POST", "/fapi/v3/batchOrders", "batchOrders", "[" + (good + ",").repeat(5) + good + "]");

        assertThat(rows.path(0).path("status").asText()).isEqualTo("NEW");
        assertThat(rows.path(0).has("closePosition")).isFalse();
        assertThat(rows.path(1).path("code").asInt()).isEqualTo(-1111);
        assertThat(doubled.path(0).path("status").asText()).isEqualTo("NEW");
        assertThat(Bench.code(tooMany)).isEqualTo(-4082);
    }

    @Test
    void trades_both_sides_in_hedge_mode() {
        bench.v3("POST", "/fapi/v3/positionSide/dual", "dualSidePosition", "true");
        Map<String, String> order =
                Bench.params("symbol", "BTCUSDT", "side", "SELL", "type", "MARKET", "quantity", "0.01");

        WireAnswer without = bench.v3("POST", "/fapi/v3/order", Bench.flat(order));
        order.put("positionSide", "SHORT");
        WireAnswer opened = bench.v3("POST", "/fapi/v3/order", Bench.flat(order));
        order.put("reduceOnly", "true");
        WireAnswer reducing = bench.v3("POST", "/fapi/v3/order", Bench.flat(order));

        assertThat(Bench.code(without)).isEqualTo(-4061);
        assertThat(opened.status()).isEqualTo(200);
        assertThat(Bench.code(reducing)).isEqualTo(-4062);
        JsonNode slots = Bench.json(bench.v3("GET", "/fapi/v3/positionRisk", "symbol", "BTCUSDT"));
        assertThat(slots).hasSize(2);
        assertThat(slots.path(1).path("positionAmt").asText()).isEqualTo("-0.010");
        assertThat(Bench.code(bench.v3("POST", "/fapi/v3/positionSide/dual", "dualSidePosition", "false")))
                .isEqualTo(-4068);
        assertThat(Bench.code(bench.v3("POST", "/fapi/v3/positionSide/dual", "dualSidePosition", "true")))
                .isEqualTo(-4059);
    }

    @Test
    void counts_thousands_of_coins_where_the_venue_does() {
        JsonNode placed = Bench.json(bench.v3(
                "POST",
                "/fapi/v3/order",
                "symbol",
                "1000PEPEUSDT",
                "side",
                "BUY",
                "type",
                "MARKET",
                "quantity",
                "1000",
                "newOrderRespType",
                "RESULT"));

        assertThat(placed.path("executedQty").asText()).isEqualTo("1000");
        assertThat(placed.path("avgPrice").asText()).startsWith("0.01000");
        assertThat(bench.account.positions().get(0).quantity()).isEqualByComparingTo("1000000");
    }

    @Test
    void cancels_what_a_silent_caller_left() {
        bench.limit("BUY", "0.01", "49900");
        bench.v3("POST", "/fapi/v3/countdownCancelAll", "symbol", "BTCUSDT", "countdownTime", "60000");

        bench.advance(Duration.ofSeconds(59));
        int before = Bench.json(bench.v3("GET", "/fapi/v3/openOrders", "symbol", "BTCUSDT"))
                .size();
        bench.advance(Duration.ofSeconds(1));
        int after = Bench.json(bench.v3("GET", "/fapi/v3/openOrders", "symbol", "BTCUSDT"))
                .size();

        assertThat(before).isEqualTo(1);
        assertThat(after).isZero();
    }

    @Test
    void tests_an_order_without_placing_it() {
        WireAnswer answer = bench.v3(
                "POST",
                "/fapi/v3/order/test",
                "symbol",
                "BTCUSDT",
                "side",
                "BUY",
                "type",
                "MARKET",
                "quantity",
                "0.01");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(bench.account.orders()).isEmpty();
    }

    @Test
    void notes_what_it_took_on() {
        String text =
                "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.01&price=49900&newClientOrderId=mine&"
                        + "nonce=" + bench.nonce() + "&signer=" + Bench.SIGNER;

        Handled handled = bench.handled(
                "POST", "/fapi/v3/order", "", text + "&signature=" + Bench.sign(Bench.AGENT, 1666, text), Map.of());

        String orderId = Bench.json(handled.answer()).path("orderId").asText();
        assertThat(handled.acceptance())
                .contains(new Acceptance(
                        "aster-v3",
                        "tester",
                        "POST /fapi/v3/order",
                        List.of(new OrderAct(Act.PLACED, "BTCUSDT", "mine", orderId))));
        assertThat(handled.answer().headers())
                .containsEntry("X-MBX-ORDER-COUNT-1M", "1")
                .containsEntry("X-MBX-USED-WEIGHT-1M", "1");
    }
}
