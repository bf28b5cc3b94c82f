package dev.astrolabe.agents.gate;

/**
 * How several agents share the accounts of a session.
 *
 * @since 0.1
 */
public enum Topology {
    /** Each agent has an account of its own at each exchange. */
    SUBACCOUNT,
    /** One account an exchange; an instrument belongs to one agent from its first intent until it is flat. */
    EXCLUSIVE_SYMBOL,
    /** One account an exchange that keeps a long and a short slot an instrument; agents may share a slot. */
    HEDGE_SLOTS
}
