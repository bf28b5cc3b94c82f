package dev.astrolabe.aster.web3;

import dev.astrolabe.exchange.error.NotSentException;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * A key in this process. It is kept as bytes that {@link #close()} wipes, and is a number only while it signs; that number and
 * what the arithmetic makes of it stay in memory until they are collected. Never shown.
 */
final class PrivateKey implements Web3Signer {

    private static final int DIGITS = 2 * Words.LENGTH;

    private final byte[] bytes;
    private final String address;
    private boolean closed;

    private PrivateKey(byte[] bytes, String address) {
        this.bytes = bytes;
        this.address = address;
    }

    /**
     * Reads 0x and 64 hex digits.
     *
     * @param name what the key is called, for messages
     * @throws NotSentException saying what is wrong, without a digit of it
     */
    static PrivateKey parse(String name, CharSequence text) {
        if (text.length() < 2 || text.charAt(0) != '0' || text.charAt(1) != 'x') {
            throw invalid(name, "does not begin with 0x");
        }
        if (text.length() != 2 + DIGITS) {
            throw invalid(name, "has " + (text.length() - 2) + " characters after 0x");
        }
        byte[] bytes = new byte[Words.LENGTH];
        try {
            for (int i = 0; i < DIGITS; i++) {
                int digit = Character.digit(text.charAt(2 + i), 16);
                if (digit < 0 || text.charAt(2 + i) > 'f') {
                    throw invalid(name, "has a character that is no hex digit at place " + (3 + i));
                }
                bytes[i / 2] = (byte) (bytes[i / 2] << 4 | digit);
            }
            return of(name, bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Keeps a copy of 32 bytes. */
    static PrivateKey of(String name, byte[] bytes) {
        BigInteger number = new BigInteger(1, bytes);
        if (number.signum() == 0) {
            throw invalid(name, "is zero");
        }
        if (number.compareTo(Secp256k1.ORDER) >= 0) {
            throw invalid(name, "is not below the order of secp256k1");
        }
        return new PrivateKey(bytes.clone(), Addresses.of(FastSecp256k1.publicKey(number)));
    }

    private static NotSentException invalid(String name, String problem) {
        return NotSentException.invalid(name + " " + problem + "; a private key is 0x and " + DIGITS
                + " hex digits, from 1 to below the order");
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public Web3Signature sign(byte[] digest) {
        if (digest.length != Words.LENGTH) {
            throw NotSentException.invalid("a digest of " + digest.length + " bytes is not one of " + Words.LENGTH);
        }
        BigInteger number;
        synchronized (bytes) {
            if (closed) {
                throw new NotSentException(NotSentException.Cause.CLOSED, "the key of " + address + " was wiped");
            }
            number = new BigInteger(1, bytes);
        }
        return FastSecp256k1.sign(digest, number);
    }

    @Override
    public void close() {
        synchronized (bytes) {
            closed = true;
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Shows the address, never the key. */
    @Override
    public String toString() {
        return "Web3Signer[" + address + "]";
    }
}
