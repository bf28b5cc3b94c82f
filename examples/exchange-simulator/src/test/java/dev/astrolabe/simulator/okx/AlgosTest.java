package dev.astrolabe.simulator.okx;

import static dev.astrolabe.simulator.okx.OkxBench.BTC;
import static dev.astrolabe.simulator.okx.OkxBench.SWAP;
import static dev.astrolabe.simulator.okx.OkxBench.market;
import static dev.astrolabe.simulator.okx.OkxBench.row;
import static dev.astrolabe.simulator.okx.OkxBench.sCode;
import static dev.astrolabe.simulator.okx.OkxBench.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlgosTest {

    private final OkxBench bench = new OkxBench(false);

    private static Map<String, Object> algo(String type, String side, Object... more) {
        return with(with(market(SWAP, side, "1"), "ordType", type), more);
    }

    private JsonNode place(Map<String, Object> algo) {
        return bench.post("trade/order-algo", algo);
    }

    private JsonNode details(JsonNode ack) {
        return row(
                bench.get("trade/order-algo?algoId=" + row(ack).path("algoId").asText()));
    }

    private void open() {
        bench.post("trade/order", market(SWAP, "buy", "1"));
    }

    @Test
    void a_fired_stop_makes_an_ordinary_order_with_an_id_of_its_own() {
        open();
        JsonNode ack = place(algo(
                "conditional",
                "sell",
                "slTriggerPx",
                "49000",
                "slOrdPx",
                "-1",
                "reduceOnly",
                true,
                "algoClOrdId",
                "stop1"));
        JsonNode live = details(ack);
        bench.move(BTC, "48990");
        JsonNode fired = details(ack);
        JsonNode order = row(bench.get(
                "trade/order?instId=" + SWAP + "&ordId=" + fired.path("ordId").asText()));

        assertThat(live.path("state").asText()).isEqualTo("live");
        assertThat(live.path("ordId").asText()).isEmpty();
        assertThat(fired.path("state").asText()).isEqualTo("effective");
        assertThat(fired.path("actualSide").asText()).isEqualTo("sl");
        assertThat(fired.path("ordIdList")).hasSize(1);
        assertThat(order.path("state").asText()).isEqualTo("filled");
        assertThat(order.path("algoId").asText())
                .isEqualTo(row(ack).path("algoId").asText());
        assertThat(order.path("algoClOrdId").asText()).isEqualTo("stop1");
        assertThat(order.path("source").asText()).isEqualTo("7");
        assertThat(order.path("ordType").asText()).isEqualTo("market");
        assertThat(bench.get("account/positions").path("data")).isEmpty();
        assertThat(bench.get("trade/orders-algo-pending?ordType=conditional").path("data"))
                .isEmpty();
        assertThat(bench.get("trade/orders-algo-history?ordType=conditional&state=effective")
                        .path("data"))
                .hasSize(1);
        JsonNode cancel = bench.post(
                "trade/cancel-algos",
                List.of(Map.of("instId", SWAP, "algoId", row(ack).path("algoId").asText())));
        assertThat(sCode(cancel)).isEqualTo("51416");
    }

    @Test
    void one_leg_of_an_oco_order_ends_the_other() {
        open();
        JsonNode ack = place(algo(
                "oco",
                "sell",
                "slTriggerPx",
                "49000",
                "slOrdPx",
                "-1",
                "tpTriggerPx",
                "51000",
                "tpOrdPx",
                "-1",
                "reduceOnly",
                true));
        bench.move(BTC, "51010");

        assertThat(details(ack).path("state").asText()).isEqualTo("effective");
        assertThat(details(ack).path("actualSide").asText()).isEqualTo("tp");
        assertThat(bench.get("account/positions").path("data")).isEmpty();
        open();
        bench.move(BTC, "48000");
        assertThat(bench.get("account/positions").path("data")).hasSize(1);
    }

    @Test
    void a_trigger_order_waits_for_the_price_from_either_side() {
        JsonNode above = place(algo("trigger", "buy", "triggerPx", "51000", "orderPx", "-1"));
        JsonNode below = place(algo("trigger", "buy", "triggerPx", "49000", "orderPx", "48500"));

        bench.move(BTC, "51001");
        assertThat(details(above).path("state").asText()).isEqualTo("effective");
        assertThat(details(below).path("state").asText()).isEqualTo("live");
        bench.move(BTC, "48999");

        assertThat(details(below).path("state").asText()).isEqualTo("effective");
        JsonNode resting = row(bench.get("trade/orders-pending"));
        assertThat(resting.path("px").asText()).isEqualTo("48500");
        assertThat(resting.path("source").asText()).isEqualTo("6");
    }

    @Test
    void a_trailing_stop_follows_the_price_and_fires_behind_it() {
        open();
        JsonNode ack = place(algo("move_order_stop", "sell", "callbackRatio", "0.01", "reduceOnly", true));
        for (String price : List.of("50500", "52000", "51600")) {
            bench.move(BTC, price);
            assertThat(details(ack).path("state").asText()).isEqualTo("live");
        }
        bench.move(BTC, "51400");

        assertThat(details(ack).path("state").asText()).isEqualTo("effective");
        assertThat(bench.get("account/positions").path("data")).isEmpty();
    }

    @Test
    void exits_that_are_attached_are_placed_when_their_order_is_filled() {
        JsonNode placed = bench.post(
                "trade/order",
                with(
                        market(SWAP, "buy", "2"),
                        "attachAlgoOrds",
                        List.of(Map.of(
                                "attachAlgoClOrdId", "exit1",
                                "tpTriggerPx", "52000",
                                "tpOrdPx", "-1",
                                "slTriggerPx", "48000",
                                "slOrdPx", "-1"))));
        JsonNode exit = row(bench.get("trade/orders-algo-pending?ordType=oco"));

        assertThat(sCode(placed)).isEqualTo("0");
        assertThat(exit.path("algoClOrdId").asText()).isEqualTo("exit1");
        assertThat(exit.path("sz").asText()).isEqualTo("2");
        assertThat(exit.path("side").asText()).isEqualTo("sell");
        assertThat(exit.path("reduceOnly").asText()).isEqualTo("true");
        assertThat(exit.path("linkedOrd").path("ordId").asText())
                .isEqualTo(row(placed).path("ordId").asText());
        bench.move(BTC, "47990");
        assertThat(bench.get("account/positions").path("data")).isEmpty();
    }

    @Test
    void an_order_that_is_cancelled_unfilled_leaves_no_exits() {
        Map<String, Object> order = with(OkxBench.limit(SWAP, "buy", "2", "49000"), "clOrdId", "entry");
        with(order, "attachAlgoOrds", List.of(Map.of("slTriggerPx", "48000", "slOrdPx", "-1")));
        bench.post("trade/order", order);
        bench.post("trade/cancel-order", Map.of("instId", SWAP, "clOrdId", "entry"));

        assertThat(bench.get("trade/orders-algo-pending?ordType=conditional,oco")
                        .path("data"))
                .isEmpty();
    }

    @Test
    void amends_a_trigger_under_the_same_id() {
        open();
        JsonNode ack = place(algo("conditional", "sell", "slTriggerPx", "49000", "slOrdPx", "-1", "reduceOnly", true));
        String id = row(ack).path("algoId").asText();

        JsonNode amended =
                bench.post("trade/amend-algos", Map.of("instId", SWAP, "algoId", id, "newSlTriggerPx", "48000"));
        bench.move(BTC, "48500");
        String between = details(ack).path("state").asText();
        bench.move(BTC, "47900");

        assertThat(sCode(amended)).isEqualTo("0");
        assertThat(between).isEqualTo("live");
        assertThat(details(ack).path("slTriggerPx").asText()).isEqualTo("48000");
        assertThat(details(ack).path("state").asText()).isEqualTo("effective");
    }

    @Test
    void cancels_once() {
        JsonNode ack = place(algo("trigger", "buy", "triggerPx", "51000", "orderPx", "-1", "algoClOrdId", "t1"));
        List<Map<String, String>> named = List.of(Map.of("instId", SWAP, "algoClOrdId", "t1"));

        assertThat(sCode(bench.post("trade/cancel-algos", named))).isEqualTo("0");
        assertThat(sCode(bench.post("trade/cancel-algos", named))).isEqualTo("51400");
        assertThat(details(ack).path("state").asText()).isEqualTo("canceled");
        bench.move(BTC, "52000");
        assertThat(bench.get("account/positions").path("data")).isEmpty();
    }

    @Test
    void what_closes_a_whole_position_ends_with_it() {
        open();
        Map<String, Object> closing =
                algo("conditional", "sell", "slTriggerPx", "49000", "slOrdPx", "-1", "reduceOnly", true);
        closing.remove("sz");
        JsonNode ack = place(with(closing, "closeFraction", "1"));
        JsonNode second = place(closing);

        assertThat(sCode(second)).isEqualTo("51327");
        bench.post("trade/close-position", Map.of("instId", SWAP, "mgnMode", "cross"));
        assertThat(details(ack).path("state").asText()).isEqualTo("canceled");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conditional     | sell | slTriggerPx | 51000 | 51280",
                "conditional     | buy  | slTriggerPx | 49000 | 51279",
                "conditional     | sell | tpTriggerPx | 49000 | 51278",
                "conditional     | buy  | tpTriggerPx | 51000 | 51277",
                "conditional     | sell | slTriggerPx | 49000.05 | 51000",
                "twap            | sell | szLimit     | 1     | 51000",
                "move_order_stop | sell | reduceOnly  | true  | 50015",
            })
    void refuses_what_breaks_a_rule_of_the_trigger(String type, String side, String field, String value, String code) {
        Map<String, Object> words = algo(type, side, field, value, "slOrdPx", "-1", "tpOrdPx", "-1");
        JsonNode answer = place(words);

        assertThat(answer.path("code").asText()).isEqualTo("1");
        assertThat(sCode(answer)).isEqualTo(code);
    }

    @Test
    void refuses_the_client_id_of_a_live_one() {
        Map<String, Object> words = algo("trigger", "buy", "triggerPx", "51000", "orderPx", "-1", "algoClOrdId", "t1");

        assertThat(sCode(place(words))).isEqualTo("0");
        assertThat(sCode(place(words))).isEqualTo("51065");
    }

    @Test
    void exits_that_wait_are_amended_with_their_order() {
        Map<String, Object> order = with(OkxBench.limit(SWAP, "buy", "2", "49000"), "clOrdId", "entry");
        with(
                order,
                "attachAlgoOrds",
                List.of(Map.of("attachAlgoClOrdId", "exit1", "slTriggerPx", "48000", "slOrdPx", "-1")));
        bench.post("trade/order", order);

        JsonNode amended = bench.post(
                "trade/amend-order",
                Map.of(
                        "instId",
                        SWAP,
                        "clOrdId",
                        "entry",
                        "attachAlgoOrds",
                        List.of(Map.of("attachAlgoClOrdId", "exit1", "newSlTriggerPx", "47000"))));
        JsonNode refused = bench.post(
                "trade/amend-order",
                Map.of(
                        "instId",
                        SWAP,
                        "clOrdId",
                        "entry",
                        "attachAlgoOrds",
                        List.of(Map.of("attachAlgoClOrdId", "exit1", "newSlTriggerPx", "49500"))));
        bench.move(BTC, "48999");

        assertThat(sCode(amended)).isEqualTo("0");
        assertThat(sCode(refused)).isEqualTo("51047");
        assertThat(row(bench.get("trade/orders-algo-pending?ordType=conditional"))
                        .path("slTriggerPx")
                        .asText())
                .isEqualTo("47000");
    }

    @Test
    void both_legs_of_an_oco_order_never_fire_together() {
        bench.post("trade/order", market(SWAP, "buy", "3"));
        place(algo(
                "oco",
                "sell",
                "slTriggerPx",
                "49000",
                "slOrdPx",
                "-1",
                "slTriggerPxType",
                "mark",
                "tpTriggerPx",
                "50500",
                "tpOrdPx",
                "-1"));
        bench.markets.move(BTC, new BigDecimal("50600"));
        bench.markets.mark(BTC, new BigDecimal("48900"), new BigDecimal("48900"));
        bench.venue.catchUp();

        assertThat(row(bench.get("account/positions")).path("pos").asText()).isEqualTo("2");
    }
}
