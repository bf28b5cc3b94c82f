package dev.astrolabe.aster.web3;

import dev.astrolabe.exchange.error.NotSentException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * An Ethereum signature over a hash of 32 bytes. Immutable, safe for any thread. {@link #toString()} does not show it: until
 * its request has arrived, whoever has it can send the request.
 *
 * @param r from 1 to below the order of secp256k1
 * @param s from 1 to half of the order (EIP-2)
 * @param v 27 or 28 by the parity of the nonce point's y, and 2 more in the practically impossible case that its x is not
 *     below the order
 * @since 0.1
 */
public record Web3Signature(BigInteger r, BigInteger s, int v) {

    static final int LOWEST_V = 27;

    private static final int HIGHEST_V = 30;
    private static final int LENGTH = 65;

    /**
     * A signature.
     *
     * @param r from 1 to below the order of secp256k1
     * @param s from 1 to half of the order (EIP-2)
     * @param v from 27 to 30
     * @throws NotSentException if a part is out of its range
     */
    public Web3Signature {
        requireInRange("r", r);
        requireInRange("s", s);
        if (!Secp256k1.isLow(s)) {
            throw NotSentException.invalid(
                    "s of a signature is above half of the order of secp256k1; subtract it from the"
                            + " order and flip v, or let Web3Signature.of do so");
        }
        if (v < LOWEST_V || v > HIGHEST_V) {
            throw NotSentException.invalid(
                    "v " + v + " of a signature is not from " + LOWEST_V + " to " + HIGHEST_V + "; it is 27 or 28");
        }
    }

    private static void requireInRange(String name, BigInteger value) {
        if (value.signum() <= 0 || value.compareTo(Secp256k1.ORDER) >= 0) {
            throw NotSentException.invalid(name + " of a signature is not from 1 to below the order of secp256k1");
        }
    }

    /**
     * Completes a signature of a key store that gives only r and s, as most KMS and HSM do: takes the lower s and finds v by
     * recovering the address.
     *
     * @param digest the 32 bytes that were signed
     * @param r from 1 to below the order of secp256k1
     * @param s from 1 to below the order
     * @param address the address of the key that signed, 0x and 40 hex digits
     * @return the signature
     * @throws NotSentException if the address is none, or its key did not make this signature
     */
    public static Web3Signature of(byte[] digest, BigInteger r, BigInteger s, String address) {
        String signer = Addresses.checked("address", address);
        requireInRange("r", r);
        requireInRange("s", s);
        for (int recoveryId = 0; recoveryId <= HIGHEST_V - LOWEST_V; recoveryId++) {
            Web3Signature candidate = Secp256k1.lowS(r, s, recoveryId);
            if (candidate.isBy(signer, digest)) {
                return candidate;
            }
        }
        throw NotSentException.invalid("the signature was not made by the key of " + signer + " over this digest");
    }

    /** Whether the key of an address in its checksummed form made this signature. */
    boolean isBy(String address, byte[] digest) {
        return Secp256k1.recover(digest, this)
                .map(Addresses::of)
                .filter(address::equals)
                .isPresent();
    }

    /** How it is sent: 0x and 65 bytes in hex, r, s and v. */
    String hex() {
        byte[] bytes = Arrays.copyOf(Words.of(r), LENGTH);
        System.arraycopy(Words.of(s), 0, bytes, Words.LENGTH, Words.LENGTH);
        bytes[LENGTH - 1] = (byte) v;
        return "0x" + HexFormat.of().formatHex(bytes);
    }

    /** Always the same mask. */
    @Override
    public String toString() {
        return "Web3Signature[***]";
    }
}
