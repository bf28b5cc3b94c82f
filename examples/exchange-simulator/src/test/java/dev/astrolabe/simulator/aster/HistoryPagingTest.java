package dev.astrolabe.simulator.aster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.simulator.wire.WireAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryPagingTest {

    private static final long START = Bench.START.toEpochMilli();

    private final Bench bench = new Bench();

    private JsonNode get(String path, String... more) {
        return Bench.json(ask(path, more));
    }

    private WireAnswer ask(String path, String... more) {
        Map<String, String> params = Bench.params("symbol", "BTCUSDT");
        params.putAll(Bench.params(more));
        return bench.v3("GET", path, Bench.flat(params));
    }

    private static List<Long> all(JsonNode rows, String field) {
        List<Long> values = new ArrayList<>();
        rows.forEach(row -> values.add(row.path(field).asLong()));
        return values;
    }

    private void tradeHourly(int times) {
        for (int i = 0; i < times; i++) {
            bench.advance(Duration.ofHours(1));
            bench.market(i % 2 == 0 ? "BUY" : "SELL", "0.01");
        }
    }

    @Test
    void pages_fills_by_id_from_the_oldest() {
        tradeHourly(5);
        List<Long> ids = all(get("/fapi/v3/userTrades"), "id");

        List<Long> page = all(get("/fapi/v3/userTrades", "fromId", ids.get(1).toString(), "limit", "2"), "id");

        assertThat(ids).hasSize(5).isSorted();
        assertThat(page).isEqualTo(ids.subList(1, 3));
        assertThat(Bench.code(ask("/fapi/v3/userTrades", "fromId", "1", "startTime", "1")))
                .isEqualTo(-1128);
    }

    @Test
    void gives_the_first_from_a_start_and_the_newest_without_one() {
        tradeHourly(5);
        List<Long> ids = all(get("/fapi/v3/userTrades"), "id");

        List<Long> first = all(get("/fapi/v3/userTrades", "startTime", Long.toString(START), "limit", "2"), "id");
        List<Long> newest = all(get("/fapi/v3/userTrades", "limit", "2"), "id");

        assertThat(first).isEqualTo(ids.subList(0, 2));
        assertThat(newest).isEqualTo(ids.subList(3, 5));
    }

    @Test
    void looks_back_a_week_and_no_further_at_once() {
        tradeHourly(1);
        bench.advance(Duration.ofDays(8));

        assertThat(get("/fapi/v3/userTrades")).isEmpty();
        assertThat(get("/fapi/v3/userTrades", "startTime", Long.toString(START)))
                .hasSize(1);
        assertThat(Bench.code(ask(
                        "/fapi/v3/userTrades",
                        "startTime",
                        Long.toString(START),
                        "endTime",
                        Long.toString(START + Duration.ofDays(8).toMillis()))))
                .isEqualTo(-4165);
        assertThat(Bench.code(ask("/fapi/v3/userTrades", "startTime", "2", "endTime", "1")))
                .isEqualTo(-1023);
        assertThat(Bench.code(ask("/fapi/v3/userTrades", "limit", "1001"))).isEqualTo(-1130);
    }

    @Test
    void pages_orders_by_id_and_forgets_cancelled_ones_after_a_week() {
        String first = bench.limit("BUY", "0.01", "49900").path("orderId").asText();
        bench.limit("BUY", "0.01", "49800");
        bench.limit("BUY", "0.01", "49700");
        List<Long> ids = all(get("/fapi/v3/allOrders"), "orderId");

        assertThat(ids).hasSize(3).isSorted();
        assertThat(all(get("/fapi/v3/allOrders", "orderId", ids.get(1).toString(), "limit", "1"), "orderId"))
                .containsExactly(ids.get(1));

        bench.v3("DELETE", "/fapi/v3/order", "symbol", "BTCUSDT", "orderId", first);
        bench.advance(Duration.ofDays(8));
        assertThat(Bench.code(ask("/fapi/v3/order", "orderId", first))).isEqualTo(-2013);
        assertThat(all(get("/fapi/v3/allOrders", "orderId", "1"), "orderId")).isEqualTo(ids.subList(1, 3));
    }

    @Test
    void filters_incomes_by_kind() {
        tradeHourly(2);

        JsonNode fees = get("/fapi/v3/income", "incomeType", "COMMISSION");
        JsonNode all = Bench.json(bench.v3("GET", "/fapi/v3/income"));

        assertThat(fees)
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.path("tradeId").asText()).isNotEmpty());
        assertThat(all.path(0).path("incomeType").asText()).isEqualTo("TRANSFER");
        assertThat(all.path(0).path("symbol").asText()).isEmpty();
    }

    @Test
    void pages_candles_from_a_start_and_up_to_an_end() {
        bench.advance(Duration.ofHours(3));
        long hour = Duration.ofHours(1).toMillis();
        long from = START - START % hour;

        JsonNode first = Bench.json(bench.open(
                "/fapi/v3/klines",
                "symbol",
                "BTCUSDT",
                "interval",
                "1h",
                "startTime",
                Long.toString(from),
                "limit",
                "2"));
        JsonNode last = Bench.json(bench.open("/fapi/v1/klines", "symbol", "BTCUSDT", "interval", "1h", "limit", "2"));

        assertThat(first.path(0).path(0).asLong()).isEqualTo(from);
        assertThat(first.path(1).path(0).asLong()).isEqualTo(from + hour);
        assertThat(last.path(1).path(0).asLong()).isEqualTo(from + 3 * hour);
        assertThat(last.path(1).path(6).asLong()).isEqualTo(from + 4 * hour - 1);
        assertThat(Bench.code(bench.open("/fapi/v3/klines", "symbol", "BTCUSDT", "interval", "7m")))
                .isEqualTo(-1120);
    }
}
