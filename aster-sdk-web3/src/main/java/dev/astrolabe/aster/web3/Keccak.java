package dev.astrolabe.aster.web3;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.KeccakDigest;

/** Keccak-256 as Ethereum uses it: the padding from before SHA-3 became a standard. */
final class Keccak {

    private static final int BITS = 256;

    private Keccak() {}

    /** The hash of the parts one after the other. */
    static byte[] hash(byte[]... parts) {
        KeccakDigest digest = new KeccakDigest(BITS);
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] hash = new byte[BITS / 8];
        digest.doFinal(hash, 0);
        return hash;
    }

    /** The hash of a text in UTF-8. */
    static byte[] hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }
}
