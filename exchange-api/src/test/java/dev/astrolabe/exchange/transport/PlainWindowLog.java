package dev.astrolabe.exchange.transport;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** What {@link WindowLog} does, done plainly. */
final class PlainWindowLog {

    private record Entry(Instant at, long amount) {}

    private final RateWindow window;
    private final Deque<Entry> entries = new ArrayDeque<>();

    PlainWindowLog(RateWindow window) {
        this.window = window;
    }

    void adopt(PlainWindowLog other) {
        entries.addAll(other.entries);
    }

    void add(Instant now, long amount) {
        entries.addLast(new Entry(now, amount));
    }

    long used(Instant now) {
        while (!entries.isEmpty()
                && !entries.getFirst().at().plus(window.length()).isAfter(now)) {
            entries.removeFirst();
        }
        return entries.stream().mapToLong(Entry::amount).sum();
    }

    Instant roomAt(Instant now, long amount, long cap) {
        long after = used(now) + amount;
        Instant room = now;
        for (Entry entry : entries) {
            if (after <= cap) {
                return room;
            }
            after -= entry.amount();
            room = entry.at().plus(window.length());
        }
        return after <= cap ? room : Instant.MAX;
    }
}
