package dev.astrolabe.exchange.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** When the next message may go over one connection. Hub thread only. */
final class Pace {

    private static final Duration HOUR = Duration.ofHours(1);

    private final SocketOptions options;
    private final Deque<Instant> counted = new ArrayDeque<>();
    private Instant next = Instant.MIN;

    Pace(SocketOptions options) {
        this.options = options;
    }

    boolean allowsProbe(Instant now) {
        return !now.isBefore(next);
    }

    boolean allowsMessage(Instant now) {
        while (!counted.isEmpty() && !now.isBefore(counted.element().plus(HOUR))) {
            counted.remove();
        }
        return allowsProbe(now) && counted.size() < options.messagesPerHour();
    }

    void probed(Instant now) {
        next = now.plus(options.messagePause());
    }

    void sent(Instant now) {
        probed(now);
        if (options.messagesPerHour() != Integer.MAX_VALUE) {
            counted.add(now);
        }
    }
}
