package dev.astrolabe.aster.web3;

import dev.astrolabe.exchange.error.NotSentException;
import java.time.Instant;

/**
 * An agent that the main wallet lets act for it.
 *
 * @param name the wallet's name for it, not blank
 * @param address the address of the agent's key
 * @param expires until when it may act, to the millisecond
 * @param permissions what it may do
 * @since 0.1
 */
public record AgentApproval(String name, String address, Instant expires, AgentPermissions permissions) {

    /**
     * An approval.
     *
     * @param name the wallet's name for it, not blank
     * @param address the address of the agent's key
     * @param expires until when it may act, to the millisecond
     * @param permissions what it may do
     * @throws NotSentException if the name is blank, or the address none
     */
    public AgentApproval {
        if (name.isBlank()) {
            throw NotSentException.invalid("the name of an agent is blank");
        }
        address = Addresses.checked("address of agent '" + name + "'", address);
    }
}
