package dev.astrolabe.aster.web3;

/**
 * A key of secp256k1 that signs without showing itself. {@link Web3Keys} makes signers from keys in this process; implement it
 * to sign in a KMS or an HSM. Safe for any thread: calls sign at the same time.
 *
 * <p>A key store that gives only r and s (or both in DER) leaves v to {@link Web3Signature#of}, which finds it from the address.
 * A client checks each signature of another signer than those of {@link Web3Keys} against its address before anything is sent.
 *
 * <p>Whoever makes a signer closes it: a client that was opened with one does not.
 *
 * @since 0.1
 */
public interface Web3Signer extends AutoCloseable {

    /**
     * The address of the key.
     *
     * @return 0x and 40 hex digits, always the same
     */
    String address();

    /**
     * Signs a hash as it is, without any prefix. Blocks as long as the key store takes; the request that is signed is void some
     * seconds after the call began.
     *
     * @param digest the hash, 32 bytes, not to be kept
     * @return the signature
     * @throws dev.astrolabe.exchange.error.NotSentException if the signer is closed or cannot sign; any other unchecked exception
     *     reaches the caller of the client as the cause of one
     */
    Web3Signature sign(byte[] digest);

    /** Wipes what the signer keeps. Unless overridden it keeps nothing. A second call does nothing. */
    @Override
    default void close() {
        // A remote key has nothing here to wipe.
    }
}
