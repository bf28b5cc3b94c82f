package dev.astrolabe.aster.web3;

/**
 * What a signature is made over.
 *
 * @since 0.1
 */
public enum SigningScheme {
    /** Typed data (EIP-712): what the venue documents since January 2026. */
    EIP712,
    /**
     * Sorted JSON, encoded as a contract's arguments: what the venue documented from September 2025 to January 2026. Needs the
     * account's address. No page says whether the venue still takes it.
     */
    ABI2025
}
