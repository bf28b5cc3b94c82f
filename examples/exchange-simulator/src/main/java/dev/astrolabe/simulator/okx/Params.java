package dev.astrolabe.simulator.okx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a request, or one order of it, says: of a query or of a body alike. */
final class Params {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?([eE][+-]?\\d{1,3})?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,19}");
    private static final int DEFAULT_LIMIT = 100;

    private final JsonNode node;

    Params(JsonNode node) {
        this.node = node;
    }

    static Params ofQuery(String query) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (String pair : query.split("&", -1)) {
            int at = pair.indexOf('=');
            if (at > 0) {
                object.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
            }
        }
        return new Params(object);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    JsonNode node() {
        return node;
    }

    boolean has(String name) {
        return text(name).isPresent();
    }

    Optional<String> text(String name) {
        JsonNode value = node.get(name);
        return value == null || !value.isValueNode() || value.isNull()
                ? Optional.empty()
                : Optional.of(value.asText()).filter(text -> !text.isEmpty());
    }

    String textOr(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    String required(String name) {
        return text(name).orElseThrow(() -> Code.EMPTY_PARAMETER.refused(name));
    }

    /** A text that is one of few; empty where it was not sent. */
    Optional<String> oneOf(String name, Set<String> values) {
        Optional<String> text = text(name);
        if (text.isPresent() && !values.contains(text.get())) {
            throw Code.PARAMETER.refused(name);
        }
        return text;
    }

    /** A text that matches a form; empty where it was not sent. */
    Optional<String> formed(String name, Pattern form) {
        Optional<String> text = text(name);
        if (text.isPresent() && !form.matcher(text.get()).matches()) {
            throw Code.PARAMETER.refused(name);
        }
        return text;
    }

    Optional<BigDecimal> decimal(String name) {
        return formed(name, DECIMAL).map(BigDecimal::new);
    }

    /** A decimal above 0. */
    Optional<BigDecimal> amount(String name) {
        Optional<BigDecimal> value = decimal(name);
        if (value.isPresent() && value.get().signum() <= 0) {
            throw Code.PARAMETER.refused(name);
        }
        return value;
    }

    Optional<Long> whole(String name) {
        try {
            return formed(name, WHOLE).map(Long::valueOf);
        } catch (NumberFormatException e) {
            throw new Refused(Code.PARAMETER, Code.PARAMETER.words(name));
        }
    }

    boolean flag(String name) {
        return text(name)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .filter("true"::equals)
                .isPresent();
    }

    /** How many rows are asked for: 100 unless told, never above the endpoint's most. */
    int limit(int most) {
        return limit(most, Math.min(most, DEFAULT_LIMIT));
    }

    int limit(int most, int otherwise) {
        long limit = whole("limit").orElse((long) otherwise);
        if (limit < 1 || limit > most) {
            throw Code.PARAMETER.refused("limit");
        }
        return (int) limit;
    }

    /** Values apart by commas; none where it was not sent. */
    List<String> list(String name) {
        return text(name).map(text -> List.of(text.split(",", -1))).orElse(List.of());
    }

    /** The objects of a list. */
    List<Params> objects(String name) {
        JsonNode value = node.get(name);
        return value == null ? List.of() : objects(value);
    }

    static List<Params> objects(JsonNode array) {
        List<Params> objects = new ArrayList<>();
        for (JsonNode item : array) {
            if (!item.isObject()) {
                throw Code.BODY_NOT_JSON.refused();
            }
            objects.add(new Params(item));
        }
        return List.copyOf(objects);
    }

    /** This with further words, which win over its own. */
    Params with(Map<String, String> more) {
        ObjectNode object = node.isObject() ? node.deepCopy() : JsonNodeFactory.instance.objectNode();
        more.forEach(object::put);
        return new Params(object);
    }
}
