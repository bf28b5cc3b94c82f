package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.testkit.FakeClock;
import dev.astrolabe.exchange.testkit.FaultServer;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.okx.Okx;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A server that has a catalogue, and answers other public calls as it is told, call by call. Queries for the catalogue and the time are
 * not kept.
 */
final class PublicOkx implements AutoCloseable {

    /** What comes for a query. */
    interface Answer extends Function<Map<String, String>, List<?>> {}

    static final Instant NOW = FakeClock.START;

    final FakeClock clock = new FakeClock();
    final FaultServer server;
    final OkxContext context;
    final OkxInstruments instruments;
    final NeutralMarketData market;
    private final Json json = new Json();
    private final Map<String, Answer> answers = new HashMap<>();

    PublicOkx() {
        this.server = new FaultServer(this::answer);
        this.context = OkxContext.open(
                ExchangeConfig.builder("okx")
                        .option(Okx.REGION, "global")
                        .option(Okx.BASE_URL, server.url())
                        .build(),
                clock,
                clock::advance);
        this.instruments = new OkxInstruments(context);
        this.market = new NeutralMarketData(context, instruments);
        on("public/time", query -> List.of(Map.of("ts", Long.toString(clock.millis()))));
        on(
                "public/instruments",
                query -> catalogue().stream()
                        .filter(row -> row.get("instType").equals(query.get("instType")))
                        .toList());
    }

    /** Tells what comes for a path, such as {@code market/ticker}. */
    PublicOkx on(String path, Answer answer) {
        answers.put("/api/v5/" + path, answer);
        return this;
    }

    private FaultServer.Reply answer(FaultServer.Received request) {
        URI target = URI.create(request.target());
        Map<String, String> query = new LinkedHashMap<>();
        String text = target.getQuery() == null ? "" : target.getQuery();
        for (String part : text.isEmpty() ? new String[0] : text.split("&", -1)) {
            String[] pair = part.split("=", 2);
            query.put(pair[0], pair[1]);
        }
        Answer answer = answers.getOrDefault(target.getPath(), each -> List.of());
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("code", "0");
        envelope.put("msg", "");
        envelope.put("data", answer.apply(query));
        return FaultServer.json(json.writeText(envelope));
    }

    /** Target of each query, without the start that all have. */
    List<String> sent() {
        return server.received().stream()
                .map(request -> request.target().replace("/api/v5/", ""))
                .filter(target -> !target.startsWith("public/time") && !target.startsWith("public/instruments"))
                .toList();
    }

    List<String> catalogueCalls() {
        return server.received().stream()
                .map(FaultServer.Received::target)
                .filter(target -> target.contains("public/instruments"))
                .toList();
    }

    /** As OKX pages: newest first, between two exclusive bounds, so many. */
    static <T> List<T> page(List<T> oldestFirst, Map<String, String> query, ToLongFunction<T> cursor, int standard) {
        long after = Long.parseLong(query.getOrDefault("after", Long.toString(Long.MAX_VALUE)));
        long before = Long.parseLong(query.getOrDefault("before", "-1"));
        int limit = Integer.parseInt(query.getOrDefault("limit", Integer.toString(standard)));
        List<T> rows = new ArrayList<>();
        for (T each : oldestFirst) {
            if (cursor.applyAsLong(each) < after && cursor.applyAsLong(each) > before) {
                rows.add(0, each);
            }
        }
        return rows.subList(0, Math.min(limit, rows.size()));
    }

    private static List<Map<String, String>> catalogue() {
        return List.of(
                spot("BTC-USDT", "BTC", "USDT"),
                spot("TESTBTC-USDT", "TESTBTC", "USDT"),
                derivative("SWAP", "BTC-USDT-SWAP", "linear", "0.01", "BTC", "USDT", "BTC-USDT", "", "normal"),
                derivative("SWAP", "BTC-USD-SWAP", "inverse", "100", "USD", "BTC", "BTC-USD", "", "normal"),
                Map.of(
                        "instType", "SWAP",
                        "instId", "NEWCOIN-USDT-SWAP",
                        "state", "preopen",
                        "instFamily", "NEWCOIN-USDT",
                        "lotSz", ""),
                derivative(
                        "FUTURES",
                        "BTC-USDT-270326",
                        "linear",
                        "0.01",
                        "BTC",
                        "USDT",
                        "BTC-USDT",
                        "1806048000000",
                        "normal"),
                derivative(
                        "FUTURES",
                        "BTC-USD_UM_XPERP-310404",
                        "linear",
                        "0.0001",
                        "BTC",
                        "USD",
                        "BTC-USD",
                        "1933056000000",
                        "xperp"));
    }

    private static Map<String, String> spot(String instId, String base, String quote) {
        return Map.of(
                "instType", "SPOT",
                "instId", instId,
                "baseCcy", base,
                "quoteCcy", quote,
                "lotSz", "0.00000001",
                "minSz", "0.00001",
                "tickSz", "0.1",
                "state", "live",
                "uly", "");
    }

    private static Map<String, String> derivative(
            String type,
            String instId,
            String contract,
            String value,
            String valued,
            String settle,
            String index,
            String expiry,
            String rule) {
        Map<String, String> row = new HashMap<>(Map.of(
                "instType",
                type,
                "instId",
                instId,
                "ctType",
                contract,
                "ctVal",
                value,
                "ctMult",
                "1",
                "ctValCcy",
                valued,
                "settleCcy",
                settle,
                "uly",
                index));
        row.putAll(Map.of(
                "expTime",
                expiry,
                "ruleType",
                rule,
                "lotSz",
                "0.1",
                "minSz",
                "0.1",
                "tickSz",
                "0.1",
                "lever",
                "100",
                "state",
                "live",
                "instIdCode",
                "10459"));
        row.put("listTime", "1573557408000");
        return row;
    }

    @Override
    public void close() {
        context.rest().close();
        server.close();
    }
}
