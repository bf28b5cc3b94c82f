package dev.astrolabe.exchange.transport;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Remembers the newest of what it saw, up to a number. Not safe for use by several threads.
 *
 * @param <T> what
 */
final class Recent<T> {

    private final int capacity;
    private final Set<T> seen = new LinkedHashSet<>();

    Recent(int capacity) {
        this.capacity = capacity;
    }

    boolean contains(T value) {
        return seen.contains(value);
    }

    /** False if it was seen before. */
    boolean add(T value) {
        if (!seen.add(value)) {
            return false;
        }
        if (seen.size() > capacity) {
            Iterator<T> oldest = seen.iterator();
            oldest.next();
            oldest.remove();
        }
        return true;
    }
}
