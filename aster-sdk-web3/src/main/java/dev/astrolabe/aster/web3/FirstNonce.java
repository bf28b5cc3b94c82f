package dev.astrolabe.aster.web3;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The first number that RFC 6979 gives for a key and a hash; with one of 2^128 it is not below the order, and the next would be
 * due. With the SHA-256 of the JDK, which the processor helps with. Not for use by several threads.
 */
final class FirstNonce {

    private static final int LENGTH = Words.LENGTH;
    private static final int BLOCK = 64;

    private final MessageDigest sha256 = sha256();
    private final byte[] inner = new byte[BLOCK];
    private final byte[] outer = new byte[BLOCK];
    // What the RFC names V, one byte that tells the two rounds apart, the key and the hash.
    private final byte[] text = new byte[3 * LENGTH + 1];

    private FirstNonce() {}

    /**
     * The number as 32 bytes.
     *
     * @param key 32 bytes
     * @param hash 32 bytes of a number below the order
     */
    static byte[] of(byte[] key, byte[] hash) {
        return new FirstNonce().compute(key, hash);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private byte[] compute(byte[] key, byte[] hash) {
        Arrays.fill(text, 0, LENGTH, (byte) 1);
        System.arraycopy(key, 0, text, LENGTH + 1, LENGTH);
        System.arraycopy(hash, 0, text, 2 * LENGTH + 1, LENGTH);
        rekey(new byte[LENGTH]);
        for (byte round = 0; round < 2; round++) {
            text[LENGTH] = round;
            rekey(hmac(text.length));
            System.arraycopy(hmac(LENGTH), 0, text, 0, LENGTH);
        }
        byte[] nonce = hmac(LENGTH);
        Arrays.fill(text, (byte) 0);
        return nonce;
    }

    /** The key of the next HMAC (RFC 2104). */
    private void rekey(byte[] key) {
        Arrays.fill(inner, (byte) 0x36);
        Arrays.fill(outer, (byte) 0x5C);
        for (int i = 0; i < LENGTH; i++) {
            inner[i] ^= key[i];
            outer[i] ^= key[i];
        }
    }

    private byte[] hmac(int length) {
        sha256.update(inner);
        sha256.update(text, 0, length);
        byte[] hash = sha256.digest();
        sha256.update(outer);
        return sha256.digest(hash);
    }
}
