package dev.astrolabe.exchange.model;

/**
 * What changed a balance.
 *
 * @since 0.1
 */
public enum IncomeType {
    /** A transfer into or out of the account. */
    TRANSFER,
    /** Profit or loss realized by a fill, before fees. */
    REALIZED_PNL,
    /** A funding payment: positive received, negative paid. */
    FUNDING,
    /** A trading fee, or a rebate where positive. */
    FEE,
    /** Liquidation fee, insurance or clawback. */
    LIQUIDATION,
    /** A bonus, reward or referral. */
    BONUS,
    /** Anything else; see the raw text. */
    OTHER
}
