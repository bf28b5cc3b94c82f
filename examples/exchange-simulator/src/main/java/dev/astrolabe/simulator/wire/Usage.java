package dev.astrolabe.simulator.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts what callers use in windows that begin at whole multiples of their length. Guarded by its owner.
 *
 * @since 0.1
 */
public final class Usage {

    private final Map<String, Counter> counters = new HashMap<>();

    private static final class Counter {
        private long window = Long.MIN_VALUE;
        private long used;
    }

    /** Counts nothing yet. */
    public Usage() {}

    /**
     * Adds to what a key has used in the running window.
     *
     * @param key who and what, such as an address and a limit's name
     * @param weight how much; 0 to ask only
     * @param window the window's length
     * @param now the time
     * @return what is used now in the window, this weight included
     */
    public long add(String key, long weight, Duration window, Instant now) {
        Counter counter = counters.computeIfAbsent(key, any -> new Counter());
        long number = Math.floorDiv(now.toEpochMilli(), window.toMillis());
        if (counter.window != number) {
            counter.window = number;
            counter.used = 0;
        }
        counter.used += weight;
        return counter.used;
    }
}
