package dev.astrolabe.okx.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.testkit.FakeClock;
import dev.astrolabe.exchange.testkit.FaultServer;
import dev.astrolabe.exchange.testkit.faults.Fault;
import dev.astrolabe.exchange.testkit.faults.Fault.Common;
import dev.astrolabe.exchange.testkit.faults.Fault.Handling;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The stand-in speaks as the venue does. */
class OkxStandInTest {

    private static final String SWAP = "BTC-USDT-SWAP";
    private static final String RESTING = order("'ordType':'limit','px':'40000','sz':'1','clOrdId':'rest1'");

    private final FakeClock clock = new FakeClock();
    private final OkxStandIn standIn = new OkxStandIn(clock);
    private final Caller caller = new Caller(standIn, clock);

    private static String order(String more) {
        return "{'instId':'" + SWAP + "','tdMode':'cross','side':'buy'," + more + "}";
    }

    private static String market(String side, String size) {
        return "{'instId':'" + SWAP + "','tdMode':'cross','side':'" + side + "','ordType':'market','sz':'" + size
                + "'}";
    }

    private JsonNode place(String body) {
        return caller.post("trade/order", body);
    }

    private static String itemCode(JsonNode answer) {
        return answer.path("data").path(0).path("sCode").asText();
    }

    private JsonNode first(String path) {
        return caller.get(path).path("data").path(0);
    }

    @Test
    void a_caller_is_proved_by_headers_of_which_each_has_a_code() {
        String path = "account/config";
        Map<String, String> good = Caller.headers("GET", path, "", clock.instant());

        assertThat(codeWith(good, "OK-ACCESS-KEY", "")).isEqualTo("50103");
        assertThat(codeWith(good, "OK-ACCESS-KEY", "another")).isEqualTo("50119");
        assertThat(codeWith(good, "OK-ACCESS-PASSPHRASE", "another")).isEqualTo("50105");
        assertThat(codeWith(good, "OK-ACCESS-SIGN", "bm8=")).isEqualTo("50113");
        assertThat(codeWith(good, "OK-ACCESS-TIMESTAMP", "2026-01-02T03:04:05Z"))
                .isEqualTo("50112");
        assertThat(codeWith(good, "x-simulated-trading", "0")).isEqualTo("50101");
        clock.advance(Duration.ofMillis(30_001));
        assertThat(caller.send("GET", path, "", good).path("code").asText()).isEqualTo("50102");
        assertThat(first(path).path("posMode").asText()).isEqualTo("net_mode");
    }

    private String codeWith(Map<String, String> good, String name, String value) {
        Map<String, String> headers = Caller.headers("GET", "account/config", "", clock.instant());
        headers.putAll(good);
        headers.put(name, value);
        return caller.send("GET", "account/config", "", headers).path("code").asText();
    }

    @Test
    void the_signature_is_over_path_query_and_body_as_they_were_sent() {
        Map<String, String> headers = Caller.headers("GET", "account/positions?instId=A", "", clock.instant());

        JsonNode answer = caller.send("GET", "account/positions?instId=B", "", headers);

        assertThat(answer.path("code").asText()).isEqualTo("50113");
        assertThat(answer.path("data").isArray()).isTrue();
    }

    @Test
    void an_order_after_its_time_is_dropped() {
        Map<String, String> headers = Caller.headers("POST", "trade/order", RESTING, clock.instant());
        headers.put("expTime", Long.toString(clock.millis() - 1));

        assertThat(caller.send("POST", "trade/order", RESTING, headers)
                        .path("code")
                        .asText())
                .isEqualTo("50037");
        assertThat(standIn.orders()).isEmpty();
    }

    @Test
    void a_resting_order_is_found_by_either_id_and_canceled_once() {
        JsonNode ack = place(RESTING);

        String id = ack.path("data").path(0).path("ordId").asText();
        JsonNode row = first("trade/order?instId=" + SWAP + "&clOrdId=rest1");
        assertThat(ack.path("inTime").asText()).hasSize(16);
        assertThat(row.path("ordId").asText()).isEqualTo(id);
        assertThat(row.path("state").asText()).isEqualTo("live");
        assertThat(row.path("avgPx").asText()).isEmpty();
        assertThat(row.path("reduceOnly").asText()).isEqualTo("false");
        assertThat(itemCode(place(RESTING))).isEqualTo("51016");
        String cancel = "{'instId':'" + SWAP + "','clOrdId':'rest1'}";
        assertThat(itemCode(caller.post("trade/cancel-order", cancel))).isEqualTo("0");
        assertThat(itemCode(caller.post("trade/cancel-order", cancel))).isEqualTo("51400");
        assertThat(first("trade/order?instId=" + SWAP + "&ordId=" + id)
                        .path("cancelSource")
                        .asText())
                .isEqualTo("1");
        assertThat(itemCode(place(RESTING))).as("an id is free again").isEqualTo("0");
        clock.advance(Duration.ofHours(2));
        assertThat(caller.get("trade/order?instId=" + SWAP + "&ordId=" + id)
                        .path("code")
                        .asText())
                .as("unfilled and canceled two hours ago")
                .isEqualTo("51603");
    }

    @Test
    void refusals_stand_one_level_down() {
        String poor = order("'ordType':'limit','px':'45000','sz':'1000'");

        JsonNode answer = place(poor);

        assertThat(answer.path("code").asText()).isEqualTo("1");
        assertThat(itemCode(answer)).isEqualTo("51008");
        assertThat(itemCode(place(order("'ordType':'limit','px':'40000','sz':1"))))
                .isEqualTo("51000");
        assertThat(itemCode(place(order("'ordType':'limit','px':'40000','sz':'0.15'"))))
                .isEqualTo("51121");
        assertThat(itemCode(place(order("'ordType':'limit','px':'40000','sz':'1','clOrdId':'a-b'"))))
                .isEqualTo("51000");
        assertThat(itemCode(place(order("'ordType':'market','sz':'1','reduceOnly':true"))))
                .isEqualTo("51169");
        assertThat(itemCode(place(order("'ordType':'market','sz':'1','posSide':'long'"))))
                .isEqualTo("51000");
        assertThat(itemCode(place(order("'ordType':'market','sz':'1','slTriggerPx':'1'"))))
                .isEqualTo("54070");
    }

    @Test
    void what_may_not_rest_or_take_is_taken_and_canceled_with_its_source() {
        canceledWith("31", order("'ordType':'post_only','px':'50100','sz':'1','clOrdId':'post1'"), "post1");
        canceledWith("14", order("'ordType':'ioc','px':'49000','sz':'1','clOrdId':'ioc1'"), "ioc1");
        canceledWith("13", order("'ordType':'fok','px':'49000','sz':'1','clOrdId':'fok1'"), "fok1");
    }

    private void canceledWith(String source, String body, String clientId) {
        assertThat(itemCode(place(body))).isEqualTo("0");
        JsonNode row = first("trade/order?instId=" + SWAP + "&clOrdId=" + clientId);
        assertThat(row.path("state").asText()).isEqualTo("canceled");
        assertThat(row.path("cancelSource").asText()).isEqualTo(source);
    }

    @Test
    void a_batch_tells_of_each_order_and_sums_them_up() {
        JsonNode some = caller.post(
                "trade/batch-orders", "[" + RESTING + "," + order("'ordType':'limit','px':'45000','sz':'1000'") + "]");
        JsonNode none = caller.post("trade/batch-orders", "[" + RESTING + "]");

        assertThat(some.path("code").asText()).isEqualTo("2");
        assertThat(some.path("data").path(1).path("sCode").asText()).isEqualTo("51008");
        assertThat(none.path("code").asText()).isEqualTo("1");
    }

    @Test
    void contracts_are_what_is_filled_held_and_billed() {
        assertThat(itemCode(place(market("buy", "10")))).isEqualTo("0");

        JsonNode position = first("account/positions?instType=SWAP");
        JsonNode fill = first("trade/fills?instId=" + SWAP);
        JsonNode bill = first("account/bills");
        JsonNode details = first("account/balance").path("details").path(0);
        assertThat(position.path("pos").asText()).isEqualTo("10");
        assertThat(position.path("avgPx").asText()).isEqualTo("50000.1");
        assertThat(position.path("posSide").asText()).isEqualTo("net");
        assertThat(fill.path("fillSz").asText()).isEqualTo("10");
        assertThat(fill.path("fee").asText()).isEqualTo("-2.000004");
        assertThat(bill.path("balChg").asText()).isEqualTo("-2.000004");
        assertThat(details.path("cashBal").asText()).isEqualTo("9997.999996");
        assertThat(details.path("imr").asText()).isEqualTo("500.001");
        assertThat(caller.post("account/set-position-mode", "{'posMode':'long_short_mode'}")
                        .path("code")
                        .asText())
                .isEqualTo("59000");
    }

    @Test
    void an_algo_that_fires_points_to_the_order_that_it_placed() {
        place(market("buy", "1"));
        String stop = "{'instId':'" + SWAP + "','tdMode':'cross','side':'sell','ordType':'conditional','sz':'1',"
                + "'slTriggerPx':'45000','slOrdPx':'-1','reduceOnly':true,'algoClOrdId':'stop1'}";

        assertThat(itemCode(caller.post("trade/order-algo", stop))).isEqualTo("0");
        assertThat(first("trade/orders-algo-pending?ordType=conditional")
                        .path("state")
                        .asText())
                .isEqualTo("live");
        standIn.move(SWAP, new BigDecimal("44000"));

        JsonNode algo = first("trade/order-algo?algoClOrdId=stop1");
        JsonNode order = first(
                "trade/order?instId=" + SWAP + "&ordId=" + algo.path("ordId").asText());
        assertThat(algo.path("state").asText()).isEqualTo("effective");
        assertThat(order.path("algoClOrdId").asText()).isEqualTo("stop1");
        assertThat(order.path("source").asText()).isEqualTo("7");
        assertThat(order.path("state").asText()).isEqualTo("filled");
        assertThat(caller.get("account/positions").path("data")).isEmpty();
        assertThat(itemCode(caller.post("trade/cancel-algos", "[{'instId':'" + SWAP + "','algoClOrdId':'stop1'}]")))
                .isEqualTo("51416");
    }

    @Test
    void exits_wait_for_their_entry() {
        JsonNode ack = place(order("'ordType':'limit','px':'40000','sz':'1','attachAlgoOrds':[{'slTriggerPx':'35000',"
                + "'slOrdPx':'-1','tpTriggerPx':'55000','tpOrdPx':'-1'}]"));

        assertThat(itemCode(ack)).isEqualTo("0");
        assertThat(caller.get("trade/orders-algo-pending?ordType=conditional,oco")
                        .path("data"))
                .isEmpty();
        standIn.move(SWAP, new BigDecimal("39990"));
        assertThat(first("trade/orders-algo-pending?ordType=conditional,oco")
                        .path("ordType")
                        .asText())
                .isEqualTo("oco");
        standIn.move(SWAP, new BigDecimal("55000"));
        assertThat(caller.get("account/positions").path("data")).isEmpty();
    }

    @Test
    void two_slots_stand_apart_in_long_short_mode() {
        caller.post("account/set-position-mode", "{'posMode':'long_short_mode'}");

        assertThat(itemCode(place(market("buy", "1"))))
                .as("without a position side")
                .isEqualTo("51000");
        place(market("buy", "2").replace("}", ",'posSide':'long'}"));
        place(market("sell", "1").replace("}", ",'posSide':'short'}"));
        JsonNode rows = caller.get("account/positions").path("data");
        assertThat(rows).hasSize(2);
        assertThat(rows.path(1).path("pos").asText()).isEqualTo("1");
        assertThat(itemCode(place(market("sell", "3").replace("}", ",'posSide':'long'}"))))
                .isEqualTo("51169");
        JsonNode closed = caller.post(
                "trade/close-position", "{'instId':'" + SWAP + "','mgnMode':'cross','posSide':'long','clOrdId':'c1'}");
        assertThat(closed.path("code").asText()).isEqualTo("0");
        assertThat(caller.get("account/positions").path("data")).hasSize(1);
    }

    @Test
    void lists_go_newest_first_and_older_behind_a_cursor() {
        for (int i = 1; i <= 3; i++) {
            place(RESTING.replace("rest1", "rest" + i));
        }

        JsonNode page = caller.get("trade/orders-pending?instType=SWAP&limit=2").path("data");
        JsonNode older = caller.get("trade/orders-pending?limit=2&after="
                        + page.path(1).path("ordId").asText())
                .path("data");
        assertThat(page.path(0).path("clOrdId").asText()).isEqualTo("rest3");
        assertThat(older).hasSize(1);
        assertThat(older.path(0).path("clOrdId").asText()).isEqualTo("rest1");
        assertThat(caller.get("market/candles?instId=" + SWAP + "&bar=1Dutc&limit=5")
                        .path("data"))
                .hasSize(5);
    }

    @Test
    void an_order_that_waits_is_executed_later_or_never() {
        standIn.faults(call ->
                call.mutation() ? Fault.of(Handling.QUEUED, Common.DROP).late(Duration.ofSeconds(3)) : Fault.NONE);
        Map<String, String> early = Caller.headers("POST", "trade/order", RESTING, clock.instant());
        early.put("expTime", Long.toString(clock.millis() + 5_000));
        Map<String, String> late =
                Caller.headers("POST", "trade/order", RESTING.replace("1'}", "2'}"), clock.instant());
        late.put("expTime", Long.toString(clock.millis() + 2_000));

        assertThat(answer(RESTING, early)).isEqualTo(FaultServer.Fault.DROP);
        assertThat(answer(RESTING.replace("1'}", "2'}"), late)).isEqualTo(FaultServer.Fault.DROP);
        assertThat(standIn.orders()).isEmpty();
        clock.advance(Duration.ofSeconds(3));

        assertThat(standIn.orders()).extracting(each -> each.form.clientId()).containsExactly("rest1");
        assertThat(standIn.mutations()).isEqualTo(2);
    }

    private FaultServer.Reply answer(String body, Map<String, String> headers) {
        return standIn.answer(
                new FaultServer.Received(1, "POST", "/api/v5/trade/order", headers, body.replace('\'', '"')));
    }
}
