package dev.astrolabe.aster.web3;

import java.math.BigDecimal;

/**
 * What only the main wallet may do, each call signed with its own key and not the agent's: let agents and builders act for it,
 * take that back, and keep sub-accounts. {@link AsterWeb3Client#wallet} gives one:
 *
 * <pre>{@code
 * try (Web3Signer owner = Web3Keys.fromKeystore(file, password);
 *         AsterWallet wallet = client.unwrap(AsterWeb3Client.class).wallet(owner)) {
 *     wallet.approveAgent(new AgentApproval("desk", agent, expires, AgentPermissions.futures()));
 * }
 * }</pre>
 *
 * <p>Every call blocks, leaves once, and fails as mutations of the neutral groups do: with
 * {@link dev.astrolabe.exchange.error.OutcomeUnknownException} where no verdict came; the lists of {@link AsterWeb3Client} then
 * tell. Its nonces come from the same source as those of every other client of that key. Safe for any thread.
 *
 * <p>The venue's pages for most of these calls are samples only; nothing here was tried on the venue itself.
 *
 * @since 0.1
 */
public interface AsterWallet extends AutoCloseable {

    /**
     * The main wallet.
     *
     * @return its address, with checksum
     */
    String address();

    /**
     * Lets an agent act for the account (docs: sample "aster-code", "approveAgent").
     *
     * @param approval the agent
     * @throws dev.astrolabe.exchange.error.NotSentException if it has expired already, or may withdraw from anywhere
     */
    void approveAgent(AgentApproval approval);

    /**
     * Lets an agent act, and a builder take a fee of what it does, in one call (docs: "Aster code", "approveAgent").
     *
     * @param approval the agent
     * @param builder the builder
     * @throws dev.astrolabe.exchange.error.NotSentException if the agent has expired already, or may withdraw from anywhere
     */
    void approveAgent(AgentApproval approval, BuilderApproval builder);

    /**
     * Lets an agent act for an account that the venue does not know yet, and makes that account (docs: futures v3, "Register and
     * Approve Agent").
     *
     * @param approval the agent
     * @throws dev.astrolabe.exchange.error.NotSentException if it has expired already, or may withdraw from anywhere
     */
    void registerAndApproveAgent(AgentApproval approval);

    /**
     * Changes what an agent may do (docs: sample "aster-code", "updateAgent").
     *
     * @param agent the address of its key
     * @param permissions what it may do from now on
     * @throws dev.astrolabe.exchange.error.NotSentException if the address is none, or it may withdraw from anywhere
     */
    void updateAgent(String agent, AgentPermissions permissions);

    /**
     * Takes an agent's rights away (docs: sample "aster-code", "agent").
     *
     * @param agent the address of its key
     * @throws dev.astrolabe.exchange.error.NotSentException if the address is none
     */
    void deleteAgent(String agent);

    /**
     * Lets a builder take a fee (docs: sample "aster-code", "approveBuilder").
     *
     * @param approval the builder
     */
    void approveBuilder(BuilderApproval approval);

    /**
     * Changes a builder's highest fee (docs: sample "aster-code", "updateBuilder").
     *
     * @param builder its address
     * @param maxFeeRate the most it may take, as a part of the notional: from 0 to 0.001
     * @throws dev.astrolabe.exchange.error.NotSentException if the address is none, or the rate out of its range
     */
    void updateBuilder(String builder, BigDecimal maxFeeRate);

    /**
     * Takes a builder's rights away (docs: sample "aster-code", "builder").
     *
     * @param builder its address
     * @throws dev.astrolabe.exchange.error.NotSentException if the address is none
     */
    void deleteBuilder(String builder);

    /**
     * Begins to move the assets of the account (docs: futures v3, "Migrate User Assets").
     *
     * @return the migration's id, for {@link AsterWeb3Client#migration}
     */
    String migrateUser();

    /**
     * Makes another wallet a sub-account of this one (docs: futures v3, "Bind Sub-Account").
     *
     * @param name the sub-account's name, not blank
     * @param child the key of that wallet, which agrees by signing first; the caller closes it
     * @throws dev.astrolabe.exchange.error.NotSentException if the name is blank
     */
    void bindSubAccount(String name, Web3Signer child);

    /**
     * Makes a sub-account (docs: futures v3, "Create Sub-Account").
     *
     * @param name its name, not blank
     * @param child the key of its wallet, which agrees by signing first; the caller closes it
     * @throws dev.astrolabe.exchange.error.NotSentException if the name is blank
     */
    void createSubAccount(String name, Web3Signer child);

    /**
     * Gives a sub-account another name (docs: futures v3, "Update Sub-Account").
     *
     * @param child its address
     * @param name the new name, not blank
     * @throws dev.astrolabe.exchange.error.NotSentException if the address is none, or the name blank
     */
    void renameSubAccount(String child, String name);

    /**
     * Freezes a sub-account, or takes that back (docs: futures v3, "Update Sub-Account").
     *
     * @param child its address
     * @param status the new status
     * @throws dev.astrolabe.exchange.error.NotSentException if the address is none
     */
    void setSubAccountStatus(String child, SubAccountStatus status);

    /**
     * Moves an asset between accounts (docs: futures v3, "Sub-Account Transfer").
     *
     * @param transfer what is moved
     */
    void transfer(SubAccountTransfer transfer);

    /** Forgets the wallet; its key stays open, as it is its caller's. A second call does nothing. */
    @Override
    void close();
}
