package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.model.PriceLevel;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * One side of a book in sorted arrays of digits: {@link TreeSide} does the same for any decimals, and takes over what does not fit
 * here. Prices have a common scale, and the best stands last, since most changes are near the best and those behind it move.
 * The scales as sent are kept, so that what is shown has the venue's digits.
 */
final class ArraySide {

    private static final int FIRST_CAPACITY = 256;
    private static final int NEAR = 32;

    // Bids ascend to the best; asks do when they are negated.
    private final int sign;
    private long[] keys = new long[FIRST_CAPACITY];
    // The quantity's digits, and both scales.
    private long[] packed = new long[FIRST_CAPACITY];
    private int size;
    // Levels whose quantity is 0: they stay until there are too many, for what is taken away near the best mostly comes
    // again.
    private int gone;
    private int scale;
    // Where the last level was: the next one of a message is near it.
    private int hint;

    ArraySide(boolean bids) {
        this.sign = bids ? 1 : -1;
    }

    void clear() {
        size = 0;
        gone = 0;
        scale = 0;
    }

    /** How many levels fitted; those behind them are left. */
    int set(LevelChanges.Side told) {
        hint = size - 1;
        int taken = 0;
        while (taken < told.size() && set(told.digitsOfPrice(taken), told.packed(taken))) {
            taken++;
        }
        tidy();
        return taken;
    }

    /** False if it does not fit; then nothing was changed. */
    boolean set(BigDecimal price, BigDecimal quantity) {
        if (!Digits.areFew(price, quantity)) {
            return false;
        }
        long digitsOfPrice = price.unscaledValue().longValue();
        long digitsOfQuantity = quantity.unscaledValue().longValue();
        boolean isSet = Digits.fit(digitsOfPrice, price.scale(), digitsOfQuantity, quantity.scale())
                && set(digitsOfPrice, Digits.pack(digitsOfQuantity, price.scale(), quantity.scale()));
        tidy();
        return isSet;
    }

    private boolean set(long price, long level) {
        long common = price;
        int missing = scale - Digits.priceScale(level);
        if (missing != 0) {
            if (missing < 0 && !rescale(-missing)) {
                return false;
            }
            if (missing > 0) {
                if (price > Digits.largestBefore(missing)) {
                    return false;
                }
                common = price * Digits.power(missing);
            }
        }
        long key = sign * common;
        int at = find(key);
        hint = at;
        if (at < size && keys[at] == key) {
            gone += change(packed[at], level);
            packed[at] = level;
        } else if (!Digits.isZero(level)) {
            insert(at, key, level);
        }
        return true;
    }

    /** By how many more levels are gone once one stands in for the other. */
    private static int change(long before, long after) {
        return (Digits.isZero(after) ? 1 : 0) - (Digits.isZero(before) ? 1 : 0);
    }

    private boolean rescale(int more) {
        long most = Digits.largestBefore(more);
        for (int i = 0; i < size; i++) {
            if (Math.abs(keys[i]) > most) {
                return false;
            }
        }
        for (int i = 0; i < size; i++) {
            keys[i] *= Digits.power(more);
        }
        scale += more;
        return true;
    }

    /** The place of the first key that is not smaller: some steps down from the hint, else in growing steps, then by halves. */
    private int find(long key) {
        long[] sorted = keys;
        int high = Math.min(hint, size - 1);
        if (high < 0 || sorted[high] < key) {
            return findAbove(key, high);
        }
        for (int near = Math.max(high - NEAR, 0); high > near; high--) {
            if (sorted[high - 1] < key) {
                return high;
            }
        }
        int low = high - 1;
        for (int step = NEAR; low >= 0 && sorted[low] >= key; step *= 2) {
            high = low;
            low -= step;
        }
        return between(key, Math.max(low, -1), high);
    }

    private int findAbove(long key, int below) {
        int low = below;
        int high = below + 1;
        for (int step = 1; high < size && keys[high] < key; step *= 2) {
            low = high;
            high += step;
        }
        return between(key, low, Math.min(high, size));
    }

    /** The key at {@code low} is smaller, or there is none; that at {@code high} is not, or there is none. */
    private int between(long key, int low, int high) {
        int below = low;
        int found = high;
        while (found - below > 1) {
            int middle = (below + found) >>> 1;
            if (keys[middle] < key) {
                below = middle;
            } else {
                found = middle;
            }
        }
        return found;
    }

    private void insert(int at, long key, long level) {
        if (at < size && Digits.isZero(packed[at])) {
            gone--;
        } else {
            if (size == keys.length) {
                grow();
            }
            int behind = size - at;
            System.arraycopy(keys, at, keys, at + 1, behind);
            System.arraycopy(packed, at, packed, at + 1, behind);
            size++;
        }
        keys[at] = key;
        packed[at] = level;
    }

    /** The best level is never one that is gone, and of the others not more than half. */
    private void tidy() {
        while (size > 0 && Digits.isZero(packed[size - 1])) {
            size--;
            gone--;
        }
        if (gone > size / 2) {
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (!Digits.isZero(packed[i])) {
                    keys[kept] = keys[i];
                    packed[kept] = packed[i];
                    kept++;
                }
            }
            size = kept;
            gone = 0;
        }
    }

    private void grow() {
        int capacity = 2 * keys.length;
        keys = Arrays.copyOf(keys, capacity);
        packed = Arrays.copyOf(packed, capacity);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Whether this side's best price is at least the other's; neither is empty. */
    boolean reaches(ArraySide other) {
        long own = Math.abs(keys[size - 1]);
        long others = Math.abs(other.keys[other.size - 1]);
        return scale == other.scale
                ? own >= others
                : BigDecimal.valueOf(own, scale).compareTo(BigDecimal.valueOf(others, other.scale)) >= 0;
    }

    BigDecimal best() {
        return price(size - 1);
    }

    PriceLevel[] top(int depth, BookUnits units) {
        PriceLevel[] levels = new PriceLevel[Math.min(depth, size - gone)];
        int found = 0;
        for (int at = size - 1; found < levels.length; at--) {
            if (!Digits.isZero(packed[at])) {
                levels[found++] = units.level(price(at), Digits.quantity(packed[at]));
            }
        }
        return levels;
    }

    private BigDecimal price(int at) {
        int sent = Digits.priceScale(packed[at]);
        return BigDecimal.valueOf(Math.abs(keys[at]) / Digits.power(scale - sent), sent);
    }

    void moveTo(TreeSide tree) {
        for (int i = 0; i < size; i++) {
            if (!Digits.isZero(packed[i])) {
                tree.set(price(i), Digits.quantity(packed[i]));
            }
        }
        clear();
    }
}
