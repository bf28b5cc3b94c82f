package dev.astrolabe.okx.internal;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers the newest of what it was told, up to a number. Not safe for use by several threads. */
final class Remembered<K, V> {

    private final int capacity;
    private final Map<K, V> values = new LinkedHashMap<>();

    Remembered(int capacity) {
        this.capacity = capacity;
    }

    Optional<V> get(K key) {
        return Optional.ofNullable(values.get(key));
    }

    void put(K key, V value) {
        values.remove(key);
        values.put(key, value);
        if (values.size() > capacity) {
            Iterator<K> oldest = values.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** False if the key was there. */
    boolean add(K key, V value) {
        if (values.containsKey(key)) {
            return false;
        }
        put(key, value);
        return true;
    }
}
