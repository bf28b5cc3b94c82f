package dev.astrolabe.agents;

/**
 * How much risk a charter takes.
 *
 * @since 0.1
 */
public enum RiskLevel {
    /** Small and steady. */
    LOW,
    /** In between. */
    MEDIUM,
    /** Large and uneven. */
    HIGH
}
