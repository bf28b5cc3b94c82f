package dev.astrolabe.agents.session;

/**
 * Where a session is in its life. HALTED and STOPPED are final: a new session is a new decision.
 *
 * @since 0.1
 */
public enum SessionState {
    /** Made, not begun. */
    CREATED,
    /** Agents decide, the gate lets entries pass. */
    RUNNING,
    /** No entries; exits, stops and books go on. */
    PAUSED,
    /** The portfolio has lost what it may: everything is being closed. */
    HALTING,
    /** Ended by the drawdown limit, without positions. */
    HALTED,
    /** Everything is being closed. */
    STOPPING,
    /** Ended, without positions. */
    STOPPED
}
