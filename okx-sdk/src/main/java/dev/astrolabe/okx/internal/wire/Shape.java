package dev.astrolabe.okx.internal.wire;

/** The names of an object in their order, and where each of them is. Immutable, safe for any thread. */
final class Shape {

    private final String[] names;
    private final int number;
    /** By hash: the index of a name, one more than that; a place that is taken is passed over. */
    private final short[] places;

    Shape(String[] names, int number) {
        this.names = names;
        this.number = number;
        this.places = new short[Math.max(2, Integer.highestOneBit(names.length) * 4)];
        for (int i = 0; i < names.length; i++) {
            int place = place(names[i]);
            while (places[place] != 0) {
                place = (place + 1) & (places.length - 1);
            }
            places[place] = (short) (i + 1);
        }
    }

    private int place(String name) {
        int hash = name.hashCode();
        return (hash ^ (hash >>> 15) ^ (hash >>> 7)) & (places.length - 1);
    }

    /** Its number among the shapes of the reader that met it. */
    int number() {
        return number;
    }

    int size() {
        return names.length;
    }

    String name(int index) {
        return names[index];
    }

    /** -1 where there is no such name. */
    int index(String name) {
        for (int place = place(name); ; place = (place + 1) & (places.length - 1)) {
            int index = places[place] - 1;
            if (index < 0 || names[index].equals(name)) {
                return index;
            }
        }
    }
}
