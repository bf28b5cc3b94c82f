package dev.astrolabe.aster.internal;

import dev.astrolabe.aster.AsterClient;
import dev.astrolabe.aster.standin.StandInMarket;
import dev.astrolabe.exchange.Environment;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.testkit.FakeClock;
import dev.astrolabe.exchange.testkit.FaultServer;
import dev.astrolabe.exchange.testkit.FaultServer.Received;
import dev.astrolabe.exchange.testkit.FaultServer.Reply;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.Params;
import dev.astrolabe.exchange.transport.WireRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A client of either version on a server that answers calls about orders with examples, and keeps what it was asked. */
final class OrderVenue implements AutoCloseable {

    static final String ORDER = """
            {"orderId": 405, "symbol": "BTCUSDT", "status": "PARTIALLY_FILLED", "clientOrderId": "mine1",
             "price": "40000.0", "avgPrice": "39999.5", "origQty": "0.010", "executedQty": "0.002", "cumQty": "0.002",
             "cumQuote": "79.999", "timeInForce": "GTC", "type": "LIMIT", "origType": "LIMIT", "reduceOnly": false,
             "closePosition": false, "side": "BUY", "positionSide": "BOTH", "stopPrice": "0",
             "workingType": "CONTRACT_PRICE", "priceProtect": false, "updateTime": 1767323045000}""";
    static final String NO_SUCH_ORDER = "{\"code\": -2013, \"msg\": \"Order does not exist.\"}";

    private static final String DONE = "{\"code\": 200, \"msg\": \"success\"}";
    private static final String ACK = """
            {"strategyId": 7, "clientStrategyId": "plan1", "strategyType": "OTO", "strategyStatus": "WORKING",
             "updateTime": 1767323045000, "failureCode": 0, "failureReason": ""}""";
    private static final String STRATEGY = """
            {"strategyId": 7, "clientStrategyId": "plan1", "strategyType": "OTO", "strategyStatus": "WORKING",
             "bookTime": 1767323045000, "updateTime": 1767323045000, "subOrders": []}""";
    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            Map.entry("order", ORDER),
            Map.entry("order/test", ORDER),
            Map.entry("openOrder", ORDER),
            Map.entry("guardedCancelOrder", ORDER),
            Map.entry("openOrders", "[" + ORDER + "]"),
            Map.entry("allOrders", "[" + ORDER + "]"),
            Map.entry("batchOrders", "[" + ORDER + ", " + NO_SUCH_ORDER + "]"),
            Map.entry("guardedBatchOrders", "[" + ORDER + ", " + NO_SUCH_ORDER + "]"),
            Map.entry("allOpenOrders", "{\"code\": \"200\", \"msg\": \"done\"}"),
            Map.entry("countdownCancelAll", "{\"symbol\": \"BTCUSDT\", \"countdownTime\": \"120000\"}"),
            Map.entry("userTrades", "[]"),
            Map.entry("noop", DONE),
            Map.entry("chase", """
                    {"strategyId": 9, "clientStrategyId": "hunt1", "symbol": "1000PEPEUSDT", "side": "SELL",
                     "positionSide": "LONG", "quantity": "3000", "quantityUnit": "BASE", "reduceOnly": false,
                     "chaseOffset": "0.002", "chaseOffsetType": "ABSOLUTE", "maxChaseOffset": "1.5",
                     "maxChaseOffsetType": "PERCENTAGE", "timeInForce": "GTX", "strategyStatus": "TOMORROWS_STATUS",
                     "bookTime": 1767323045000, "updateTime": 1767323046000}"""),
            Map.entry("placeStrategyOrder", ACK),
            Map.entry(
                    "updateStrategyOrder",
                    "[" + ACK.replace("}", ", \"updatedSubOrder\": 2, \"updateStatus\": \"SUCCESS\"}]")),
            Map.entry("strategyOpenOrder", STRATEGY),
            Map.entry("strategyHistoryOrder", STRATEGY),
            Map.entry("mmp", "true"),
            Map.entry("mmpReset", "true"));

    final FakeClock clock = new FakeClock();

    private final FaultServer server = new FaultServer(this::reply);
    private final Map<String, Reply> answers = new ConcurrentHashMap<>();
    private final AtomicLong nonces = new AtomicLong(1000);
    private final AsterExchangeClient client;

    OrderVenue(PathFamily family) {
        ExchangeConfig config = ExchangeConfig.builder("asterdex")
                .environment(Environment.DEMO)
                .option("baseUrl", server.url())
                .build();
        client = AsterExchangeClient.open(config, new Signer(), family, (own, calls) -> own, clock, clock::advance);
    }

    private Reply reply(Received request) {
        String path = request.target().split("\\?", -1)[0];
        String name = path.substring("/fapi/v3/".length());
        return switch (name) {
            case "time" -> FaultServer.json("{\"serverTime\": " + clock.millis() + "}");
            case "exchangeInfo" -> FaultServer.json(new Json().writeText(new StandInMarket(clock).exchangeInfo()));
            default -> answers.getOrDefault(request.method() + " " + name, FaultServer.json(EXAMPLES.get(name)));
        };
    }

    /** What a call gets from now on: verb and name, such as {@code PUT order}. */
    void answer(String call, Reply reply) {
        answers.put(call, reply);
    }

    AsterExchangeClient client() {
        return client;
    }

    AsterClient aster() {
        return client.unwrap(AsterClient.class);
    }

    /** Verb, path, and the decoded text of query or form of the last call, the catalogue and the clock left out. */
    String last() {
        List<Received> all = received();
        Received request = all.get(all.size() - 1);
        String[] parts = request.target().split("\\?", 2);
        String text = parts.length > 1 ? parts[1] : request.body();
        return request.method() + " " + parts[0] + " " + URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** How many calls came, the catalogue and the clock left out. */
    int calls() {
        return received().size();
    }

    private List<Received> received() {
        return server.received().stream()
                .filter(request -> !request.target().endsWith("exchangeInfo")
                        && !request.target().endsWith("time"))
                .toList();
    }

    /** How many requests came, of any kind. */
    int requests() {
        return server.received().size();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }

    /** Proves nothing, and gives each request the next nonce beside its text. */
    private final class Signer implements AsterSigner {

        @Override
        public void requireCredentials(Endpoint<?> endpoint) {
            // Nothing can be missing.
        }

        @Override
        public Permit admit(Endpoint<?> endpoint) {
            return Permit.UNBOUNDED;
        }

        @Override
        public Signed sign(Endpoint<?> endpoint, Params params, Instant venueNow) {
            return new Signed(params.encoded(), OptionalLong.of(nonces.incrementAndGet()));
        }

        @Override
        public WireRequest identify(Endpoint<?> endpoint, WireRequest request) {
            return request;
        }

        @Override
        public Duration executionWindow() {
            return Duration.ZERO;
        }

        @Override
        public void close() {
            // There is nothing to wipe.
        }
    }
}
