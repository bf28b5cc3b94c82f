package dev.astrolabe.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final StopSignal stop = new StopSignal();

    private int run(Map<String, String> environment, String... args) {
        return SimulatorCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), environment, stop, args);
    }

    private int run(String... args) {
        return run(Map.of(), args);
    }

    @Test
    void help_names_every_option() {
        int code = run("--help");

        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("--port", "--control-port", "--seed", "--speed", "--start", "--venues", "--coins")
                .contains("--synthetic", "--candles", "--gaps", "--account", "--deposit", "--duration")
                .contains("SIMULATOR_OKX_SECRET");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port=65536 | --port 65536 is not from 0 to 65535",
                "--control-port=-1 | --control-port -1 is not from 0 to 65535",
                "--speed=0 | --speed 0.0 is not above 0 and at most 10000",
                "--synthetic=1000 | --synthetic 1000 is not from 0 to 999",
                "--duration=-1 | --duration -1 is not from 0 to 2147483647",
                "--deposit=USDT=-3 | --deposit USDT=-3 is not above 0",
                "--venues=kraken | --venues kraken is not among [asterdex, okx]",
                "--seed=x | Invalid value for option '--seed': 'x' is not a long",
                "--sped=3 | Unknown option: '--sped=3'",
                "--candles=f.csv=BTC | --candles: symbol 'BTC' is not of the form BASE/QUOTE, BASE/QUOTE:SETTLE or "
                        + "BASE/QUOTE:SETTLE-yyMMdd, as in BTC/USDT:USDT",
            })
    void an_option_that_cannot_be_used_is_one_line_and_exit_code_2(String option, String problem) {
        int code = run(option);

        assertThat(err.toString().lines())
                .containsExactly("exchange-simulator: " + problem + " (--help shows the options)");
        assertThat(code).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_coin_that_is_not_listed_names_those_that_are() {
        int code = run("--coins=ODD");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("exchange-simulator: --coins or --candles: none of the coins [ODD] is listed at asterdex;"
                        + " there are [BTC, ETH, SOL");
    }

    @Test
    void tells_where_everything_is_and_ends_when_it_is_told_to() {
        stop.stop();

        int code = run("--seed=7", "--start=2026-01-05T00:00:00Z", "--coins=btc,PEPE", "--synthetic=1");

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString())
                .containsPattern(
                        "Exchange simulator at http://127\\.0\\.0\\.1:\\d+, seed 7, speed 1\\.0, time 2026-01-05")
                .containsPattern("Control: http://127\\.0\\.0\\.1:\\d+")
                .containsPattern("AsterDex v1: http://127\\.0\\.0\\.1:\\d+/fapi/v1")
                .contains("3 markets: BTCUSDT 1000PEPEUSDT C01USDT")
                .contains(
                        "6 markets: BTC-USDT-SWAP PEPE-USDT-SWAP BTC-USD-SWAP BTC-USDT-260327 BTC-USD-260327 C01-USDT-SWAP")
                .contains("accounts: demo")
                .doesNotContain(DemoAccount.HMAC_SECRET, DemoAccount.OKX_SECRET, DemoAccount.OKX_PASSPHRASE);
    }

    @Test
    void ends_by_itself_after_its_duration() {
        int code = run("--duration=1", "--venues=okx", "--coins=BTC", "--speed=600");

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString()).contains("OKX v5: ").doesNotContain("AsterDex");
    }

    @Test
    void opens_the_accounts_of_files_on_the_venues_they_have_credentials_for() throws IOException {
        Path file = Files.writeString(
                folder.resolve("account.properties"),
                "id=desk\nokx.key=k\nokx.secret=very-secret\nokx.passphrase=p\nokx.permissions=read_only\n");
        stop.stop();

        int code = run("--account=" + file, "--deposit=USDT=5000", "--coins=BTC");

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString()).contains("accounts: desk").doesNotContain("demo", "very-secret");
    }

    @Test
    void an_account_file_that_cannot_be_used_is_named_and_no_value_of_it_is_told() throws IOException {
        Path file = Files.writeString(
                folder.resolve("account.properties"), "aster.key=k\nokx.secret=very-secret\nodd=very-odd\n");

        int code = run("--account=" + file);

        assertThat(code).isEqualTo(2);
        assertThat(err.toString())
                .startsWith(
                        "exchange-simulator: --account: account file " + file + " has unknown names [odd]; known are")
                .doesNotContain("very-secret", "very-odd");
    }

    @Test
    void credentials_that_go_together_are_asked_for_together() throws IOException {
        Path file = Files.writeString(folder.resolve("account.properties"), "aster.key=k\n");

        int code = run("--account=" + file);

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("aster.key, aster.secret go together, and some are missing");
    }

    @Test
    void credentials_come_from_the_environment_where_there_is_no_file() {
        stop.stop();

        int code = run(
                Map.of(
                        "SIMULATOR_ID", "environed",
                        "SIMULATOR_ASTER_KEY", "k",
                        "SIMULATOR_ASTER_SECRET", "s"),
                "--coins=BTC");

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString()).contains("accounts: environed");
    }

    @Test
    void replays_a_file_on_each_venue_that_lists_its_symbol() throws IOException {
        StringBuilder lines = new StringBuilder("open_time_ms,open,high,low,close,volume\n");
        for (int i = 0; i < 3000; i++) {
            lines.append(i * 60_000L).append(",40000,40003,39998,40001,8\n");
        }
        Path file = Files.writeString(folder.resolve("btc.csv"), lines.toString());
        stop.stop();

        int code = run("--candles=" + file + "=BTC/USDT:USDT");

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString()).contains("1 markets: BTCUSDT", "1 markets: BTC-USDT-SWAP");
    }

    @Test
    void a_port_that_is_taken_names_the_option() {
        try (ExchangeSimulator other = ExchangeSimulator.builder()
                .clock(SimulatorClock.turned(Instant.parse("2026-01-05T00:00:00Z")))
                .start()) {
            String port = other.baseUrl().substring(other.baseUrl().lastIndexOf(':') + 1);
            stop.stop();

            int code = run("--port=" + port, "--coins=BTC");

            assertThat(code).isEqualTo(2);
            assertThat(err.toString()).startsWith("exchange-simulator: --port " + port);
        }
    }
}
