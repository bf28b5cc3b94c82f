package dev.astrolabe.agents;

/**
 * A charter and the rules that work under it.
 *
 * @param spec the charter
 * @param strategy the rules
 * @since 0.1
 */
public record Agent(AgentSpec spec, Strategy strategy) {}
