package dev.astrolabe.agents.gate;

/**
 * Whether an agent may open positions.
 *
 * @since 0.1
 */
public enum AgentStatus {
    /** It may. */
    ACTIVE,
    /** It may only reduce and close. */
    PAUSED
}
