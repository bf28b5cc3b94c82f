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

    // Bids ascend to the best; asks do when they are negated.
    private final int sign;
    private long[] keys = new long[FIRST_CAPACITY];
    private long[] quantities = new long[FIRST_CAPACITY];
    private short[] scales = new short[FIRST_CAPACITY];
    private int size;
    private int scale;
    // Where the last level was: the next one of a message is near it.
    private int hint;

    ArraySide(boolean bids) {
        this.sign = bids ? 1 : -1;
    }

    void clear() {
        size = 0;
        scale = 0;
    }

    /** How many levels fitted; those behind them are left. */
    int set(LevelChanges.Side told) {
        hint = size - 1;
        int count = told.size();
        for (int i = 0; i < count; i++) {
            if (!set(told.digitsOfPrice(i), told.digitsOfQuantity(i), told.scales(i))) {
                return i;
            }
        }
        return count;
    }

    /** False if it does not fit; then nothing was changed. */
    boolean set(BigDecimal price, BigDecimal quantity) {
        if (price.signum() <= 0 || quantity.signum() < 0 || !fits(price) || !fits(quantity)) {
            return false;
        }
        return set(
                price.unscaledValue().longValue(),
                quantity.unscaledValue().longValue(),
                Digits.pack(price.scale(), quantity.scale()));
    }

    private static boolean fits(BigDecimal value) {
        return Digits.fit(value.scale()) && value.precision() <= Digits.LARGEST_SCALE;
    }

    private boolean set(long price, long quantity, short sent) {
        long common = price;
        int missing = scale - Digits.priceScale(sent);
        if (missing != 0) {
            if (missing < 0 && !rescale(-missing)) {
                return false;
            }
            if (missing > 0) {
                if (price > Digits.mostBefore(missing)) {
                    return false;
                }
                common = price * Digits.power(missing);
            }
        }
        long key = sign * common;
        int at = find(key);
        hint = at;
        if (at < size && keys[at] == key) {
            if (quantity == 0) {
                remove(at);
            } else {
                quantities[at] = quantity;
                scales[at] = sent;
            }
        } else if (quantity != 0) {
            insert(at, key, quantity, sent);
        }
        return true;
    }

    private boolean rescale(int more) {
        long most = Digits.mostBefore(more);
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

    /** The place of the first key that is not smaller. In growing steps from the hint, then by halves. */
    private int find(long key) {
        long[] sorted = keys;
        int from = Math.min(hint, size - 1);
        int low;
        int high;
        int step = 1;
        if (from >= 0 && sorted[from] >= key) {
            high = from;
            low = from - 1;
            while (low >= 0 && sorted[low] >= key) {
                high = low;
                low -= step;
                step <<= 1;
            }
            low = Math.max(low, -1);
        } else {
            low = from;
            high = low + 1;
            while (high < size && sorted[high] < key) {
                low = high;
                high += step;
                step <<= 1;
            }
            high = Math.min(high, size);
        }
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < key) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private void remove(int at) {
        int behind = size - at - 1;
        System.arraycopy(keys, at + 1, keys, at, behind);
        System.arraycopy(quantities, at + 1, quantities, at, behind);
        System.arraycopy(scales, at + 1, scales, at, behind);
        size--;
        hint = at - 1;
    }

    private void insert(int at, long key, long quantity, short sent) {
        if (size == keys.length) {
            grow();
        }
        int behind = size - at;
        System.arraycopy(keys, at, keys, at + 1, behind);
        System.arraycopy(quantities, at, quantities, at + 1, behind);
        System.arraycopy(scales, at, scales, at + 1, behind);
        keys[at] = key;
        quantities[at] = quantity;
        scales[at] = sent;
        size++;
    }

    private void grow() {
        int capacity = 2 * keys.length;
        keys = Arrays.copyOf(keys, capacity);
        quantities = Arrays.copyOf(quantities, capacity);
        scales = Arrays.copyOf(scales, capacity);
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
        PriceLevel[] levels = new PriceLevel[Math.min(depth, size)];
        for (int i = 0; i < levels.length; i++) {
            int at = size - 1 - i;
            levels[i] = units.level(price(at), quantity(at));
        }
        return levels;
    }

    private BigDecimal price(int at) {
        int sent = Digits.priceScale(scales[at]);
        return BigDecimal.valueOf(Math.abs(keys[at]) / Digits.power(scale - sent), sent);
    }

    private BigDecimal quantity(int at) {
        return BigDecimal.valueOf(quantities[at], Digits.quantityScale(scales[at]));
    }

    void moveTo(TreeSide tree) {
        for (int i = 0; i < size; i++) {
            tree.set(price(i), quantity(i));
        }
        clear();
    }
}
