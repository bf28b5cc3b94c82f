package dev.astrolabe.exchange.transport;

import java.math.BigDecimal;

/**
 * Decimals as digits and a scale: prices of up to 18 digits, which fit into a long whatever they are multiplied with to reach a common
 * scale; and quantities of up to 16, which fit into one together with both scales as sent.
 */
final class Digits {

    private static final int LARGEST_SCALE = 18;
    private static final int OF_PRICE = 18;
    private static final int OF_QUANTITY = 16;
    private static final long LARGEST_PRICE = 999_999_999_999_999_999L;
    private static final long LARGEST_QUANTITY = 9_999_999_999_999_999L;
    private static final int SCALE_BITS = 5;
    private static final int SCALE_MASK = (1 << SCALE_BITS) - 1;
    private static final int BOTH_BITS = 2 * SCALE_BITS;

    private static final long[] POWERS = new long[LARGEST_SCALE + 1];
    private static final long[] LARGEST_BEFORE = new long[LARGEST_SCALE + 1];

    static {
        long power = 1;
        for (int i = 0; i <= LARGEST_SCALE; i++) {
            POWERS[i] = power;
            LARGEST_BEFORE[i] = LARGEST_PRICE / power;
            power *= 10;
        }
    }

    private Digits() {}

    /** A price and a quantity that is not below 0. */
    static boolean fit(long price, int priceScale, long quantity, int quantityScale) {
        return price > 0
                && price <= LARGEST_PRICE
                && quantity >= 0
                && quantity <= LARGEST_QUANTITY
                && priceScale >= 0
                && priceScale <= LARGEST_SCALE
                && quantityScale >= 0
                && quantityScale <= LARGEST_SCALE;
    }

    /** Whether the digits of both fit into a long; what {@link #fit(long, int, long, int)} says is another matter. */
    static boolean areFew(BigDecimal price, BigDecimal quantity) {
        return price.precision() <= OF_PRICE && quantity.precision() <= OF_QUANTITY;
    }

    /** Ten to the power of 0 to 18. */
    static long power(int exponent) {
        return POWERS[exponent];
    }

    /** The largest price that still fits once it is multiplied with ten to that power. */
    static long largestBefore(int exponent) {
        return LARGEST_BEFORE[exponent];
    }

    static long pack(long quantity, int priceScale, int quantityScale) {
        return (quantity << BOTH_BITS) | ((long) priceScale << SCALE_BITS) | quantityScale;
    }

    static int priceScale(long packed) {
        return (int) (packed >>> SCALE_BITS) & SCALE_MASK;
    }

    static boolean isZero(long packed) {
        return packed >>> BOTH_BITS == 0;
    }

    static BigDecimal quantity(long packed) {
        return BigDecimal.valueOf(packed >>> BOTH_BITS, (int) packed & SCALE_MASK);
    }
}
