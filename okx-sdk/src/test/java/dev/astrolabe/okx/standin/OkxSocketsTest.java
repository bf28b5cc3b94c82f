package dev.astrolabe.okx.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.testkit.FakeClock;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The stand-in's sockets speak as the venue's do. */
class OkxSocketsTest {

    private static final String SWAP = "BTC-USDT-SWAP";

    private final FakeClock clock = new FakeClock();
    private final OkxStandIn standIn = new OkxStandIn(clock);
    private final OkxSockets sockets = new OkxSockets(standIn, clock);

    @AfterEach
    void close() {
        sockets.close();
    }

    private static String subscribe(String... args) {
        return "{'id':'s1','op':'subscribe','args':[{" + String.join("},{", args) + "}]}";
    }

    private static JsonNode event(Caller.Line line, String event) {
        return line.await(message -> message.path("event").asText().equals(event));
    }

    @Test
    void a_ping_is_answered_and_each_argument_acknowledged_alone() {
        try (Caller.Line line = new Caller.Line(sockets.url() + OkxSockets.PUBLIC)) {
            line.say("ping");
            line.say(subscribe("'channel':'trades','instId':'" + SWAP + "'", "'channel':'nothing'"));

            assertThat(line.await(JsonNode::isTextual).asText()).isEqualTo("pong");
            JsonNode ack = event(line, "subscribe");
            JsonNode error = event(line, "error");

            assertThat(ack.path("id").asText()).isEqualTo("s1");
            assertThat(ack.path("arg").path("channel").asText()).isEqualTo("trades");
            assertThat(error.path("code").asText()).isEqualTo("60018");
        }
    }

    @Test
    void a_book_is_a_snapshot_and_what_changes_behind_it() {
        try (Caller.Line line = new Caller.Line(sockets.url() + OkxSockets.PUBLIC)) {
            line.say(subscribe("'channel':'books','instId':'" + SWAP + "'"));

            JsonNode snapshot = line.push("books");
            standIn.move(SWAP, new BigDecimal("50000.1"));
            JsonNode update = line.push("books");

            JsonNode row = update.path("data").path(0);
            assertThat(snapshot.path("action").asText()).isEqualTo("snapshot");
            assertThat(snapshot.path("data").path(0).path("bids")).hasSize(400);
            assertThat(snapshot.path("data").path(0).path("prevSeqId").asLong()).isEqualTo(-1);
            assertThat(row.path("prevSeqId").asLong())
                    .isEqualTo(snapshot.path("data").path(0).path("seqId").asLong());
            assertThat(row.path("bids")).hasSize(2);
            assertThat(row.path("asks")).hasSize(2);
        }
    }

    @Test
    void candles_are_on_the_business_socket() {
        try (Caller.Line line = new Caller.Line(sockets.url() + OkxSockets.BUSINESS)) {
            line.say(subscribe("'channel':'candle1m','instId':'" + SWAP + "'"));

            JsonNode candle = line.push("candle1m").path("data").path(0);

            assertThat(candle).hasSize(9);
            assertThat(candle.path(8).asText()).isEqualTo("0");
        }
    }

    @Test
    void the_account_is_told_to_who_has_logged_in_alone() {
        Caller caller = new Caller(standIn, clock);
        try (Caller.Line line = new Caller.Line(sockets.url() + OkxSockets.PRIVATE)) {
            line.say(subscribe("'channel':'account'"));
            assertThat(event(line, "error").path("code").asText()).isEqualTo("60011");
            line.login(clock.instant());
            line.say(subscribe("'channel':'orders','instType':'ANY'", "'channel':'positions','instType':'SWAP'"));
            JsonNode page = line.push("positions");
            caller.post(
                    "trade/order",
                    "{'instId':'" + SWAP + "','tdMode':'cross','side':'buy','ordType':'market','sz':'1'}");

            List<String> states = List.of(
                    line.push("orders").path("data").path(0).path("state").asText(),
                    line.push("orders").path("data").path(0).path("state").asText());
            JsonNode position = line.push("positions");

            assertThat(page.path("lastPage").asBoolean()).isTrue();
            assertThat(states).containsExactly("live", "filled");
            assertThat(position.path("eventType").asText()).isEqualTo("event_update");
            assertThat(position.path("arg").path("uid").asText()).isNotEmpty();
            assertThat(position.path("data").path(0).path("pos").asText()).isEqualTo("1");
        }
    }

    @Test
    void orders_go_over_the_private_socket_by_the_number_of_the_instrument() {
        try (Caller.Line line = new Caller.Line(sockets.url() + OkxSockets.PRIVATE)) {
            line.login(clock.instant());
            String order = "'tdMode':'cross','side':'buy','ordType':'limit','px':'40000','sz':'1','clOrdId':'w1'";
            line.say("{'id':'o1','op':'order','args':[{'instIdCode':2021032601102993," + order + "}]}");
            JsonNode placed = line.await(message -> message.path("op").asText().equals("order"));
            line.say("{'id':'o2','op':'order','args':[{'instId':'" + SWAP + "'," + order + "}]}");
            JsonNode nameless =
                    line.await(message -> message.path("id").asText().equals("o2"));

            assertThat(placed.path("code").asText()).isEqualTo("0");
            assertThat(placed.path("data").path(0).path("clOrdId").asText()).isEqualTo("w1");
            assertThat(nameless.path("data").path(0).path("sCode").asText()).isEqualTo("51001");
            assertThat(standIn.orders()).hasSize(1);
            assertThat(standIn.mutations()).isEqualTo(2);
        }
    }
}
