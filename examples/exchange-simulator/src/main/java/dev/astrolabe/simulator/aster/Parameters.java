package dev.astrolabe.simulator.aster;

import dev.astrolabe.simulator.wire.WireRequest;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a request carries, decoded. A name that stands in the query and in the body has the query's value (docs: futures v1,
 * "General Information on Endpoints"). An empty value is as none, except where it is asked for by {@link #isEmpty}.
 */
final class Parameters {

    private final Map<String, String> values;

    private Parameters(Map<String, String> values) {
        this.values = values;
    }

    /** @throws AsterError if a part is no form text, or carries a name twice */
    static Parameters of(WireRequest request) {
        Map<String, String> values = read(request.body());
        values.putAll(read(request.query()));
        return new Parameters(values);
    }

    static Parameters of(Map<String, String> values) {
        return new Parameters(new LinkedHashMap<>(values));
    }

    private static Map<String, String> read(String part) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : part.isEmpty() ? List.<String>of() : List.of(part.split("&", -1))) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (!name.isEmpty() && values.put(name, value) != null) {
                throw ErrorCode.DUPLICATE_PARAMETER.with(name);
            }
        }
        return values;
    }

    /** Text as a form carries it: percent-encoded, with a plus for a blank. */
    static String decode(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ErrorCode.ILLEGAL_CHARACTERS.with("query", "percent-encoded UTF-8");
        }
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** Whether it was sent with nothing in it. */
    boolean isEmpty(String name) {
        return "".equals(values.get(name));
    }

    boolean has(String name) {
        return find(name).isPresent();
    }

    String text(String name) {
        return find(name).orElseThrow(() -> ErrorCode.MANDATORY_PARAMETER.with(name));
    }

    Optional<Long> findNumber(String name) {
        return find(name).map(value -> number(name, value));
    }

    long number(String name) {
        return number(name, text(name));
    }

    private static long number(String name, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw ErrorCode.ILLEGAL_CHARACTERS.with(name, "^[0-9]{1,20}$");
        }
    }

    Optional<BigDecimal> findDecimal(String name) {
        return find(name).map(value -> decimal(name, value));
    }

    BigDecimal decimal(String name) {
        return decimal(name, text(name));
    }

    private static BigDecimal decimal(String name, String value) {
        if (value.length() > 40 || !value.matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,2})?")) {
            throw ErrorCode.ILLEGAL_CHARACTERS.with(name, "^([0-9]{1,20})(\\.[0-9]{1,20})?$");
        }
        return new BigDecimal(value);
    }

    /** Clients write true, TRUE and True. */
    Optional<Boolean> findFlag(String name) {
        return find(name).map(value -> switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ErrorCode.INVALID_PARAMETER.with(name);
        });
    }

    boolean flag(String name) {
        return findFlag(name).orElseThrow(() -> ErrorCode.MANDATORY_PARAMETER.with(name));
    }

    boolean isTrue(String name) {
        return findFlag(name).orElse(false);
    }

    /** The length of a list. */
    int limit(int usual, int most) {
        long limit = findNumber("limit").orElse((long) usual);
        if (limit < 1 || limit > most) {
            throw ErrorCode.INVALID_PARAMETER.with("limit");
        }
        return (int) limit;
    }

    /** The length that a list would have, for its weight; empty where the text is no number. */
    OptionalInt roughLimit() {
        return find("limit")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> OptionalInt.of(Integer.parseInt(text)))
                .orElseGet(OptionalInt::empty);
    }

    /** Names alone, since values may be secret. */
    @Override
    public String toString() {
        return "Parameters" + values.keySet();
    }
}
