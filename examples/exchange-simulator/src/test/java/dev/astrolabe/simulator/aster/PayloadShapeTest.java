package dev.astrolabe.simulator.aster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.testkit.Fixtures;
import dev.astrolabe.simulator.wire.Json;
import dev.astrolabe.simulator.wire.WireAnswer;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Answers have the fields of the venue's own, and of the same JSON types. */
class PayloadShapeTest {

    private final Bench bench = new Bench();

    /** Names and types, down to the first element of each list. */
    private static Set<String> shape(JsonNode node) {
        Set<String> shape = new TreeSet<>();
        collect("", node, shape);
        return shape;
    }

    private static void collect(String at, JsonNode node, Set<String> shape) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(at + "." + field.getKey(), field.getValue(), shape));
        } else if (node.isArray() && !node.isEmpty() && node.get(0).isContainerNode()) {
            collect(at + "[]", node.get(0), shape);
        } else if (node.isArray()) {
            node.forEach(value -> shape.add(at + "[] " + type(value)));
        } else {
            shape.add(at + " " + type(node));
        }
    }

    private static String type(JsonNode node) {
        return node.isNumber()
                ? "number"
                : node.isTextual() ? "text" : node.getNodeType().toString();
    }

    private static Set<String> fixture(String name) {
        return shape(Json.read(Fixtures.payloads().text("aster/" + name)).orElseThrow());
    }

    private static void assertShape(WireAnswer answer, String name) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(shape(Bench.json(answer))).as(name).isEqualTo(fixture(name));
    }

    @Test
    void of_market_data() {
        String[] btc = {"symbol", "BTCUSDT"};
        bench.advance(Duration.ofHours(9));
        assertShape(bench.open("/fapi/v3/ping"), "v3/get_ping.json");
        assertShape(bench.open("/fapi/v3/time"), "v3/get_time.json");
        assertShape(bench.open("/fapi/v1/depth", btc), "v1/get_depth.json");
        assertShape(bench.open("/fapi/v3/trades", btc), "v3/get_trades.json");
        assertShape(bench.open("/fapi/v3/historicalTrades", btc), "v3/get_historicalTrades.json");
        assertShape(bench.open("/fapi/v3/aggTrades", btc), "v3/get_aggTrades.json");
        assertShape(bench.open("/fapi/v3/klines", "symbol", "BTCUSDT", "interval", "1m"), "v3/get_klines.json");
        assertShape(
                bench.open("/fapi/v3/markPriceKlines", "symbol", "BTCUSDT", "interval", "1m"),
                "v3/get_markPriceKlines.json");
        assertShape(
                bench.open("/fapi/v3/indexPriceKlines", "pair", "BTCUSDT", "interval", "1m"),
                "v3/get_indexPriceKlines.json");
        assertShape(bench.open("/fapi/v3/premiumIndex", btc), "v3/get_premiumIndex.json");
        assertShape(bench.open("/fapi/v3/premiumIndex"), "v3/get_premiumIndex_list.json");
        assertShape(bench.open("/fapi/v3/fundingRate", btc), "v3/get_fundingRate.json");
        assertShape(bench.open("/fapi/v3/fundingInfo"), "v3/get_fundingInfo.json");
        assertShape(bench.open("/fapi/v3/ticker/24hr", btc), "v3/get_ticker_24hr.json");
        assertShape(bench.open("/fapi/v3/ticker/24hr"), "v3/get_ticker_24hr_list.json");
        assertShape(bench.open("/fapi/v3/ticker/price", btc), "v3/get_ticker_price.json");
        assertShape(bench.open("/fapi/v1/ticker/price"), "v1/get_ticker_price_list.json");
        assertShape(bench.open("/fapi/v3/ticker/bookTicker", btc), "v3/get_ticker_bookTicker.json");
        assertShape(bench.open("/fapi/v3/ticker/bookTicker"), "v3/get_ticker_bookTicker_list.json");
        assertShape(bench.open("/fapi/v3/indexreferences", btc), "v3/get_indexreferences.json");
    }

    @Test
    void of_the_catalogue_as_it_was_recorded() {
        JsonNode own = Bench.json(bench.open("/fapi/v3/exchangeInfo"));
        JsonNode venues = Json.read(Fixtures.payloads().text("aster/live/get_exchangeInfo_trimmed.json"))
                .orElseThrow();

        assertThat(shape(own)).isEqualTo(shape(venues));
        for (JsonNode filter : venues.path("symbols").path(0).path("filters")) {
            String type = filter.path("filterType").asText();
            assertThat(own.path("symbols").path(0).path("filters"))
                    .filteredOn(mine -> mine.path("filterType").asText().equals(type))
                    .singleElement()
                    .satisfies(mine -> assertThat(shape(mine)).as(type).isEqualTo(shape(filter)));
        }
    }

    @Test
    void of_orders() {
        String[] trailing = {
            "symbol",
            "BTCUSDT",
            "side",
            "BUY",
            "type",
            "TRAILING_STOP_MARKET",
            "quantity",
            "0.01",
            "callbackRate",
            "1",
            "activationPrice",
            "49900",
            "newClientOrderId",
            "trails"
        };
        WireAnswer placed = bench.v3("POST", "/fapi/v3/order", trailing);
        String[] ref = {"symbol", "BTCUSDT", "origClientOrderId", "trails"};
        String limit =
                "{\"symbol\":\"BTCUSDT\",\"side\":\"BUY\",\"type\":\"TRAILING_STOP_MARKET\",\"quantity\":\"0.01\","
                        + "\"callbackRate\":\"1\",\"activationPrice\":\"49900\"}";

        assertShape(placed, "v3/post_order.json");
        assertShape(bench.v1("GET", "/fapi/v1/order", ref), "v1/get_order.json");
        assertShape(bench.v3("GET", "/fapi/v3/openOrder", ref), "v3/get_openOrder.json");
        assertShape(bench.v3("GET", "/fapi/v3/openOrders"), "v3/get_openOrders.json");
        assertShape(bench.v3("GET", "/fapi/v3/allOrders", "symbol", "BTCUSDT"), "v3/get_allOrders.json");
        assertShape(
                bench.v3("POST", "/fapi/v3/batchOrders", "batchOrders", "[" + limit + "]"), "v3/post_batchOrders.json");
        assertShape(bench.v3("DELETE", "/fapi/v3/order", ref), "v3/delete_order.json");
        assertShape(bench.v3("DELETE", "/fapi/v3/allOpenOrders", "symbol", "BTCUSDT"), "v3/delete_allOpenOrders.json");
        String id = bench.limit("BUY", "0.01", "49900").path("orderId").asText();
        assertShape(
                bench.v3(
                        "PUT",
                        "/fapi/v3/order",
                        "symbol",
                        "BTCUSDT",
                        "orderId",
                        id,
                        "quantity",
                        "0.02",
                        "price",
                        "49900"),
                "v3/put_order.json");
        assertShape(
                bench.v1("POST", "/fapi/v1/countdownCancelAll", "symbol", "BTCUSDT", "countdownTime", "1000"),
                "v1/post_countdownCancelAll.json");
    }

    @Test
    void of_accounts() {
        bench.market("BUY", "0.01");
        String[] btc = {"symbol", "BTCUSDT"};

        assertShape(bench.v3("GET", "/fapi/v3/balance"), "v3/get_balance.json");
        assertShape(bench.v1("GET", "/fapi/v2/positionRisk", btc), "later/get_positionRisk_oneway.json");
        Set<String> account = new TreeSet<>(fixture("v1/get_account.json"));
        account.add(".positions[].notional text");
        account.add(".positions[].isolatedWallet text");
        assertThat(shape(Bench.json(bench.v1("GET", "/fapi/v4/account")))).isEqualTo(account);
        assertThat(shape(Bench.json(bench.v3("GET", "/fapi/v3/accountWithJoinMargin"))))
                .isEqualTo(account);
        assertShape(bench.v3("GET", "/fapi/v3/userTrades", btc), "v3/get_userTrades.json");
        assertShape(bench.v3("GET", "/fapi/v3/income"), "v3/get_income.json");
        assertShape(bench.v3("GET", "/fapi/v3/leverageBracket", btc), "v3/get_leverageBracket.json");
        assertShape(bench.v3("GET", "/fapi/v3/leverageBracket"), "v3/get_leverageBracket_list.json");
        assertShape(bench.v3("GET", "/fapi/v3/commissionRate", btc), "v3/get_commissionRate.json");
        assertShape(bench.v3("GET", "/fapi/v3/positionSide/dual"), "v3/get_positionSide_dual.json");
        assertShape(bench.v3("GET", "/fapi/v3/multiAssetsMargin"), "v3/get_multiAssetsMargin.json");
        assertShape(bench.v3("GET", "/fapi/v3/stpMode"), "v3/get_stpMode.json");
        assertShape(bench.v3("POST", "/fapi/v3/listenKey"), "v3/post_listenKey.json");
        assertShape(bench.v3("PUT", "/fapi/v3/listenKey"), "v3/put_listenKey.json");
        assertShape(bench.v3("DELETE", "/fapi/v3/listenKey"), "v3/delete_listenKey.json");
    }

    @Test
    void of_settings() {
        String[] btc = {"symbol", "BTCUSDT"};
        assertShape(
                bench.v3("POST", "/fapi/v3/leverage", "symbol", "BTCUSDT", "leverage", "21"), "v3/post_leverage.json");
        assertShape(
                bench.v3("POST", "/fapi/v3/marginType", "symbol", "BTCUSDT", "marginType", "ISOLATED"),
                "v3/post_marginType.json");
        bench.market("BUY", "0.01");
        assertShape(
                bench.v3("POST", "/fapi/v3/positionMargin", "symbol", "BTCUSDT", "amount", "10", "type", "1"),
                "v3/post_positionMargin.json");
        assertShape(bench.v3("GET", "/fapi/v3/positionMargin/history", btc), "v3/get_positionMargin_history.json");
        assertShape(bench.transfer(), "v3/post_asset_wallet_transfer.json");
    }

    @Test
    void of_unknown_paths_and_the_spot_catalogue() {
        assertThat(bench.open("/fapi/v3/nothing").status()).isEqualTo(404);
        JsonNode spot = Bench.json(bench.open("/api/v3/exchangeInfo"));
        assertThat(spot.path("symbols")).isEmpty();
        assertThat(spot.path("assets").path(0).path("asset").asText()).isEqualTo("USDT");
    }
}
