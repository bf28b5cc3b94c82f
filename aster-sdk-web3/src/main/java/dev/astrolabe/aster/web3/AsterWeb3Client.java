package dev.astrolabe.aster.web3;

import dev.astrolabe.aster.AsterClient;
import java.util.List;

/**
 * Every call of AsterDex futures v3, also those about the wallet behind the account:
 * {@code client.unwrap(AsterWeb3Client.class)}. The lists are signed by the agent, like every other call; what the main wallet
 * alone may do is in {@link #wallet}.
 *
 * @since 0.1
 */
public interface AsterWeb3Client extends AsterClient {

    /**
     * The agents of the account (docs: "Aster code", "agent").
     *
     * @return the agents, unmodifiable
     */
    List<Agent> agents();

    /**
     * The builders that may take a fee of the account (docs: "Aster code", "builder").
     *
     * @return the builders, unmodifiable
     */
    List<ApprovedBuilder> builders();

    /**
     * The main account and its sub-accounts (docs: futures v3, "Get Sub-Account List").
     *
     * @return the accounts, unmodifiable
     * @throws dev.astrolabe.exchange.error.NotSentException if the client was opened without option {@value AsterWeb3#USER},
     *     which the venue demands here
     */
    List<SubAccount> subAccounts();

    /**
     * How far a migration is (docs: futures v3, "Migrate User Assets History").
     *
     * @param batchId the id that {@link AsterWallet#migrateUser} gave
     * @return its state
     */
    Migration migration(String batchId);

    /**
     * The main wallet, or a sub-account's, for what only it may do. Its key is used by the returned object alone, never by this
     * client; a client without credentials will do.
     *
     * @param owner the wallet's key; the caller closes it after the wallet
     * @return the wallet; the caller closes it
     * @throws dev.astrolabe.exchange.error.NotSentException if the key has no valid address
     */
    AsterWallet wallet(Web3Signer owner);
}
