package dev.astrolabe.exchange.transport;

import java.time.Instant;
import java.util.Arrays;

/**
 * What was used of one window, entry by entry, in a ring of numbers: a call in a wide window touches no memory of the calls
 * long before it. Not for several threads: the limiter guards it.
 */
final class WindowLog {

    private static final int FIRST_ROOM = 16;

    private final RateWindow window;
    /** When an entry leaves the window, in seconds and nanoseconds, and what it used. The room is a power of two. */
    private long[] seconds = new long[FIRST_ROOM];

    private int[] nanos = new int[FIRST_ROOM];
    private long[] amounts = new long[FIRST_ROOM];
    private int first;
    private int size;
    private long used;

    WindowLog(RateWindow window) {
        this.window = window;
    }

    RateWindow window() {
        return window;
    }

    /** Takes over what another log holds; entries older than this window fall out by themselves. */
    void adopt(WindowLog other) {
        for (int i = 0; i < other.size; i++) {
            int place = other.place(i);
            add(other.until(place).minus(other.window.length()), other.amounts[place]);
        }
    }

    long used(Instant now) {
        expire(now);
        return used;
    }

    void add(Instant now, long amount) {
        if (size == seconds.length) {
            grow();
        }
        Instant until = now.plus(window.length());
        int place = place(size++);
        seconds[place] = until.getEpochSecond();
        nanos[place] = until.getNano();
        amounts[place] = amount;
        used += amount;
    }

    /** Twice the room: behind the old ring stands a copy of it, so the entries stand in a row from the first on. */
    private void grow() {
        int room = seconds.length;
        seconds = Arrays.copyOf(seconds, 2 * room);
        nanos = Arrays.copyOf(nanos, 2 * room);
        amounts = Arrays.copyOf(amounts, 2 * room);
        System.arraycopy(seconds, 0, seconds, room, room);
        System.arraycopy(nanos, 0, nanos, room, room);
        System.arraycopy(amounts, 0, amounts, room, room);
    }

    private int place(int index) {
        return (first + index) & (seconds.length - 1);
    }

    private Instant until(int place) {
        return Instant.ofEpochSecond(seconds[place], nanos[place]);
    }

    /** When {@code amount} more fit under {@code cap}: now, or as soon as enough entries have left the window. */
    Instant roomAt(Instant now, long amount, long cap) {
        expire(now);
        long after = used + amount;
        if (after <= cap) {
            return now;
        }
        for (int i = 0; i < size; i++) {
            int place = place(i);
            after -= amounts[place];
            if (after <= cap) {
                return until(place);
            }
        }
        return Instant.MAX;
    }

    private void expire(Instant now) {
        long second = now.getEpochSecond();
        while (size > 0 && (seconds[first] < second || (seconds[first] == second && nanos[first] <= now.getNano()))) {
            used -= amounts[first];
            first = place(1);
            size--;
        }
    }
}
