package dev.astrolabe.aster.web3;

import static dev.astrolabe.aster.web3.Limbs.BITS;
import static dev.astrolabe.aster.web3.Limbs.MASK;
import static dev.astrolabe.aster.web3.Limbs.high;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Arithmetic modulo an odd number of 256 bits, on {@link Limbs}. Inverses are by division steps (Bernstein and Yang, "Fast
 * constant-time gcd computation and modular inversion", 2019; the variant that starts at one half), 52 of them at a time, and as
 * many as the worst case needs. No branch and no place in memory depends on a value.
 */
final class OddModulus {

    // 590 steps are enough for 256 bits.
    private static final int ROUNDS = 12;

    private final long[] modulus;
    private final long inverseOfLowest;
    private final long[] radixSquared;

    OddModulus(BigInteger modulus) {
        this.modulus = Limbs.of(modulus);
        this.inverseOfLowest =
                modulus.modInverse(BigInteger.ONE.shiftLeft(BITS)).longValue();
        this.radixSquared =
                Limbs.of(BigInteger.ONE.shiftLeft(2 * Limbs.COUNT * BITS).mod(modulus));
    }

    /** Whether a number is below the modulus. */
    boolean isAbove(long[] number) {
        return below(number) != 0;
    }

    /** All ones where a number is below the modulus, all zeros where not. */
    private long below(long[] number) {
        long borrow = 0;
        for (int i = 0; i < Limbs.COUNT; i++) {
            borrow = (number[i] - modulus[i] + borrow) >> BITS;
        }
        return borrow >> 63;
    }

    /** a + b, of numbers below the modulus. */
    long[] add(long[] a, long[] b) {
        long[] sum = new long[Limbs.COUNT];
        for (int i = 0; i < Limbs.COUNT; i++) {
            sum[i] = a[i] + b[i];
        }
        reduceOnce(sum);
        return sum;
    }

    /** a * b, of numbers below the modulus. */
    long[] multiply(long[] a, long[] b) {
        return productByRadix(productByRadix(a, b), radixSquared);
    }

    /** a * b / 2^260 (Montgomery): as many times the modulus is added as makes the lowest limb zero, which then falls away. */
    private long[] productByRadix(long[] a, long[] b) {
        long[] sum = new long[Limbs.COUNT + 1];
        for (int i = 0; i < Limbs.COUNT; i++) {
            addProduct(sum, a[i], b);
            addProduct(sum, -inverseOfLowest * sum[0] & MASK, modulus);
            long carry = sum[0] >> BITS;
            System.arraycopy(sum, 1, sum, 0, Limbs.COUNT);
            sum[0] += carry;
            sum[Limbs.COUNT] = 0;
        }
        long[] product = Arrays.copyOf(sum, Limbs.COUNT);
        reduceOnce(product);
        return product;
    }

    private static void addProduct(long[] sum, long factor, long[] limbs) {
        for (int i = 0; i < Limbs.COUNT; i++) {
            long high = high(factor, limbs[i]);
            sum[i] += factor * limbs[i] - (high << BITS);
            sum[i + 1] += high;
        }
    }

    /** Of a number below twice the modulus. */
    private void reduceOnce(long[] number) {
        carry(number);
        long less = ~below(number);
        for (int i = 0; i < Limbs.COUNT; i++) {
            number[i] -= modulus[i] & less;
        }
        carry(number);
    }

    /** number = modulus - number, where the mask is all ones and not all zeros. */
    void negateIf(long mask, long[] number) {
        long borrow = 0;
        for (int i = 0; i < Limbs.COUNT; i++) {
            borrow += modulus[i] - number[i];
            number[i] ^= (number[i] ^ (borrow & MASK)) & mask;
            borrow >>= BITS;
        }
    }

    /** The inverse of a number from 0 to below the modulus, its limbs of 52 bits each; of 0 it is 0. */
    long[] inverse(long[] number) {
        long[] f = modulus.clone();
        long[] g = number.clone();
        long[] d = new long[Limbs.COUNT];
        long[] e = {1, 0, 0, 0, 0};
        long[] steps = new long[4];
        long zeta = -1;
        for (int round = 0; round < ROUNDS; round++) {
            zeta = divide(zeta, f[0], g[0], steps);
            applyWithModulus(d, e, steps);
            apply(f, g, steps);
        }
        addModulusIfNegative(d);
        long sign = f[Limbs.COUNT - 1] >> 63;
        for (int i = 0; i < Limbs.COUNT; i++) {
            d[i] = (d[i] ^ sign) - sign;
        }
        carry(d);
        addModulusIfNegative(d);
        return d;
    }

    /** 52 division steps of the lowest limbs; what they do to the whole numbers is the matrix u, v, q, r over 2^52. */
    private static long divide(long startZeta, long startF, long startG, long[] matrix) {
        long zeta = startZeta;
        long f = startF;
        long g = startG;
        long u = 1;
        long v = 0;
        long q = 0;
        long r = 1;
        for (int i = 0; i < BITS; i++) {
            long swap = zeta >> 63;
            long odd = -(g & 1);
            g += ((f ^ swap) - swap) & odd;
            q += ((u ^ swap) - swap) & odd;
            r += ((v ^ swap) - swap) & odd;
            swap &= odd;
            zeta = (zeta ^ swap) - 1;
            f += g & swap;
            u += q & swap;
            v += r & swap;
            g >>= 1;
            u <<= 1;
            v <<= 1;
        }
        matrix[0] = u;
        matrix[1] = v;
        matrix[2] = q;
        matrix[3] = r;
        return zeta;
    }

    /** f, g = matrix * (f, g) / 2^52, which leaves no remainder. */
    private static void apply(long[] f, long[] g, long[] matrix) {
        long u = matrix[0];
        long v = matrix[1];
        long q = matrix[2];
        long r = matrix[3];
        long carryF = 0;
        long carryG = 0;
        for (int i = 0; i < Limbs.COUNT; i++) {
            long highF = high(u, f[i]) + high(v, g[i]);
            long highG = high(q, f[i]) + high(r, g[i]);
            long lowF = u * f[i] + v * g[i] - (highF << BITS) + carryF;
            long lowG = q * f[i] + r * g[i] - (highG << BITS) + carryG;
            if (i > 0) {
                f[i - 1] = lowF & MASK;
                g[i - 1] = lowG & MASK;
            }
            carryF = highF + (lowF >> BITS);
            carryG = highG + (lowG >> BITS);
        }
        f[Limbs.COUNT - 1] = carryF;
        g[Limbs.COUNT - 1] = carryG;
    }

    /** d, e = matrix * (d, e) / 2^52 modulo the modulus, of which as much is added as leaves no remainder. */
    private void applyWithModulus(long[] d, long[] e, long[] matrix) {
        long u = matrix[0];
        long v = matrix[1];
        long q = matrix[2];
        long r = matrix[3];
        long negativeD = d[Limbs.COUNT - 1] >> 63;
        long negativeE = e[Limbs.COUNT - 1] >> 63;
        long timesD = (u & negativeD) + (v & negativeE);
        long timesE = (q & negativeD) + (r & negativeE);
        timesD -= (inverseOfLowest * (u * d[0] + v * e[0]) + timesD) & MASK;
        timesE -= (inverseOfLowest * (q * d[0] + r * e[0]) + timesE) & MASK;
        long carryD = 0;
        long carryE = 0;
        for (int i = 0; i < Limbs.COUNT; i++) {
            long m = modulus[i];
            long highD = high(u, d[i]) + high(v, e[i]) + high(m, timesD);
            long highE = high(q, d[i]) + high(r, e[i]) + high(m, timesE);
            long lowD = u * d[i] + v * e[i] + m * timesD - (highD << BITS) + carryD;
            long lowE = q * d[i] + r * e[i] + m * timesE - (highE << BITS) + carryE;
            if (i > 0) {
                d[i - 1] = lowD & MASK;
                e[i - 1] = lowE & MASK;
            }
            carryD = highD + (lowD >> BITS);
            carryE = highE + (lowE >> BITS);
        }
        d[Limbs.COUNT - 1] = carryD;
        e[Limbs.COUNT - 1] = carryE;
    }

    private void addModulusIfNegative(long[] a) {
        long negative = a[Limbs.COUNT - 1] >> 63;
        for (int i = 0; i < Limbs.COUNT; i++) {
            a[i] += modulus[i] & negative;
        }
        carry(a);
    }

    private static void carry(long[] a) {
        for (int i = 0; i < Limbs.COUNT - 1; i++) {
            a[i + 1] += a[i] >> BITS;
            a[i] &= MASK;
        }
    }
}
