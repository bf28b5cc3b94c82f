package dev.astrolabe.aster.web3;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Nonces of one key: the venue's time in microseconds, each at least one above the last, whatever the clock does (docs: futures
 * v3, "nonce"). Safe for any thread.
 */
final class NonceGenerator {

    private final AtomicLong last = new AtomicLong();

    long next(Instant venueNow) {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, venueNow);
        return last.updateAndGet(before -> Math.max(before + 1, now));
    }
}
