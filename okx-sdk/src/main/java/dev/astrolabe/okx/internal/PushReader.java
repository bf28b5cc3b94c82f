package dev.astrolabe.okx.internal;

import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.Unusual;
import dev.astrolabe.okx.internal.wire.WireObject;
import dev.astrolabe.okx.internal.wire.WireReader;
import java.io.IOException;

/** Reads the messages of one subscription as {@link Push#read} does, and faster what is written as usual. One at a time. */
final class PushReader {

    private final Json json;
    private final WireReader wire = new WireReader();

    PushReader(Json json) {
        this.json = json;
    }

    Push read(String text) throws IOException {
        try {
            return fast(text);
        } catch (Unusual e) {
            return Push.read(json, text);
        }
    }

    private Push fast(String text) throws Unusual {
        WireObject message = wire.read(text);
        WireObject arg = message.object("arg");
        String action = message.word("action");
        return new Push(
                arg == null ? "" : arg.word("channel"),
                action.isEmpty() ? message.word("eventType") : action,
                message.number("curPage", 0),
                message.flag("lastPage", true),
                Row.of(message.list("data").rows()));
    }
}
