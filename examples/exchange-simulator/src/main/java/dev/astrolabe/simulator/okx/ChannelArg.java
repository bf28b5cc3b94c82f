package dev.astrolabe.simulator.okx;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.astrolabe.simulator.wire.Json;

/** What a subscription names: a channel and its words, as the caller wrote them. */
final class ChannelArg {

    private final Params words;
    private final String text;

    ChannelArg(Params words) {
        this.words = words;
        this.text = Json.text(words.node());
    }

    Params words() {
        return words;
    }

    String channel() {
        return words.textOr("channel", "");
    }

    String instId() {
        return words.textOr("instId", "");
    }

    /** The argument as it came, which acks repeat. */
    String text() {
        return text;
    }

    /** The argument as pushes to a user carry it: without extraParams, and with the user's id. */
    String pushed(String uid) {
        ObjectNode arg = words.node().deepCopy();
        arg.remove("extraParams");
        arg.put("uid", uid);
        return Json.text(arg);
    }

    /** As error messages name it. */
    String described() {
        return channel() + (instId().isEmpty() ? "" : ",instId:" + instId());
    }
}
