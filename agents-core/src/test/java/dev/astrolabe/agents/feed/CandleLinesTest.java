package dev.astrolabe.agents.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandleLinesTest {

    private static final int LINES = 20_000;

    @TempDir
    Path folder;

    private final Random random = new Random(1);

    /** Lines of every length, so that they end at every place of what is read at once. */
    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            int length = random.nextInt(random.nextInt(100) == 0 ? 4096 : 60);
            lines.add("7".repeat(length) + (length % 3 == 1 && length < 60 ? "\u00e9" : ""));
        }
        lines.add("last");
        return lines;
    }

    private static List<String> read(Path file) {
        List<String> read = new ArrayList<>();
        try (CandleLines lines = CandleLines.open(file)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                read.add(line);
                assertThat(lines.line()).isEqualTo(read.size());
            }
        }
        return read;
    }

    @Test
    void gives_every_line_of_a_plain_file() throws IOException {
        List<String> lines = lines();
        Path unix = Files.writeString(folder.resolve("unix.csv"), String.join("\n", lines));
        Path windows = Files.writeString(folder.resolve("windows.csv"), String.join("\r\n", lines) + "\r\n");

        assertThat(read(windows)).isEqualTo(lines);
        assertThat(read(unix)).isEqualTo(lines);
    }

    @Test
    void gives_every_line_of_a_gzip_file() throws IOException {
        List<String> lines = lines();
        Path file = folder.resolve("packed");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }

        assertThat(read(file)).isEqualTo(lines);
    }

    @Test
    void gives_no_line_twice_behind_the_place_where_a_file_is_cut_off() throws IOException {
        Path file = folder.resolve("packed");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((String.join("\n", lines()) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        byte[] packed = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(packed, packed.length / 2));

        try (CandleLines lines = CandleLines.open(file)) {
            assertThatThrownBy(() -> IntStream.range(0, LINES).forEach(i -> lines.next()))
                    .isInstanceOf(CandleFileException.class);
            assertThatThrownBy(lines::next).isInstanceOf(CandleFileException.class);
        }
    }

    @Test
    void a_summary_has_the_decimals_of_the_finest_price() throws IOException {
        for (int file = 0; file < 500; file++) {
            StringBuilder text = new StringBuilder("open_time_ms,open,high,low,close,volume\n");
            int finest = 0;
            for (int candle = 0; candle < 30; candle++) {
                BigDecimal low = price(random.nextInt(5));
                BigDecimal high = low.add(price(random.nextInt(7)));
                for (BigDecimal price : List.of(low, high)) {
                    finest = Math.max(finest, price.stripTrailingZeros().scale());
                }
                text.append(candle * 60_000L).append("," + low + "," + high + "," + low + "," + high + ",1\n");
            }

            CandleFileSummary summary = CandleFile.of(Files.writeString(folder.resolve("btc.csv"), text))
                    .check();

            assertThat(summary.priceDecimals()).isEqualTo(finest);
        }
    }

    /** With zeros at its end as often as not. */
    private BigDecimal price(int scale) {
        long unscaled = 1L + random.nextInt(10_000);
        return BigDecimal.valueOf(random.nextBoolean() ? unscaled * 100 : unscaled, scale);
    }
}
