package dev.astrolabe.okx.standin;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Rows as OKX writes them: numbers and times as text, the empty text for what does not apply. */
final class Rows {

    private Rows() {}

    /** A row of names and values, one after the other. */
    static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], value(namesAndValues[i + 1]));
        }
        return row;
    }

    static Map<String, Object> with(Map<String, Object> row, Object... namesAndValues) {
        Map<String, Object> copy = new LinkedHashMap<>(row);
        copy.putAll(of(namesAndValues));
        return copy;
    }

    /** Adds fields that do not apply; their names come in one text. */
    static Map<String, Object> empty(Map<String, Object> row, String names) {
        for (String name : names.strip().split("\\s+", -1)) {
            row.putIfAbsent(name, "");
        }
        return row;
    }

    private static Object value(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return text(number);
        }
        if (value instanceof Instant time) {
            return Long.toString(time.toEpochMilli());
        }
        if (value instanceof Integer || value instanceof Long) {
            return value.toString();
        }
        return value;
    }

    static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /**
     * A page of rows, which come oldest first: newest first, older than {@code after}, newer than {@code before}, both exclusive, and
     * no more than {@code limit}.
     */
    static <T> List<T> page(
            Collection<T> oldestFirst, Map<String, String> query, int largest, Function<T, Long> cursor) {
        long after = Long.parseLong(query.getOrDefault("after", Long.toString(Long.MAX_VALUE)));
        long before = Long.parseLong(query.getOrDefault("before", Long.toString(Long.MIN_VALUE)));
        int limit = limit(query, largest);
        List<T> rows = new ArrayList<>();
        for (T each : oldestFirst) {
            long position = cursor.apply(each);
            if (position < after && position > before) {
                rows.add(0, each);
            }
        }
        return rows.subList(0, Math.min(limit, rows.size()));
    }

    static int limit(Map<String, String> query, int largest) {
        int limit = Integer.parseInt(query.getOrDefault("limit", Integer.toString(Math.min(100, largest))));
        if (limit < 1 || limit > largest) {
            throw Refusal.of("51000", "Parameter limit error");
        }
        return limit;
    }

    /** Whether a time lies within {@code begin} and {@code end}, both inclusive. */
    static boolean within(Map<String, String> query, Instant time) {
        long millis = time.toEpochMilli();
        return millis >= Long.parseLong(query.getOrDefault("begin", "0"))
                && millis <= Long.parseLong(query.getOrDefault("end", Long.toString(Long.MAX_VALUE)));
    }

    /** Whether a field is not asked for, or is one of what is asked for. */
    static boolean wanted(Map<String, String> query, String name, String value) {
        String wanted = query.get(name);
        return wanted == null || List.of(wanted.split(",", -1)).contains(value);
    }
}
