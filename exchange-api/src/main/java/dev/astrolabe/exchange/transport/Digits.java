package dev.astrolabe.exchange.transport;

/** Decimals as up to 18 digits and a scale: what fits into a long, whatever it is multiplied with to reach a common scale. */
final class Digits {

    static final int LARGEST_SCALE = 18;
    static final long MOST = 999_999_999_999_999_999L;

    private static final long[] POWERS = new long[LARGEST_SCALE + 1];
    private static final long[] MOST_BEFORE = new long[LARGEST_SCALE + 1];
    private static final int BITS = 8;
    private static final int MASK = (1 << BITS) - 1;

    static {
        long power = 1;
        for (int i = 0; i <= LARGEST_SCALE; i++) {
            POWERS[i] = power;
            MOST_BEFORE[i] = MOST / power;
            power *= 10;
        }
    }

    private Digits() {}

    static boolean fit(int scale) {
        return scale >= 0 && scale <= LARGEST_SCALE;
    }

    /** Ten to the power of 0 to 18. */
    static long power(int exponent) {
        return POWERS[exponent];
    }

    /** The largest number that still fits once it is multiplied with ten to that power. */
    static long mostBefore(int exponent) {
        return MOST_BEFORE[exponent];
    }

    static short pack(int priceScale, int quantityScale) {
        return (short) (priceScale << BITS | quantityScale);
    }

    static int priceScale(short packed) {
        return packed >> BITS;
    }

    static int quantityScale(short packed) {
        return packed & MASK;
    }
}
