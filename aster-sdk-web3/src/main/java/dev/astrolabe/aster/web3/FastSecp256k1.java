package dev.astrolabe.aster.web3;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.util.Arrays;

/**
 * Signs as {@link Secp256k1} does, bit for bit, in a fraction of the time: the nonce's point comes from a table, in arithmetic made
 * for this one field. What is too rare to have a rule here is left to {@link Secp256k1}. No branch and
 * no place in memory depends on the nonce or the key.
 */
final class FastSecp256k1 {

    private static final OddModulus ORDER = new OddModulus(Secp256k1.ORDER);
    private static final FixedBase BASE =
            new FixedBase(CustomNamedCurves.getByName("secp256k1").getG());

    private FastSecp256k1() {}

    /** Signs a hash of 32 bytes with a key from 1 to below the order. */
    static Web3Signature sign(byte[] digest, BigInteger key) {
        BigInteger hash = new BigInteger(1, digest);
        byte[] reduced = hash.compareTo(Secp256k1.ORDER) < 0 ? digest : Words.of(hash.subtract(Secp256k1.ORDER));
        byte[] secret = Words.of(key);
        return sign(Limbs.of(reduced), Limbs.of(secret), Limbs.of(FirstNonce.of(secret, reduced)))
                .orElseGet(() -> Secp256k1.sign(digest, key));
    }

    /** Signs with a nonce; empty where it gives no signature, or needs a rule that is not here. */
    static Optional<Web3Signature> sign(long[] hash, long[] key, long[] nonce) {
        if (!ORDER.isAbove(nonce)) {
            return Optional.empty();
        }
        long[][] point = BASE.multiply(nonce);
        BigInteger x = Limbs.number(point[0]);
        BigInteger r = x.mod(Secp256k1.ORDER);
        long[] proof = ORDER.add(hash, ORDER.multiply(key, Limbs.of(r)));
        BigInteger s = Limbs.number(ORDER.multiply(ORDER.inverse(nonce), proof));
        if (r.signum() == 0 || s.signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(Secp256k1.lowS(r, s, Secp256k1.recoveryId(x, (point[1][0] & 1) != 0)));
    }

    /** The public key without its leading format byte: x and y. Also has the table made before the first signature needs it. */
    static byte[] publicKey(BigInteger key) {
        long[][] point = BASE.multiply(Limbs.of(key));
        BigInteger x = Limbs.number(point[0]);
        return x.signum() == 0
                ? Secp256k1.publicKey(key)
                : Arrays.concatenate(Words.of(x), Words.of(Limbs.number(point[1])));
    }
}
