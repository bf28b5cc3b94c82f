package dev.astrolabe.okx.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.testkit.FaultServer.Received;
import dev.astrolabe.exchange.transport.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A call as the venue got it.
 *
 * @param name verb and path behind {@code /api/v5/}, such as {@code POST trade/order}; {@code WS order} for one over a socket
 * @param target path and query, as they came
 * @param query the decoded parameters of the query
 * @param text the body, as it came
 * @param body what the body says
 * @param headers the headers
 */
public record Call(
        String name,
        String target,
        Map<String, String> query,
        String text,
        JsonNode body,
        Map<String, String> headers) {

    private static final String ROOT = "/api/v5/";
    private static final Json JSON = new Json();

    static Call of(Received request) {
        String[] parts = request.target().split("\\?", 2);
        String path = parts[0].startsWith(ROOT) ? parts[0].substring(ROOT.length()) : parts[0];
        return new Call(
                request.method() + " " + path,
                request.target(),
                parse(parts.length < 2 ? "" : parts[1]),
                request.body(),
                tree(request.body()),
                request.headers());
    }

    /** An operation over a socket. */
    static Call operation(String op, JsonNode args, String expTime) {
        return new Call(
                "WS " + op,
                "",
                Map.of(),
                args.toString(),
                args,
                expTime.isEmpty() ? Map.of() : Map.of("expTime", expTime));
    }

    static JsonNode tree(String text) {
        try {
            return JSON.tree(text.isEmpty() ? "{}" : text);
        } catch (IOException e) {
            throw Refusal.of(400, "50002", "JSON syntax error");
        }
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

    /** A parameter of the query; null where there is none. */
    public String param(String parameter) {
        return query.get(parameter);
    }

    String require(String parameter) {
        String value = query.get(parameter);
        if (value == null || value.isEmpty()) {
            throw Refusal.of(400, "50014", "Parameter " + parameter + " can not be empty.");
        }
        return value;
    }

    /** The bodies of orders, one or several. */
    List<JsonNode> items() {
        if (!body.isArray()) {
            return List.of(body);
        }
        List<JsonNode> items = new ArrayList<>();
        body.forEach(items::add);
        return items;
    }

    /** The client id of the first order in the body; empty where it has none. */
    public String clientId() {
        JsonNode first = body.isArray() ? body.path(0) : body;
        return first.path(first.has("algoClOrdId") ? "algoClOrdId" : "clOrdId").asText("");
    }

    boolean isPublic() {
        return name.startsWith("GET public/") || name.startsWith("GET market/") || name.startsWith("GET system/");
    }

    public boolean mutation() {
        return !name.startsWith("GET ") && !name.equals("POST trade/order-precheck");
    }

    /** Whether the venue drops it after the time that is sent with it. */
    boolean expires() {
        return switch (name) {
            case "POST trade/order",
                    "POST trade/batch-orders",
                    "POST trade/amend-order",
                    "POST trade/amend-batch-orders",
                    "WS order",
                    "WS batch-orders",
                    "WS amend-order",
                    "WS batch-amend-orders" -> true;
            default -> false;
        };
    }
}
