package dev.astrolabe.aster.web3;

import java.math.BigInteger;
import java.nio.ByteBuffer;

/**
 * Numbers of 256 bits as five limbs of 52 bits, the lowest first: a product of limbs is then taken as its low and its high 52
 * bits, and a column of products is a sum of longs without any carry.
 */
final class Limbs {

    /** How many there are. */
    static final int COUNT = 5;
    /** How long each is. */
    static final int BITS = 52;
    /** What the last has of 256 bits. */
    static final int TOP_BITS = 256 - (COUNT - 1) * BITS;

    static final long MASK = (1L << BITS) - 1;
    static final long TOP_MASK = (1L << TOP_BITS) - 1;

    private Limbs() {}

    /** The bits from 52 up of a product of numbers below 2^57; with a sign, its floor. */
    static long high(long a, long b) {
        return Math.multiplyHigh(a << 6, b << 6);
    }

    static long[] of(BigInteger number) {
        return of(Words.of(number));
    }

    /** Of 32 bytes, big end first. */
    static long[] of(byte[] number) {
        ByteBuffer words = ByteBuffer.wrap(number);
        long[] limbs = new long[COUNT];
        unpack(limbs, words.getLong(24), words.getLong(16), words.getLong(8), words.getLong(0));
        return limbs;
    }

    /** From words of 64 bits, the lowest first. */
    static void unpack(long[] limbs, long w0, long w1, long w2, long w3) {
        limbs[0] = w0 & MASK;
        limbs[1] = (w0 >>> 52 | w1 << 12) & MASK;
        limbs[2] = (w1 >>> 40 | w2 << 24) & MASK;
        limbs[3] = (w2 >>> 28 | w3 << 36) & MASK;
        limbs[4] = w3 >>> 16;
    }

    /** The number of limbs that have no bit too many. */
    static BigInteger number(long[] limbs) {
        ByteBuffer words = ByteBuffer.allocate(Words.LENGTH);
        words.putLong(limbs[3] >>> 36 | limbs[4] << 16);
        words.putLong(limbs[2] >>> 24 | limbs[3] << 28);
        words.putLong(limbs[1] >>> 12 | limbs[2] << 40);
        words.putLong(limbs[0] | limbs[1] << 52);
        return new BigInteger(1, words.array());
    }
}
