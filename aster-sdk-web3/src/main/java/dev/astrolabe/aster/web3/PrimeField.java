package dev.astrolabe.aster.web3;

import static dev.astrolabe.aster.web3.Limbs.BITS;
import static dev.astrolabe.aster.web3.Limbs.MASK;
import static dev.astrolabe.aster.web3.Limbs.TOP_BITS;
import static dev.astrolabe.aster.web3.Limbs.TOP_MASK;
import static dev.astrolabe.aster.web3.Limbs.high;

/**
 * Arithmetic modulo the prime of secp256k1, p = 2^256 - 0x1000003D1, on {@link Limbs}. No branch and no place in memory depends on
 * a value.
 *
 * <p>Limbs may stand a little above 52 bits: what {@link #multiply}, {@link #square} and {@link #carry} give is <em>tidy</em>, every
 * limb below 2^52 + 2^46 and the last below 2^48 + 2^10, and a factor may have limbs up to 2^54. A result may be one of the
 * operands.
 */
final class PrimeField {

    // 2^256 and 2^260 modulo p.
    private static final long AT_256 = 0x1000003D1L;
    private static final long AT_260 = AT_256 << 4;
    // 2p in limbs that are each above those of a tidy number.
    private static final long TWICE_P_0 = 2 * (MASK + 1 - AT_256);
    private static final long TWICE_P = 2 * MASK;
    private static final long TWICE_P_4 = 2 * TOP_MASK;

    private PrimeField() {}

    /** result = a * b, tidy. */
    static void multiply(long[] result, long[] a, long[] b) {
        long a0 = a[0];
        long a1 = a[1];
        long a2 = a[2];
        long a3 = a[3];
        long a4 = a[4];
        long b0 = b[0];
        long b1 = b[1];
        long b2 = b[2];
        long b3 = b[3];
        long b4 = b[4];
        long h0 = high(a0, b0);
        long h1 = high(a0, b1) + high(a1, b0);
        long h2 = high(a0, b2) + high(a1, b1) + high(a2, b0);
        long h3 = high(a0, b3) + high(a1, b2) + high(a2, b1) + high(a3, b0);
        long h4 = high(a0, b4) + high(a1, b3) + high(a2, b2) + high(a3, b1) + high(a4, b0);
        long h5 = high(a1, b4) + high(a2, b3) + high(a3, b2) + high(a4, b1);
        long h6 = high(a2, b4) + high(a3, b3) + high(a4, b2);
        long h7 = high(a3, b4) + high(a4, b3);
        long h8 = high(a4, b4);
        // The sum of a column's low halves is the sum of its products less the high halves, and fits although both
        // overflow.
        fold(
                result,
                a0 * b0 - (h0 << BITS),
                a0 * b1 + a1 * b0 - (h1 << BITS) + h0,
                a0 * b2 + a1 * b1 + a2 * b0 - (h2 << BITS) + h1,
                a0 * b3 + a1 * b2 + a2 * b1 + a3 * b0 - (h3 << BITS) + h2,
                a0 * b4 + a1 * b3 + a2 * b2 + a3 * b1 + a4 * b0 - (h4 << BITS) + h3,
                a1 * b4 + a2 * b3 + a3 * b2 + a4 * b1 - (h5 << BITS) + h4,
                a2 * b4 + a3 * b3 + a4 * b2 - (h6 << BITS) + h5,
                a3 * b4 + a4 * b3 - (h7 << BITS) + h6,
                a4 * b4 - (h8 << BITS) + h7,
                h8);
    }

    /** result = a * a, tidy. */
    static void square(long[] result, long[] a) {
        long a0 = a[0];
        long a1 = a[1];
        long a2 = a[2];
        long a3 = a[3];
        long a4 = a[4];
        long d0 = 2 * a0;
        long d1 = 2 * a1;
        long d2 = 2 * a2;
        long d3 = 2 * a3;
        long h0 = high(a0, a0);
        long h1 = high(d0, a1);
        long h2 = high(d0, a2) + high(a1, a1);
        long h3 = high(d0, a3) + high(d1, a2);
        long h4 = high(d0, a4) + high(d1, a3) + high(a2, a2);
        long h5 = high(d1, a4) + high(d2, a3);
        long h6 = high(d2, a4) + high(a3, a3);
        long h7 = high(d3, a4);
        long h8 = high(a4, a4);
        fold(
                result,
                a0 * a0 - (h0 << BITS),
                d0 * a1 - (h1 << BITS) + h0,
                d0 * a2 + a1 * a1 - (h2 << BITS) + h1,
                d0 * a3 + d1 * a2 - (h3 << BITS) + h2,
                d0 * a4 + d1 * a3 + a2 * a2 - (h4 << BITS) + h3,
                d1 * a4 + d2 * a3 - (h5 << BITS) + h4,
                d2 * a4 + a3 * a3 - (h6 << BITS) + h5,
                d3 * a4 - (h7 << BITS) + h6,
                a4 * a4 - (h8 << BITS) + h7,
                h8);
    }

    /** A product of ten limbs, each up to 2^62, made five: the upper ones count 2^260 times, which is a small number modulo p. */
    private static void fold(
            long[] result, long v0, long v1, long v2, long v3, long v4, long v5, long v6, long v7, long v8, long v9) {
        long u5 = v5 + Math.multiplyHigh(v9, AT_260 << 12);
        carry(
                result,
                v0 + (u5 * AT_260 & MASK),
                v1 + Math.multiplyHigh(u5, AT_260 << 12) + (v6 * AT_260 & MASK),
                v2 + Math.multiplyHigh(v6, AT_260 << 12) + (v7 * AT_260 & MASK),
                v3 + Math.multiplyHigh(v7, AT_260 << 12) + (v8 * AT_260 & MASK),
                v4 + Math.multiplyHigh(v8, AT_260 << 12) + (v9 * AT_260 & MASK));
    }

    /** All carries at once and each one limb far, which is enough for a tidy number. */
    private static void carry(long[] result, long r0, long r1, long r2, long r3, long r4) {
        result[0] = (r0 & MASK) + (r4 >>> TOP_BITS) * AT_256;
        result[1] = (r1 & MASK) + (r0 >>> BITS);
        result[2] = (r2 & MASK) + (r1 >>> BITS);
        result[3] = (r3 & MASK) + (r2 >>> BITS);
        result[4] = (r4 & TOP_MASK) + (r3 >>> BITS);
    }

    /** Makes limbs up to 2^60 tidy. */
    static void carry(long[] a) {
        carry(a, a[0], a[1], a[2], a[3], a[4]);
    }

    /** result = a - b, of tidy numbers, or such that a is up to 2^53; not tidy, but good for a product. */
    static void subtract(long[] result, long[] a, long[] b) {
        result[0] = a[0] + TWICE_P_0 - b[0];
        result[1] = a[1] + TWICE_P - b[1];
        result[2] = a[2] + TWICE_P - b[2];
        result[3] = a[3] + TWICE_P - b[3];
        result[4] = a[4] + TWICE_P_4 - b[4];
    }

    /** Turns the sign where the mask is all ones, of a tidy number; leaves it where it is all zeros. */
    static void negateIf(long mask, long[] a) {
        a[0] ^= (a[0] ^ (TWICE_P_0 - a[0])) & mask;
        a[1] ^= (a[1] ^ (TWICE_P - a[1])) & mask;
        a[2] ^= (a[2] ^ (TWICE_P - a[2])) & mask;
        a[3] ^= (a[3] ^ (TWICE_P - a[3])) & mask;
        a[4] ^= (a[4] ^ (TWICE_P_4 - a[4])) & mask;
    }

    /** A tidy number from 0 to below p, each limb of 52 bits. */
    static long[] reduced(long[] a) {
        long[] result = new long[Limbs.COUNT];
        // Adding what p lacks to 2^256 carries out of the top exactly where the number is p or more.
        long over = ripple(result, a, AT_256) >> TOP_BITS;
        ripple(result, a, over * AT_256);
        result[Limbs.COUNT - 1] &= TOP_MASK;
        return result;
    }

    /** result = a + addend with every carry done; gives the last limb, which keeps all its bits. */
    private static long ripple(long[] result, long[] a, long addend) {
        long sum = addend;
        for (int i = 0; i < Limbs.COUNT - 1; i++) {
            sum += a[i];
            result[i] = sum & MASK;
            sum >>= BITS;
        }
        result[Limbs.COUNT - 1] = a[Limbs.COUNT - 1] + sum;
        return result[Limbs.COUNT - 1];
    }
}
