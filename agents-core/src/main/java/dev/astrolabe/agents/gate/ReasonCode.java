package dev.astrolabe.agents.gate;

/**
 * The rule that changed or refused a proposal.
 *
 * @since 0.1
 */
public enum ReasonCode {
    /** The proposal is malformed. */
    SCHEMA("the proposal is malformed"),
    /** The session has no such agent. */
    UNKNOWN_AGENT("the session has no such agent"),
    /** The session does not trade this market. */
    SYMBOL_NOT_WHITELISTED("the session does not trade this market"),
    /** Something that a rule needs is not known, so the rule fails closed. */
    DATA_MISSING("something that a rule needs is not known"),
    /** The instrument does not trade, or not in a way that the gate can reckon. */
    INSTRUMENT_NOT_TRADING("the instrument does not trade now, or is not a linear derivative"),
    /** This decision was reviewed before. */
    DUPLICATE_DECISION("this decision was reviewed before"),
    /** The proposal is too old. */
    EXPIRED("the proposal is too old"),

    /** The session is paused. */
    SESSION_NOT_RUNNING("the session is paused"),
    /** The agent is paused. */
    AGENT_PAUSED("the agent is paused"),
    /** The session only closes positions. */
    TRADING_REDUCING("the session only closes positions"),
    /** The session was halted, or the portfolio reached its drawdown limit. */
    TRADING_HALTED("the session was halted, or the portfolio reached its drawdown limit"),
    /** The market is set apart until its ledger is clear. */
    SYMBOL_QUARANTINED("the market is set apart until its ledger is clear"),

    /** The mark price is too old. */
    STALE_MARK("the mark price is too old"),
    /** The book is empty, crossed, or its spread too wide. */
    SPREAD_TOO_WIDE("the book is empty, crossed, or its spread too wide"),
    /** Mark and index price are too far apart. */
    MARK_INDEX_DIVERGENCE("mark and index price are too far apart"),
    /** The price has moved too far since the decision. */
    PRICE_MOVED_SINCE_DECISION("the price has moved too far since the decision"),

    /** The leverage was lowered to what the agent or the venue allows. */
    LEVERAGE_CLAMPED("the leverage was lowered to what the agent or the venue allows"),
    /** The agent would have too many positions. */
    MAX_POSITIONS("the agent would have too many positions"),
    /** The margin of the position was cut to its share of the agent's equity. */
    SIZE_CLAMPED("the margin of the position was cut to its share of the agent's equity"),
    /** The agent has too little capital left. */
    AGENT_CAPITAL_EXHAUSTED("the agent has too little capital left"),
    /** The account has too little margin left. */
    ACCOUNT_MARGIN_INSUFFICIENT("the account has too little margin left"),

    /** An entry needs a stop. */
    STOP_MISSING("an entry needs a stop"),
    /** The stop is farther than the agent may go. */
    STOP_TOO_FAR("the stop is farther than the agent may go"),
    /** The stop is so close that noise or fees would fire it. */
    STOP_TOO_TIGHT("the stop is so close that noise or fees would fire it"),
    /** The liquidation would come before the stop, or too close to it. */
    STOP_BEHIND_LIQUIDATION("the liquidation would come before the stop, or too close to it"),
    /** The stop is on the wrong side of the price and would fire at once. */
    STOP_WOULD_TRIGGER("the stop is on the wrong side of the price and would fire at once"),
    /** The stop would move away from the price, or not at all. */
    STOP_NOT_TIGHTER("the stop would move away from the price, or not at all"),
    /** The take-profit is on the wrong side of the entry. */
    TP_WRONG_SIDE("the take-profit is on the wrong side of the entry"),

    /** The quantity was cut to what the portfolio may lose if every stop fires. */
    HEAT_CLAMPED("the quantity was cut to what the portfolio may lose if every stop fires"),
    /** The portfolio may lose nothing more. */
    HEAT_EXHAUSTED("the portfolio may lose nothing more"),
    /** All positions together are too large. */
    GROSS_EXPOSURE("all positions together are too large"),
    /** The positions in one coin are too large. */
    SYMBOL_EXPOSURE("the positions in one coin are too large"),

    /** Another agent holds this market. */
    SYMBOL_CLAIMED("another agent holds this market"),
    /** The account's position mode does not allow it. */
    POSITION_MODE_MISMATCH("the account's position mode does not allow it"),

    /** A price was rounded to the tick. */
    PRICE_ROUNDED("a price was rounded to the tick"),
    /** The quantity was rounded down to the lot. */
    QUANTITY_FLOORED("the quantity was rounded down to the lot"),
    /** The notional is below the least that the venue takes. */
    BELOW_MIN_NOTIONAL("the notional is below the least that the venue takes"),
    /** The quantity is below the least that the venue takes. */
    BELOW_MIN_QTY("the quantity is below the least that the venue takes"),

    /** The agent has opened too often within the hour. */
    OPENS_PER_HOUR("the agent has opened too often within the hour"),
    /** The agent was stopped out a short time ago. */
    COOLDOWN_AFTER_STOP("the agent was stopped out a short time ago"),
    /** The agent has paid too much of its capital in fees. */
    FEE_DRAG("the agent has paid too much of its capital in fees"),

    /** The agent owns nothing there. */
    NOTHING_TO_CLOSE("the agent owns nothing there"),
    /** An exit was cut to what the agent owns. */
    CLOSE_CLAMPED("an exit was cut to what the agent owns");

    private final String meaning;

    ReasonCode(String meaning) {
        this.meaning = meaning;
    }

    /**
     * What it means.
     *
     * @return one line for people
     */
    public String meaning() {
        return meaning;
    }
}
