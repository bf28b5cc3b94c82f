package dev.astrolabe.simulator.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.simulator.wire.Json;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The JSON object that a caller of the control port sends; every mistake is told by field, value, and what is allowed. */
final class ControlForm {

    private static final int LONGEST_NUMBER = 40;
    private static final int LARGEST_EXPONENT = 30;

    private final JsonNode fields;

    private ControlForm(JsonNode fields) {
        this.fields = fields;
    }

    /** Reads a body; an empty one has no fields. */
    static ControlForm of(String body, String... known) {
        if (body.isBlank()) {
            return new ControlForm(Json.read("{}").orElseThrow());
        }
        JsonNode read = Json.read(body)
                .filter(JsonNode::isObject)
                .orElseThrow(
                        () -> ControlRefusal.refused("body is not a JSON object; its fields are " + List.of(known)));
        for (Iterator<String> names = read.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!List.of(known).contains(name)) {
                throw ControlRefusal.invalid("field", name, String.join(", ", known));
            }
        }
        return new ControlForm(read);
    }

    Optional<String> text(String field) {
        JsonNode value = fields.get(field);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (value.isContainerNode()) {
            throw ControlRefusal.invalid(field, value.toString(), "a text or a number");
        }
        return Optional.of(value.asText());
    }

    String text(String field, String allowed) {
        return text(field).filter(value -> !value.isBlank()).orElseThrow(() -> ControlRefusal.missing(field, allowed));
    }

    /** A decimal, as a JSON number or a text. */
    BigDecimal decimal(String field, String allowed) {
        String value = text(field, allowed);
        try {
            BigDecimal number = new BigDecimal(value);
            if (value.length() > LONGEST_NUMBER || Math.abs((long) number.scale()) > LARGEST_EXPONENT) {
                throw ControlRefusal.invalid(
                        field, value.substring(0, Math.min(LONGEST_NUMBER, value.length())), allowed);
            }
            return number;
        } catch (NumberFormatException e) {
            throw ControlRefusal.invalid(field, value, allowed);
        }
    }

    BigDecimal positive(String field, String what) {
        String allowed = what + " above 0";
        BigDecimal number = decimal(field, allowed);
        if (number.signum() <= 0) {
            throw ControlRefusal.invalid(field, number.toPlainString(), allowed);
        }
        return number;
    }

    int whole(String field, int otherwise) {
        Optional<String> value = text(field);
        try {
            return value.map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw ControlRefusal.invalid(field, value.orElse(""), "a whole number up to " + Integer.MAX_VALUE);
        }
    }

    boolean flag(String field) {
        String value = text(field).orElse("false");
        if (!value.equals("true") && !value.equals("false")) {
            throw ControlRefusal.invalid(field, value, "true or false");
        }
        return value.equals("true");
    }

    Optional<Duration> duration(String field) {
        Optional<String> value = text(field);
        try {
            return value.map(Duration::parse);
        } catch (DateTimeException e) {
            throw ControlRefusal.invalid(field, value.orElse(""), "an ISO 8601 duration such as PT1.5S");
        }
    }

    <E extends Enum<E>> Optional<E> choice(String field, Class<E> type) {
        return text(field)
                .map(value -> Arrays.stream(type.getEnumConstants())
                        .filter(each -> each.name()
                                .equals(value.toUpperCase(Locale.ROOT).replace('-', '_')))
                        .findFirst()
                        .orElseThrow(() -> ControlRefusal.invalid(field, value, allowed(type))));
    }

    <E extends Enum<E>> E required(String field, Class<E> type) {
        return choice(field, type).orElseThrow(() -> ControlRefusal.missing(field, allowed(type)));
    }

    private static <E extends Enum<E>> String allowed(Class<E> type) {
        return "one of " + List.of(type.getEnumConstants());
    }
}
