package dev.astrolabe.agents.session;

/**
 * Where a session is in its life. From HALTED and STOPPED there is no way back: a new session is a new decision.
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
    /** Everything is closed; the session watches on, and no entry passes until its end. */
    HALTED,
    /** Everything is being closed. */
    STOPPING,
    /** Ended, without positions. */
    STOPPED
}
