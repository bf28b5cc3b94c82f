package dev.astrolabe.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.aster.standin.AcceptingVersion;
import dev.astrolabe.aster.standin.Family;
import dev.astrolabe.aster.standin.StandIn;
import dev.astrolabe.aster.standin.StandInSockets;
import dev.astrolabe.exchange.testkit.FaultServer;
import dev.astrolabe.okx.standin.OkxOpener;
import dev.astrolabe.okx.standin.OkxSockets;
import dev.astrolabe.okx.standin.OkxStandIn;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The program on an AsterDex of this machine. */
class QuickstartTest {

    /** The venue's own demo key. */
    private static final String PRIVATE_KEY = "0x4fd0a42218f3eae43a6ce26d22544e986139a01e5b34a62db53757ffca81bae1";

    private static final String API_SECRET = "2b5eb11e18796d12d88f13dc27dbbd02c2cc51ff7059765ed9821957d82bb4d9";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** What came of a run. */
    private record Run(int code, List<FaultServer.Received> requests) {
        long received(String method, String path) {
            return requests.stream()
                    .filter(request -> request.method().equals(method))
                    .filter(request -> request.target().replaceAll("\\?.*", "").equals(path))
                    .count();
        }

        boolean signedAnything() {
            return requests.stream().anyMatch(request -> (request.target() + request.body()).contains("signature="));
        }
    }

    private Run run(Family family, Map<String, String> environment, String... more) {
        StandIn standIn = new StandIn(new AcceptingVersion(family), Clock.systemUTC());
        try (FaultServer server = new FaultServer(standIn::answer);
                StandInSockets sockets = new StandInSockets(standIn, Clock.systemUTC())) {
            List<String> args = new ArrayList<>(List.of(
                    "--base-url", server.url(), "--stream-url", sockets.url(), "--frames", "2", "--every", "1"));
            args.addAll(List.of(more));
            int code = Quickstart.run(
                    environment, new PrintWriter(out, true), new PrintWriter(err, true), args.toArray(new String[0]));
            return new Run(code, server.received());
        }
    }

    private static Map<String, String> keys(Family family) {
        return family == Family.V3
                ? Map.of(Keys.PRIVATE_KEY, PRIVATE_KEY)
                : Map.of(Keys.API_KEY, "demo", Keys.API_SECRET, API_SECRET);
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void goes_through_all_steps_and_places_nothing(Family family) {
        Run run = run(family, keys(family));

        assertThat(err.toString()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(out.toString())
                .contains("2 instruments", "BTC/USDT:USDT is BTCUSDT there", "mark price 50000", "0 open positions")
                .contains("The exchange would take this order, and has not placed it")
                .containsPattern("ask +50000\\.1")
                .containsPattern("bid +49999\\.9")
                .doesNotContain(PRIVATE_KEY.substring(2), API_SECRET);
        String version = family == Family.V3 ? "/fapi/v3/" : "/fapi/v1/";
        assertThat(run.received("POST", version + "order/test")).isOne();
        assertThat(run.received("POST", version + "order")).isZero();
    }

    @Test
    void without_a_key_shows_what_is_public_and_signs_nothing() {
        Run run = run(Family.V3, Map.of());

        assertThat(run.code()).isZero();
        assertThat(out.toString()).contains("No key in the environment").containsPattern("bid +49999\\.9");
        assertThat(run.signedAnything()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"4fd0a42218f3eae43a6ce26d22544e98, does not begin with 0x", "0x12, 2 characters after 0x"})
    void a_key_that_cannot_be_one_is_refused_before_anything_is_asked(String key, String problem) {
        Run run = run(Family.V3, Map.of(Keys.PRIVATE_KEY, key));

        assertThat(run.code()).isEqualTo(2);
        assertThat(err.toString()).contains("quickstart: privateKey", problem).doesNotContain(key);
        assertThat(run.requests()).isEmpty();
    }

    @Test
    void a_key_of_another_signer_is_refused_before_anything_is_asked() {
        Run run = run(
                Family.V3,
                Map.of(Keys.PRIVATE_KEY, PRIVATE_KEY, Keys.SIGNER, "0x63DD5aCC6b1aa0f563956C0e534DD30B6dcF7C4e"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(err.toString())
                .contains("0x21cF8Ae13Bb72632562c6Fff438652Ba1a151bb0", "0x63DD5aCC6b1aa0f563956C0e534DD30B6dcF7C4e");
        assertThat(run.requests()).isEmpty();
    }

    @Test
    void names_the_symbol_that_is_not_listed() {
        Run run = run(Family.V3, Map.of(), "--symbol", "BTCC/USDT:USDT");

        assertThat(run.code()).isEqualTo(2);
        assertThat(err.toString()).contains("BTCC/USDT:USDT", "BTC/USDT:USDT");
    }

    @Test
    void an_option_out_of_its_range_is_refused() {
        Run run = run(Family.V3, Map.of(), "--frames", "3601");

        assertThat(run.code()).isEqualTo(2);
        assertThat(err.toString()).contains("--frames 3601 is not from 0 to 3600");
        assertThat(run.requests()).isEmpty();
    }

    private Run runOkx(Map<String, String> environment, String... more) {
        OkxStandIn standIn = new OkxStandIn(Clock.systemUTC());
        try (FaultServer server = new FaultServer(standIn::answer);
                OkxSockets sockets = new OkxSockets(standIn, Clock.systemUTC())) {
            List<String> args = new ArrayList<>(List.of("--exchange", "okx", "--base-url", server.url()));
            args.addAll(List.of("--stream-url", sockets.url(), "--frames", "2", "--every", "1"));
            args.addAll(List.of(more));
            int code = Quickstart.run(
                    environment, new PrintWriter(out, true), new PrintWriter(err, true), args.toArray(new String[0]));
            return new Run(code, server.received());
        }
    }

    private static Map<String, String> okxKeys() {
        Map<String, String> credentials = OkxOpener.CREDENTIALS;
        return Map.of(
                Keys.OKX_API_KEY, credentials.get("apiKey"),
                Keys.OKX_SECRET_KEY, credentials.get("secretKey"),
                Keys.OKX_PASSPHRASE, credentials.get("passphrase"),
                Keys.OKX_REGION, "global");
    }

    @Test
    void on_okx_region_and_keys_are_enough_for_an_order_of_demo_trading() {
        Run run = runOkx(okxKeys());

        assertThat(err.toString()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(out.toString())
                .contains("BTC/USDT:USDT is BTC-USDT-SWAP there", "mark price 50000", "0 open positions")
                .contains("In demo trading an order rests", "and is cancelled")
                .containsPattern("ask +50000\\.1")
                .doesNotContain(OkxOpener.CREDENTIALS.values());
        assertThat(run.received("POST", "/api/v5/trade/order")).isOne();
        assertThat(run.received("POST", "/api/v5/trade/cancel-order")).isOne();
    }

    @Test
    void on_okx_without_a_region_says_which_there_are_and_asks_nothing() {
        Run run = runOkx(Map.of());

        assertThat(run.code()).isEqualTo(2);
        assertThat(err.toString()).contains("region", "global", "eea", "us", "tr");
        assertThat(run.requests()).isEmpty();
    }

    @Test
    void an_exchange_that_is_not_known_is_refused() {
        Run run = run(Family.V3, Map.of(), "--exchange", "other");

        assertThat(run.code()).isEqualTo(2);
        assertThat(err.toString()).contains("--exchange other is none of [asterdex, okx]");
    }
}
