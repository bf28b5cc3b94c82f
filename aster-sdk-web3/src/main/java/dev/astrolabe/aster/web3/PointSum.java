package dev.astrolabe.aster.web3;

/**
 * A sum of points, kept as X/ZZ and Y/ZZZ with ZZ^3 = ZZZ^2, so that an addition needs no division. Not for points that are equal
 * or each other's negative: the sum is lost then, and ZZ stays zero whatever is added. Not for use by several threads.
 */
final class PointSum {

    private final long[] x = new long[Limbs.COUNT];
    private final long[] y = new long[Limbs.COUNT];
    private final long[] zz = new long[Limbs.COUNT];
    private final long[] zzz = new long[Limbs.COUNT];

    private final long[] p = new long[Limbs.COUNT];
    private final long[] r = new long[Limbs.COUNT];
    private final long[] q = new long[Limbs.COUNT];
    private final long[] pp = new long[Limbs.COUNT];
    private final long[] ppp = new long[Limbs.COUNT];

    void start(long[] startX, long[] startY) {
        System.arraycopy(startX, 0, x, 0, Limbs.COUNT);
        System.arraycopy(startY, 0, y, 0, Limbs.COUNT);
        PrimeField.carry(y);
        zz[0] = 1;
        zzz[0] = 1;
    }

    /** Adds a point in 8 products and 2 squares. */
    void add(long[] otherX, long[] otherY) {
        PrimeField.multiply(p, otherX, zz);
        PrimeField.subtract(p, p, x);
        PrimeField.multiply(r, otherY, zzz);
        PrimeField.subtract(r, r, y);
        PrimeField.square(pp, p);
        PrimeField.multiply(ppp, p, pp);
        PrimeField.multiply(q, x, pp);
        PrimeField.multiply(zz, zz, pp);
        PrimeField.multiply(zzz, zzz, ppp);
        // X = R^2 - PPP - 2Q
        PrimeField.square(x, r);
        PrimeField.subtract(x, x, ppp);
        PrimeField.subtract(x, x, q);
        PrimeField.subtract(x, x, q);
        PrimeField.carry(x);
        // Y = R (Q - X) - Y PPP
        PrimeField.multiply(ppp, y, ppp);
        PrimeField.subtract(q, q, x);
        PrimeField.multiply(y, r, q);
        PrimeField.subtract(y, y, ppp);
        PrimeField.carry(y);
    }

    /** x and y of the sum; both zero if it was lost. */
    long[][] affine(OddModulus field) {
        // 1/ZZ = (ZZ/ZZZ)^2: one inversion serves both.
        long[] inverse = field.inverse(PrimeField.reduced(zzz));
        PrimeField.multiply(y, y, inverse);
        PrimeField.multiply(zz, zz, inverse);
        PrimeField.square(zz, zz);
        PrimeField.multiply(x, x, zz);
        return new long[][] {PrimeField.reduced(x), PrimeField.reduced(y)};
    }
}
