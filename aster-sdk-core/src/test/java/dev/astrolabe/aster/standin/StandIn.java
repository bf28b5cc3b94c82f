package dev.astrolabe.aster.standin;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.astrolabe.exchange.testkit.FailureMode;
import dev.astrolabe.exchange.transport.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small AsterDex behind HTTP: checks key, time and signature as the venue does, and answers with its field names. */
public final class StandIn implements ResponseDefinitionTransformerV2 {

    /** How a version of the API proves who calls. */
    public interface Proof {

        /** Checks the key of a call that is not signed. */
        void requireKey(Request request);

        /** Checks a signed call: the text of query or form, and its parameters. */
        void requireSignature(Request request, String text, Map<String, String> params);
    }

    private final Clock clock;
    private final Proof proof;
    private final StandInMarket market;
    private final StandInAccount account;
    private final Json json = new Json();
    private FailureMode nextFailure;
    private long requests;
    private long mutations;

    public StandIn(Clock clock, Proof proof) {
        this.clock = clock;
        this.proof = proof;
        this.market = new StandInMarket(clock);
        this.account = new StandInAccount(market, clock);
    }

    @Override
    public String getName() {
        return "stand-in";
    }

    public synchronized long requests() {
        return requests;
    }

    public synchronized long mutations() {
        return mutations;
    }

    public synchronized void failNext(FailureMode mode) {
        nextFailure = mode;
    }

    public synchronized void move(String symbol, BigDecimal price) {
        market.move(symbol, price);
        account.priceMoved(symbol);
    }

    @Override
    public synchronized ResponseDefinition transform(ServeEvent event) {
        Request request = event.getRequest();
        requests++;
        String path = URI.create(request.getUrl()).getPath();
        boolean mutation = !request.getMethod().value().equals("GET") && !path.equals("/fapi/v1/order/test");
        FailureMode failure = null;
        if (mutation) {
            mutations++;
            failure = nextFailure;
            nextFailure = null;
        }
        if (failure == FailureMode.LOSE) {
            return aResponse().withFault(Fault.EMPTY_RESPONSE).build();
        }
        if (failure == FailureMode.REFUSE) {
            return error(-2010, "NEW_ORDER_REJECTED");
        }
        ResponseDefinition answer = answer(request, path);
        return failure == FailureMode.ACCEPT_THEN_DROP
                ? aResponse().withFault(Fault.EMPTY_RESPONSE).build()
                : answer;
    }

    private ResponseDefinition answer(Request request, String path) {
        String query = URI.create(request.getUrl()).getRawQuery();
        String text = (query == null ? "" : query) + request.getBodyAsString();
        try {
            Object body = route(request, path, text);
            return aResponse()
                    .withHeader("Content-Type", "application/json")
                    .withBody(json.write(body))
                    .build();
        } catch (Refusal refusal) {
            return error(refusal.code, refusal.getMessage());
        }
    }

    private ResponseDefinition error(int code, String message) {
        return aResponse()
                .withStatus(400)
                .withBody(json.write(Map.of("code", code, "msg", message)))
                .build();
    }

    private Object route(Request request, String path, String text) {
        Map<String, String> params = parse(text);
        String symbol = params.get("symbol");
        String call = request.getMethod().value() + " " + path;
        Object open = publicCall(call, params, symbol);
        if (open != null) {
            return open;
        }
        if (call.equals("GET /fapi/v1/historicalTrades")) {
            proof.requireKey(request);
            int limit = Integer.parseInt(params.get("limit"));
            return params.containsKey("fromId")
                    ? market.trades(symbol, Long.parseLong(params.get("fromId")), limit)
                    : market.newestTrades(symbol, limit);
        }
        proof.requireSignature(request, text, params);
        return signedCall(call, params, symbol);
    }

    private Object publicCall(String call, Map<String, String> params, String symbol) {
        int limit = Integer.parseInt(params.getOrDefault("limit", "500"));
        return switch (call) {
            case "GET /fapi/v1/time" -> Map.of("serverTime", clock.millis());
            case "GET /fapi/v1/exchangeInfo" -> market.exchangeInfo();
            case "GET /fapi/v1/depth" -> market.depth(symbol, limit);
            case "GET /fapi/v1/aggTrades" -> List.of(Map.of("a", 7, "f", 3, "l", 4, "T", clock.millis()));
            case "GET /fapi/v1/trades" -> market.newestTrades(symbol, limit);
            case "GET /fapi/v1/klines", "GET /fapi/v1/markPriceKlines", "GET /fapi/v1/indexPriceKlines" ->
                market.candles(
                        params.getOrDefault("pair", symbol),
                        params.get("interval"),
                        longOrNull(params.get("startTime")),
                        longOrNull(params.get("endTime")),
                        limit);
            case "GET /fapi/v1/premiumIndex" -> symbol == null ? market.everyPremium() : market.premium(symbol);
            case "GET /fapi/v1/fundingRate" ->
                market.funding(
                        symbol, Long.parseLong(params.get("startTime")), Long.parseLong(params.get("endTime")), limit);
            case "GET /fapi/v1/fundingInfo" -> market.fundingInfo(symbol);
            case "GET /fapi/v1/ticker/24hr" -> symbol == null ? market.tickers() : market.ticker(symbol);
            case "GET /fapi/v1/ticker/bookTicker" -> symbol == null ? market.bookTickers() : market.bookTicker(symbol);
            default -> null;
        };
    }

    private Object signedCall(String call, Map<String, String> params, String symbol) {
        return switch (call) {
            case "POST /fapi/v1/order" -> account.place(params).json();
            case "POST /fapi/v1/order/test" -> account.check(params).json();
            case "DELETE /fapi/v1/order" -> account.cancel(params).json();
            case "GET /fapi/v1/order" ->
                account.find(params, new Refusal(-2013, "Order does not exist."))
                        .json();
            case "DELETE /fapi/v1/allOpenOrders" -> {
                account.cancelAll(symbol);
                yield Map.of("code", "200", "msg", "The operation of cancel all open order is done.");
            }
            case "POST /fapi/v1/batchOrders" ->
                elements(params.get("batchOrders")).stream()
                        .map(element -> item(() -> account.place(element).json()))
                        .toList();
            case "DELETE /fapi/v1/batchOrders" ->
                cancels(params).stream()
                        .map(one -> item(() -> account.cancel(one).json()))
                        .toList();
            case "GET /fapi/v1/openOrders" -> account.openOrders(symbol);
            case "GET /fapi/v1/allOrders" -> part(account.allOrders(), params, "orderId", "orderId");
            case "GET /fapi/v1/userTrades" -> part(account.fills(), params, "id", "fromId");
            case "GET /fapi/v1/income" -> part(account.income(), params, "tranId", "none");
            case "GET /fapi/v4/account" -> account.account();
            case "GET /fapi/v2/positionRisk" -> account.positions(symbol);
            case "POST /fapi/v1/leverage" -> account.setLeverage(symbol, Integer.parseInt(params.get("leverage")));
            case "POST /fapi/v1/marginType" -> {
                account.setMarginType(symbol, params.get("marginType"));
                yield done();
            }
            case "GET /fapi/v1/positionSide/dual" -> Map.of("dualSidePosition", account.hedge());
            case "POST /fapi/v1/positionSide/dual" -> {
                account.setHedge(Boolean.parseBoolean(params.get("dualSidePosition")));
                yield done();
            }
            case "POST /fapi/v1/positionMargin" -> {
                BigDecimal amount = new BigDecimal(params.get("amount"));
                account.addMargin(
                        symbol, params.get("positionSide"), params.get("type").equals("1") ? amount : amount.negate());
                yield done();
            }
            case "GET /fapi/v1/commissionRate" ->
                Map.of("symbol", symbol, "makerCommissionRate", "0.0002", "takerCommissionRate", "0.0004");
            case "GET /fapi/v1/leverageBracket" ->
                Map.of(
                        "symbol",
                        symbol,
                        "brackets",
                        List.of(bracket(1, 100, 0, 10_000, "0.005"), bracket(2, 50, 10_000, 1_000_000, "0.01")));
            case "POST /fapi/v1/countdownCancelAll" ->
                Map.of("symbol", symbol, "countdownTime", params.get("countdownTime"));
            case "GET /fapi/v1/multiAssetsMargin" -> Map.of("multiAssetsMargin", true);
            case "POST /fapi/v1/multiAssetsMargin" -> done();
            case "GET /fapi/v1/adlQuantile" ->
                List.of(Map.of("symbol", symbol, "adlQuantile", Map.of("LONG", 3, "SHORT", 1, "HEDGE", 0)));
            default -> throw new Refusal(-1103, "no such call: " + call);
        };
    }

    private static Map<String, Object> done() {
        return Map.of("code", 200, "msg", "success");
    }

    private static Map<String, Object> bracket(int number, int leverage, long floor, long cap, String rate) {
        return Map.of(
                "bracket", number,
                "initialLeverage", leverage,
                "notionalCap", cap,
                "notionalFloor", floor,
                "maintMarginRatio", new BigDecimal(rate),
                "cum", 0);
    }

    private interface Item {
        Object make();
    }

    private static Object item(Item item) {
        try {
            return item.make();
        } catch (Refusal refusal) {
            return Map.of("code", refusal.code, "msg", refusal.getMessage());
        }
    }

    private List<Map<String, String>> elements(String text) {
        List<Map<String, String>> result = new ArrayList<>();
        for (JsonNode element : tree(text)) {
            Map<String, String> params = new LinkedHashMap<>();
            element.fieldNames()
                    .forEachRemaining(name -> params.put(name, element.get(name).asText()));
            result.add(params);
        }
        return result;
    }

    private List<Map<String, String>> cancels(Map<String, String> params) {
        List<Map<String, String>> result = new ArrayList<>();
        boolean byId = params.containsKey("orderIdList");
        for (JsonNode id : tree(params.get(byId ? "orderIdList" : "origClientOrderIdList"))) {
            result.add(Map.of("symbol", params.get("symbol"), byId ? "orderId" : "origClientOrderId", id.asText()));
        }
        return result;
    }

    private JsonNode tree(String text) {
        try {
            return json.tree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, Object>> part(
            List<Map<String, Object>> rows, Map<String, String> params, String id, String idParameter) {
        if (params.containsKey(idParameter) && params.containsKey("startTime")) {
            throw new Refusal(-1128, "Combination of optional parameters invalid.");
        }
        String symbol = params.get("symbol");
        long fromId = Long.parseLong(params.getOrDefault(idParameter, "0"));
        long start = Long.parseLong(params.getOrDefault("startTime", "0"));
        long end = Long.parseLong(params.getOrDefault("endTime", Long.toString(Long.MAX_VALUE)));
        return rows.stream()
                .filter(row -> symbol == null || row.get("symbol").equals(symbol))
                .filter(row -> Long.parseLong(row.get(id).toString()) >= fromId)
                .filter(row -> (long) row.get("time") >= start && (long) row.get("time") <= end)
                .limit(Long.parseLong(params.getOrDefault("limit", "500")))
                .toList();
    }

    private static Long longOrNull(String text) {
        return text == null ? null : Long.valueOf(text);
    }

    private static Map<String, String> parse(String text) {
        Map<String, String> params = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                params.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return params;
    }
}
