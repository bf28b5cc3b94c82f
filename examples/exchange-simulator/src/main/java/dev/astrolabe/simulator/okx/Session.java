package dev.astrolabe.simulator.okx;

import dev.astrolabe.simulator.wire.Json;
import dev.astrolabe.simulator.wire.SocketListener;
import dev.astrolabe.simulator.wire.WireSocket;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One connection: who is logged in on it, and what it subscribed to. Guarded by the venue's lock. */
final class Session implements SocketListener {

    /** Which of the three addresses it was opened at. */
    enum Site {
        PUBLIC,
        PRIVATE,
        BUSINESS
    }

    private final WireSocket socket;
    private final Site site;
    private final String connId;
    private final Sockets sockets;
    private final Map<String, ChannelArg> subscriptions = new LinkedHashMap<>();
    private @Nullable OkxUser user;
    private Instant heardOrTold;

    Session(WireSocket socket, Site site, String connId, Sockets sockets, Instant now) {
        this.socket = socket;
        this.site = site;
        this.connId = connId;
        this.sockets = sockets;
        this.heardOrTold = now;
    }

    @Override
    public void text(String message) {
        sockets.heard(this, message);
    }

    @Override
    public void closed() {
        sockets.closed(this);
    }

    WireSocket socket() {
        return socket;
    }

    Site site() {
        return site;
    }

    String connId() {
        return connId;
    }

    Optional<OkxUser> user() {
        return Optional.ofNullable(user);
    }

    void login(OkxUser who) {
        user = who;
    }

    /** What it subscribed to, by the text of the argument. */
    Map<String, ChannelArg> subscriptions() {
        return subscriptions;
    }

    boolean hasChannel(String channel) {
        return subscriptions.values().stream().anyMatch(arg -> arg.channel().equals(channel));
    }

    /** When something last went over it. */
    Instant heardOrTold() {
        return heardOrTold;
    }

    void touch(Instant now) {
        heardOrTold = now;
    }

    void reply(String text) {
        socket.reply(text);
    }

    /** Answers with an event of the venue. */
    void event(String id, String event, @Nullable ChannelArg arg, Map<String, ?> more) {
        Map<String, Object> answer = new LinkedHashMap<>();
        if (!id.isEmpty()) {
            answer.put("id", id);
        }
        answer.put("event", event);
        if (arg != null) {
            answer.put("arg", arg.words().node());
        }
        answer.putAll(more);
        answer.put("connId", connId);
        socket.reply(Json.text(answer));
    }

    void refuse(String id, Refused refused) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("code", refused.code().number());
        words.put("msg", refused.words());
        event(id, "error", null, words);
    }

    void pushPublic(String channel, String text, Instant now) {
        heardOrTold = now;
        socket.push("", channel, text);
    }

    void pushPrivate(OkxUser whose, String channel, String text, Instant now) {
        heardOrTold = now;
        socket.push(whose.id(), channel, text);
    }
}
