package dev.astrolabe.aster.web3;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.crypto.ec.CustomNamedCurves;

/**
 * Signs as {@link Secp256k1} does, bit for bit, in a fraction of the time: the nonce's point comes from a table, in arithmetic made
 * for this one field. What is too rare to have a rule here is left to {@link Secp256k1}. What depends on the nonce or the key is
 * computed without branches or places in memory that do, but for the last multiplications of {@link BigInteger}.
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
        return sign(hash, key, FirstNonce.of(Words.of(key), reduced)).orElseGet(() -> Secp256k1.sign(digest, key));
    }

    /** Signs with a nonce; empty where it gives no signature, or needs a rule that is not here. */
    static Optional<Web3Signature> sign(BigInteger hash, BigInteger key, byte[] nonce) {
        long[] k = Limbs.of(nonce);
        long[][] point = BASE.multiply(k);
        BigInteger x = Limbs.number(point[0]);
        BigInteger r = x.mod(Secp256k1.ORDER);
        BigInteger s = Limbs.number(ORDER.inverse(k))
                .multiply(hash.add(key.multiply(r)))
                .mod(Secp256k1.ORDER);
        if (!ORDER.isAbove(k) || r.signum() == 0 || s.signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(Secp256k1.lowS(r, s, Secp256k1.recoveryId(x, (point[1][0] & 1) != 0)));
    }
}
