package dev.astrolabe.aster.web3;

import java.math.BigInteger;
import org.bouncycastle.util.BigIntegers;

/** The 32-byte words of Ethereum's encodings. */
final class Words {

    static final int LENGTH = 32;

    private Words() {}

    /** An unsigned number, big end first. */
    static byte[] of(BigInteger number) {
        return BigIntegers.asUnsignedByteArray(LENGTH, number);
    }

    /** A number from 0. */
    static byte[] of(long number) {
        return of(BigInteger.valueOf(number));
    }

    /** 1 or 0. */
    static byte[] of(boolean flag) {
        return of(flag ? 1 : 0);
    }
}
