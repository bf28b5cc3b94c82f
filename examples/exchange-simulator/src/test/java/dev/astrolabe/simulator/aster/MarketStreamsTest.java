package dev.astrolabe.simulator.aster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.testkit.Fixtures;
import dev.astrolabe.simulator.wire.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketStreamsTest {

    private final Bench bench = new Bench();

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode fixture(String name) {
        return Json.read(Fixtures.payloads().text("aster/ws/" + name + ".json")).orElseThrow();
    }

    private void moveOn(String price) {
        bench.advance(Duration.ofSeconds(61));
        bench.move(price);
    }

    @ParameterizedTest
    @CsvSource({
        "btcusdt@aggTrade, aggTrade",
        "btcusdt@markPrice@1s, markPriceUpdate",
        "btcusdt@kline_1m, kline",
        "btcusdt@miniTicker, 24hrMiniTicker",
        "btcusdt@ticker, 24hrTicker",
        "btcusdt@bookTicker, bookTicker",
        "!bookTicker, bookTicker",
        "btcusdt@depth5, depthUpdate_partial",
        "btcusdt@depth@100ms, depthUpdate_diff"
    })
    void has_the_letters_of_the_venue(String stream, String fixture) {
        FakeSocket socket = FakeSocket.open(bench, "/ws/" + stream, "");

        moveOn("50100");

        assertThat(socket.channels).contains(stream);
        assertThat(names(socket.last())).isEqualTo(names(fixture(fixture)));
        assertThat(names(socket.last().path("k")))
                .isEqualTo(names(fixture(fixture).path("k")));
    }

    @ParameterizedTest
    @CsvSource({
        "!markPrice@arr@1s, markPriceUpdate_arr",
        "!miniTicker@arr, 24hrMiniTicker_arr",
        "!ticker@arr, 24hrTicker_arr"
    })
    void tells_all_symbols_in_one_list(String stream, String fixture) {
        FakeSocket socket = FakeSocket.open(bench, "/ws/" + stream, "");

        moveOn("50100");

        assertThat(socket.last().isArray()).isTrue();
        assertThat(names(socket.last().path(0)))
                .isEqualTo(names(fixture(fixture).path(0)));
    }

    @Test
    void wraps_events_of_combined_streams() {
        FakeSocket raw = FakeSocket.open(bench, "/ws/btcusdt@bookTicker", "");
        FakeSocket combined = FakeSocket.open(bench, "/stream", "streams=btcusdt@bookTicker/btcusdt@aggTrade");

        bench.move("50100");

        JsonNode wrapped = combined.events.stream()
                .filter(event -> event.path("stream").asText().equals("btcusdt@bookTicker"))
                .findFirst()
                .orElseThrow();
        assertThat(wrapped.path("data")).isEqualTo(raw.last());
    }

    @Test
    void leads_a_local_book_from_a_snapshot_event_by_event() {
        FakeSocket socket = FakeSocket.open(bench, "/ws/btcusdt@depth@100ms", "");
        bench.move("50010");
        JsonNode snapshot = Bench.json(bench.open("/fapi/v1/depth", "symbol", "BTCUSDT", "limit", "1000"));
        Map<BigDecimal, String> bids = new TreeMap<>(Comparator.reverseOrder());
        apply(bids, snapshot.path("bids"));
        long id = snapshot.path("lastUpdateId").asLong();

        for (String price : List.of("50020", "50005", "49990")) {
            bench.advance(Duration.ofMillis(100));
            bench.move(price);
        }

        long previous = -1;
        for (JsonNode event : socket.events) {
            if (previous >= 0) {
                assertThat(event.path("pu").asLong()).isEqualTo(previous);
            }
            previous = event.path("u").asLong();
            if (previous >= id) {
                apply(bids, event.path("b"));
            }
        }
        JsonNode now = Bench.json(bench.open("/fapi/v1/depth", "symbol", "BTCUSDT", "limit", "1000"));
        Map<BigDecimal, String> expected = new TreeMap<>(Comparator.reverseOrder());
        apply(expected, now.path("bids"));
        assertThat(previous).isEqualTo(now.path("lastUpdateId").asLong());
        assertThat(bids).isEqualTo(expected);
    }

    private static void apply(Map<BigDecimal, String> side, JsonNode levels) {
        levels.forEach(level -> {
            BigDecimal price = new BigDecimal(level.path(0).asText());
            if (new BigDecimal(level.path(1).asText()).signum() == 0) {
                side.remove(price);
            } else {
                side.put(price, level.path(1).asText());
            }
        });
    }

    @Test
    void tells_a_candle_once_more_when_it_has_closed() {
        FakeSocket socket = FakeSocket.open(bench, "/ws/btcusdt@kline_1m", "");

        bench.move("50010");
        bench.advance(Duration.ofSeconds(70));
        bench.move("50020");

        List<Boolean> closed = socket.of("kline").stream()
                .map(event -> event.path("k").path("x").asBoolean())
                .toList();
        assertThat(closed).contains(true).endsWith(false);
        long opened = socket.last().path("k").path("t").asLong();
        assertThat(opened).isEqualTo(Bench.START.plusSeconds(70).toEpochMilli() / 60_000 * 60_000);
    }

    @Test
    void keeps_to_the_pace_of_a_stream() {
        FakeSocket socket = FakeSocket.open(bench, "/ws/btcusdt@depth@500ms", "");

        for (int i = 1; i <= 10; i++) {
            bench.advance(Duration.ofMillis(100));
            bench.move("50" + (100 + i));
        }

        assertThat(socket.events).hasSize(2);
    }

    @Test
    void answers_what_a_client_asks_for_on_the_way() {
        FakeSocket socket = FakeSocket.open(bench, "/ws", "");

        assertThat(socket.ask(
                        "{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@aggTrade\",\"btcusdt@depth\"],\"id\":1}"))
                .hasToString("{\"result\":null,\"id\":1}");
        assertThat(socket.ask("{\"method\":\"UNSUBSCRIBE\",\"params\":[\"btcusdt@depth\"],\"id\":312}"))
                .hasToString("{\"result\":null,\"id\":312}");
        assertThat(socket.ask("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":3}"))
                .hasToString("{\"result\":[\"btcusdt@aggTrade\"],\"id\":3}");
        assertThat(socket.ask("{\"method\":\"GET_PROPERTY\",\"params\":[\"combined\"],\"id\":2}"))
                .hasToString("{\"result\":false,\"id\":2}");
        assertThat(socket.ask("{\"method\":\"SET_PROPERTY\",\"params\":[\"combined\",true],\"id\":5}"))
                .hasToString("{\"result\":null,\"id\":5}");
        assertThat(socket.ask("{\"method\":\"GET_PROPERTY\",\"params\":[\"combined\"],\"id\":2}"))
                .hasToString("{\"result\":true,\"id\":2}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | 3",
                "{\"id\":1} | 2",
                "{\"method\":\"SHOUT\",\"id\":1} | 2",
                "{\"method\":\"SUBSCRIBE\",\"params\":[],\"id\":\"one\"} | 2",
                "{\"method\":\"SET_PROPERTY\",\"params\":[\"combined\",1],\"id\":1} | 1",
                "{\"method\":\"SET_PROPERTY\",\"params\":[7,true],\"id\":1} | 2",
                "{\"method\":\"GET_PROPERTY\",\"params\":[\"colour\"],\"id\":1} | 0",
                "{\"method\":\"GET_PROPERTY\",\"params\":[\"combined\",true],\"id\":1} | 2"
            })
    void answers_malformed_requests_without_an_id(String message, int code) {
        JsonNode answer = FakeSocket.open(bench, "/ws", "").ask(message);

        assertThat(answer.path("code").asInt()).isEqualTo(code);
        assertThat(names(answer)).containsExactly("code", "msg");
    }

    @Test
    void says_nothing_any_more_to_who_has_left() {
        FakeSocket socket = FakeSocket.open(bench, "/ws/btcusdt@bookTicker", "");
        bench.move("50010");
        int before = socket.events.size();

        socket.hangUp();
        bench.move("50020");

        assertThat(before).isPositive();
        assertThat(socket.events).hasSize(before);
    }

    @Test
    void pings_every_five_minutes_and_ends_connections_after_a_day() {
        FakeSocket socket = FakeSocket.open(bench, "/ws", "");

        bench.advance(Duration.ofMinutes(11));
        int pings = socket.pings;
        bench.advance(Duration.ofHours(24));

        assertThat(pings).isPositive();
        assertThat(socket.closed).isEqualTo(1001);
    }
}
