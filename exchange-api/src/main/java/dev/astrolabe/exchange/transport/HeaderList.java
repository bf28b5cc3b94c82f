package dev.astrolabe.exchange.transport;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Headers in their order; case does not matter in names. Immutable. A few of them are found sooner in a row than in a map. */
final class HeaderList {

    static final HeaderList NONE = new HeaderList(new String[0]);

    private final String[] namesAndValues;

    private HeaderList(String[] namesAndValues) {
        this.namesAndValues = namesAndValues;
    }

    /** Takes names and values by turns, in an array that nobody changes. */
    static HeaderList of(String... namesAndValues) {
        return new HeaderList(namesAndValues);
    }

    static HeaderList of(Map<String, String> headers) {
        String[] flat = new String[headers.size() * 2];
        int next = 0;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            flat[next++] = header.getKey();
            flat[next++] = header.getValue();
        }
        return new HeaderList(flat);
    }

    /** Adds a header, or replaces the one of that name. */
    HeaderList with(String name, String value) {
        int place = place(name);
        boolean isNew = place < 0;
        String[] copy = Arrays.copyOf(namesAndValues, namesAndValues.length + (isNew ? 2 : 0));
        int at = isNew ? namesAndValues.length : place;
        copy[at] = isNew ? name : copy[at];
        copy[at + 1] = value;
        return new HeaderList(copy);
    }

    /** The value of the last header of that name; null where there is none. */
    @Nullable
    String get(String name) {
        int place = place(name);
        return place < 0 ? null : namesAndValues[place + 1];
    }

    private int place(String name) {
        for (int i = namesAndValues.length - 2; i >= 0; i -= 2) {
            if (namesAndValues[i].equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    void forEach(BiConsumer<String, String> use) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            use.accept(namesAndValues[i], namesAndValues[i + 1]);
        }
    }

    /** By name, unmodifiable; of several with one name the last. */
    Map<String, String> map() {
        Map<String, String> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        forEach(map::put);
        return Collections.unmodifiableMap(map);
    }
}
