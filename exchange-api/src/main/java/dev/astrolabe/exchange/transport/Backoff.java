package dev.astrolabe.exchange.transport;

import java.time.Duration;

/** Pauses between attempts: each twice the one before, jittered, up to a bound, without a last. Hub thread only. */
final class Backoff {

    private static final int MAX_DOUBLINGS = 20;

    private final SocketOptions options;
    private int failures;

    Backoff(SocketOptions options) {
        this.options = options;
    }

    Duration next() {
        long full = options.backoff().toMillis() << failures;
        failures = Math.min(failures + 1, MAX_DOUBLINGS);
        long bounded = Math.max(1, Math.min(full, options.maxBackoff().toMillis()));
        return Duration.ofMillis(bounded - options.random().nextLong(bounded / 2 + 1));
    }

    /** Whether nothing has failed since the last success. */
    boolean isFresh() {
        return failures == 0;
    }

    void reset() {
        failures = 0;
    }
}
