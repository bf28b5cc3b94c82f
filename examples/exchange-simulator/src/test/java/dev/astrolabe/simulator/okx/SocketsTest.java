package dev.astrolabe.simulator.okx;

import static dev.astrolabe.simulator.okx.OkxBench.BTC;
import static dev.astrolabe.simulator.okx.OkxBench.SWAP;
import static dev.astrolabe.simulator.okx.OkxBench.limit;
import static dev.astrolabe.simulator.okx.OkxBench.market;
import static dev.astrolabe.simulator.okx.OkxBench.row;
import static dev.astrolabe.simulator.okx.OkxBench.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocketsTest {

    private final OkxBench bench = new OkxBench(false);

    private static JsonNode data(JsonNode push) {
        return push.path("data").path(0);
    }

    @Test
    void answers_pings_and_subscriptions() {
        TestSocket socket = new TestSocket(bench, "public");
        socket.send("ping");
        socket.subscribe("tickers", "instId", SWAP);

        assertThat(socket.replies.get(0)).isEqualTo("pong");
        assertThat(socket.lastReply().path("event").asText()).isEqualTo("subscribe");
        assertThat(socket.lastReply().path("id").asText()).isEqualTo("s1");
        assertThat(socket.lastReply().path("arg").path("instId").asText()).isEqualTo(SWAP);
        assertThat(socket.lastReply().path("connId").asText()).isNotEmpty();
        assertThat(socket.of("tickers")).hasSize(1);
        socket.send(Map.of("op", "unsubscribe", "args", List.of(TestSocket.words("tickers", "instId", SWAP))));
        bench.move(BTC, "50100");
        assertThat(socket.lastReply().path("event").asText()).isEqualTo("unsubscribe");
        assertThat(socket.of("tickers")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "public, no-such-channel, 60018",
        "public, candle1m, 60018",
        "business, tickers, 60018",
        "private, tickers, 60018",
        "public, books-l2-tbt, 64003",
        "private, orders, 60011",
    })
    void refuses_channels_that_are_not_there(String site, String channel, String code) {
        TestSocket socket = new TestSocket(bench, site);
        socket.subscribe(channel, "instId", SWAP, "instType", "SWAP");

        assertThat(socket.lastReply().path("event").asText()).isEqualTo("error");
        assertThat(socket.lastReply().path("code").asText()).isEqualTo(code);
        assertThat(socket.lastReply().path("id").asText()).isEqualTo("s1");
    }

    @Test
    void refuses_what_is_no_request() {
        TestSocket socket = new TestSocket(bench, "public");
        socket.send("{\"op\":");
        assertThat(socket.lastReply().path("code").asText()).isEqualTo("60012");
        socket.send(Map.of("op", "subscribe", "argss", List.of()));
        assertThat(socket.lastReply().path("code").asText()).isEqualTo("60012");
        assertThat(socket.lastReply().path("msg").asText()).startsWith("Invalid request: {");
    }

    @ParameterizedTest
    @CsvSource({
        "timestamp, nonsense, 60004",
        "timestamp, 1767323014, 60006",
        "apiKey, nonsense, 60005",
        "apiKey, 0b1f3d52-3d5a-4c9f-8a8e-2f0c3b8f2f11, 60032",
        "sign, bm90IHRoZSBzaWduYXR1cmU=, 60007",
        "passphrase, wrong, 60024",
    })
    void refuses_a_login_that_is_wrong(String field, String value, String code) {
        TestSocket socket = new TestSocket(bench, "private");
        String seconds = Long.toString(bench.now().getEpochSecond());
        Map<String, String> args = new TreeMap<>(Map.of(
                "apiKey",
                "key-main",
                "passphrase",
                OkxBench.PASSPHRASE,
                "timestamp",
                seconds,
                "sign",
                OkxBench.sign(seconds + "GET/users/self/verify")));
        args.put(field, value);
        socket.send(Map.of("op", "login", "args", List.of(args)));

        assertThat(socket.lastReply().path("event").asText()).isEqualTo("error");
        assertThat(socket.lastReply().path("code").asText()).isEqualTo(code);
    }

    @Test
    void logs_in_once() {
        TestSocket socket = TestSocket.loggedIn(bench, "private");
        assertThat(socket.lastReply().path("event").asText()).isEqualTo("login");
        assertThat(socket.lastReply().path("code").asText()).isEqualTo("0");
        socket.send(Map.of("op", "login", "args", List.of(Map.of("apiKey", "key-main"))));
        assertThat(socket.lastReply().path("code").asText()).isEqualTo("60031");
    }

    @Test
    void closes_a_connection_that_is_silent_for_thirty_seconds() {
        TestSocket silent = new TestSocket(bench, "public");
        TestSocket pinging = new TestSocket(bench, "public");
        bench.advance(Duration.ofSeconds(20));
        pinging.send("ping");
        bench.advance(Duration.ofSeconds(11));
        bench.move(BTC, "50100");

        assertThat(silent.closings).containsExactly("4004 No data received in 30s");
        assertThat(pinging.closings).isEmpty();
    }

    @Test
    void limits_connections_and_requests() {
        OkxBench limited = new OkxBench();
        List<TestSocket> sockets = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            sockets.add(new TestSocket(limited, "public"));
        }
        for (int i = 0; i < 480; i++) {
            sockets.get(0)
                    .send(Map.of("op", "unsubscribe", "args", List.of(TestSocket.words("tickers", "instId", SWAP))));
        }
        sockets.get(0).subscribe("tickers", "instId", SWAP);

        assertThat(sockets.get(2).closings).isEmpty();
        assertThat(sockets.get(3).closings).hasSize(1);
        assertThat(sockets.get(0).lastReply().path("code").asText()).isEqualTo("60014");
    }

    @Test
    void tells_a_book_by_a_snapshot_and_changes_that_lead_from_one_to_the_next() {
        TestSocket first = new TestSocket(bench, "public");
        first.subscribe("books", "instId", SWAP);
        bench.move(BTC, "50100");
        TestSocket second = new TestSocket(bench, "public");
        second.subscribe("books", "instId", SWAP);
        for (String price : List.of("50101", "49000", "49000.5")) {
            bench.move(BTC, price);
        }

        for (TestSocket socket : List.of(first, second)) {
            Map<BigDecimal, String> bids = new TreeMap<>();
            Map<BigDecimal, String> asks = new TreeMap<>();
            long last = -1;
            for (JsonNode push : socket.of("books")) {
                boolean snapshot = push.path("action").asText().equals("snapshot");
                assertThat(data(push).path("prevSeqId").asLong()).isEqualTo(snapshot ? -1 : last);
                assertThat(data(push).path("checksum").asInt(-1)).isZero();
                last = data(push).path("seqId").asLong();
                apply(data(push).path("bids"), bids);
                apply(data(push).path("asks"), asks);
            }
            JsonNode rest = row(bench.get("market/books?sz=400&instId=" + SWAP));
            assertThat(last).isEqualTo(rest.path("seqId").asLong());
            assertThat(bids).isEqualTo(levels(rest.path("bids")));
            assertThat(asks).isEqualTo(levels(rest.path("asks")));
        }
        assertThat(second.of("books")).hasSize(4);
    }

    private static Map<BigDecimal, String> levels(JsonNode side) {
        Map<BigDecimal, String> levels = new TreeMap<>();
        apply(side, levels);
        return levels;
    }

    private static void apply(JsonNode side, Map<BigDecimal, String> levels) {
        for (JsonNode level : side) {
            BigDecimal price = new BigDecimal(level.path(0).asText());
            if (level.path(1).asText().equals("0")) {
                levels.remove(price);
            } else {
                levels.put(price, level.path(1).asText());
            }
        }
    }

    @Test
    void tells_small_books_whole_and_candles_and_trades() {
        TestSocket open = new TestSocket(bench, "public");
        TestSocket business = new TestSocket(bench, "business");
        for (String channel :
                List.of("books5", "bbo-tbt", "trades", "mark-price", "funding-rate", "price-limit", "open-interest")) {
            open.subscribe(channel, "instId", SWAP);
        }
        open.subscribe("index-tickers", "instId", "BTC-USDT");
        open.subscribe("instruments", "instType", "SWAP");
        business.subscribe("candle1m", "instId", SWAP);
        business.subscribe("mark-price-candle1m", "instId", SWAP);
        business.subscribe("trades-all", "instId", SWAP);
        bench.move(BTC, "50100");

        assertThat(data(open.of("books5").get(1)).path("asks")).hasSize(5);
        assertThat(data(open.of("bbo-tbt").get(1)).path("bids")).hasSize(1);
        assertThat(open.of("trades")).isNotEmpty();
        assertThat(data(open.of("mark-price").get(1)).path("markPx").asText()).isEqualTo("50100");
        assertThat(open.of("instruments").get(0).path("data")).hasSizeGreaterThan(10);
        assertThat(data(business.of("candle1m").get(0))).hasSize(9);
        assertThat(data(business.of("mark-price-candle1m").get(0))).hasSize(6);
        assertThat(business.of("trades-all")).isNotEmpty();
    }

    @Test
    void tells_an_order_from_its_entry_to_its_end() {
        TestSocket socket = TestSocket.loggedIn(bench, "private");
        socket.subscribe("orders", "instType", "SWAP");
        socket.subscribe("orders", "instType", "FUTURES");
        bench.post("trade/order", with(limit(SWAP, "buy", "2", "49000"), "clOrdId", "one"));
        bench.post("trade/amend-order", Map.of("instId", SWAP, "clOrdId", "one", "newSz", "3", "reqId", "r1"));
        bench.move(BTC, "48990");

        List<JsonNode> pushes = socket.of("orders");
        assertThat(pushes)
                .extracting(push -> data(push).path("state").asText()
                        + data(push).path("sz").asText())
                .containsExactly("live2", "live3", "filled3");
        assertThat(pushes.get(0).path("arg").path("uid").asText()).isNotEmpty();
        assertThat(data(pushes.get(0)).path("avgPx").asText()).isEqualTo("0");
        assertThat(data(pushes.get(1)).path("amendResult").asText()).isEqualTo("0");
        assertThat(data(pushes.get(1)).path("reqId").asText()).isEqualTo("r1");
        assertThat(data(pushes.get(2)).path("fillSz").asText()).isEqualTo("3");
        assertThat(data(pushes.get(2)).path("execType").asText()).isEqualTo("M");
    }

    @Test
    void tells_positions_and_wallet_from_a_snapshot_to_the_close() {
        TestSocket socket = TestSocket.loggedIn(bench, "private");
        socket.subscribe("positions", "instType", "ANY");
        socket.subscribe("account");
        socket.subscribe("balance_and_position");
        bench.post("trade/order", market(SWAP, "buy", "2"));
        bench.post("trade/close-position", Map.of("instId", SWAP, "mgnMode", "cross"));

        List<JsonNode> positions = socket.of("positions");
        assertThat(positions.get(0).path("eventType").asText()).isEqualTo("snapshot");
        assertThat(positions.get(0).path("lastPage").asBoolean()).isTrue();
        assertThat(data(positions.get(1)).path("pos").asText()).isEqualTo("2");
        assertThat(data(positions.get(positions.size() - 1)).path("pos").asText())
                .isEqualTo("0");
        assertThat(data(positions.get(positions.size() - 1)).path("avgPx").asText())
                .isEmpty();
        assertThat(socket.of("account")).hasSizeGreaterThan(1);
        assertThat(socket.of("balance_and_position"))
                .extracting(push -> data(push).path("eventType").asText())
                .startsWith("snapshot", "filled");
    }

    @Test
    void repeats_positions_every_five_seconds_unless_told_otherwise() {
        bench.post("trade/order", market(SWAP, "buy", "2"));
        TestSocket usual = TestSocket.loggedIn(bench, "private");
        TestSocket quiet = TestSocket.loggedIn(bench, "private");
        usual.subscribe("positions", "instType", "SWAP");
        quiet.subscribe("positions", "instType", "SWAP", "extraParams", "{\"updateInterval\": \"0\"}");
        for (int i = 0; i < 3; i++) {
            bench.advance(Duration.ofSeconds(5));
            bench.move(BTC, "5000" + i);
        }

        assertThat(usual.of("positions")).hasSizeBetween(4, 5);
        assertThat(quiet.of("positions")).hasSize(1);
    }

    @Test
    void tells_algo_orders_on_the_business_address() {
        TestSocket socket = TestSocket.loggedIn(bench, "business");
        socket.subscribe("orders-algo", "instType", "SWAP");
        socket.subscribe("algo-advance", "instType", "SWAP");
        bench.post(
                "trade/order-algo",
                with(market(SWAP, "buy", "1"), "ordType", "trigger", "triggerPx", "51000", "orderPx", "-1"));
        bench.post(
                "trade/order-algo",
                with(market(SWAP, "buy", "1"), "ordType", "move_order_stop", "callbackRatio", "0.1"));
        bench.move(BTC, "51001");

        assertThat(socket.of("orders-algo"))
                .extracting(push -> data(push).path("state").asText())
                .containsExactly("live", "effective");
        assertThat(socket.of("algo-advance"))
                .extracting(push -> data(push).path("state").asText())
                .containsExactly("live");
    }

    @Test
    void takes_orders_by_the_number_of_their_instrument() {
        TestSocket socket = TestSocket.loggedIn(bench, "private");
        long code = row(bench.get("public/instruments?instType=SWAP&instId=" + SWAP))
                .path("instIdCode")
                .asLong();
        Map<String, Object> order = limit(SWAP, "buy", "1", "49000");
        order.remove("instId");
        socket.send(
                Map.of("id", "1", "op", "order", "args", List.of(with(order, "instIdCode", code, "clOrdId", "ws1"))));
        JsonNode placed = socket.lastReply();
        socket.send(Map.of(
                "id",
                "2",
                "op",
                "batch-cancel-orders",
                "args",
                List.of(Map.of("instIdCode", code, "clOrdId", "ws1"), Map.of("instIdCode", code, "ordId", "1"))));
        JsonNode canceled = socket.lastReply();

        assertThat(placed.path("op").asText()).isEqualTo("order");
        assertThat(placed.path("id").asText()).isEqualTo("1");
        assertThat(placed.path("code").asText()).isEqualTo("0");
        assertThat(placed.path("inTime").asText()).isNotEmpty();
        assertThat(canceled.path("code").asText()).isEqualTo("2");
        assertThat(socket.accepted)
                .extracting(acceptance -> acceptance.operation())
                .containsExactly("WS order", "WS batch-cancel-orders");
        assertThat(socket.accepted.get(1).orders()).hasSize(1);
    }

    @Test
    void refuses_orders_without_login_and_without_words() {
        TestSocket stranger = new TestSocket(bench, "private");
        stranger.send(Map.of("id", "1", "op", "order", "args", List.of(market(SWAP, "buy", "1"))));
        TestSocket user = TestSocket.loggedIn(bench, "private");
        user.send(Map.of("id", "1", "op", "batch-orders", "args", List.of()));

        assertThat(stranger.lastReply().path("code").asText()).isEqualTo("60011");
        assertThat(user.lastReply().path("code").asText()).isEqualTo("60013");
        assertThat(user.accepted).isEmpty();
    }
}
