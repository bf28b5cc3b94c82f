package dev.astrolabe.simulator.okx;

import dev.astrolabe.simulator.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Tells one row, whole, whenever it changed. */
final class RowTopic extends Topic {

    private final String head;
    private final Supplier<Row> row;
    private Map<String, Object> told = Map.of();

    RowTopic(String channel, String arg, Duration every, Supplier<Row> row) {
        super(channel, every);
        this.head = "{\"arg\":" + arg + ",\"data\":[";
        this.row = row;
    }

    @Override
    List<String> greeting() {
        return List.of(text(row.get()));
    }

    @Override
    List<String> news(Instant now) {
        Row next = row.get();
        Map<String, Object> content = new LinkedHashMap<>(next.fields());
        content.remove("ts");
        if (content.equals(told)) {
            return List.of();
        }
        told = content;
        return List.of(text(next));
    }

    private String text(Row next) {
        return head + Json.text(next.fields()) + "]}";
    }
}
