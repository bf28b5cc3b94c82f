package dev.astrolabe.benchmarks.depth;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The limit: a scanner by hand that trusts the message in everything, as to the order of members and the number of decimals, and two sorted
 * arrays a side. It makes no text of the bytes, and what it cannot read it does not notice.
 */
final class ArrayKeeper implements Keeper {

    private static final byte[] PREVIOUS_OF_ASTER = name("pu");
    private static final byte[] LAST_OF_ASTER = name("u");
    private static final byte[] BIDS_OF_ASTER = name("b");
    private static final byte[] ASKS_OF_ASTER = name("a");
    private static final byte[] PREVIOUS_OF_OKX = name("prevSeqId");
    private static final byte[] LAST_OF_OKX = name("seqId");
    private static final byte[] BIDS_OF_OKX = name("bids");
    private static final byte[] ASKS_OF_OKX = name("asks");

    private final boolean okx;
    private final int priceScale;
    private final int quantityScale;
    private final Side bids = new Side();
    private final Side asks = new Side();
    private byte[] json = {};
    private int at;
    private long number = -1;

    ArrayKeeper(boolean okx, int priceScale, int quantityScale) {
        this.okx = okx;
        this.priceScale = priceScale;
        this.quantityScale = quantityScale;
    }

    private static byte[] name(String name) {
        return ("\"" + name + "\":").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void take(byte[] frame) {
        json = frame;
        at = 0;
        long last;
        long previous;
        if (okx) {
            goBehind(ASKS_OF_OKX);
            levels(asks, -1);
            goBehind(BIDS_OF_OKX);
            levels(bids, 1);
            goBehind(PREVIOUS_OF_OKX);
            previous = whole();
            goBehind(LAST_OF_OKX);
            last = whole();
        } else {
            goBehind(LAST_OF_ASTER);
            last = whole();
            goBehind(PREVIOUS_OF_ASTER);
            previous = whole();
            goBehind(BIDS_OF_ASTER);
            levels(bids, 1);
            goBehind(ASKS_OF_ASTER);
            levels(asks, -1);
        }
        if (previous >= 0 && previous != number) {
            throw new IllegalStateException("a message was lost");
        }
        number = last;
    }

    private void goBehind(byte[] name) {
        byte[] bytes = json;
        int i = at;
        while (true) {
            int k = 0;
            while (k < name.length && bytes[i + k] == name[k]) {
                k++;
            }
            if (k == name.length) {
                at = i + k;
                return;
            }
            i++;
        }
    }

    private long whole() {
        int i = json[at] == '-' ? at + 1 : at;
        long value = 0;
        for (int digit = json[i] - '0'; digit >= 0 && digit <= 9; digit = json[i] - '0') {
            value = 10 * value + digit;
            i++;
        }
        long result = json[at] == '-' ? -value : value;
        at = i;
        return result;
    }

    private void levels(Side side, int sign) {
        byte[] bytes = json;
        int i = at + 1;
        side.begin();
        while (bytes[i] == '[') {
            long price = 0;
            byte letter;
            for (i += 2; (letter = bytes[i]) != '"'; i++) {
                if (letter != '.') {
                    price = 10 * price + letter - '0';
                }
            }
            long quantity = 0;
            for (i += 3; (letter = bytes[i]) != '"'; i++) {
                if (letter != '.') {
                    quantity = 10 * quantity + letter - '0';
                }
            }
            while (bytes[i] != ']') {
                i++;
            }
            side.set(sign * price, quantity);
            i += bytes[i + 1] == ',' ? 2 : 1;
        }
        at = i;
    }

    @Override
    public List<Level> levels() {
        List<Level> levels = new ArrayList<>();
        for (Side side : List.of(bids, asks)) {
            for (int i = side.size - 1; i >= 0; i--) {
                levels.add(new Level(
                        BigDecimal.valueOf(Math.abs(side.keys[i]), priceScale),
                        BigDecimal.valueOf(side.quantities[i], quantityScale)));
            }
        }
        return levels;
    }

    /** The best level stands last. Levels of a message go away from the best, so that each is looked for below the one before. */
    private static final class Side {
        private long[] keys = new long[2048];
        private long[] quantities = new long[2048];
        private int size;
        private int from;

        void begin() {
            from = size;
        }

        void set(long key, long quantity) {
            long[] sorted = keys;
            int i = from;
            while (i > 0 && sorted[i - 1] >= key) {
                i--;
            }
            from = i;
            boolean found = i < size && sorted[i] == key;
            if (quantity == 0) {
                if (found) {
                    System.arraycopy(keys, i + 1, keys, i, size - i - 1);
                    System.arraycopy(quantities, i + 1, quantities, i, size - i - 1);
                    size--;
                }
                return;
            }
            if (!found) {
                if (size == keys.length) {
                    keys = Arrays.copyOf(keys, 2 * size);
                    quantities = Arrays.copyOf(quantities, 2 * size);
                }
                System.arraycopy(keys, i, keys, i + 1, size - i);
                System.arraycopy(quantities, i, quantities, i + 1, size - i);
                size++;
                keys[i] = key;
            }
            quantities[i] = quantity;
        }
    }
}
