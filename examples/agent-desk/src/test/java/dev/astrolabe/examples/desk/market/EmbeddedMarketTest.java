package dev.astrolabe.examples.desk.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedMarketTest {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final List<String> PATHS = List.of(
            "ping",
            "time",
            "exchangeInfo",
            "depth?symbol=BTCUSDT&limit=20",
            "klines?symbol=ETHUSDT&interval=5m&limit=50",
            "markPriceKlines?symbol=ETHUSDT&interval=1m&limit=5",
            "indexPriceKlines?pair=ETHUSDT&interval=1m&limit=5",
            "premiumIndex",
            "premiumIndex?symbol=BTCUSDT",
            "fundingInfo",
            "fundingRate?symbol=BTCUSDT",
            "ticker/24hr",
            "ticker/24hr?symbol=BTCUSDT",
            "ticker/price",
            "ticker/price?symbol=BTCUSDT",
            "ticker/bookTicker",
            "ticker/bookTicker?symbol=BTCUSDT",
            "trades?symbol=SOLUSDT&limit=5",
            "aggTrades?symbol=SOLUSDT&limit=5");

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final SimulatedWorld world = SimulatedWorld.create(42, START, List.of(VenueProfile.STEADY));
    private final EmbeddedMarket market = EmbeddedMarket.start(world, VenueProfile.STEADY);

    @AfterEach
    void close() {
        market.close();
    }

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_seed_others() throws Exception {
        SimulatedWorld twin = SimulatedWorld.create(42, START, List.of(VenueProfile.STEADY));
        SimulatedWorld stranger = SimulatedWorld.create(43, START, List.of(VenueProfile.STEADY));
        try (EmbeddedMarket same = EmbeddedMarket.start(twin, VenueProfile.STEADY);
                EmbeddedMarket other = EmbeddedMarket.start(stranger, VenueProfile.STEADY)) {
            for (SimulatedWorld each : List.of(world, twin, stranger)) {
                each.advance(Duration.ofMinutes(17));
            }

            assertThat(everything(same)).isEqualTo(everything(market)).isNotEqualTo(everything(other));
        }
    }

    @Test
    void asking_changes_nothing() throws Exception {
        assertThat(everything(market)).isEqualTo(everything(market));
    }

    @ParameterizedTest
    @CsvSource({
        "depth?symbol=BTCUSDT&limit=5,get_depth",
        "klines?symbol=BTCUSDT&interval=1m&limit=1,get_klines",
        "markPriceKlines?symbol=BTCUSDT&interval=1m&limit=1,get_markPriceKlines",
        "indexPriceKlines?pair=BTCUSDT&interval=1m&limit=1,get_indexPriceKlines",
        "premiumIndex?symbol=BTCUSDT,get_premiumIndex",
        "premiumIndex,get_premiumIndex_list",
        "fundingInfo,get_fundingInfo",
        "fundingRate?symbol=BTCUSDT,get_fundingRate",
        "ticker/24hr?symbol=BTCUSDT,get_ticker_24hr",
        "ticker/24hr,get_ticker_24hr_list",
        "ticker/price?symbol=BTCUSDT,get_ticker_price",
        "ticker/price,get_ticker_price_list",
        "ticker/bookTicker?symbol=BTCUSDT,get_ticker_bookTicker",
        "ticker/bookTicker,get_ticker_bookTicker_list",
        "trades?symbol=BTCUSDT&limit=1,get_trades",
        "aggTrades?symbol=BTCUSDT&limit=1,get_aggTrades",
        "time,get_time",
        "ping,get_ping"
    })
    void answers_have_the_fields_and_types_of_the_venue(String path, String recorded) throws Exception {
        String fixtures = System.getProperty("fixtures.dir", "");
        Assumptions.assumeTrue(
                !fixtures.isEmpty(), "skipped: system property fixtures.dir does not say where the payloads lie");
        JsonNode example = json.readTree(Files.readString(Path.of(fixtures, "aster/v1/" + recorded + ".json")));

        JsonNode answer = get(path);

        assertThat(shape(answer)).isEqualTo(shape(example));
    }

    @Test
    void lists_five_coins_with_filters_on_powers_of_ten() throws Exception {
        JsonNode symbols = get("exchangeInfo").get("symbols");

        assertThat(symbols.findValuesAsText("symbol"))
                .containsExactly("BTCUSDT", "ETHUSDT", "SOLUSDT", "BNBUSDT", "1000PEPEUSDT");
        assertThat(symbols.get(4).get("baseAsset").asText()).isEqualTo("1000PEPE");
        assertThat(symbols.get(0).get("filters").findValuesAsText("filterType"))
                .containsExactly(
                        "PRICE_FILTER",
                        "LOT_SIZE",
                        "MARKET_LOT_SIZE",
                        "MAX_NUM_ORDERS",
                        "MAX_NUM_ALGO_ORDERS",
                        "MIN_NOTIONAL",
                        "PERCENT_PRICE");
        assertThat(symbols.get(4).get("filters").get(0).get("tickSize").asText())
                .isEqualTo("0.000001");
    }

    @Test
    void the_book_has_as_many_levels_as_asked_for_and_does_not_cross() throws Exception {
        JsonNode book = get("depth?symbol=1000PEPEUSDT&limit=20");

        assertThat(book.get("bids")).hasSize(20);
        assertThat(book.get("asks")).hasSize(20);
        assertThat(decimal(book.get("bids").get(0).get(0)))
                .isLessThan(decimal(book.get("asks").get(0).get(0)));
    }

    @Test
    void candles_page_forward_without_a_hole_up_to_the_open_one() throws Exception {
        world.advance(Duration.ofSeconds(30));
        long start = START.minus(Duration.ofHours(5)).toEpochMilli();
        List<Long> opens = new ArrayList<>();
        while (true) {
            JsonNode page = get("klines?symbol=BNBUSDT&interval=1m&limit=99&startTime=" + start);
            if (page.isEmpty()) {
                break;
            }
            page.forEach(row -> opens.add(row.get(0).asLong()));
            start = opens.get(opens.size() - 1) + 60_000;
        }

        assertThat(opens).hasSize(301).doesNotHaveDuplicates().isSorted();
        assertThat(opens.get(300)).isEqualTo(START.toEpochMilli());
    }

    @Test
    void a_closed_candle_does_not_change_any_more() throws Exception {
        String path = "klines?symbol=BTCUSDT&interval=1m&endTime="
                + START.minusSeconds(60).toEpochMilli() + "&limit=3";
        JsonNode before = get(path);

        world.advance(Duration.ofMinutes(2));

        assertThat(get(path)).isEqualTo(before).hasSize(3);
    }

    @Test
    void every_candle_holds_its_open_and_close_within_its_range() throws Exception {
        for (JsonNode row : get("klines?symbol=1000PEPEUSDT&interval=15m&limit=90")) {
            BigDecimal high = decimal(row.get(2));
            BigDecimal low = decimal(row.get(3));
            assertThat(decimal(row.get(1))).isBetween(low, high);
            assertThat(decimal(row.get(4))).isBetween(low, high);
            assertThat(decimal(row.get(5))).isPositive();
        }
    }

    @Test
    void tells_the_weight_that_its_minute_has_used() throws Exception {
        assertThat(weightAfter("depth?symbol=BTCUSDT&limit=20")).isEqualTo(2);
        assertThat(weightAfter("klines?symbol=BTCUSDT&interval=1m&limit=1500")).isEqualTo(12);
        assertThat(weightAfter("ticker/24hr")).isEqualTo(52);
        world.advance(Duration.ofMinutes(1));
        assertThat(weightAfter("time")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "depth?symbol=NOPEUSDT&limit=5,400,-1121",
        "depth,400,-1102",
        "depth?symbol=BTCUSDT&limit=7,400,-4021",
        "klines?symbol=BTCUSDT&interval=2m,400,-1120",
        "klines?symbol=BTCUSDT,400,-1102",
        "klines?symbol=BTCUSDT&interval=1m&limit=1501,400,-1130",
        "klines?symbol=BTCUSDT&interval=1m&startTime=noon,400,-1100",
        "premiumIndex?symbol=NOPEUSDT,400,-1121",
        "order?symbol=BTCUSDT,404,-5000"
    })
    void errors_have_the_code_of_the_venue(String path, int status, int code) throws Exception {
        HttpResponse<String> response = send(market, path);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(json.readTree(response.body()).get("code").asInt()).isEqualTo(code);
        assertThat(json.readTree(response.body()).get("msg").asText()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "DELETE", "PUT"})
    void takes_no_order(String method) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(market, "order?symbol=BTCUSDT"))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();

        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_server_that_was_not_closed_keeps_no_jvm_alive() {
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().startsWith("HTTP-Dispatcher")))
                .isNotEmpty()
                .allMatch(Thread::isDaemon);
    }

    @Test
    void leaves_no_thread_behind() throws Exception {
        SimulatedWorld small = SimulatedWorld.create(1, START, List.of(VenueProfile.STEADY));
        EmbeddedMarket shortLived = EmbeddedMarket.start(small, VenueProfile.STEADY);
        send(shortLived, "time");
        List<Thread> workers = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("embedded-market-") && thread.isAlive())
                .toList();

        shortLived.close();
        shortLived.close();
        market.close();

        for (Thread worker : workers) {
            worker.join(5_000);
            assertThat(worker.isAlive()).isFalse();
        }
        assertThat(workers).isNotEmpty();
    }

    private List<String> everything(EmbeddedMarket from) throws Exception {
        List<String> bodies = new ArrayList<>();
        for (String path : PATHS) {
            bodies.add(send(from, path).body());
        }
        return bodies;
    }

    private long weightAfter(String path) throws Exception {
        return send(market, path)
                .headers()
                .firstValueAsLong("X-MBX-USED-WEIGHT-1M")
                .orElseThrow();
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> response = send(market, path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json.readTree(response.body());
    }

    private HttpResponse<String> send(EmbeddedMarket to, String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(to, path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(EmbeddedMarket to, String path) {
        return URI.create(to.baseUrl() + "/fapi/v3/" + path);
    }

    private static BigDecimal decimal(JsonNode text) {
        return new BigDecimal(text.textValue());
    }

    /** Names and kinds of all fields; of a list its first element. */
    private static String shape(JsonNode node) {
        if (node.isArray()) {
            boolean row = !node.isEmpty() && node.get(0).isValueNode();
            List<String> elements = new ArrayList<>();
            for (int i = 0; i < (row ? node.size() : Math.min(1, node.size())); i++) {
                elements.add(shape(node.get(i)));
            }
            return elements.toString();
        }
        if (node.isObject()) {
            TreeSet<String> fields = new TreeSet<>();
            node.fieldNames().forEachRemaining(name -> fields.add(name + ":" + shape(node.get(name))));
            return fields.toString();
        }
        return node.getNodeType().toString();
    }
}
