package dev.astrolabe.okx.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.testkit.Fixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of every push is named, and of the answers to order operations too; no file is left out. */
class StreamRowsTest {

    // Replaced by attachAlgoOrds and stpMode, or said by the venue to be without use any more.
    private static final String[] OLD_ORDER = {
        "stpId",
        "quickMgnType",
        "tpTriggerPx",
        "tpTriggerPxType",
        "tpOrdPx",
        "slTriggerPx",
        "slTriggerPxType",
        "slOrdPx"
    };

    // Of options, and of isolated margin pairs, which the venue calls deprecated.
    private static final String[] GREEKS = {
        "deltaBS",
        "deltaPA",
        "gammaBS",
        "gammaPA",
        "thetaBS",
        "thetaPA",
        "vegaBS",
        "vegaPA",
        "baseBal",
        "quoteBal",
        "baseBorrowed",
        "baseInterest",
        "quoteBorrowed",
        "quoteInterest"
    };

    private static final Map<String, Consumer<JsonNode>> CHANNELS = channels();

    private static Map<String, Consumer<JsonNode>> channels() {
        Map<String, Consumer<JsonNode>> channels = new HashMap<>();
        row(channels, OkxTicker::new, "tickers");
        row(channels, OkxTrade::new, "trades", "trades-all");
        row(channels, OkxMarkPrice::new, "mark-price");
        row(channels, OkxIndexTicker::new, "index-tickers");
        row(channels, OkxOpenInterest::new, "open-interest");
        row(channels, OkxPriceLimit::new, "price-limit");
        row(channels, OkxSystemStatus::new, "status");
        row(channels, OkxLiquidation::new, "liquidation-orders");
        row(channels, OkxFill::new, "fills");
        row(channels, OkxBalanceAndPosition::new, "balance_and_position");
        // Empty since the method current_period.
        ignoring(channels, OkxFundingRate::new, List.of("nextFundingRate"), "funding-rate");
        // The levels are read when the book is made.
        ignoring(channels, OkxBook::new, List.of("asks", "bids"), "books", "books5", "bbo-tbt");
        ignoring(channels, OkxRpiBook::new, List.of("asks", "bids"), "books-rpi");
        ignoring(channels, OkxInstrument::new, List.of("alias", "category", "auctionEndTime", "elp"), "instruments");
        ignoring(channels, OkxOrder::new, List.of(OLD_ORDER), "orders");
        ignoring(channels, OkxAlgoOrder::new, List.of("quickMgnType"), "orders-algo", "algo-advance");
        ignoring(channels, OkxPosition::new, List.of(GREEKS), "positions", "liquidation-warning");
        ignoring(channels, OkxBalance::new, List.of(), "account");
        channels.put(
                "candle",
                each -> assertThat(OkxCandle.of(texts(each)).openTime()).isNotNull());
        channels.put(
                "price-candle",
                each -> assertThat(OkxPriceCandle.of(texts(each)).openTime()).isNotNull());
        return channels;
    }

    private static void row(
            Map<String, Consumer<JsonNode>> channels, Function<OkxFields, ? extends OkxRow> row, String... words) {
        ignoring(channels, row, List.of(), words);
    }

    private static void ignoring(
            Map<String, Consumer<JsonNode>> channels,
            Function<OkxFields, ? extends OkxRow> row,
            List<String> ignored,
            String... words) {
        RowCoverage coverage = RowCoverage.of(row).ignoring(ignored.toArray(new String[0]));
        for (String word : words) {
            channels.put(word, each -> coverage.check(word, each));
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    static Stream<String> files() {
        Path folder = Fixtures.payloads().path("okx/index.json").resolveSibling("docs");
        return Stream.of(folder, folder.resolveSibling("synthetic")).flatMap(StreamRowsTest::list);
    }

    private static Stream<String> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(file -> "okx/" + folder.getFileName() + "/" + file.getFileName())
                    .filter(name -> name.contains("/ws_"))
                    .sorted()
                    .toList();
            assertThat(names).isNotEmpty();
            return names.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void names_every_field(String file) {
        messages(RowCoverage.json(file)).forEach(message -> check(file, message));
    }

    /** A file holds one message, several, or several with what is expected of them. */
    private static List<JsonNode> messages(JsonNode file) {
        JsonNode list = file.path("frames").isArray() ? file.path("frames") : file;
        List<JsonNode> messages = new ArrayList<>();
        if (list.isArray()) {
            list.forEach(each -> messages.add(each.path("frame").isObject() ? each.path("frame") : each));
        } else {
            messages.add(list);
        }
        return messages;
    }

    private static void check(String file, JsonNode message) {
        if (message.has("arg") && message.has("data")) {
            Consumer<JsonNode> reading =
                    CHANNELS.get(kind(message.path("arg").path("channel").asText()));
            assertThat(reading).as("a row for " + file).isNotNull();
            message.path("data").forEach(reading);
        } else if (message.has("op") && message.has("data")) {
            // Of options alone, and no acknowledgement of an order.
            RowCoverage coverage = RowCoverage.of(OkxAck::new).ignoring("result");
            message.path("data").forEach(row -> coverage.check(file, row));
        } else {
            boolean isControl = Stream.of("event", "op", "text", "reason").anyMatch(message::has);
            assertThat(isControl)
                    .as(file + " is a push, an answer or a control message")
                    .isTrue();
        }
    }

    private static String kind(String channel) {
        if (channel.startsWith("candle")) {
            return "candle";
        }
        return channel.contains("-candle") ? "price-candle" : channel;
    }
}
