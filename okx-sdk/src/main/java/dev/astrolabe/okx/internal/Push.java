package dev.astrolabe.okx.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.okx.model.OkxFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One message of a channel (docs: OKX v5, WebSocket "Push data").
 *
 * @param channel the channel's own name
 * @param kind {@code snapshot}, {@code update} or {@code event_update}; empty where the channel tells none
 * @param page the number of this page of a snapshot, from 1; 0 where the channel has none
 * @param isLast whether no page follows
 * @param data the rows
 */
record Push(String channel, String kind, int page, boolean isLast, List<Row> data) {

    static final String SNAPSHOT = "snapshot";

    static Push read(Json json, String text) throws IOException {
        JsonNode message = json.tree(text);
        List<Row> rows = Envelope.data(message);
        String action = message.path("action").asText("");
        return new Push(
                message.path("arg").path("channel").asText(""),
                action.isEmpty() ? message.path("eventType").asText("") : action,
                message.path("curPage").asInt(0),
                message.path("lastPage").asBoolean(true),
                rows);
    }

    boolean isSnapshot() {
        return kind.equals(SNAPSHOT);
    }

    /** How one row is read. */
    interface Reading<R> {
        R read(Row row) throws IOException;

        static <R> Reading<R> ofObject(Function<OkxFields, R> row) {
            return element -> row.apply(element.fields());
        }

        static <R> Reading<R> ofArray(Function<List<String>, R> row) {
            return element -> row.apply(element.elements());
        }
    }

    /** All rows; one that lacks what it must have makes the message unreadable. */
    <R> List<R> rows(Reading<R> reading) throws IOException {
        List<R> rows = new ArrayList<>();
        for (Row each : data) {
            try {
                rows.add(reading.read(each));
            } catch (IllegalArgumentException e) {
                throw new IOException("a row of " + channel + " cannot be read: " + e.getMessage(), e);
            }
        }
        return List.copyOf(rows);
    }
}
