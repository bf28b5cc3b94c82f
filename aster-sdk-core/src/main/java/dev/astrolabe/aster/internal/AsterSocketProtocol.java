package dev.astrolabe.aster.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.transport.Inbound;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.SocketProtocol;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The control messages, which are the same on every stream of the venue (docs: futures, "Live Subscribing/Unsubscribing"). */
abstract class AsterSocketProtocol implements SocketProtocol {

    private static final long NO_ID = -1;

    private final Json json = new Json();

    @Override
    public final String name() {
        return ExchangeId.ASTERDEX.name();
    }

    @Override
    public String subscribe(long id, List<String> channels) {
        return control("SUBSCRIBE", channels, id);
    }

    @Override
    public String unsubscribe(long id, List<String> channels) {
        return control("UNSUBSCRIBE", channels, id);
    }

    @Override
    public final String probe(long id) {
        return control("LIST_SUBSCRIPTIONS", List.of(), id);
    }

    private String control(String method, List<String> channels, long id) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("method", method);
        if (!channels.isEmpty()) {
            message.put("params", channels);
        }
        message.put("id", id);
        return json.writeText(message);
    }

    /** What is no event: an answer to a control message. These are few, so they are parsed. */
    final Inbound control(String message) {
        try {
            JsonNode node = json.tree(message);
            long id = node.path("id").asLong(NO_ID);
            // Errors stand alone without an id; the API from which this one descends wraps them and repeats it.
            JsonNode error = node.has("error") ? node.get("error") : node;
            if (error.has("code")) {
                return new Inbound.Refused(
                        id, error.get("code").asText(), error.path("msg").asText());
            }
            // The answer to the probe has a list in the place of null.
            return node.has("result") && node.get("result").isNull() && id >= 0
                    ? new Inbound.Done(id)
                    : new Inbound.Other();
        } catch (IOException e) {
            return new Inbound.Other();
        }
    }
}
