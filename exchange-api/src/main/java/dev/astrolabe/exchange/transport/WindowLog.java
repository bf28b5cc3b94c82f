package dev.astrolabe.exchange.transport;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** What was used of one window, entry by entry. Not for several threads: the limiter guards it. */
final class WindowLog {

    private record Entry(Instant at, long amount) {}

    private final RateWindow window;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private long used;

    WindowLog(RateWindow window) {
        this.window = window;
    }

    RateWindow window() {
        return window;
    }

    /** Takes over what another log holds; entries older than this window fall out by themselves. */
    void adopt(WindowLog other) {
        entries.addAll(other.entries);
        used += other.used;
    }

    long used(Instant now) {
        expire(now);
        return used;
    }

    void add(Instant now, long amount) {
        entries.addLast(new Entry(now, amount));
        used += amount;
    }

    /** When {@code amount} more fit under {@code cap}: now, or as soon as enough entries have left the window. */
    Instant roomAt(Instant now, long amount, long cap) {
        expire(now);
        long after = used + amount;
        if (after <= cap) {
            return now;
        }
        for (Entry entry : entries) {
            after -= entry.amount();
            if (after <= cap) {
                return entry.at().plus(window.length());
            }
        }
        return Instant.MAX;
    }

    private void expire(Instant now) {
        Entry oldest = entries.peekFirst();
        while (oldest != null && !oldest.at().plus(window.length()).isAfter(now)) {
            used -= oldest.amount();
            entries.removeFirst();
            oldest = entries.peekFirst();
        }
    }
}
