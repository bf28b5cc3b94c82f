package dev.astrolabe.agents.gate;

/**
 * How far the session may trade. Exits pass in every one of these.
 *
 * @since 0.1
 */
public enum TradingState {
    /** Positions may be opened. */
    RUNNING,
    /** Nothing is opened or added to until someone resumes. */
    PAUSED,
    /** Only closing, on the way to a stop. */
    REDUCING,
    /** The drawdown limit was reached; nothing is opened again in this session. */
    HALTED
}
