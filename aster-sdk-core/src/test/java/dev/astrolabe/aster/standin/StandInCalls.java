package dev.astrolabe.aster.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.transport.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The calls of a small AsterDex, by verb and name, and what they answer. */
final class StandInCalls {

    private static final String OLD_TRADES = "GET historicalTrades";
    private static final Json JSON = new Json();

    /** Something to execute, and its answer. */
    interface Work {
        Object run();
    }

    /** What is done with an element of a batch instead of just placing it. */
    interface Around {
        Object apply(int index, Work placing);
    }

    private final StandInMarket market;
    private final StandInAccount account;
    private final StandInBook book;
    private final StandInStreamKeys keys;
    private final Clock clock;
    private String stpMode = "EXPIRE_TAKER";

    StandInCalls(StandInMarket market, StandInAccount account, StandInStreamKeys keys, Clock clock) {
        this.market = market;
        this.account = account;
        this.book = account.book();
        this.keys = keys;
        this.clock = clock;
    }

    /** Whether a call is for everyone. Old trades need a key in v1 and nothing in v3. */
    boolean isPublic(Call call, Family family) {
        return switch (call.name()) {
            case "GET time",
                    "GET exchangeInfo",
                    "GET depth",
                    "GET aggTrades",
                    "GET trades",
                    "GET klines",
                    "GET markPriceKlines",
                    "GET indexPriceKlines",
                    "GET premiumIndex",
                    "GET fundingRate",
                    "GET fundingInfo",
                    "GET ticker/24hr",
                    "GET ticker/bookTicker" -> true;
            case OLD_TRADES -> family == Family.V3;
            default -> false;
        };
    }

    /** Keys of the user stream need no signature in v1. */
    boolean needsOnlyKey(Call call, Family family) {
        return call.name().equals(OLD_TRADES) || (family == Family.V1 && isStreamKey(call));
    }

    private static boolean isStreamKey(Call call) {
        return call.name().endsWith(" listenKey");
    }

    Object keyCall(Call call) {
        return isStreamKey(call) ? streamKey(call) : publicCall(call);
    }

    private Object streamKey(Call call) {
        return switch (call.name()) {
            case "POST listenKey" -> keys.start();
            case "PUT listenKey" -> keys.keepAlive();
            case "DELETE listenKey" -> keys.close();
            default -> throw unknown(call);
        };
    }

    Object publicCall(Call call) {
        String symbol = call.param("symbol");
        int limit = Integer.parseInt(call.params().getOrDefault("limit", "500"));
        return switch (call.name()) {
            case "GET time" -> Map.of("serverTime", clock.millis());
            case "GET exchangeInfo" -> market.exchangeInfo();
            case "GET depth" -> market.depth(symbol, limit);
            case "GET aggTrades" -> List.of(Map.of("a", 7, "f", 3, "l", 4, "T", clock.millis()));
            case "GET trades" -> market.newestTrades(symbol, limit);
            case OLD_TRADES ->
                call.params().containsKey("fromId")
                        ? market.trades(symbol, Long.parseLong(call.param("fromId")), limit)
                        : market.newestTrades(symbol, limit);
            case "GET klines", "GET markPriceKlines", "GET indexPriceKlines" ->
                market.candles(
                        call.params().getOrDefault("pair", symbol),
                        call.param("interval"),
                        longOrNull(call.param("startTime")),
                        longOrNull(call.param("endTime")),
                        limit);
            case "GET premiumIndex" -> symbol == null ? market.everyPremium() : market.premium(symbol);
            case "GET fundingRate" ->
                market.funding(
                        symbol, Long.parseLong(call.param("startTime")), Long.parseLong(call.param("endTime")), limit);
            case "GET fundingInfo" -> market.fundingInfo(symbol);
            case "GET ticker/24hr" -> symbol == null ? market.tickers() : market.ticker(symbol);
            case "GET ticker/bookTicker" -> symbol == null ? market.bookTickers() : market.bookTicker(symbol);
            default -> throw unknown(call);
        };
    }

    Object signedCall(Call call) {
        Map<String, String> params = call.params();
        String symbol = call.param("symbol");
        return switch (call.name()) {
            case "POST order" -> book.place(params).json();
            case "POST order/test" -> book.check(params).json();
            case "PUT order" -> book.amend(params).json();
            case "DELETE order" -> book.cancel(params).json();
            case "GET order" -> book.query(params).json();
            case "DELETE allOpenOrders" -> {
                book.cancelAll(symbol);
                yield Map.of("code", "200", "msg", "The operation of cancel all open order is done.");
            }
            case "POST batchOrders" -> placeBatch(call, (index, placing) -> placing.run());
            case "DELETE batchOrders" ->
                cancels(params).stream()
                        .map(one -> item(() -> book.cancel(one).json()))
                        .toList();
            // Its nonce is the one of the order that shall not be executed, and is used up by now.
            case "POST noop" -> done();
            case "GET openOrders" -> book.openOrders(symbol);
            case "GET allOrders" -> part(book.allOrders(), params, "orderId", "orderId");
            case "GET userTrades" -> part(account.fills(), params, "id", "fromId");
            case "GET income" -> part(account.income(), params, "tranId", "none");
            case "POST countdownCancelAll" -> Map.of("symbol", symbol, "countdownTime", params.get("countdownTime"));
            default -> accountCall(call);
        };
    }

    private Object accountCall(Call call) {
        String symbol = call.param("symbol");
        return switch (call.name()) {
            case "GET account" -> account.account();
            case "GET balance" -> account.balances();
            case "GET positionRisk" -> account.positions(symbol);
            case "POST leverage" -> account.setLeverage(symbol, Integer.parseInt(call.param("leverage")));
            case "POST marginType" -> {
                account.setMarginType(symbol, call.param("marginType"));
                yield done();
            }
            case "GET positionSide/dual" -> Map.of("dualSidePosition", account.hedge());
            case "POST positionSide/dual" -> {
                account.setHedge(Boolean.parseBoolean(call.param("dualSidePosition")));
                yield done();
            }
            case "POST positionMargin" -> {
                BigDecimal amount = new BigDecimal(call.param("amount"));
                account.addMargin(
                        symbol, call.param("positionSide"), call.param("type").equals("1") ? amount : amount.negate());
                yield done();
            }
            case "GET commissionRate" ->
                Map.of("symbol", symbol, "makerCommissionRate", "0.0002", "takerCommissionRate", "0.0004");
            case "GET leverageBracket" ->
                Map.of(
                        "symbol",
                        symbol,
                        "brackets",
                        List.of(bracket(1, 100, 0, 10_000, "0.005"), bracket(2, 50, 10_000, 1_000_000, "0.01")));
            case "GET multiAssetsMargin" -> Map.of("multiAssetsMargin", true);
            case "POST multiAssetsMargin" -> done();
            case "GET stpMode" -> Map.of("stpMode", stpMode);
            case "POST stpMode" -> {
                stpMode = call.param("stpMode");
                yield done();
            }
            case "POST listenKey", "PUT listenKey", "DELETE listenKey" -> streamKey(call);
            case "GET adlQuantile" ->
                List.of(Map.of("symbol", symbol, "adlQuantile", Map.of("LONG", 3, "SHORT", 1, "HEDGE", 0)));
            default -> throw unknown(call);
        };
    }

    private static Refusal unknown(Call call) {
        return new Refusal(-1103, "no such call: " + call.name());
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

    Object placeBatch(Call call, Around around) {
        List<Object> answers = new ArrayList<>();
        for (Map<String, String> element : elements(call.param("batchOrders"))) {
            int index = answers.size();
            answers.add(item(() -> around.apply(index, () -> book.place(element).json())));
        }
        return answers;
    }

    private static Object item(Work item) {
        try {
            return item.run();
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
            return JSON.tree(text);
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
}
