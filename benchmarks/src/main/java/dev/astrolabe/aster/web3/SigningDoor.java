package dev.astrolabe.aster.web3;

import dev.astrolabe.exchange.transport.Params;
import java.math.BigInteger;
import java.time.Instant;

/**
 * Lets a benchmark sign requests as a client does, and with the plain signature in the place of the fast one.
 *
 * @since 0.1
 */
public final class SigningDoor {

    private final RequestScheme scheme;

    private SigningDoor(Web3Signer key, String user, long chainId) {
        this.scheme = new Eip712Scheme(key, user, Eip712Domain.aster(chainId), MessageEncoding.ENCODED);
    }

    /**
     * Signs as a client does.
     *
     * @param key 0x and 64 hex digits
     * @param user the account's address
     * @param chainId of the domain
     * @return the door
     */
    public static SigningDoor fast(String key, String user, long chainId) {
        return new SigningDoor(Web3Keys.of(key), user, chainId);
    }

    /**
     * Signs with BouncyCastle alone.
     *
     * @param key 0x and 64 hex digits
     * @param user the account's address
     * @param chainId of the domain
     * @return the door
     */
    public static SigningDoor plain(String key, String user, long chainId) {
        BigInteger number = new BigInteger(key.substring(2), 16);
        String address = Web3Keys.of(key).address();
        return new SigningDoor(
                new Web3Signer() {
                    @Override
                    public String address() {
                        return address;
                    }

                    @Override
                    public Web3Signature sign(byte[] digest) {
                        return Secp256k1.sign(digest, number);
                    }
                },
                user,
                chainId);
    }

    /**
     * The whole text of a request.
     *
     * @param params its parameters
     * @param nonce its nonce
     * @return the text that is sent
     */
    public String signed(Params params, long nonce) {
        return scheme.signed(params, nonce, Instant.EPOCH);
    }
}
