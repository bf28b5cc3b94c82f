package dev.astrolabe.agents.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.exchange.model.Candle;
import dev.astrolabe.exchange.model.CandleInterval;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CandleFileTest {

    private static final String HEADER = "open_time_ms,open,high,low,close,volume";
    private static final long MINUTE = 60_000;
    private static final long HOUR = 3_600_000;

    @TempDir
    Path folder;

    @Test
    void reads_candles_with_their_decimals_as_written() throws IOException {
        Path file = write(HEADER, "0,10.50,11,9.5,10,3.25", "60000,10,10,10,10,0");

        List<Candle> candles = readAll(CandleFile.of(file));

        assertThat(candles)
                .containsExactly(
                        new Candle(
                                Instant.EPOCH,
                                new BigDecimal("10.50"),
                                new BigDecimal("11"),
                                new BigDecimal("9.5"),
                                new BigDecimal("10"),
                                new BigDecimal("3.25"),
                                true),
                        new Candle(
                                Instant.ofEpochMilli(MINUTE),
                                BigDecimal.TEN,
                                BigDecimal.TEN,
                                BigDecimal.TEN,
                                BigDecimal.TEN,
                                BigDecimal.ZERO,
                                true));
    }

    @Test
    void summarizes_what_it_has_checked() throws IOException {
        Path file = write(HEADER, "0,10.50,11.25,9.5,10,3", "60000,10,10,10,10,0", "120000,10,10,10,10,0");

        CandleFileSummary summary = CandleFile.of(file).check();

        assertThat(summary)
                .isEqualTo(new CandleFileSummary(
                        3,
                        CandleInterval.M1,
                        Instant.EPOCH,
                        Instant.ofEpochMilli(2 * MINUTE),
                        new BigDecimal("11.25"),
                        2,
                        List.of()));
        assertThat(summary.missing()).isZero();
    }

    @Test
    void tells_gzip_by_content_and_not_by_name() throws IOException {
        String text = HEADER + "\n0,1,1,1,1,1\n60000,1,1,1,1,1\n";
        Path gzipNamedCsv = Files.write(folder.resolve("a.csv"), gzip(text));
        Path plainNamedGz = Files.writeString(folder.resolve("a.csv.gz"), text);

        assertThat(readAll(CandleFile.of(gzipNamedCsv))).hasSize(2).isEqualTo(readAll(CandleFile.of(plainNamedGz)));
    }

    @Test
    void takes_line_ends_of_every_kind_and_a_byte_order_mark() throws IOException {
        Path file =
                Files.writeString(folder.resolve("w.csv"), "\uFEFF" + HEADER + "\r\n0,1,1,1,1,1\r\n60000,2,2,2,2,2");

        assertThat(readAll(CandleFile.of(file))).hasSize(2);
    }

    @Test
    void takes_columns_in_any_order_with_others_beside_them() throws IOException {
        Path file = write("volume,close,trades,low,high,open,open_time_ms", "7,3,99,1,4,2,0", "7,3,99,1,4,2,60000");

        Candle candle = readAll(CandleFile.of(file)).get(0);

        assertThat(List.of(candle.open(), candle.high(), candle.low(), candle.close(), candle.volume()))
                .extracting(BigDecimal::toPlainString)
                .containsExactly("2", "4", "1", "3", "7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"open_time_ms", "open", "high", "low", "close", "volume"})
    void names_a_missing_column_and_what_was_found(String missing) throws IOException {
        String header = HEADER.replaceAll("(^|,)" + missing + "(?=,|$)", "").replaceAll("^,", "");
        Path file = write(header, "0,1,1,1,1");

        assertThatThrownBy(() -> CandleFile.of(file).check())
                .isInstanceOf(CandleFileException.class)
                .hasMessage(file + ":1: column '" + missing + "' is missing; the header is '" + header
                        + "' and must have " + HEADER);
    }

    @Test
    void refuses_a_column_that_stands_twice() throws IOException {
        Path file = write(HEADER + ",open", "0,1,1,1,1,1,1");

        assertThatThrownBy(() -> CandleFile.of(file).check())
                .hasMessage(file + ":1: column 'open' stands twice in the header '" + HEADER + ",open'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120000,1,1,1,1 | 5 fields where the header has 6: '120000,1,1,1,1'",
                "120000,1,1,1,1,1,1 | 7 fields where the header has 6: '120000,1,1,1,1,1,1'",
                "'' | the line is empty; a candle has 6 fields",
                "noon,1,1,1,1,1 | open_time_ms 'noon' is not a time in whole milliseconds since 1970",
                "-5,1,1,1,1,1 | open_time_ms '-5' is not a time in whole milliseconds since 1970",
                "120000.5,1,1,1,1,1 | open_time_ms '120000.5' is not a time in whole milliseconds since 1970",
                "120000,NaN,1,1,1,1 | open 'NaN' is not a decimal number",
                "120000,1,Infinity,1,1,1 | high 'Infinity' is not a decimal number",
                "120000,1,1,-inf,1,1 | low '-inf' is not a decimal number",
                "120000,1,1,1,,1 | close '' is not a decimal number",
                "120000,1,1,1,1,NaN | volume 'NaN' is not a decimal number",
                "120000,1,1,1,1e999999999,1 | close '1e999999999' is not a decimal number",
                "120000,1,1,1,\"1\",1 | close '\"1\"' is not a decimal number",
                "120000,0,1,1,1,1 | open 0 is not above 0",
                "120000,1,1,-1,1,1 | low -1 is not above 0",
                "120000,1,1,1,1,-0.5 | volume -0.5 is below 0",
                "120000,1,1,2,1,1 | high 1 is below low 2",
                "120000,4,3,2,2,1 | open 4 lies outside low 2 to high 3",
                "120000,3,3,2,1.9,1 | close 1.9 lies outside low 2 to high 3",
                "60000,1,1,1,1,1 | open time 60000 (1970-01-01T00:01:00Z) is a duplicate of the line before",
                "0,1,1,1,1,1 | open time 0 (1970-01-01T00:00:00Z) is out of order: the line before opens at 60000"
                        + " (1970-01-01T00:01:00Z)",
                "120001,1,1,1,1,1 | open time 120001 (1970-01-01T00:02:00.001Z) does not lie a whole number of 1m candles"
                        + " after 60000 (1970-01-01T00:01:00Z)",
                "180000,1,1,1,1,1 | gap: expected the 1m candle of 120000 (1970-01-01T00:02:00Z), found 180000"
                        + " (1970-01-01T00:03:00Z), so 1 is missing; gap policy 'skip' goes on over gaps",
            })
    void names_file_and_line_and_what_is_wrong_with_a_candle(String line, String problem) throws IOException {
        Path file = write(HEADER, "0,1,1,1,1,1", "60000,1,1,1,1,1", line, "240000,1,1,1,1,1");

        assertThatThrownBy(() -> CandleFile.of(file).check())
                .isInstanceOf(CandleFileException.class)
                .hasMessage(file + ":4: " + problem)
                .satisfies(e -> assertThat(((CandleFileException) e).line()).isEqualTo(4))
                .satisfies(e -> assertThat(((CandleFileException) e).isGap()).isEqualTo(problem.startsWith("gap")));
    }

    @Test
    void gives_the_candles_before_a_broken_line_and_then_fails() throws IOException {
        Path file = write(HEADER, "0,1,1,1,1,1", "60000,1,1,1,1,1", "120000,x,1,1,1,1");

        try (CandleReader reader = CandleFile.of(file).open()) {
            assertThat(reader.next()).isPresent();
            assertThat(reader.next()).isPresent();
            assertThatThrownBy(reader::next).hasMessage(file + ":4: open 'x' is not a decimal number");
        }
    }

    @Test
    void finds_a_gap_between_the_very_first_candles() throws IOException {
        Path file = write(HEADER, "0,1,1,1,1,1", "240000,1,1,1,1,1", "300000,1,1,1,1,1");

        assertThatThrownBy(() -> CandleFile.of(file).check())
                .hasMessageStartingWith(file + ":3: gap: expected the 1m candle of 60000")
                .hasMessageContaining("so 3 are missing");
    }

    @Test
    void skips_and_reports_gaps_when_told_to() throws IOException {
        Path file = write(HEADER, "0,1,1,1,1,1", "60000,1,1,1,1,1", "240000,1,1,1,1,1");
        CandleFile skipping = CandleFile.of(file).gaps(GapPolicy.SKIP);

        CandleFileSummary summary = skipping.check();

        assertThat(readAll(skipping)).hasSize(3);
        assertThat(summary.missing()).isEqualTo(2);
        assertThat(summary.gaps())
                .containsExactly(
                        new CandleGap(4, Instant.ofEpochMilli(2 * MINUTE), Instant.ofEpochMilli(4 * MINUTE), 2));
        assertThat(summary.gaps().get(0))
                .hasToString("line 4: 2 missing from 1970-01-01T00:02:00Z until 1970-01-01T00:04:00Z");
    }

    @Test
    void a_rare_gap_of_a_long_record_of_hours_is_skipped() throws IOException {
        Path file = series(HOUR, 500, 250);

        CandleFileSummary summary = CandleFile.of(file).gaps(GapPolicy.RARE).check();

        assertThat(summary.candles()).isEqualTo(500);
        assertThat(summary.missing()).isEqualTo(1);
        assertThat(readAll(CandleFile.of(file).gaps(GapPolicy.RARE))).hasSize(500);
    }

    @Test
    void a_gap_that_is_not_rare_is_an_error() throws IOException {
        Path file = series(HOUR, 499, 250);

        assertThatThrownBy(() -> CandleFile.of(file).gaps(GapPolicy.RARE).check())
                .hasMessageStartingWith(file + ":252: gap: expected the 1h candle of");
        assertThatThrownBy(() -> CandleFile.of(file).gaps(GapPolicy.RARE).open())
                .isInstanceOf(CandleFileException.class);
    }

    @Test
    void a_gap_among_candles_shorter_than_an_hour_is_never_rare() throws IOException {
        Path file = series(MINUTE, 5000, 250);

        assertThatThrownBy(() -> CandleFile.of(file).gaps(GapPolicy.RARE).check())
                .hasMessageStartingWith(file + ":252: gap: expected the 1m candle of");
    }

    @Test
    void a_known_interval_shows_that_candles_are_missing_everywhere() throws IOException {
        Path file = write(HEADER, "0,1,1,1,1,1", "300000,1,1,1,1,1");

        assertThat(CandleFile.of(file).check().interval()).isEqualTo(CandleInterval.M5);
        assertThatThrownBy(() -> CandleFile.of(file).interval(CandleInterval.M1).check())
                .hasMessageContaining("so 4 are missing");
    }

    @Test
    void times_in_seconds_are_noticed() throws IOException {
        Path file = write(HEADER, "1640991600,1,1,1,1,1", "1640991660,1,1,1,1,1");

        assertThatThrownBy(() -> CandleFile.of(file).check())
                .hasMessage(
                        file + ":3: the open time lies 60 ms after the line before, which is no candle interval from 1m"
                                + " (60000 ms) to 1w; open_time_ms counts in milliseconds");
    }

    @Test
    void names_a_duplicate_in_a_file_of_nothing_else() throws IOException {
        Path file = write(HEADER, "0,1,1,1,1,1", "0,1,1,1,1,1");

        assertThatThrownBy(() -> CandleFile.of(file).check())
                .hasMessage(file + ":3: open time 0 (1970-01-01T00:00:00Z) is a duplicate of the line before");
    }

    @Test
    void refuses_files_without_candles() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.csv"));
        Path onlyHeader = write(HEADER);
        Path absent = folder.resolve("absent.csv");

        assertThatThrownBy(() -> CandleFile.of(empty).check())
                .hasMessage(empty + ": is empty; the first line must be the header " + HEADER);
        assertThatThrownBy(() ->
                        CandleFile.of(onlyHeader).interval(CandleInterval.M1).check())
                .hasMessage(onlyHeader + ": has no candle after its header");
        assertThatThrownBy(() -> CandleFile.of(onlyHeader).check())
                .hasMessage(onlyHeader + ": has fewer than two candles, so its interval is unknown and must be given");
        assertThatThrownBy(() -> CandleFile.of(absent).check()).hasMessage(absent + ": there is no such file");
        assertThatThrownBy(() -> CandleFile.of(folder).check()).hasMessage(folder + ": is a folder, not a candle file");
    }

    @Test
    void names_the_line_at_which_a_gzip_file_is_cut_off() throws IOException {
        byte[] whole = gzip(text(MINUTE, 5000, -1));
        Path file = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> CandleFile.of(file).check())
                .isInstanceOf(CandleFileException.class)
                .hasMessageMatching(
                        "\\Q" + file + "\\E:[0-9]{3,4}: cannot be read on, the file is cut off or damaged: .*");
    }

    @Test
    void a_binary_file_is_noticed_by_its_endless_line() throws IOException {
        byte[] noise = new byte[100_000];
        Arrays.fill(noise, (byte) 'x');
        Path file = Files.write(folder.resolve("noise.csv"), noise);

        assertThatThrownBy(() -> CandleFile.of(file).check())
                .hasMessage(file + ":1: longer than 4096 bytes, which no candle is");
    }

    private Path write(String... lines) throws IOException {
        return Files.writeString(folder.resolve("candles.csv"), String.join("\n", lines) + "\n");
    }

    /** So many candles, one of them missing behind the given number. */
    private Path series(long step, int candles, int gapAfter) throws IOException {
        return Files.writeString(folder.resolve("series.csv"), text(step, candles, gapAfter));
    }

    private static String text(long step, int candles, int gapAfter) {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (int i = 0; i < candles; i++) {
            long time = (gapAfter >= 0 && i >= gapAfter ? i + 1 : i) * step;
            text.append(time).append(",1,1,1,1,").append(i * 7919 % 10007).append('\n');
        }
        return text.toString();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static List<Candle> readAll(CandleFile file) {
        List<Candle> candles = new ArrayList<>();
        try (CandleReader reader = file.open()) {
            for (Optional<Candle> next = reader.next(); next.isPresent(); next = reader.next()) {
                candles.add(next.get());
            }
        }
        return candles;
    }
}
