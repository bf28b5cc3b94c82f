package dev.astrolabe.simulator.aster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.testkit.Fixtures;
import dev.astrolabe.simulator.wire.Json;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class UserStreamsTest {

    private final Bench bench = new Bench();
    private final String key =
            Bench.json(bench.v3("POST", "/fapi/v3/listenKey")).path("listenKey").asText();
    private final FakeSocket socket = FakeSocket.open(bench, "/ws/" + key, "");

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode fixture(String name) {
        return Json.read(Fixtures.payloads().text("aster/user/" + name + ".json"))
                .orElseThrow();
    }

    @Test
    void tells_an_order_and_its_fill() {
        bench.market("BUY", "0.01");

        List<JsonNode> orders = socket.of("ORDER_TRADE_UPDATE");
        assertThat(orders)
                .extracting(event -> event.path("o").path("x").asText())
                .containsExactly("NEW", "TRADE");
        JsonNode fill = orders.get(1).path("o");
        assertThat(fill.path("X").asText()).isEqualTo("FILLED");
        assertThat(fill.path("l").asText()).isEqualTo("0.010");
        assertThat(fill.path("N").asText()).isEqualTo("USDT");
        assertThat(orders.get(0).path("o").has("N")).isFalse();
        JsonNode update = socket.of("ACCOUNT_UPDATE").get(0);
        assertThat(names(update.path("a").path("B").path(0)))
                .isEqualTo(names(fixture("ACCOUNT_UPDATE").path("a").path("B").path(0)));
        assertThat(names(update.path("a").path("P").path(0)))
                .isEqualTo(names(fixture("ACCOUNT_UPDATE").path("a").path("P").path(0)));
        assertThat(update.path("a").path("P").path(0).path("pa").asText()).isEqualTo("0.010");
        assertThat(socket.accounts).containsOnly("tester");
    }

    @Test
    void has_the_letters_of_a_filled_trailing_stop() {
        bench.market("SELL", "0.01");
        bench.v3(
                "POST",
                "/fapi/v3/order",
                "symbol",
                "BTCUSDT",
                "side",
                "BUY",
                "type",
                "TRAILING_STOP_MARKET",
                "quantity",
                "0.01",
                "callbackRate",
                "0.5");
        bench.move("49000");
        bench.move("49500");

        JsonNode last = socket.of("ORDER_TRADE_UPDATE")
                .get(socket.of("ORDER_TRADE_UPDATE").size() - 1);
        assertThat(names(last.path("o")))
                .isEqualTo(names(fixture("ORDER_TRADE_UPDATE").path("o")));
        assertThat(last.path("o").path("o").asText()).isEqualTo("MARKET");
        assertThat(last.path("o").path("ot").asText()).isEqualTo("TRAILING_STOP_MARKET");
        assertThat(last.path("o").path("cr").asText()).isEqualTo("0.5");
    }

    @Test
    void tells_settings() {
        bench.v3("POST", "/fapi/v3/leverage", "symbol", "BTCUSDT", "leverage", "25");
        bench.v3("POST", "/fapi/v3/marginType", "symbol", "BTCUSDT", "marginType", "ISOLATED");
        bench.v3("POST", "/fapi/v3/positionSide/dual", "dualSidePosition", "true");

        List<JsonNode> config = socket.of("ACCOUNT_CONFIG_UPDATE");
        assertThat(config).hasSize(2);
        assertThat(config.get(0).path("ac")).hasToString("{\"s\":\"BTCUSDT\",\"l\":25}");
        assertThat(config.get(1).path("ai")).hasToString("{\"j\":false,\"f\":false,\"d\":true}");
        assertThat(socket.of("ACCOUNT_UPDATE").get(0).path("a").path("m").asText())
                .isEqualTo("MARGIN_TYPE_CHANGE");
    }

    @Test
    void tells_transfers() {
        bench.transfer();

        JsonNode update = socket.of("ACCOUNT_UPDATE").get(0).path("a");
        assertThat(update.path("m").asText()).isEqualTo("WITHDRAW");
        assertThat(update.path("B").path(0).path("bc").asText()).isEqualTo("-5.00000000");
        assertThat(update.path("B").path(0).path("wb").asText()).isEqualTo("9995.00000000");
        assertThat(update.path("P")).isEmpty();
    }

    @Test
    void liquidates_with_the_venues_words_and_tells_everyone() {
        FakeSocket everyone = FakeSocket.open(bench, "/ws/!forceOrder@arr", "");
        bench.v3("POST", "/fapi/v3/leverage", "symbol", "BTCUSDT", "leverage", "100");
        bench.v3("POST", "/fapi/v3/marginType", "symbol", "BTCUSDT", "marginType", "ISOLATED");
        bench.market("BUY", "0.5");

        bench.move("49000");

        JsonNode forced = socket.of("ORDER_TRADE_UPDATE").stream()
                .map(event -> event.path("o"))
                .filter(order -> order.path("x").asText().equals("CALCULATED"))
                .findFirst()
                .orElseThrow();
        assertThat(forced.path("o").asText()).isEqualTo("LIQUIDATION");
        assertThat(forced.path("c").asText()).startsWith("autoclose-");
        assertThat(names(everyone.of("forceOrder").get(0).path("o"))).isEqualTo(forceLetters());
        JsonNode rows = Bench.json(bench.v3("GET", "/fapi/v3/forceOrders", "autoCloseType", "LIQUIDATION"));
        assertThat(rows).hasSize(1);
        assertThat(names(rows.path(0)))
                .isEqualTo(names(Json.read(Fixtures.payloads().text("aster/v3/get_forceOrders.json"))
                        .orElseThrow()
                        .path(0)));
    }

    private static Set<String> forceLetters() {
        return names(Json.read(Fixtures.payloads().text("aster/ws/forceOrder.json"))
                .orElseThrow()
                .path("o"));
    }

    @Test
    void expires_a_key_that_nobody_renews() {
        bench.advance(Duration.ofMinutes(50));
        bench.v3("PUT", "/fapi/v3/listenKey");
        bench.advance(Duration.ofMinutes(59));
        bench.market("BUY", "0.01");
        int before = socket.events.size();

        bench.advance(Duration.ofMinutes(2));
        bench.market("SELL", "0.01");

        assertThat(before).isPositive();
        assertThat(socket.events).hasSize(before + 1);
        assertThat(names(socket.last())).isEqualTo(names(fixture("listenKeyExpired")));
        assertThat(Bench.code(bench.v3("PUT", "/fapi/v3/listenKey"))).isEqualTo(-1125);
    }

    @Test
    void gives_the_same_key_while_it_is_valid() {
        String again = Bench.json(bench.v1("POST", "/fapi/v1/listenKey"))
                .path("listenKey")
                .asText();

        bench.v3("DELETE", "/fapi/v3/listenKey");
        String next = Bench.json(bench.v3("POST", "/fapi/v3/listenKey"))
                .path("listenKey")
                .asText();

        assertThat(again).isEqualTo(key);
        assertThat(next).isNotEqualTo(key);
    }

    @Test
    void warns_when_maintenance_comes_near() {
        bench.v3("POST", "/fapi/v3/leverage", "symbol", "BTCUSDT", "leverage", "100");
        bench.v3("POST", "/fapi/v3/marginType", "symbol", "BTCUSDT", "marginType", "ISOLATED");
        bench.market("BUY", "0.5");

        bench.advance(Duration.ofSeconds(2));
        bench.move("49745");

        List<JsonNode> calls = socket.of("MARGIN_CALL");
        assertThat(calls).hasSize(1);
        assertThat(names(calls.get(0).path("p").path(0)))
                .isEqualTo(names(fixture("MARGIN_CALL").path("p").path(0)));
        assertThat(calls.get(0).path("p").path(0).path("mt").asText()).isEqualTo("ISOLATED");
    }
}
