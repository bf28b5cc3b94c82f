package dev.astrolabe.simulator.aster;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * The nonces that agents have used: microseconds, near the venue's time, none twice; of each the newest hundred are kept, and what
 * lies below them is expired (docs: futures v3, "Nonce", 2026-06-30). Safe for any thread.
 */
final class Nonces {

    private static final int KEPT = 100;

    private final Duration window;
    private final Map<String, TreeSet<Long>> used = new HashMap<>();

    Nonces(Duration window) {
        this.window = window;
    }

    /** @throws AsterError if the nonce is expired, too far ahead, or was used before */
    synchronized void use(String agent, long nonce, Instant now) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, now);
        TreeSet<Long> kept = used.computeIfAbsent(agent, any -> new TreeSet<>());
        boolean near = Math.abs(nonce - micros) <= window.toNanos() / 1000;
        boolean below = kept.size() == KEPT && nonce < kept.first();
        if (!near || below || !kept.add(nonce)) {
            throw ErrorCode.NONCE_EXPIRED.with();
        }
        if (kept.size() > KEPT) {
            kept.pollFirst();
        }
    }
}
