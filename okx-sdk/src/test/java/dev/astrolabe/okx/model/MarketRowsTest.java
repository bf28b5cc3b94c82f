package dev.astrolabe.okx.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.testkit.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field of the public payloads is named. */
class MarketRowsTest {

    private static final List<String> PREFIXES = List.of("rest_market_", "rest_public_", "rest_system_");

    static Stream<Arguments> rows() {
        return Stream.of(
                // Two are deprecated by the venue, and the other stands for the retail price improvement under its old
                // name.
                row("rest_public_instruments", OkxInstrument::new, "alias", "category", "auctionEndTime", "elp"),
                row("rest_account_instruments", OkxInstrument::new, "alias", "category", "auctionEndTime", "elp"),
                row("rest_market_tickers", OkxTicker::new),
                row("rest_market_ticker.", OkxTicker::new),
                row("rest_market_trades", OkxTrade::new),
                row("rest_market_history_trades", OkxTrade::new),
                row("rest_public_mark_price", OkxMarkPrice::new),
                row("rest_market_index_tickers", OkxIndexTicker::new),
                // Empty since the method current_period.
                row("rest_public_funding_rate.", OkxFundingRate::new, "nextFundingRate"),
                row("rest_public_funding_rate_4h", OkxFundingRate::new, "nextFundingRate"),
                row("rest_public_funding_rate_history", OkxFundingRecord::new),
                row("rest_public_open_interest", OkxOpenInterest::new),
                row("rest_public_price_limit", OkxPriceLimit::new),
                row("rest_public_position_tiers", OkxPositionTier::new),
                row("rest_public_convert_contract_coin", OkxConversion::new),
                row("rest_system_status", OkxSystemStatus::new),
                // The levels are read when the book is made.
                row("rest_market_books.", OkxBook::new, "asks", "bids"),
                row("rest_market_books_full", OkxBook::new, "asks", "bids"),
                row("rest_market_books_rpi", OkxRpiBook::new, "asks", "bids"));
    }

    private static Arguments row(String file, Function<OkxFields, ? extends OkxRow> row, String... ignored) {
        return Arguments.of(file, RowCoverage.of(row).ignoring(ignored));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void names_every_field(String prefix, RowCoverage coverage) {
        List<String> files = files(List.of(prefix));

        assertThat(files).isNotEmpty();
        coverage.checkFiles(files.toArray(String[]::new));
    }

    @Test
    void reads_every_public_payload() {
        List<String> known =
                new ArrayList<>(rows().map(row -> (String) row.get()[0]).toList());
        known.addAll(List.of("rest_public_time", "rest_public_underlying", "candles"));

        assertThat(files(PREFIXES)).isNotEmpty().allMatch(file -> known.stream().anyMatch(file::contains));
    }

    @Test
    void reads_every_candle() {
        for (String file : files(PREFIXES).stream()
                .filter(name -> name.contains("candles"))
                .toList()) {
            for (JsonNode each : RowCoverage.json(file).path("data")) {
                List<String> row = texts(each);
                boolean priced = file.contains("mark") || file.contains("index");
                assertThat(
                                priced
                                        ? OkxPriceCandle.of(row).close()
                                        : OkxCandle.of(row).close())
                        .as(file)
                        .isEqualByComparingTo(row.get(4));
            }
        }
    }

    @Test
    void tells_the_elements_of_a_candle_by_their_places() {
        List<String> row = List.of("1790000000000", "2", "4", "1", "3", "1523.4", "15.234", "978474.9", "0");

        OkxCandle candle = OkxCandle.of(row);

        assertThat(candle.openTime()).isEqualTo("2026-09-21T14:13:20Z");
        assertThat(candle.open()).isEqualByComparingTo("2");
        assertThat(candle.high()).isEqualByComparingTo("4");
        assertThat(candle.low()).isEqualByComparingTo("1");
        assertThat(candle.close()).isEqualByComparingTo("3");
        assertThat(candle.volume()).isEqualByComparingTo("1523.4");
        assertThat(candle.currencyVolume()).isEqualByComparingTo("15.234");
        assertThat(candle.quoteVolume()).isEqualByComparingTo("978474.9");
        assertThat(candle.confirmed()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OkxCandle.of(row.subList(0, 8)))
                .withMessage("a candle has 8 elements and not at least 9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OkxPriceCandle.of(List.of("1790000000000", "2", "4", "", "3", "1")))
                .withMessage("element 3 of a candle is '', which is no number");
    }

    @Test
    void tells_the_levels_of_a_book_from_the_best_one_on() {
        OkxBook book = new OkxBook(OkxFields.of(java.util.Map.of(
                "asks",
                List.of(List.of("64231.5", "512.4", "0", "9"), List.of("64231.9", "3", "0", "1")),
                "bids",
                List.of(List.of("64231.4", "88.13", "6")),
                "ts",
                "1790000000020",
                "seqId",
                880012345)));

        assertThat(book.asks()).hasSize(2);
        assertThat(book.asks().get(0).price()).isEqualByComparingTo("64231.5");
        assertThat(book.asks().get(0).size()).isEqualByComparingTo("512.4");
        assertThat(book.asks().get(0).orders()).isEqualTo(9);
        assertThat(book.bids().get(0).orders()).isEqualTo(6);
        assertThat(book.sequence()).hasValue(880012345L);
    }

    @Test
    void keeps_the_number_of_an_instrument_that_has_more_than_32_bits() {
        JsonNode row = RowCoverage.json("okx/synthetic/rest_public_instruments_swap_demo.json")
                .path("data")
                .path(0);

        assertThat(row.path("instIdCode").longValue()).isEqualTo(2021032601102993L);
        assertThat(new OkxInstrument(OkxFields.of(java.util.Map.of(
                                "instType", "SWAP", "instId", "BTC-USDT-SWAP", "instIdCode", 2021032601102993L)))
                        .instIdCode())
                .hasValue(2021032601102993L);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static List<String> files(List<String> prefixes) {
        Path folder = Fixtures.payloads().path("okx/index.json").resolveSibling(".");
        List<String> files = new ArrayList<>();
        for (String source : List.of("docs", "synthetic")) {
            try (Stream<Path> all = Files.list(folder.resolve(source))) {
                all.map(path -> path.getFileName().toString())
                        .filter(name -> prefixes.stream().anyMatch(name::startsWith))
                        .map(name -> "okx/" + source + "/" + name)
                        .sorted()
                        .forEach(files::add);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return files;
    }
}
