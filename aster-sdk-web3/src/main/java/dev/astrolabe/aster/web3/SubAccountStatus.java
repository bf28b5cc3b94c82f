package dev.astrolabe.aster.web3;

/**
 * Whether a sub-account may be used (docs: futures v3, "Update Sub-Account").
 *
 * @since 0.1
 */
public enum SubAccountStatus {
    /** It may. */
    NORMAL,
    /** It may not. */
    FROZEN
}
