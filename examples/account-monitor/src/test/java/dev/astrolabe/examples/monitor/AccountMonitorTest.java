package dev.astrolabe.examples.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.aster.standin.AcceptingVersion;
import dev.astrolabe.aster.standin.Family;
import dev.astrolabe.aster.standin.StandIn;
import dev.astrolabe.aster.standin.StandInSockets;
import dev.astrolabe.exchange.Environment;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.testkit.FaultServer;
import dev.astrolabe.okx.standin.OkxOpener;
import dev.astrolabe.okx.standin.OkxSockets;
import dev.astrolabe.okx.standin.OkxStandIn;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The program on an AsterDex and an OKX of this machine. */
class AccountMonitorTest {

    private static final String PRIVATE_KEY = "0x4fd0a42218f3eae43a6ce26d22544e986139a01e5b34a62db53757ffca81bae1";
    private static final Symbol BTC = Symbol.parse("BTC/USDT:USDT");

    private final Clock clock = Clock.systemUTC();
    private final StandIn aster = new StandIn(new AcceptingVersion(Family.V3), clock);
    private final FaultServer asterServer = new FaultServer(aster::answer);
    private final StandInSockets asterSockets = new StandInSockets(aster, clock);
    private final OkxStandIn okx = new OkxStandIn(clock);
    private final FaultServer okxServer = new FaultServer(okx::answer);
    private final OkxSockets okxSockets = new OkxSockets(okx, clock);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void end() {
        asterSockets.close();
        asterServer.close();
        okxSockets.close();
        okxServer.close();
    }

    private Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("ASTER_PRIVATE_KEY", PRIVATE_KEY);
        variables.put("ASTER_BASE_URL", asterServer.url());
        variables.put("ASTER_STREAM_URL", asterSockets.url());
        OkxOpener.CREDENTIALS.forEach((name, value) -> variables.put(Variables.variable("okx", name), value));
        variables.put("OKX_REGION", "global");
        variables.put("OKX_BASE_URL", okxServer.url());
        variables.put("OKX_STREAM_URL", okxSockets.url());
        return variables;
    }

    private int run(String... args) {
        return AccountMonitor.run(environment(), new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private void invest(BigDecimal quantity) {
        Map<String, String> accounts = new LinkedHashMap<>();
        accounts.put("aster", "asterdex");
        accounts.put("okx", "okx");
        try (Accounts open = Accounts.open(accounts, Environment.DEMO, new Variables(environment()))) {
            for (ExchangeClient client : open.clients()) {
                client.trading().place(OrderRequest.market(BTC, Side.BUY, quantity));
                client.trading().place(OrderRequest.limit(BTC, Side.SELL, quantity, new BigDecimal("60000")));
            }
        }
    }

    /** The cells of the line that begins with a word. */
    private List<String> cells(String first) {
        return out.toString()
                .lines()
                .filter(line -> line.startsWith(first))
                .findFirst()
                .map(line -> List.of(line.strip().split(" {2,}")))
                .orElseThrow();
    }

    @Test
    void shows_both_accounts_in_the_same_units() {
        invest(new BigDecimal("0.01"));

        int code = run();

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(cells("exchange")).containsExactly("exchange", "asterdex", "okx");
        assertThat(cells("current price")).containsExactly("current price", "50000", "50000");
        List<String> equity = cells("equity");
        assertThat(equity.get(1)).isEqualTo(equity.get(2));
        assertThat(out.toString())
                .containsPattern("aster +BTCUSDT +LONG +0\\.01 +0\\.01 +50000\\.1")
                .containsPattern("okx +BTC-USDT-SWAP +LONG +0\\.01 +1 +50000\\.1")
                .containsPattern("aster +BTCUSDT +SELL +60000 +0\\.01 +600 ")
                .containsPattern("okx +BTC-USDT-SWAP +SELL +60000 +0\\.01 +600 ");
    }

    @Test
    void places_one_and_the_same_order_on_each() {
        int code = run("--order");

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString()).contains("asterdex has cancelled it", "okx has cancelled it");
        assertThat(asterServer.received().stream()
                        .filter(request -> request.method().equals("POST"))
                        .filter(request -> request.target().startsWith("/fapi/v3/order"))
                        .count())
                .isOne();
        assertThat(okxServer.received().stream()
                        .filter(request -> request.method().equals("POST"))
                        .filter(request -> request.target().equals("/api/v5/trade/order")))
                .singleElement()
                .satisfies(request -> assertThat(request.body()).contains("\"px\":\"47500\""));
    }

    @Test
    void places_nothing_on_live_accounts() {
        int code = run("--order", "--live");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("--order is not for live accounts");
        assertThat(okxServer.received()).isEmpty();
    }

    @Test
    void names_the_credential_that_is_missing() {
        int code = AccountMonitor.run(
                Map.of("MINE_API_KEY", "key", "MINE_REGION", "global"),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                "--account",
                "mine=okx");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("secretKey", "passphrase");
    }
}
