package dev.astrolabe.exchange.transport;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A message that waits for its answer, or for one for each of its channels. Hub thread only. */
final class OpenRequest {

    enum Kind {
        GREETING,
        SUBSCRIPTION,
        END
    }

    private final long id;
    private final Kind kind;
    private final List<String> channels;
    private final Instant sentAt;
    private final Set<String> unanswered;

    OpenRequest(long id, Kind kind, List<String> channels, Instant sentAt) {
        this.id = id;
        this.kind = kind;
        this.channels = channels;
        this.sentAt = sentAt;
        this.unanswered = new HashSet<>(channels);
    }

    Kind kind() {
        return kind;
    }

    List<String> channels() {
        return channels;
    }

    Instant sentAt() {
        return sentAt;
    }

    /** Whether an answer with that number may be its; a negative number names none. */
    boolean isNamed(long number) {
        return number < 0 || number == id;
    }

    /** Takes the answer for one channel; true where it was the last that was waited for. */
    boolean isDoneWith(Kind answered, String channel) {
        return kind == answered && unanswered.remove(channel) && unanswered.isEmpty();
    }
}
