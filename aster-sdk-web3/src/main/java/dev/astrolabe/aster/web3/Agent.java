package dev.astrolabe.aster.web3;

import java.time.Instant;

/**
 * An agent that may act for the account.
 *
 * @param name the wallet's name for it; empty where it has none
 * @param address the address of the agent's key
 * @param expires until when it may act
 * @param source how it came to be, in the venue's word, such as {@code builder}; empty where the venue does not say
 * @param read whether it may read the account
 * @param permissions what else it may do
 * @since 0.1
 */
public record Agent(
        String name, String address, Instant expires, String source, boolean read, AgentPermissions permissions) {}
