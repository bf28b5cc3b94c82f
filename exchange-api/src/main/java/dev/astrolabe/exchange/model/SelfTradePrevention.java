package dev.astrolabe.exchange.model;

/**
 * What happens when an order would trade with another one of the same account.
 *
 * @since 0.1
 */
public enum SelfTradePrevention {
    /** The incoming order expires. */
    EXPIRE_TAKER,
    /** The resting order expires. */
    EXPIRE_MAKER,
    /** Both expire. */
    EXPIRE_BOTH
}
