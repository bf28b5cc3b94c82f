package dev.astrolabe.simulator.aster;

import dev.astrolabe.simulator.wire.Json;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One stream and who hears it. A message is written once for all of them. Guarded by the venue's lock. */
final class Channel {

    private final StreamName name;
    private final Feed feed;
    private final Set<StreamSession> sessions = new LinkedHashSet<>();
    private Instant sent = Instant.MIN;

    Channel(StreamName name, Feed feed) {
        this.name = name;
        this.feed = feed;
    }

    StreamName name() {
        return name;
    }

    Feed feed() {
        return feed;
    }

    void add(StreamSession session) {
        sessions.add(session);
    }

    /** Whether nobody is left. */
    boolean remove(StreamSession session) {
        sessions.remove(session);
        return sessions.isEmpty();
    }

    /** Sends what there is, unless the last message was sent too short a time ago; a clock that stands still waits for nothing. */
    void flush(Instant now) {
        boolean early = !sent.equals(Instant.MIN) && now.isBefore(sent.plus(name.every()));
        if (early && now.isAfter(sent)) {
            return;
        }
        List<Object> events = feed.take(now);
        if (events.isEmpty()) {
            return;
        }
        sent = now;
        events.forEach(event -> send(Json.text(event)));
    }

    private void send(String text) {
        String wrapped = null;
        for (StreamSession session : sessions) {
            if (!session.isCombined()) {
                session.push("", name.text(), text);
                continue;
            }
            if (wrapped == null) {
                wrapped = wrap(name.text(), text);
            }
            session.push("", name.text(), wrapped);
        }
    }

    static String wrap(String stream, String text) {
        return "{\"stream\":" + Json.text(stream) + ",\"data\":" + text + "}";
    }
}
