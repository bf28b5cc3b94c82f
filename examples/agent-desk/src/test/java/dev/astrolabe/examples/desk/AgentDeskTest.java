package dev.astrolabe.examples.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentDeskTest {

    private static final String HEADER = "open_time_ms,open,high,low,close,volume\n";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void help_names_every_option_with_its_default() {
        int code = run("--help");

        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("--seed", "--minutes", "--capital", "--candles", "--symbol", "--gaps", "--quiet", "--debug")
                .contains("Default: 42", "Default: 240", "Default: 100000", "Default: RARE");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--minutes=0 | --minutes 0 is not from 1 to 43200, which are 30 days",
                "--capital=-5 | --capital -5 is not above 0",
                "--symbol=BTC/USDT:USDT | --symbol goes with --candles only",
                "--sped=3 | Unknown option: '--sped=3'",
                "--seed=x | Invalid value for option '--seed': 'x' is not a long",
            })
    void an_option_that_cannot_be_used_is_one_line_and_exit_code_2(String option, String problem) {
        int code = run(option);

        assertThat(code).isEqualTo(2);
        assertThat(err.toString().lines()).containsExactly("agent-desk: " + problem + " (--help shows the options)");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_candle_file_that_cannot_be_used_is_one_line_with_file_and_line_and_nothing_is_started() throws IOException {
        Path file = candles("0,1,1,1,1,1", "60000,1,1,1,1,1", "120000,NaN,1,1,1,1");

        int code = run("--candles", file.toString());

        assertThat(code).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly("agent-desk: " + file + ":4: open 'NaN' is not a decimal number");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_gap_names_the_option_that_goes_on() throws IOException {
        Path file = candles("0,1,1,1,1,1", "60000,1,1,1,1,1", "240000,1,1,1,1,1");

        int code = run("--candles", file.toString());

        assertThat(code).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("agent-desk: " + file + ":4: gap: expected the 1m candle of 120000")
                .endsWith("(--gaps skip)" + System.lineSeparator());
    }

    @Test
    void debug_shows_where_an_error_came_from() {
        int code = run("--candles", folder.resolve("absent.csv").toString(), "--debug");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("there is no such file", "\tat dev.astrolabe.agents.feed.");
    }

    @Test
    void replays_a_file_and_prints_progress_tables_and_the_balance() throws IOException {
        StringBuilder lines = new StringBuilder(HEADER);
        for (int i = 0; i < 800; i++) {
            int close = 20_000 + (i % 97) * 11 - (i % 13) * 7;
            int open = i == 0 ? close : 20_000 + ((i - 1) % 97) * 11 - ((i - 1) % 13) * 7;
            lines.append(i * 60_000L).append(',').append(open).append(',').append(Math.max(open, close) + 5);
            lines.append(',')
                    .append(Math.min(open, close) - 5)
                    .append(',')
                    .append(close)
                    .append(",12\n");
        }
        Path file = Files.writeString(folder.resolve("btc-made.csv"), lines.toString());

        int code = run("--candles", file.toString(), "--capital", "50000");

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString())
                .contains(
                        "as BTC/USDT:USDT: 800 candles of 1m",
                        "  5 %  ",
                        "100 %  ",
                        "TrendMaster Alpha",
                        "Arbitrage Scanner")
                .contains("CEO decision: reason", "Balance: cash ", "difference to the agents' accounts 0");
    }

    @Test
    void the_same_replay_prints_the_same() throws IOException {
        assumeTrue(
                !System.getProperty("data.dir", "").isEmpty(),
                "skipped: system property data.dir does not say where the recorded prices lie");
        Path file = Path.of(System.getProperty("data.dir"), "btc-usd-4h-2016-2025.csv.gz");
        int first = run("--candles", file.toString(), "--quiet");
        String once = out.toString();
        out.getBuffer().setLength(0);

        int second = run("--candles", file.toString(), "--quiet");

        assertThat(err.toString()).isEmpty();
        assertThat(first).isZero();
        assertThat(second).isZero();
        assertThat(out.toString()).isEqualTo(once).contains("3 gaps skipped (line 1722: 1 missing");
    }

    @Test
    void the_same_seed_trades_the_same_over_http_and_another_seed_does_not() {
        String first = simulated("7");
        String second = simulated("7");
        String other = simulated("8");

        assertThat(first)
                .contains("Session STOPPED after 80 steps", "compared with the exchange 81 times")
                .containsPattern("difference to the agents' accounts 0(\\.0+)?;");
        assertThat(second).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    /** What a short run prints, without the title, which names the servers' ports. */
    private String simulated(String seed) {
        out.getBuffer().setLength(0);
        int code = run("--seed", seed, "--minutes", "20", "--quiet");
        assertThat(code).as(err.toString()).isZero();
        return out.toString().lines().skip(1).collect(Collectors.joining("\n"));
    }

    @Test
    void amounts_are_rounded_to_cents_for_the_eye() {
        assertThat(ReportText.money(new BigDecimal("1234.565"))).isEqualTo("1234.56");
        assertThat(ReportText.money(new BigDecimal("0"))).isEqualTo("0.00");
    }

    private Path candles(String... lines) throws IOException {
        return Files.writeString(folder.resolve("btc-test.csv"), HEADER + String.join("\n", lines) + "\n");
    }

    private int run(String... args) {
        return AgentDesk.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }
}
