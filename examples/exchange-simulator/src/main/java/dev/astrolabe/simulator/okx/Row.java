package dev.astrolabe.simulator.okx;

import java.util.LinkedHashMap;
import java.util.Map;

/** One object of an answer: all of its fields are there from the start, empty until they are set. */
final class Row {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    private Row() {}

    /** @param names the fields, apart by blanks */
    static Row of(String... names) {
        Row row = new Row();
        for (String part : names) {
            for (String name : part.split(" ", -1)) {
                row.fields.put(name, "");
            }
        }
        return row;
    }

    Row with(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    Map<String, Object> fields() {
        return fields;
    }

    String text(String name) {
        return String.valueOf(fields.getOrDefault(name, ""));
    }
}
