package dev.astrolabe.exchange;

/**
 * Whether real money is at stake.
 *
 * @since 0.1
 */
public enum Environment {
    /** The real exchange: orders cost real money. */
    LIVE,
    /** The venue's own practice system: AsterDex testnet, OKX demo trading. It has its own keys. */
    DEMO,
    /** In this process, without any venue. */
    PAPER
}
