package dev.astrolabe.okx.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.ResponseParser;
import dev.astrolabe.exchange.transport.Unusual;
import dev.astrolabe.okx.internal.wire.WireReader;
import dev.astrolabe.okx.model.OkxFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What every answer and push is wrapped in: {@code code}, {@code msg} and {@code data} (docs: OKX v5, "Response"). */
final class Envelope {

    private Envelope() {}

    /** Each object of {@code data}. */
    static <T> ResponseParser<List<T>> rows(Function<OkxFields, T> row) {
        return (json, body) -> {
            List<T> rows = new ArrayList<>();
            for (Row each : data(json, body)) {
                rows.add(row.apply(each.fields()));
            }
            return List.copyOf(rows);
        };
    }

    /** The first object of {@code data}, which must be there. */
    static <T> ResponseParser<T> row(Function<OkxFields, T> row) {
        return (json, body) -> {
            List<T> rows = rows(row).parse(json, body);
            if (rows.isEmpty()) {
                throw new IOException("there is no row");
            }
            return rows.get(0);
        };
    }

    /** Each array of {@code data}. */
    static <T> ResponseParser<List<T>> arrays(Function<List<String>, T> row) {
        return (json, body) -> {
            List<T> rows = new ArrayList<>();
            for (Row each : data(json, body)) {
                rows.add(row.apply(each.elements()));
            }
            return List.copyOf(rows);
        };
    }

    static List<String> elements(JsonNode array) throws IOException {
        if (!array.isArray()) {
            throw noArray();
        }
        List<String> elements = new ArrayList<>();
        array.forEach(each -> elements.add(each.asText()));
        return elements;
    }

    /** Each element of {@code data}, which are arrays in some answers. */
    static List<Row> data(Json json, byte[] body) throws IOException {
        try {
            return Row.of(new WireReader().read(body).list("data").rows());
        } catch (Unusual e) {
            return data(json.tree(body));
        }
    }

    static List<Row> data(JsonNode message) throws IOException {
        JsonNode data = message.path("data");
        if (!data.isArray()) {
            throw new IOException("there is no data");
        }
        List<Row> rows = new ArrayList<>();
        data.forEach(each -> rows.add(Row.of(each)));
        return rows;
    }

    static OkxFields fields(JsonNode object) throws IOException {
        if (!object.isObject()) {
            throw noObject();
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        object.properties().forEach(field -> values.put(field.getKey(), value(field.getValue())));
        return OkxFields.of(values);
    }

    static IOException noObject() {
        return new IOException("a row is no object");
    }

    static IOException noArray() {
        return new IOException("a row is no array");
    }

    private static @Nullable Object value(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isNumber()) {
            return node.decimalValue();
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            for (JsonNode each : node) {
                Object element = value(each);
                if (element != null) {
                    list.add(element);
                }
            }
            return list;
        }
        if (node.isObject()) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            node.properties().forEach(field -> map.put(field.getKey(), value(field.getValue())));
            return map;
        }
        return null;
    }
}
