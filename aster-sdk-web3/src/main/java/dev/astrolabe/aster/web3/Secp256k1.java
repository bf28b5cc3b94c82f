package dev.astrolabe.aster.web3;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/**
 * ECDSA on the curve of Ethereum: deterministic (RFC 6979), low s (EIP-2). The recovery id comes from the point of the nonce
 * itself, which costs nothing; finding it afterwards by trial would cost more than the signature.
 *
 * <p>Requests are signed by {@link FastSecp256k1}; what signs here is what that is measured by, and what it leaves to do.
 */
final class Secp256k1 {

    /** The order of the curve: keys, r and s are from 1 to below it. */
    static final BigInteger ORDER;

    private static final BigInteger HALF_ORDER;
    private static final BigInteger FIELD;
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");
    private static final FixedPointCombMultiplier BASE_MULTIPLIER = new FixedPointCombMultiplier();

    static {
        ORDER = CURVE.getN();
        HALF_ORDER = ORDER.shiftRight(1);
        FIELD = CURVE.getCurve().getField().getCharacteristic();
    }

    private Secp256k1() {}

    /** Signs a hash of 32 bytes with a key from 1 to below the order. */
    static Web3Signature sign(byte[] digest, BigInteger key) {
        BigInteger hash = new BigInteger(1, digest);
        HMacDSAKCalculator nonces = new HMacDSAKCalculator(new SHA256Digest());
        nonces.init(ORDER, key, digest);
        while (true) {
            BigInteger k = nonces.nextK();
            ECPoint point = BASE_MULTIPLIER.multiply(CURVE.getG(), k).normalize();
            BigInteger x = point.getAffineXCoord().toBigInteger();
            BigInteger r = x.mod(ORDER);
            BigInteger s = BigIntegers.modOddInverse(ORDER, k)
                    .multiply(hash.add(key.multiply(r)))
                    .mod(ORDER);
            if (r.signum() != 0 && s.signum() != 0) {
                boolean odd = point.getAffineYCoord().testBitZero();
                return lowS(r, s, recoveryId(x, odd));
            }
        }
    }

    /** Which of the points that fit r: bit 0 is the parity of y, bit 1 that x was not below the order. */
    static int recoveryId(BigInteger x, boolean oddY) {
        return (oddY ? 1 : 0) + (x.compareTo(ORDER) >= 0 ? 2 : 0);
    }

    /** Of the two values that prove the same, the lower; with the other one the point changes its sign too. */
    static Web3Signature lowS(BigInteger r, BigInteger s, int recoveryId) {
        return s.compareTo(HALF_ORDER) > 0
                ? new Web3Signature(r, ORDER.subtract(s), Web3Signature.LOWEST_V + (recoveryId ^ 1))
                : new Web3Signature(r, s, Web3Signature.LOWEST_V + recoveryId);
    }

    static boolean isLow(BigInteger s) {
        return s.compareTo(HALF_ORDER) <= 0;
    }

    /** The public key without its leading format byte: x and y. */
    static byte[] publicKey(BigInteger key) {
        return encoded(BASE_MULTIPLIER.multiply(CURVE.getG(), key));
    }

    /** The public key that made a signature; empty if the signature fits none. */
    static Optional<byte[]> recover(byte[] digest, Web3Signature signature) {
        int recoveryId = signature.v() - Web3Signature.LOWEST_V;
        BigInteger x = (recoveryId & 2) == 0 ? signature.r() : signature.r().add(ORDER);
        if (x.compareTo(FIELD) >= 0) {
            return Optional.empty();
        }
        byte[] compressed = new byte[1 + Words.LENGTH];
        compressed[0] = (byte) (2 + (recoveryId & 1));
        System.arraycopy(Words.of(x), 0, compressed, 1, Words.LENGTH);
        ECPoint point;
        try {
            point = CURVE.getCurve().decodePoint(compressed);
        } catch (IllegalArgumentException e) {
            // No point of the curve has this x.
            return Optional.empty();
        }
        BigInteger inverse = BigIntegers.modOddInverse(ORDER, signature.r());
        BigInteger ofBase = new BigInteger(1, digest).negate().multiply(inverse).mod(ORDER);
        BigInteger ofPoint = signature.s().multiply(inverse).mod(ORDER);
        ECPoint key = ECAlgorithms.sumOfTwoMultiplies(CURVE.getG(), ofBase, point, ofPoint);
        return key.isInfinity() ? Optional.empty() : Optional.of(encoded(key));
    }

    private static byte[] encoded(ECPoint point) {
        byte[] bytes = point.normalize().getEncoded(false);
        return Arrays.copyOfRange(bytes, 1, bytes.length);
    }
}
