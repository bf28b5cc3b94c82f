package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.testkit.Fixtures;
import dev.astrolabe.exchange.transport.Inbound;
import dev.astrolabe.exchange.transport.Json;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sockets of OKX say, and what is said to them. */
class OkxSocketTest {

    private static final Json JSON = new Json();
    private static final OkxChannel TRADES = OkxChannel.ofInstrument("trades", "BTC-USDT-SWAP");

    private final OkxSocket socket = new OkxSocket("wss://host", null);

    private static JsonNode tree(String text) {
        try {
            return JSON.tree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String fixture(String name) {
        return tree(Fixtures.payloads().text("okx/" + name)).toString();
    }

    private Inbound read(String name) {
        return socket.read(fixture(name));
    }

    private String subscribed(OkxChannel... channels) {
        return socket.subscribe(7, Stream.of(channels).map(OkxChannel::name).toList());
    }

    @Test
    void asks_for_channels_with_an_id_and_one_argument_each() {
        String message = subscribed(
                TRADES,
                OkxChannel.of("positions").with("instType", "ANY").with("extraParams", "{\"updateInterval\":\"0\"}"));

        assertThat(tree(message)).isEqualTo(tree("""
                        {"id":"7","op":"subscribe","args":[{"channel":"trades","instId":"BTC-USDT-SWAP"},
                        {"channel":"positions","extraParams":"{\\"updateInterval\\":\\"0\\"}","instType":"ANY"}]}"""));
    }

    @Test
    void asks_to_end_channels_in_the_same_way() {
        assertThat(tree(socket.unsubscribe(8, List.of(TRADES.name())))).isEqualTo(tree("""
                        {"id":"8","op":"unsubscribe","args":[{"channel":"trades","instId":"BTC-USDT-SWAP"}]}"""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trades instId=BTC-USDT-SWAP",
                "status",
                "account extraParams={\"updateInterval\":\"0\"}",
                "orders instFamily=BTC-USD instType=FUTURES"
            })
    void a_channel_is_told_by_its_name(String name) {
        assertThat(OkxChannel.named(name).name()).isEqualTo(name);
    }

    @Test
    void each_channel_has_its_address() {
        assertThat(Stream.of("tickers", "books", "mark-price", "books-l2-tbt", "status", "liquidation-orders")
                        .map(socket::route))
                .containsOnly("/ws/v5/public");
        assertThat(Stream.of("orders", "fills", "positions", "account", "balance_and_position", "liquidation-warning")
                        .map(socket::route))
                .containsOnly("/ws/v5/private");
        assertThat(Stream.of(
                                "candle1m",
                                "mark-price-candle1Dutc",
                                "index-candle1H",
                                "trades-all",
                                "orders-algo",
                                "algo-advance")
                        .map(socket::route))
                .containsOnly("/ws/v5/business");
        assertThat(socket.address("/ws/v5/business")).isEqualTo("wss://host/ws/v5/business");
    }

    @Test
    void an_acknowledgement_names_its_channel() {
        subscribed(TRADES);
        JsonNode acks = tree(fixture("synthetic/ws_subscribe_acks.json"));

        assertThat(socket.read(acks.get(1).toString())).isEqualTo(new Inbound.Begun(TRADES.name()));
        assertThat(socket.read(acks.get(2).toString()))
                .isInstanceOfSatisfying(
                        Inbound.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("60018"));
    }

    @Test
    void the_end_of_a_channel_names_it_without_an_id() {
        OkxChannel books = OkxChannel.ofInstrument("books", "BTC-USDT-SWAP");
        subscribed(books);

        assertThat(read("synthetic/ws_unsubscribe_ack.json")).isEqualTo(new Inbound.Ended(books.name()));
    }

    @Test
    void a_push_belongs_to_what_asked_for_it_although_it_tells_more() {
        OkxChannel positions =
                OkxChannel.of("positions").with("instType", "ANY").with("extraParams", "{\"updateInterval\":\"0\"}");
        subscribed(positions);
        String push = fixture("synthetic/ws_positions_event_update_closed.json");

        assertThat(socket.read(push)).isEqualTo(new Inbound.Data(positions.name(), push));
    }

    @Test
    void any_kind_of_instrument_takes_a_push_of_one_kind() {
        OkxChannel any = OkxChannel.of("orders").with("instType", "ANY");
        OkxChannel swaps = OkxChannel.of("orders").with("instType", "SWAP");
        subscribed(any);
        assertThat(channelOf("synthetic/ws_orders_fok_canceled.json")).isEqualTo(any.name());

        subscribed(swaps);

        assertThat(channelOf("synthetic/ws_orders_fok_canceled.json")).isEqualTo(swaps.name());
    }

    private String channelOf(String fixture) {
        return ((Inbound.Data) read(fixture)).channel();
    }

    @Test
    void a_push_that_nobody_asked_for_is_none() {
        subscribed(OkxChannel.ofInstrument("trades", "ETH-USDT-SWAP"));

        assertThat(read("synthetic/ws_trades.json")).isEqualTo(new Inbound.Other());
    }

    @Test
    void a_push_with_an_id_is_a_push() {
        OkxChannel channel = OkxChannel.of("liquidation-orders").with("instType", "SWAP");
        subscribed(channel);

        assertThat(channelOf("docs/ws_liquidation_orders__response.json")).isEqualTo(channel.name());
    }

    @Test
    void a_login_is_done_or_refused_with_the_venues_code() {
        assertThat(read("synthetic/ws_login_ok.json")).isEqualTo(new Inbound.Done(-1));
        for (JsonNode failure : tree(fixture("synthetic/ws_login_failures.json"))) {
            Inbound.Refused refused = (Inbound.Refused) socket.read(failure.toString());
            assertThat(refused.id()).isNegative();
            assertThat(refused.code()).isEqualTo(failure.path("code").asText());
        }
    }

    @Test
    void a_refusal_that_repeats_the_message_does_not_tell_it() {
        Inbound.Refused refused = (Inbound.Refused) socket.read("""
                {"event":"error","code":"60012","msg":"Invalid request: {\\"op\\":\\"login\\",\\"args\\":[{\\"sign\\":\\"abc\\"}]}"}""");

        assertThat(refused.code()).isEqualTo("60012");
        assertThat(refused.message()).doesNotContain("sign");
    }

    @Test
    void a_tier_that_is_too_low_refuses_its_message() {
        JsonNode error = tree(fixture("synthetic/ws_subscribe_error_64003.json"));
        String named = error.toString().replace("\"s2\"", "\"2\"");

        assertThat(socket.read(named))
                .isEqualTo(new Inbound.Refused(2, "64003", error.path("msg").asText()));
    }

    @Test
    void a_notice_means_that_the_connection_ends_soon() {
        assertThat(read("synthetic/ws_notice_64008.json")).isEqualTo(new Inbound.Leaving("notice 64008"));
        assertThat(read("docs/ws_notice__response.json")).isInstanceOf(Inbound.Leaving.class);
    }

    @Test
    void a_revoked_channel_breaks_the_connection_and_a_count_does_not() {
        assertThat(read("synthetic/ws_channel_conn_count_error.json")).isInstanceOf(Inbound.Broken.class);
        assertThat(read("synthetic/ws_channel_conn_count.json")).isEqualTo(new Inbound.Other());
        assertThat(read("docs/ws_conncount__connection_limit_error.json")).isInstanceOf(Inbound.Broken.class);
        assertThat(read("docs/ws_conncount__connection_count_update.json")).isEqualTo(new Inbound.Other());
    }

    @Test
    void pings_and_pongs_are_bare_text() {
        JsonNode frames = tree(fixture("synthetic/ws_text_frames.json"));

        assertThat(socket.probe(1)).isEqualTo(frames.get(0).path("text").asText());
        assertThat(socket.read(frames.get(1).path("text").asText())).isEqualTo(new Inbound.Other());
    }

    @Test
    void an_answer_to_a_command_is_known_by_its_kind_and_id() {
        assertThat(channelOf("synthetic/ws_op_order_ok.json")).isEqualTo(OkxSocket.command("o1", "order"));
        assertThat(channelOf("docs/ws_op_batch_cancel_orders__response_when_all_failed.json"))
                .isEqualTo(OkxSocket.command("1515", "batch-cancel-orders"));
    }

    @Test
    void without_a_login_there_is_no_greeting() {
        assertThat(socket.greeting("/ws/v5/public", 1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nonsense", "{", "{\"event\":", "[]", "{\"event\":\"news\"}", "{\"arg\":{}}", "{\"data\":[]}"
            })
    void what_cannot_be_read_is_nothing(String text) {
        assertThat(socket.read(text)).isEqualTo(new Inbound.Other());
    }
}
