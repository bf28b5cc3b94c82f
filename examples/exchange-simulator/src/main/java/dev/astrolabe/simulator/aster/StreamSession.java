package dev.astrolabe.simulator.aster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.simulator.wire.Json;
import dev.astrolabe.simulator.wire.SocketListener;
import dev.astrolabe.simulator.wire.WireSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * One connection to streams, and what it asks for on the way (docs: futures v3, "Live Subscribing/Unsubscribing to streams"). Its state
 * is guarded by the venue's lock.
 */
final class StreamSession implements SocketListener {

    /** Streams of one connection. */
    private static final int MOST_STREAMS = 200;

    /** Messages of a client in a second. They are counted in real seconds: a clock that stands still would lock it out. */
    private static final int MOST_MESSAGES = 10;

    private static final int POLICY_VIOLATION = 1008;
    private static final String METHODS =
            "`SUBSCRIBE`, `UNSUBSCRIBE`, `LIST_SUBSCRIPTIONS`, `SET_PROPERTY`, `GET_PROPERTY`";

    /** An answer that tells what is wrong with a message. */
    private static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int code;
        private final String words;

        Malformed(int code, String words) {
            super(words, null, false, false);
            this.code = code;
            this.words = words;
        }
    }

    private final Streams streams;
    private final WireSocket socket;
    private final Set<String> names = new LinkedHashSet<>();
    private boolean combined;
    private long second = Long.MIN_VALUE;
    private int messages;

    StreamSession(Streams streams, WireSocket socket, boolean combined) {
        this.streams = streams;
        this.socket = socket;
        this.combined = combined;
    }

    boolean isCombined() {
        return combined;
    }

    WireSocket socket() {
        return socket;
    }

    void push(String account, String channel, String text) {
        socket.push(account, channel, text);
    }

    /** What the address of the connection names. */
    void start(List<String> wanted) {
        subscribe(wanted.subList(0, Math.min(wanted.size(), MOST_STREAMS)));
    }

    @Override
    public void text(String message) {
        streams.locked(() -> {
            if (isTooFast()) {
                socket.close(POLICY_VIOLATION, "Too many requests");
                return;
            }
            socket.reply(Json.text(answer(message)));
        });
    }

    private boolean isTooFast() {
        long now = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime());
        messages = now == second ? messages + 1 : 1;
        second = now;
        return messages > MOST_MESSAGES;
    }

    private Map<String, Object> answer(String message) {
        try {
            JsonNode request = Json.read(message)
                    .orElseThrow(() -> new Malformed(3, "Invalid JSON: expected value at line 1 column 1"));
            JsonNode id = request.path("id");
            boolean unsigned = id.isIntegralNumber() && id.bigIntegerValue().signum() >= 0;
            if (!unsigned && !id.isMissingNode() && !id.isNull()) {
                throw new Malformed(2, "Invalid request: request ID must be an unsigned integer");
            }
            Object result = result(request, message.length());
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("result", result == this ? null : result);
            answer.put("id", unsigned ? id.longValue() : null);
            return answer;
        } catch (Malformed e) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("code", e.code);
            error.put("msg", e.words);
            return error;
        }
    }

    /** The result, or this for none. */
    private Object result(JsonNode request, int length) {
        JsonNode method = request.path("method");
        if (!method.isTextual()) {
            throw new Malformed(2, "Invalid request: missing field `method` at line 1 column " + length);
        }
        JsonNode params = request.path("params");
        switch (method.asText()) {
            case "SUBSCRIBE" -> subscribe(list(params));
            case "UNSUBSCRIBE" -> unsubscribe(list(params));
            case "LIST_SUBSCRIPTIONS" -> {
                return List.copyOf(names);
            }
            case "SET_PROPERTY" -> setProperty(params);
            case "GET_PROPERTY" -> {
                property(params, 1);
                return combined;
            }
            default ->
                throw new Malformed(
                        2,
                        "Invalid request: unknown variant `" + method.asText() + "`, expected one of " + METHODS
                                + " at line 1 column " + length);
        }
        return this;
    }

    private static List<String> list(JsonNode params) {
        List<String> list = new ArrayList<>();
        params.forEach(name -> list.add(name.asText()));
        return list;
    }

    private void subscribe(List<String> wanted) {
        Set<String> all = new LinkedHashSet<>(names);
        all.addAll(wanted);
        if (all.size() > MOST_STREAMS) {
            throw new Malformed(2, "Invalid request: too many parameters");
        }
        for (String name : wanted) {
            if (names.add(name)) {
                streams.subscribe(this, name);
            }
        }
    }

    private void unsubscribe(List<String> unwanted) {
        for (String name : unwanted) {
            if (names.remove(name)) {
                streams.unsubscribe(this, name);
            }
        }
    }

    private void setProperty(JsonNode params) {
        property(params, 2);
        if (!params.path(1).isBoolean()) {
            throw new Malformed(1, "Invalid value type: expected Boolean");
        }
        combined = params.path(1).asBoolean();
    }

    private static void property(JsonNode params, int most) {
        if (params.size() > most) {
            throw new Malformed(2, "Invalid request: too many parameters");
        }
        if (!params.path(0).isTextual()) {
            throw new Malformed(2, "Invalid request: property name must be a string");
        }
        if (!params.path(0).asText().equals("combined")) {
            throw new Malformed(0, "Unknown property");
        }
    }

    @Override
    public void closed() {
        streams.locked(() -> {
            names.forEach(name -> streams.unsubscribe(this, name));
            names.clear();
            streams.forget(this);
        });
    }
}
