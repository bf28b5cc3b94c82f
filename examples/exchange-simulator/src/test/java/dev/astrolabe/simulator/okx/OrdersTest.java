package dev.astrolabe.simulator.okx;

import static dev.astrolabe.simulator.okx.OkxBench.INVERSE;
import static dev.astrolabe.simulator.okx.OkxBench.SWAP;
import static dev.astrolabe.simulator.okx.OkxBench.limit;
import static dev.astrolabe.simulator.okx.OkxBench.market;
import static dev.astrolabe.simulator.okx.OkxBench.row;
import static dev.astrolabe.simulator.okx.OkxBench.sCode;
import static dev.astrolabe.simulator.okx.OkxBench.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.simulator.journal.Acceptance.Act;
import dev.astrolabe.simulator.wire.Handled;
import dev.astrolabe.simulator.wire.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrdersTest {

    private final OkxBench bench = new OkxBench(false);

    private JsonNode place(Map<String, Object> order) {
        return bench.post("trade/order", order);
    }

    private JsonNode order(String ordId) {
        return row(bench.get("trade/order?instId=" + SWAP + "&ordId=" + ordId));
    }

    @Test
    void places_shows_and_cancels_a_limit_order() {
        Handled placed = bench.handle(bench.signed(
                "POST",
                "trade/order",
                Json.text(with(limit(SWAP, "buy", "2", "49000"), "clOrdId", "abc1", "tag", "t1"))));
        String id = row(OkxBench.json(placed)).path("ordId").asText();

        JsonNode live = order(id);
        JsonNode canceled = bench.post("trade/cancel-order", Map.of("instId", SWAP, "clOrdId", "abc1"));
        JsonNode again = bench.post("trade/cancel-order", Map.of("instId", SWAP, "ordId", id));

        assertThat(placed.acceptance().orElseThrow().orders()).singleElement().satisfies(act -> {
            assertThat(act.act()).isEqualTo(Act.PLACED);
            assertThat(act.clientOrderId()).isEqualTo("abc1");
            assertThat(act.orderId()).isEqualTo(id);
        });
        assertThat(live.path("state").asText()).isEqualTo("live");
        assertThat(live.path("sz").asText()).isEqualTo("2");
        assertThat(live.path("px").asText()).isEqualTo("49000");
        assertThat(live.path("avgPx").asText()).isEmpty();
        assertThat(live.path("tag").asText()).isEqualTo("t1");
        assertThat(sCode(canceled)).isEqualTo("0");
        assertThat(again.path("code").asText()).isEqualTo("1");
        assertThat(sCode(again)).isEqualTo("51400");
        assertThat(order(id).path("state").asText()).isEqualTo("canceled");
        assertThat(order(id).path("cancelSource").asText()).isEqualTo("1");
    }

    @Test
    void fills_contracts_that_are_worth_coins() {
        String id = row(place(market(SWAP, "buy", "3"))).path("ordId").asText();

        JsonNode filled = order(id);
        JsonNode position = row(bench.get("account/positions?instId=" + SWAP));

        assertThat(filled.path("state").asText()).isEqualTo("filled");
        assertThat(filled.path("accFillSz").asText()).isEqualTo("3");
        assertThat(new BigDecimal(filled.path("fee").asText()))
                .isEqualByComparingTo(new BigDecimal("-0.0005")
                        .multiply(new BigDecimal("0.03"))
                        .multiply(new BigDecimal(filled.path("avgPx").asText())));
        assertThat(position.path("pos").asText()).isEqualTo("3");
        assertThat(position.path("posSide").asText()).isEqualTo("net");
        assertThat(new BigDecimal(position.path("notionalUsd").asText())).isEqualByComparingTo("1500");
    }

    @Test
    void counts_inverse_contracts_in_dollars_and_their_money_in_coins() {
        String id = row(place(market(INVERSE, "sell", "5"))).path("ordId").asText();

        JsonNode filled = row(bench.get("trade/order?instId=" + INVERSE + "&ordId=" + id));
        JsonNode position = row(bench.get("account/positions?instId=" + INVERSE));
        BigDecimal price = new BigDecimal(filled.path("avgPx").asText());
        BigDecimal coins = new BigDecimal("500").divide(price, 16, java.math.RoundingMode.HALF_UP);

        assertThat(filled.path("accFillSz").asText()).isEqualTo("5");
        assertThat(filled.path("feeCcy").asText()).isEqualTo("BTC");
        assertThat(new BigDecimal(filled.path("fee").asText()).negate())
                .isCloseTo(
                        coins.multiply(new BigDecimal("0.0005")),
                        org.assertj.core.data.Offset.offset(new BigDecimal("0.00000002")));
        assertThat(position.path("pos").asText()).isEqualTo("-5");
        assertThat(new BigDecimal(position.path("notionalUsd").asText())).isEqualByComparingTo("500");
        assertThat(position.path("ccy").asText()).isEqualTo("BTC");
    }

    @Test
    void keeps_two_positions_in_long_short_mode() {
        bench.post("account/set-position-mode", Map.of("posMode", "long_short_mode"));

        JsonNode unnamed = place(market(SWAP, "buy", "1"));
        place(with(market(SWAP, "buy", "1"), "posSide", "long"));
        place(with(market(SWAP, "sell", "2"), "posSide", "short"));
        JsonNode tooMuch = place(with(market(SWAP, "sell", "5"), "posSide", "long"));
        JsonNode positions = bench.get("account/positions").path("data");

        assertThat(sCode(unnamed)).isEqualTo("51000");
        assertThat(sCode(tooMuch)).isEqualTo("51112");
        assertThat(positions)
                .extracting(position ->
                        position.path("posSide").asText() + position.path("pos").asText())
                .containsExactlyInAnyOrder("long1", "short2");
        assertThat(bench.post("account/set-position-mode", Map.of("posMode", "net_mode"))
                        .path("code")
                        .asText())
                .isEqualTo("59000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sz      | 0.015     | 51121",
                "sz      | 0.001     | 51020",
                "sz      | 200000000 | 51202",
                "sz      | -1        | 51000",
                "sz      | 1.5.5     | 51000",
                "px      | 49000.05  | 51000",
                "px      | 90000     | 51006",
                "side    | hold      | 51000",
                "tdMode  | cash      | 51000",
                "ordType | stop      | 51000",
                "posSide | long      | 51000",
                "clOrdId | a-b       | 51000",
                "instId  | NO-SUCH   | 51001",
                "instId  | ''        | 50014",
                "px      | ''        | 50014",
                "slTriggerPx | 40000 | 54070",
            })
    void refuses_what_breaks_a_rule_of_the_order(String field, String value, String code) {
        JsonNode answer = place(with(limit(SWAP, "buy", "1", "49000"), field, value));

        assertThat(answer.path("code").asText()).isEqualTo("1");
        assertThat(answer.path("msg").asText()).isEqualTo("All operations failed");
        assertThat(sCode(answer)).isEqualTo(code);
        assertThat(row(answer).path("ordId").asText()).isEmpty();
    }

    @Test
    void refuses_what_the_margin_does_not_carry() {
        JsonNode answer = place(market(SWAP, "buy", "1000"));

        assertThat(sCode(answer)).isEqualTo("51008");
        assertThat(row(answer).path("sMsg").asText()).contains("USDT");
        assertThat(row(answer).path("subCode").asText()).isEqualTo("1001");
    }

    @Test
    void refuses_to_reduce_where_there_is_no_position() {
        assertThat(sCode(place(with(market(SWAP, "buy", "1"), "reduceOnly", true))))
                .isEqualTo("51169");
    }

    @Test
    void frees_a_client_id_once_its_order_has_ended() {
        assertThat(sCode(place(with(limit(SWAP, "buy", "1", "49000"), "clOrdId", "same"))))
                .isEqualTo("0");
        assertThat(sCode(place(with(limit(SWAP, "buy", "1", "49000"), "clOrdId", "same"))))
                .isEqualTo("51016");
        bench.post("trade/cancel-order", Map.of("instId", SWAP, "clOrdId", "same"));

        assertThat(sCode(place(with(limit(SWAP, "buy", "1", "49000"), "clOrdId", "same"))))
                .isEqualTo("0");
    }

    @Test
    void acknowledges_a_post_only_order_that_would_take_and_cancels_it() {
        JsonNode ack = place(with(limit(SWAP, "buy", "1", "50100"), "ordType", "post_only"));
        JsonNode order = order(row(ack).path("ordId").asText());

        assertThat(sCode(ack)).isEqualTo("0");
        assertThat(order.path("state").asText()).isEqualTo("canceled");
        assertThat(order.path("cancelSource").asText()).isEqualTo("31");
        assertThat(order.path("ordType").asText()).isEqualTo("post_only");
    }

    @ParameterizedTest
    @CsvSource({"fok, 13", "ioc, 14"})
    void says_why_an_immediate_order_ended_unfilled(String type, String source) {
        JsonNode ack = place(with(limit(SWAP, "buy", "1", "49000"), "ordType", type));
        JsonNode order = order(row(ack).path("ordId").asText());

        assertThat(order.path("state").asText()).isEqualTo("canceled");
        assertThat(order.path("cancelSource").asText()).isEqualTo(source);
    }

    @Test
    void takes_each_order_of_a_batch_by_itself() {
        JsonNode some = bench.post(
                "trade/batch-orders",
                List.of(
                        limit(SWAP, "buy", "1", "49000"),
                        limit(SWAP, "buy", "0.015", "49000"),
                        limit("ETH-USDT-SWAP", "buy", "1", "0.001")));
        JsonNode none = bench.post("trade/batch-orders", List.of(limit(SWAP, "buy", "0.015", "49000")));

        assertThat(some.path("code").asText()).isEqualTo("2");
        assertThat(some.path("data"))
                .extracting(item -> item.path("sCode").asText())
                .startsWith("0", "51121");
        assertThat(none.path("code").asText()).isEqualTo("1");
        assertThat(some.path("inTime").asText()).hasSize(16);
    }

    @Test
    void refuses_more_than_twenty_orders_at_once() {
        List<Map<String, Object>> orders = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            orders.add(limit(SWAP, "buy", "1", "49000"));
        }

        assertThat(bench.post("trade/batch-orders", orders).path("code").asText())
                .isEqualTo("51111");
    }

    @Test
    void amends_size_and_price_under_the_same_id() {
        String id = row(place(limit(SWAP, "buy", "1", "49000"))).path("ordId").asText();

        JsonNode ack = bench.post(
                "trade/amend-order",
                Map.of("instId", SWAP, "ordId", id, "newSz", "3", "newPx", "48000", "reqId", "r1"));
        JsonNode unknown = bench.post("trade/amend-order", Map.of("instId", SWAP, "ordId", "1", "newSz", "3"));
        JsonNode nothing = bench.post("trade/amend-order", Map.of("instId", SWAP, "ordId", id));

        assertThat(sCode(ack)).isEqualTo("0");
        assertThat(row(ack).path("reqId").asText()).isEqualTo("r1");
        assertThat(order(id).path("sz").asText()).isEqualTo("3");
        assertThat(order(id).path("px").asText()).isEqualTo("48000");
        assertThat(sCode(unknown)).isEqualTo("51503");
        assertThat(sCode(nothing)).isEqualTo("51500");
    }

    @Test
    void closes_a_position_once() {
        place(market(SWAP, "buy", "2"));

        JsonNode closed =
                bench.post("trade/close-position", Map.of("instId", SWAP, "mgnMode", "cross", "clOrdId", "bye"));
        JsonNode again = bench.post("trade/close-position", Map.of("instId", SWAP, "mgnMode", "cross"));
        JsonNode history = row(bench.get("account/positions-history"));

        assertThat(row(closed).path("clOrdId").asText()).isEqualTo("bye");
        assertThat(again.path("code").asText()).isEqualTo("51023");
        assertThat(bench.get("account/positions").path("data")).isEmpty();
        assertThat(history.path("closeTotalPos").asText()).isEqualTo("2");
        assertThat(history.path("type").asText()).isEqualTo("2");
        assertThat(history.path("direction").asText()).isEqualTo("long");
    }

    @Test
    void changes_the_margin_mode_with_the_first_order_and_not_under_a_position() {
        assertThat(sCode(place(with(market(SWAP, "buy", "1"), "tdMode", "isolated"))))
                .isEqualTo("0");
        assertThat(row(bench.get("account/positions")).path("mgnMode").asText()).isEqualTo("isolated");
        assertThat(row(bench.get("account/positions")).path("margin").asText()).isNotEmpty();

        assertThat(sCode(place(market(SWAP, "buy", "1")))).isEqualTo("59000");
    }

    @Test
    void pages_open_orders_by_their_ids_newest_first() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(row(place(limit(SWAP, "buy", "1", "49000"))).path("ordId").asText());
        }

        assertThat(ids("trade/orders-pending?limit=2")).containsExactly(ids.get(4), ids.get(3));
        assertThat(ids("trade/orders-pending?limit=2&after=" + ids.get(3))).containsExactly(ids.get(2), ids.get(1));
        assertThat(ids("trade/orders-pending?before=" + ids.get(2))).containsExactly(ids.get(4), ids.get(3));
        assertThat(ids("trade/orders-pending?limit=2&before=" + ids.get(0))).containsExactly(ids.get(4), ids.get(3));
        assertThat(bench.get("trade/orders-pending?limit=101").path("code").asText())
                .isEqualTo("51000");
    }

    private List<String> ids(String path) {
        return StreamSupport.stream(bench.get(path).path("data").spliterator(), false)
                .map(order -> order.path("ordId").asText())
                .toList();
    }

    @Test
    void keeps_orders_without_a_fill_for_two_hours_only() {
        String canceled =
                row(place(limit(SWAP, "buy", "1", "49000"))).path("ordId").asText();
        bench.post("trade/cancel-order", Map.of("instId", SWAP, "ordId", canceled));
        String filled = row(place(market(SWAP, "buy", "1"))).path("ordId").asText();

        assertThat(ids("trade/orders-history?instType=SWAP")).containsExactly(filled, canceled);
        bench.advance(Duration.ofHours(3));
        assertThat(ids("trade/orders-history?instType=SWAP")).containsExactly(filled);
        assertThat(bench.get("trade/orders-history").path("code").asText()).isEqualTo("50014");
    }

    @Test
    void books_a_bill_for_each_fill_and_each_transfer() {
        place(market(SWAP, "buy", "1"));
        JsonNode fill = row(bench.get("trade/fills"));
        JsonNode bills = bench.get("account/bills?ccy=USDT").path("data");

        assertThat(bills).hasSize(2);
        assertThat(bills.path(0).path("type").asText()).isEqualTo("2");
        assertThat(bills.path(0).path("billId").asText())
                .isEqualTo(fill.path("billId").asText());
        assertThat(bills.path(0).path("balChg").asText())
                .isEqualTo(fill.path("fee").asText());
        assertThat(bills.path(1).path("type").asText()).isEqualTo("1");
        assertThat(new BigDecimal(bills.path(0).path("bal").asText()))
                .isEqualByComparingTo(row(bench.get("account/balance?ccy=USDT"))
                        .path("details")
                        .path(0)
                        .path("cashBal")
                        .asText());
    }

    @Test
    void cancels_everything_when_a_timer_runs_out() {
        place(limit(SWAP, "buy", "1", "49000"));
        place(with(limit(SWAP, "buy", "1", "48000"), "tag", "other"));
        bench.post("trade/cancel-all-after", Map.of("timeOut", "10", "tag", "other"));

        bench.advance(Duration.ofSeconds(9));
        bench.move(OkxBench.BTC, "50001");
        assertThat(bench.get("trade/orders-pending").path("data")).hasSize(2);
        bench.advance(Duration.ofSeconds(2));
        bench.move(OkxBench.BTC, "50002");

        assertThat(bench.get("trade/orders-pending").path("data")).hasSize(1);
        assertThat(row(bench.get("trade/orders-history?instType=SWAP"))
                        .path("cancelSource")
                        .asText())
                .isEqualTo("20");
    }

    @Test
    void sets_leverage_within_the_ceiling_of_the_instrument() {
        JsonNode set = bench.post("account/set-leverage", Map.of("instId", SWAP, "lever", "7", "mgnMode", "cross"));
        JsonNode beyond =
                bench.post("account/set-leverage", Map.of("instId", SWAP, "lever", "101", "mgnMode", "cross"));
        JsonNode info = row(bench.get("account/leverage-info?instId=" + SWAP + "&mgnMode=cross"));

        assertThat(row(set).path("lever").asText()).isEqualTo("7");
        assertThat(beyond.path("code").asText()).isEqualTo("59102");
        assertThat(info.path("lever").asText()).isEqualTo("7");
    }
}
