package dev.astrolabe.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.Fill;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.Position;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.simulator.ExchangeSimulator;
import dev.astrolabe.simulator.SimulatorClock;
import dev.astrolabe.simulator.fault.FaultKind;
import dev.astrolabe.simulator.fault.FaultRule;
import dev.astrolabe.simulator.journal.Acceptance;
import dev.astrolabe.simulator.journal.Acceptance.Act;
import dev.astrolabe.simulator.journal.Acceptance.OrderAct;
import dev.astrolabe.simulator.market.Listings;
import dev.astrolabe.simulator.market.ScriptedMarkets;
import dev.astrolabe.simulator.venue.VenueAccount;
import dev.astrolabe.simulator.wire.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class ControlServerTest {

    private static final Symbol BTC = Symbol.parse("BTC/USDT:USDT");
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final SimulatorClock clock = SimulatorClock.turned(START);
    private final ExchangeSimulator simulator = ExchangeSimulator.builder()
            .clock(clock)
            .markets(ExchangeId.ASTERDEX, ScriptedMarkets.of(clock, Listings.aster()))
            .markets(ExchangeId.OKX, ScriptedMarkets.of(clock, Listings.okx(START)))
            .start();
    private final VenueAccount account =
            simulator.venue(ExchangeId.OKX).accounts().iterator().next();
    private final ExchangeClient owner = account.client(BTC);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void tells_its_health() throws Exception {
        JsonNode health = ok("GET", "/health", "");

        assertThat(health.path("status").asText()).isEqualTo("ok");
        assertThat(health.path("baseUrl").asText()).isEqualTo(simulator.baseUrl());
        assertThat(health.path("streamUrl").asText()).isEqualTo(simulator.streamUrl());
        assertThat(health.path("time").asText()).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(health.path("venues")).extracting(JsonNode::asText).containsExactly("asterdex", "okx");
    }

    @Test
    void adds_shows_and_removes_faults() throws Exception {
        long id = ok("POST", "/faults", """
                {"kind": "drop-after", "protocol": "okx-v5", "operation": "POST *", "onlyChanges": true, "probability": 0.5,
                 "skip": 1, "times": 3, "duration": "PT2S"}""").path("id").asLong();
        ok("POST", "/faults", "{\"kind\":\"GAP\"}");

        assertThat(simulator.faults().rules().get(0).rule())
                .isEqualTo(FaultRule.of(FaultKind.DROP_AFTER)
                        .withProtocol("okx-v5")
                        .withOperation("POST *")
                        .onChanges()
                        .withProbability(0.5)
                        .afterFirst(1)
                        .atMost(3)
                        .lasting(Duration.ofSeconds(2)));
        assertThat(ok("GET", "/faults", "").path("faults"))
                .extracting(fault -> fault.path("kind").asText())
                .containsExactly("DROP_AFTER", "GAP");
        ok("DELETE", "/faults/" + id, "");
        assertThat(simulator.faults().rules()).hasSize(1);
        assertThat(ok("DELETE", "/faults", "").path("removed").asInt()).isEqualTo(1);
        assertThat(simulator.faults().rules()).isEmpty();
    }

    @Test
    void tells_the_journal_from_an_entry_on() throws Exception {
        OrderAct act = new OrderAct(Act.PLACED, "BTC-USDT-SWAP", "c1", "o1");
        simulator.journal().note(START, new Acceptance("okx-v5", "demo", "POST /a", List.of()), "");
        simulator.journal().note(START, new Acceptance("okx-v5", "demo", "POST /b", List.of(act)), "LATE");

        JsonNode entries = ok("GET", "/journal?after=1", "").path("entries");

        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).path("number").asInt()).isEqualTo(2);
        assertThat(entries.get(0).path("fault").asText()).isEqualTo("LATE");
        assertThat(entries.get(0).path("orders").get(0).path("clientOrderId").asText())
                .isEqualTo("c1");
        assertThat(ok("GET", "/journal", "").path("entries")).hasSize(2);
    }

    @Test
    void trades_from_outside_and_shows_the_books() throws Exception {
        ok("POST", "/accounts/demo/trade", """
                {"venue": "okx", "symbol": "BTC-USDT-SWAP", "side": "buy", "quantity": "0.5"}""");

        assertThat(position().signedQuantity()).isEqualByComparingTo("0.5");
        JsonNode books = ok("GET", "/accounts/demo?venue=okx", "");
        assertThat(books.path("positions").get(0).path("quantity").asText()).isEqualTo("0.5");
        assertThat(books.path("orders").get(0).path("status").asText()).isEqualTo("FILLED");
        assertThat(books.path("fills")).isNotEmpty();
        assertThat(books.path("wallets"))
                .extracting(wallet -> wallet.path("asset").asText())
                .contains("USDT", "BTC");
        assertThat(books.path("positionMode").asText()).isEqualTo("ONE_WAY");
    }

    @Test
    void liquidates_a_position() throws Exception {
        buy("0.5");

        JsonNode closed = ok("POST", "/accounts/demo/liquidate", """
                {"venue": "okx", "symbol": "BTC/USDT:USDT", "side": "LONG"}""");

        assertThat(closed.path("clientOrderId").asText()).startsWith("autoclose-");
        assertThat(account.positions()).isEmpty();
    }

    @Test
    void deleverages_a_part_of_a_position() throws Exception {
        buy("0.5");

        ok("POST", "/accounts/demo/deleverage", """
                {"venue": "okx", "symbol": "BTC-USDT-SWAP", "side": "LONG", "quantity": 0.2}""");

        assertThat(position().quantity()).isEqualByComparingTo("0.3");
    }

    @Test
    void forces_the_position_mode_unless_there_are_positions() throws Exception {
        ok("POST", "/accounts/demo/position-mode", "{\"venue\":\"okx\",\"mode\":\"HEDGE\"}");
        assertThat(account.positionMode()).isEqualTo(PositionMode.HEDGE);
        ok("POST", "/accounts/demo/position-mode", "{\"venue\":\"okx\",\"mode\":\"ONE_WAY\"}");
        buy("0.5");

        assertThat(refused("/accounts/demo/position-mode", "{\"venue\":\"okx\",\"mode\":\"HEDGE\"}"))
                .isNotEmpty();
    }

    @Test
    void deposits_and_withdraws_no_more_than_there_is() throws Exception {
        ok("POST", "/accounts/demo/transfer", "{\"venue\":\"okx\",\"asset\":\"USDT\",\"amount\":\"50\"}");
        ok("POST", "/accounts/demo/transfer", "{\"venue\":\"okx\",\"asset\":\"USDT\",\"amount\":-100}");

        assertThat(account.balances().stream()
                        .filter(balance -> balance.asset().equals("USDT"))
                        .findFirst()
                        .orElseThrow()
                        .wallet())
                .isEqualByComparingTo("99950");
        assertThat(refused("/accounts/demo/transfer", "{\"venue\":\"okx\",\"asset\":\"USDT\",\"amount\":\"-1000000\"}"))
                .contains("99950");
    }

    @Test
    void cancels_all_orders_of_an_account() throws Exception {
        BigDecimal low = new BigDecimal("1000");
        owner.trading().place(OrderRequest.limit(BTC, Side.BUY, new BigDecimal("0.5"), low));

        assertThat(ok("POST", "/accounts/demo/cancel-all", "{\"venue\":\"okx\"}")
                        .path("canceled"))
                .hasSize(1);
        assertThat(owner.trading().openOrders()).isEmpty();
    }

    @Test
    void turns_the_clock_and_moves_a_price() throws Exception {
        BigDecimal before = owner.marketData().markPrice(BTC).mark();
        BigDecimal after = before.subtract(new BigDecimal("100")).setScale(1, RoundingMode.DOWN);

        ok("POST", "/clock/advance", "{\"duration\":\"PT5S\"}");
        ok("POST", "/markets/move", Json.text(Map.of("venue", "okx", "symbol", "BTC-USDT-SWAP", "price", after)));

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(5));
        assertThat(owner.marketData().markPrice(BTC).mark()).isEqualByComparingTo(after);
        assertThat(ok("GET", "/clock", "").path("time").asText()).isEqualTo("2026-03-01T00:00:05Z");
    }

    @Test
    void ends_streams() throws Exception {
        SocketClient client = SocketClient.connect(simulator.streamUrl() + "/ws/v5/public");
        client.send("ping");
        assertThat(client.texts.take()).isEqualTo("pong");

        assertThat(ok("POST", "/streams/disconnect", "{\"protocol\":\"aster-*\"}")
                        .path("disconnected")
                        .asInt())
                .isZero();
        assertThat(ok("POST", "/streams/disconnect", "").path("disconnected").asInt())
                .isEqualTo(1);
        assertThat(client.texts.take()).startsWith("CLOSE 1006");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /faults                     | {"kind":"FIRE"}                              | kind 'FIRE'          | DROP_AFTER
            /faults                     | {}                                           | kind is missing      | DROP_AFTER
            /faults                     | {"kind":"GAP","speed":1}                     | field 'speed'        | probability
            /faults                     | {"kind":"GAP","probability":0}               | probability 0        | above 0
            /faults                     | {"kind":"GAP","probability":"much"}          | probability 'much'   | at most 1
            /faults                     | {"kind":"GAP","times":0}                     | times 0              | 1 or more
            /faults                     | {"kind":"GAP","skip":"x"}                    | skip 'x'             | whole number
            /faults                     | {"kind":"LATE","duration":"5s"}              | duration '5s'        | PT1.5S
            /faults                     | {"kind":"GAP","onlyStops":"yes"}             | onlyStops 'yes'      | true or false
            /faults                     | [1]                                          | not a JSON object    | kind
            /clock/advance              | {"duration":"-PT1S"}                         | duration 'PT-1S'     | not negative
            /clock/advance              |                                              | duration is missing  | PT1.5S
            /accounts/demo/trade        | {"symbol":"BTC-USDT-SWAP"}                   | venue is missing     | okx
            /accounts/demo/trade        | {"venue":"binance"}                          | venue 'binance'      | asterdex
            /accounts/demo/trade        | {"venue":"okx","symbol":"X"}                 | symbol 'X'           | BTC-USDT-SWAP
            /accounts/demo/trade        | {"venue":"okx","symbol":"BTC-USDT-SWAP","side":"BUY","quantity":"-1"} | quantity '-1' | above 0
            /accounts/demo/trade        | {"venue":"okx","symbol":"BTC-USDT-SWAP","side":"BUY","quantity":"1e99"} | quantity '1e99' | above 0
            /accounts/demo/liquidate    | {"venue":"okx","symbol":"BTC-USDT-SWAP","side":"LONG"} | LONG        | BTC
            /accounts/demo/transfer     | {"venue":"okx","asset":"XYZ","amount":1}     | asset 'XYZ'          | USDT
            /accounts/demo/transfer     | {"venue":"okx","asset":"USDT","amount":0}    | amount '0'           | comes in
            /accounts/demo/position-mode| {"venue":"okx","mode":"NET"}                 | mode 'NET'           | HEDGE
            /markets/move               | {"venue":"okx","symbol":"BTC-USDT-SWAP","price":0} | price '0'      | above 0
            """)
    void a_mistake_is_told_by_field_value_and_what_is_allowed(String path, String body, String wrong, String allowed)
            throws Exception {
        assertThat(refused(path, body == null ? "" : body)).contains(wrong).contains(allowed);
    }

    @Test
    void what_is_not_there_is_not_found() throws Exception {
        assertThat(send("GET", "/account", "").statusCode()).isEqualTo(404);
        assertThat(send("POST", "/accounts/nobody/trade", "{}").body()).contains("nobody");
        assertThat(send("POST", "/accounts/demo/fire", "{\"venue\":\"okx\"}").statusCode())
                .isEqualTo(404);
        assertThat(send("DELETE", "/faults/7", "").statusCode()).isEqualTo(404);
        assertThat(send("DELETE", "/faults/x", "").statusCode()).isEqualTo(400);
        assertThat(send("GET", "/journal?after=x", "").statusCode()).isEqualTo(400);
    }

    @Test
    void a_body_over_the_bound_is_taken_and_told_of() throws Exception {
        String body = "x".repeat(70_000);

        for (int i = 0; i < 20; i++) {
            assertThat(send("POST", "/faults", body).statusCode()).isEqualTo(413);
        }
    }

    private void buy(String quantity) {
        Fill unused = simulator.venue(ExchangeId.OKX).call(() -> {
            owner.trading().place(OrderRequest.market(BTC, Side.BUY, new BigDecimal(quantity)));
            return account.fills().get(0);
        });
        assertThat(unused.side()).isEqualTo(Side.BUY);
    }

    private Position position() {
        assertThat(account.positions()).hasSize(1);
        return account.positions().get(0);
    }

    private JsonNode ok(String method, String path, String body) throws Exception {
        HttpResponse<String> answer = send(method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.read(answer.body()).orElseThrow();
    }

    private String refused(String path, String body) throws Exception {
        HttpResponse<String> answer = send("POST", path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return Json.read(answer.body()).orElseThrow().path("error").asText();
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(simulator.controlUrl() + path))
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
