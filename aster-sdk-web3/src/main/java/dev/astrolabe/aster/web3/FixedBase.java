package dev.astrolabe.aster.web3;

import java.math.BigInteger;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;

/**
 * Multiples of one point, by a table. A factor is written in digits of 6 bits that are odd and have a sign, so no digit is zero;
 * the table has each of them times its place, and their sum is the multiple: 42 additions and no doubling. Which entry a digit
 * takes is not seen from outside: of each place all are read, and a mask keeps one. No branch depends on the factor.
 */
final class FixedBase {

    private static final int WIDTH = 6;
    private static final int ENTRIES = 1 << (WIDTH - 1);
    private static final int PLACES = 256 / WIDTH + 1;
    /** A coordinate in the table. */
    private static final int WORDS = 4;
    /** All coordinates of all places for one digit; the places are next to each other, so that they are compared together. */
    private static final int ROW = 2 * WORDS * PLACES;

    private final long[][] table = new long[ENTRIES][ROW];
    private final OddModulus order;
    private final OddModulus field;

    /** The multiples of a point of secp256k1. */
    FixedBase(ECPoint base) {
        ECCurve curve = base.getCurve();
        field = new OddModulus(curve.getField().getCharacteristic());
        order = new OddModulus(curve.getOrder());
        ECPoint[] points = multiples(base);
        curve.normalizeAll(points);
        for (int place = 0; place < PLACES; place++) {
            for (int entry = 0; entry < ENTRIES; entry++) {
                ECPoint point = points[place * ENTRIES + entry];
                keep(point.getAffineXCoord().toBigInteger(), table[entry], place);
                keep(point.getAffineYCoord().toBigInteger(), table[entry], WORDS * PLACES + place);
            }
        }
    }

    /** For each place the odd multiples, the smallest first. */
    private static ECPoint[] multiples(ECPoint base) {
        ECPoint[] points = new ECPoint[PLACES * ENTRIES];
        ECPoint ofPlace = base;
        for (int place = 0; place < PLACES; place++) {
            ECPoint twice = ofPlace.twice();
            ECPoint point = ofPlace;
            for (int entry = 0; entry < ENTRIES; entry++) {
                points[place * ENTRIES + entry] = point;
                point = point.add(twice);
            }
            ofPlace = twice.timesPow2(WIDTH - 1);
        }
        return points;
    }

    private static void keep(BigInteger coordinate, long[] row, int at) {
        for (int word = 0; word < WORDS; word++) {
            row[at + word * PLACES] = coordinate.shiftRight(64 * word).longValue();
        }
    }

    /**
     * A multiple of the point.
     *
     * @param factor the limbs of a number from 1 to below the order
     * @return x and y in limbs; both zero for the one factor whose digits this sum has no rule for
     */
    long[][] multiply(long[] factor) {
        long[] odd = factor.clone();
        // Only an odd number has odd digits: of an even one the negative is taken, and its point turned back.
        long flip = (factor[0] & 1) - 1;
        order.negateIf(flip, odd);
        long[] digits = digits(odd);
        long[] chosen = select(digits);
        PointSum sum = new PointSum();
        long[] x = new long[Limbs.COUNT];
        long[] y = new long[Limbs.COUNT];
        for (int place = 0; place < PLACES; place++) {
            unpack(x, chosen, place);
            unpack(y, chosen, WORDS * PLACES + place);
            PrimeField.negateIf(flip ^ negative(digits[place]), y);
            if (place == 0) {
                sum.start(x, y);
            } else {
                sum.add(x, y);
            }
        }
        return sum.affine(field);
    }

    /**
     * An odd number is the sum of (2 t - 63) 64^i, where the t are the digits of 6 bits of its half with a bit set on top: t from
     * 32 up stands for a positive digit.
     */
    private static long[] digits(long[] odd) {
        long[] digits = new long[PLACES];
        for (int place = 0; place < PLACES; place++) {
            int bit = place * WIDTH + 1;
            int at = bit / Limbs.BITS;
            int from = bit % Limbs.BITS;
            long next = at + 1 < Limbs.COUNT ? odd[at + 1] : 0;
            digits[place] = ((odd[at] >>> from) | (next << (Limbs.BITS - from))) & ((1 << WIDTH) - 1);
        }
        digits[PLACES - 1] |= 1 << (WIDTH - 1);
        return digits;
    }

    /** All ones where a digit stands for a negative one. */
    private static long negative(long digit) {
        return (digit >> (WIDTH - 1)) - 1;
    }

    /** The entries that the digits take, of all places, as a row of the table. */
    private long[] select(long[] digits) {
        long[] wanted = new long[ROW];
        for (int place = 0; place < PLACES; place++) {
            // The entry of a negative digit is that of the positive one, which has all its bits turned.
            long entry = (digits[place] ^ negative(digits[place])) & (ENTRIES - 1);
            for (int word = 0; word < 2 * WORDS; word++) {
                wanted[word * PLACES + place] = entry;
            }
        }
        long[] chosen = new long[ROW];
        for (int entry = 0; entry < ENTRIES; entry++) {
            choose(entry, table[entry], wanted, chosen);
        }
        return chosen;
    }

    /** Simple enough for the compiler to do eight at once. */
    private static void choose(long entry, long[] row, long[] wanted, long[] chosen) {
        for (int i = 0; i < ROW; i++) {
            // All ones where the entry is the wanted one: only 0 is negative after 1 is taken away.
            chosen[i] |= row[i] & (((wanted[i] ^ entry) - 1) >> 63);
        }
    }

    private static void unpack(long[] limbs, long[] words, int at) {
        Limbs.unpack(limbs, words[at], words[at + PLACES], words[at + 2 * PLACES], words[at + 3 * PLACES]);
    }
}
