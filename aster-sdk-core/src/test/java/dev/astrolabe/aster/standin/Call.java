package dev.astrolabe.aster.standin;

import dev.astrolabe.exchange.testkit.FaultServer.Received;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A call as the venue got it.
 *
 * @param name verb and name, such as {@code POST order}, whatever the version; only verb and path where it has no such call
 * @param text the text of query and form, one after the other
 * @param params what the text says, decoded
 * @param headers the headers
 */
public record Call(String name, String text, Map<String, String> params, Map<String, String> headers) {

    private static final Set<String> HARMLESS =
            Set.of("POST order/test", "POST listenKey", "PUT listenKey", "DELETE listenKey");

    static Call of(Received request, Family family) {
        URI uri = URI.create(request.target());
        String query = uri.getRawQuery();
        String text = (query == null ? "" : query) + request.body();
        String name = family.call(request.method(), uri.getPath()).orElse(request.method() + " " + uri.getPath());
        return new Call(name, text, parse(text), request.headers());
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

    /** A parameter, decoded; null where the call has none of that name. */
    public String param(String name) {
        return params.get(name);
    }

    boolean mutation() {
        return !name.startsWith("GET ") && !HARMLESS.contains(name);
    }
}
