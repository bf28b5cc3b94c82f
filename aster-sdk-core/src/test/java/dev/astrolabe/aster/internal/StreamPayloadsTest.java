package dev.astrolabe.aster.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.astrolabe.aster.internal.MarketPayloads.AggregateTradeRow;
import dev.astrolabe.aster.internal.StreamPayloads.BestPricesEvent;
import dev.astrolabe.aster.internal.StreamPayloads.CandleEvent;
import dev.astrolabe.aster.internal.StreamPayloads.DepthEvent;
import dev.astrolabe.aster.internal.StreamPayloads.LiquidationEvent;
import dev.astrolabe.aster.internal.StreamPayloads.MarkPriceEvent;
import dev.astrolabe.aster.internal.StreamPayloads.MiniTickerEvent;
import dev.astrolabe.aster.internal.StreamPayloads.TickerEvent;
import dev.astrolabe.aster.internal.StreamPayloads.TradeProEvent;
import dev.astrolabe.aster.internal.UserPayloads.AccountEvent;
import dev.astrolabe.aster.internal.UserPayloads.AnnouncementEvent;
import dev.astrolabe.aster.internal.UserPayloads.MarginCallEvent;
import dev.astrolabe.aster.internal.UserPayloads.OrderEvent;
import dev.astrolabe.aster.internal.UserPayloads.SettingsEvent;
import dev.astrolabe.exchange.model.Instrument;
import dev.astrolabe.exchange.testkit.Fixtures;
import dev.astrolabe.exchange.transport.Inbound;
import dev.astrolabe.exchange.transport.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Every example of a stream's event goes through the reading of its stream; every field reaches a caller, or is named here as
 * one that does not. Every example of a control message is one that is sent, or is understood.
 */
class StreamPayloadsTest {

    private interface Reading {
        Object read(Json json, JsonNode tree) throws IOException;
    }

    /** How a file is read, which fields go no further, and which words can have no new ones. */
    private record Claim(Reading reading, Set<String> ignored, Set<String> closed) {

        static <R extends Record> Claim event(Class<R> type, Function<R, ?> mapping, String... ignored) {
            return new Claim((json, tree) -> mapping.apply(row(json, tree, type)), Set.of(ignored), Set.of());
        }

        static <R extends Record> Claim events(Class<R> type, Function<R, ?> mapping, String... ignored) {
            Reading reading = (json, tree) -> {
                List<Object> events = new ArrayList<>();
                for (JsonNode element : tree) {
                    events.add(mapping.apply(row(json, element, type)));
                }
                return events;
            };
            return new Claim(reading, Set.of(ignored), Set.of());
        }

        private static <R extends Record> R row(Json json, JsonNode tree, Class<R> type) throws IOException {
            return json.readComplete(tree, type);
        }

        Claim closed(String... paths) {
            return new Claim(reading, ignored, Set.of(paths));
        }
    }

    private static final Instrument BTC = Listings.btc();
    private static final AccountNotices NOTICES = new AccountNotices(name -> Optional.of(Listings.named(name)));

    // The stream tells its instrument, and e is the kind of the event.
    private static final Map<String, Claim> CLAIMS = Map.ofEntries(
            Map.entry(
                    "ws/aggTrade",
                    Claim.event(
                            AggregateTradeRow.class,
                            row -> List.of(AsterMarketMapper.aggregateTrade(row, BTC), StreamMapper.trade(row, BTC)),
                            "e",
                            "E",
                            "s")),
            Map.entry(
                    "ws/bookTicker",
                    Claim.event(
                            BestPricesEvent.class,
                            row -> StreamMapper.bookTicker(row, Listings.named(row.s())),
                            "e",
                            "u",
                            "E")),
            Map.entry(
                    "ws/kline",
                    Claim.event(
                            CandleEvent.class,
                            row -> NativeStreamMapper.candle(row, BTC),
                            "e",
                            "E",
                            "s",
                            "k.s",
                            "k.i",
                            "k.f",
                            "k.L",
                            "k.B")),
            Map.entry(
                    "ws/markPriceUpdate",
                    Claim.event(
                            MarkPriceEvent.class,
                            row -> NativeStreamMapper.premiumIndex(row, Listings.named(row.s())),
                            "e")),
            Map.entry(
                    "ws/markPriceUpdate_arr",
                    Claim.events(
                            MarkPriceEvent.class,
                            row -> NativeStreamMapper.premiumIndex(row, Listings.named(row.s())),
                            "[].e")),
            Map.entry(
                    "ws/24hrMiniTicker",
                    Claim.event(
                            MiniTickerEvent.class,
                            row -> NativeStreamMapper.miniTicker(row, Listings.named(row.s())),
                            "e")),
            Map.entry(
                    "ws/24hrMiniTicker_arr",
                    Claim.events(
                            MiniTickerEvent.class,
                            row -> NativeStreamMapper.miniTicker(row, Listings.named(row.s())),
                            "[].e")),
            Map.entry(
                    "ws/24hrTicker",
                    Claim.event(
                            TickerEvent.class,
                            row -> NativeStreamMapper.ticker(row, Listings.named(row.s())),
                            "e",
                            "E")),
            Map.entry(
                    "ws/24hrTicker_arr",
                    Claim.events(
                            TickerEvent.class,
                            row -> NativeStreamMapper.ticker(row, Listings.named(row.s())),
                            "[].e",
                            "[].E")),
            // Liquidations are always immediate-or-cancel limit orders; l is part of z.
            Map.entry("ws/forceOrder", liquidation()),
            Map.entry("ws/forceOrder_arr", liquidation()),
            // T is when the book was so, E when it was sent.
            Map.entry(
                    "ws/depthUpdate_diff",
                    Claim.event(DepthEvent.class, row -> StreamMapper.change(row), "e", "E", "s")),
            Map.entry(
                    "ws/depthUpdate_partial",
                    Claim.event(DepthEvent.class, row -> StreamMapper.topOfBook(row, BTC), "e", "E", "s", "U", "pu")),
            Map.entry("ws/tradepro", wrapped()),
            Map.entry(
                    "user/ORDER_TRADE_UPDATE",
                    // What follows from price and quantity: the notional of open bids and asks. For a trailing stop sp
                    // means nothing.
                    new Claim(
                                    StreamPayloadsTest::filled,
                                    Set.of("e", "E", "T", "o.o", "o.sp", "o.x", "o.b", "o.a"),
                                    Set.of())
                            .closed("o.S")),
            // All else is read again over REST.
            Map.entry(
                    "user/ACCOUNT_UPDATE",
                    Claim.event(
                            AccountEvent.class,
                            row -> row,
                            "e",
                            "a.B[].cw",
                            "a.B[].bc",
                            "a.P[].ep",
                            "a.P[].cr",
                            "a.P[].up",
                            "a.P[].mt",
                            "a.P[].iw")),
            Map.entry(
                    "user/ACCOUNT_CONFIG_UPDATE_leverage",
                    Claim.event(SettingsEvent.class, NOTICES::settings, "e", "E")),
            Map.entry(
                    "user/ACCOUNT_CONFIG_UPDATE_multiassets",
                    Claim.event(SettingsEvent.class, NOTICES::settings, "e", "E")),
            Map.entry("user/MARGIN_CALL", Claim.event(MarginCallEvent.class, NOTICES::marginCall, "e")),
            Map.entry("user/announcement_direct", announcement()),
            Map.entry("user/announcement_public", announcement()));

    private final Json json = new Json();
    private final Fixtures fixtures = Fixtures.payloads();

    private static Claim liquidation() {
        return Claim.event(
                        LiquidationEvent.class,
                        row -> NativeStreamMapper.liquidation(
                                row, Listings.named(row.o().s())),
                        "e",
                        "E",
                        "o.o",
                        "o.f",
                        "o.l")
                .closed("o.S");
    }

    /** What both languages have in common is taken from the first; an announcement that comes this way was not read. */
    private static Claim announcement() {
        return Claim.event(
                AnnouncementEvent.class,
                row -> NativeStreamMapper.announcement(row).orElseThrow(),
                "e",
                "en.S",
                "zh.S",
                "zh.i",
                "zh.c",
                "zh.d",
                "zh.j");
    }

    /** The example is in the wrapping of a combined connection. */
    private static Claim wrapped() {
        Reading reading = (json, tree) -> {
            Inbound.Data data = (Inbound.Data) new MarketSocket("wss://host").read(json.writeText(tree));
            TradeProEvent event = json.readComplete(data.payload(), TradeProEvent.class);
            return List.of(data.channel(), NativeStreamMapper.addressedTrade(event, BTC));
        };
        return new Claim(reading, Set.of("data.e", "data.E", "data.s"), Set.of());
    }

    /** The example tells a new order; as an execution it shows where the fields of a fill go. */
    private static Object filled(Json json, JsonNode tree) throws IOException {
        OrderEvent event = json.readComplete(tree, OrderEvent.class);
        JsonNode copy = tree.deepCopy();
        ((ObjectNode) copy.get("o"))
                .put("t", tree.at("/o/t").asLong() + 1)
                .put("l", tree.at("/o/l").asInt() + 1);
        OrderEvent execution = json.readComplete(copy, OrderEvent.class);
        Instrument instrument = Listings.named(event.o().symbol());
        return List.of(
                OrderMapper.order(event.o(), instrument),
                StreamMapper.fill(event, instrument),
                StreamMapper.fill(execution, instrument).orElseThrow());
    }

    private JsonNode tree(String file) {
        try {
            return json.tree(fixtures.text("aster/" + file + ".json"));
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }

    private Object read(String file, JsonNode tree) {
        try {
            return CLAIMS.get(file).reading().read(json, tree);
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(file + " cannot be read: " + tree, e);
        }
    }

    private Set<String> files(String... folders) {
        Set<String> names = new TreeSet<>();
        tree("index").get("files").forEach(entry -> {
            String name = entry.get("file").asText().replace(".json", "");
            if (Set.of(folders).contains(name.substring(0, name.lastIndexOf('/')))) {
                names.add(name);
            }
        });
        return names;
    }

    @Test
    void every_example_is_claimed() {
        Set<String> claimed = new TreeSet<>(CLAIMS.keySet());
        claimed.add("ws/tradepro_subscribe");
        claimed.add("user/listenKeyExpired");

        assertThat(claimed).isEqualTo(files("ws", "user"));
    }

    @Test
    void every_field_reaches_a_caller_or_is_named() {
        CLAIMS.forEach((file, claim) -> {
            JsonNode example = tree(file);
            String before = Described.of(read(file, example));
            Set<String> without = new TreeSet<>();
            Set<String> reaching = new TreeSet<>(claim.closed());
            for (JsonLeaf leaf : JsonLeaf.of(example)) {
                without.add(leaf.path());
                if (!claim.closed().contains(leaf.path())
                        && !before.equals(Described.of(read(file, leaf.changedIn(example))))) {
                    reaching.add(leaf.path());
                }
            }
            without.removeAll(reaching);

            assertThat(without).as(file + ": fields that go no further").isEqualTo(new TreeSet<>(claim.ignored()));
        });
    }

    @Test
    void fields_and_words_that_are_new_are_harmless() {
        CLAIMS.forEach((file, claim) -> {
            JsonNode example = tree(file);
            assertThat(Described.of(read(file, JsonLeaf.widened(example))))
                    .as(file)
                    .isEqualTo(Described.of(read(file, example)));
            JsonNode words = example;
            for (JsonLeaf leaf : JsonLeaf.of(example)) {
                if (leaf.isWord() && !claim.closed().contains(leaf.path())) {
                    words = leaf.changedIn(words);
                }
            }
            assertThat(read(file, words)).as(file).isNotNull();
        });
    }

    @Test
    void every_event_of_the_account_is_told_by_its_name_and_the_end_of_the_key_is_no_event() {
        UserSocket socket = new UserSocket("wss://host", null);
        for (String file : files("user")) {
            String text = json.writeText(tree(file));
            assertThat(socket.read(text))
                    .as(file)
                    .isEqualTo(
                            file.endsWith("listenKeyExpired")
                                    ? new Inbound.Expired("listenKeyExpired")
                                    : new Inbound.Data(UserSocket.CHANNEL, text));
        }
    }

    @Test
    void every_event_in_a_wrapping_finds_its_stream_whatever_stands_around_it() {
        MarketSocket socket = new MarketSocket("wss://host");
        for (String file : files("ws")) {
            String data = json.writeText(tree(file));
            for (String message : List.of(
                    "{\"stream\":\"a@b\",\"data\":" + data + "}",
                    " { \"data\" : " + data + " , \"stream\" : \"a@b\" } ",
                    "{\"new\":{\"data\":[1,{\"stream\":\"c\"}]},\"stream\":\"a@b\",\"data\":" + data
                            + ",\"more\":\"}\"}")) {
                assertThat(socket.read(message)).as(file).isEqualTo(new Inbound.Data("a@b", data));
            }
        }
    }

    @Test
    void control_messages_are_those_of_the_examples() throws IOException {
        MarketSocket socket = new MarketSocket("wss://host");

        assertThat(json.tree(socket.subscribe(1, List.of("btcusdt@aggTrade", "btcusdt@depth"))))
                .isEqualTo(tree("ws/control/subscribe_request"));
        assertThat(json.tree(socket.subscribe(3, List.of("btcusdt@tradepro"))))
                .isEqualTo(tree("ws/tradepro_subscribe"));
        assertThat(json.tree(socket.unsubscribe(312, List.of("btcusdt@depth"))))
                .isEqualTo(tree("ws/control/unsubscribe_request"));
        assertThat(json.tree(socket.probe(3))).isEqualTo(tree("ws/control/list_subscriptions_request"));
    }

    @Test
    void answers_to_control_messages_are_understood() {
        MarketSocket socket = new MarketSocket("wss://host");
        Set<String> left = files("ws/control");
        left.removeIf(file -> file.endsWith("_request"));

        for (String file : left) {
            JsonNode answer = tree(file);
            Inbound expected;
            if (file.contains("/error_")) {
                expected = new Inbound.Refused(
                        -1, answer.get("code").asText(), answer.get("msg").asText());
            } else if (answer.get("result").isNull()) {
                expected = new Inbound.Done(answer.get("id").asLong());
            } else {
                expected = new Inbound.Other();
            }
            assertThat(socket.read(json.writeText(answer))).as(file).isEqualTo(expected);
        }
        assertThat(left).hasSize(13);
        assertThat(socket.read("{\"error\":{\"code\":2,\"msg\":\"no\"},\"id\":7}"))
                .isEqualTo(new Inbound.Refused(7, "2", "no"));
    }

    @Test
    void what_is_no_json_is_nothing_to_do() {
        for (String text : List.of("", "pong", "{", "{\"stream\":\"a", "[1]", "{\"e\"", "{\"a\":{\"e\":\"x\"}}", "7")) {
            assertThat(new MarketSocket("wss://host").read(text)).as(text).isEqualTo(new Inbound.Other());
            assertThat(new UserSocket("wss://host", null).read(text)).as(text).isEqualTo(new Inbound.Other());
        }
    }
}
