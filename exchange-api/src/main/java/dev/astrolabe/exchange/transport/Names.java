package dev.astrolabe.exchange.transport;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The member names that a reader knows, each with its place in the list. Found by the first and the last eight bytes and the
 * length, so that a name of up to sixteen bytes costs two comparisons. Immutable, safe for any thread.
 *
 * @since 0.1
 */
public final class Names {

    /** Eight bytes at once; the byte with the lowest index is the lowest of the word. */
    static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** As many as the members that {@link JsonScanner#member} can mark as read. */
    static final int MAX_NAMES = 64;

    private static final int WORD = 8;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final byte[][] names;
    private final int shift;
    private final int[] places;
    private final long[] heads;
    private final long[] tails;
    private final int[] lengths;

    private Names(byte[][] names) {
        this.names = names;
        int slots = Math.max(4, Integer.highestOneBit(Math.max(1, names.length)) << 2);
        this.shift = Long.numberOfLeadingZeros(slots - 1L);
        this.places = new int[slots];
        this.heads = new long[slots];
        this.tails = new long[slots];
        this.lengths = new int[slots];
        Arrays.fill(places, -1);
        for (int place = 0; place < names.length; place++) {
            add(place, names[place]);
        }
    }

    /**
     * A table of names.
     *
     * @param names up to 64 different names of printable ASCII characters, without quotes and backslashes
     * @return the table, in which a name's place is its index in the list
     * @throws IllegalArgumentException if there are more, one comes twice, or one has other characters
     */
    public static Names of(List<String> names) {
        if (names.size() > MAX_NAMES) {
            throw new IllegalArgumentException(names.size() + " names, more than " + MAX_NAMES);
        }
        for (String name : names) {
            if (!isPlain(name)) {
                throw new IllegalArgumentException("the name " + name + " is not of plain ASCII characters");
            }
        }
        return new Names(names.stream()
                .map(name -> name.getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new));
    }

    /**
     * A table of names.
     *
     * @param names as for {@link #of(List)}
     * @return the table, in which a name's place is its index in the list
     * @throws IllegalArgumentException as {@link #of(List)}
     */
    public static Names of(String... names) {
        return of(List.of(names));
    }

    /** Whether the table can hold the name. */
    static boolean isPlain(String name) {
        return name.chars().allMatch(letter -> letter >= ' ' && letter < 0x7f && letter != '"' && letter != '\\');
    }

    private void add(int place, byte[] name) {
        byte[] padded = Arrays.copyOf(name, Math.max(WORD, name.length));
        long head = (long) WORDS.get(padded, 0);
        long tail = name.length > WORD ? (long) WORDS.get(padded, name.length - WORD) : 0;
        if (find(head, tail, padded, 0, name.length) >= 0) {
            throw new IllegalArgumentException(
                    "the name " + new String(name, StandardCharsets.US_ASCII) + " comes twice");
        }
        int slot = slot(head, tail);
        while (places[slot] >= 0) {
            slot = (slot + 1) & (places.length - 1);
        }
        places[slot] = place;
        heads[slot] = head;
        tails[slot] = tail;
        lengths[slot] = name.length;
    }

    private int slot(long head, long tail) {
        return (int) (((head + tail) * SPREAD) >>> shift);
    }

    /**
     * Looks for a name.
     *
     * @param head its first eight bytes, zeros behind a shorter one
     * @param tail its last eight bytes, 0 for one of up to eight
     * @return its place; -1 if it is unknown
     */
    int find(long head, long tail, byte[] text, int from, int length) {
        int slot = slot(head, tail);
        while (true) {
            int place = places[slot];
            if (place < 0) {
                return -1;
            }
            if (heads[slot] == head
                    && tails[slot] == tail
                    && lengths[slot] == length
                    && same(place, text, from, length)) {
                return place;
            }
            slot = (slot + 1) & (places.length - 1);
        }
    }

    private boolean same(int place, byte[] text, int from, int length) {
        return length <= 2 * WORD || Arrays.equals(names[place], 0, length, text, from, from + length);
    }
}
