package dev.astrolabe.examples.desk.market;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The query of a request. Immutable. */
final class RequestParameters {

    private final Map<String, String> values;

    private RequestParameters(Map<String, String> values) {
        this.values = values;
    }

    static RequestParameters of(URI uri) {
        Map<String, String> values = new HashMap<>();
        String query = uri.getRawQuery();
        if (query != null && !query.isEmpty()) {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                values.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return new RequestParameters(values);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw VenueError.illegal("query");
        }
    }

    @Nullable
    String text(String name) {
        String value = values.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    String mandatory(String name) {
        String value = text(name);
        if (value == null) {
            throw VenueError.missing(name);
        }
        return value;
    }

    @Nullable
    Long number(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        if (!value.matches("[0-9]{1,18}")) {
            throw VenueError.illegal(name);
        }
        return Long.valueOf(value);
    }

    int limit(int usual, int most) {
        Long limit = number("limit");
        if (limit == null) {
            return usual;
        }
        if (limit < 1 || limit > most) {
            throw VenueError.invalid("limit");
        }
        return limit.intValue();
    }
}
