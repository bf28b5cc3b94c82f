package dev.astrolabe.aster.web3;

import dev.astrolabe.aster.AsterAccount;
import dev.astrolabe.aster.AsterAccountSettings;
import dev.astrolabe.aster.AsterClient;
import dev.astrolabe.aster.AsterListenKeys;
import dev.astrolabe.aster.AsterMarket;
import dev.astrolabe.aster.AsterOrders;
import dev.astrolabe.aster.AsterStrategies;
import dev.astrolabe.aster.AsterStreams;
import dev.astrolabe.aster.internal.AsterCalls;
import dev.astrolabe.aster.web3.WalletPayloads.AgentRow;
import dev.astrolabe.aster.web3.WalletPayloads.BuilderRow;
import dev.astrolabe.aster.web3.WalletPayloads.SubAccountRow;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.transport.Params;
import java.util.List;

/** The native client with what v3 adds to it. */
final class Web3Client implements AsterWeb3Client {

    private final AsterClient shared;
    private final AsterCalls calls;
    private final Web3Settings settings;

    Web3Client(AsterClient shared, AsterCalls calls, Web3Settings settings) {
        this.shared = shared;
        this.calls = calls;
        this.settings = settings;
    }

    @Override
    public AsterMarket market() {
        return shared.market();
    }

    @Override
    public AsterOrders orders() {
        return shared.orders();
    }

    @Override
    public AsterStrategies strategies() {
        return shared.strategies();
    }

    @Override
    public AsterAccount account() {
        return shared.account();
    }

    @Override
    public AsterAccountSettings settings() {
        return shared.settings();
    }

    @Override
    public AsterListenKeys listenKeys() {
        return shared.listenKeys();
    }

    @Override
    public AsterStreams streams() {
        return shared.streams();
    }

    @Override
    public List<Agent> agents() {
        return calls.call(WalletEndpoints.AGENTS, Params.create()).stream()
                .map(AgentRow::agent)
                .toList();
    }

    @Override
    public List<ApprovedBuilder> builders() {
        return calls.call(WalletEndpoints.BUILDERS, Params.create()).stream()
                .map(BuilderRow::builder)
                .toList();
    }

    @Override
    public List<SubAccount> subAccounts() {
        if (settings.user().isEmpty()) {
            throw NotSentException.invalid(WalletEndpoints.SUB_ACCOUNTS + " needs option " + AsterWeb3.USER
                    + ", the main wallet's address; this client was opened without it");
        }
        return calls.call(WalletEndpoints.SUB_ACCOUNTS, Params.create()).stream()
                .map(SubAccountRow::account)
                .toList();
    }

    @Override
    public Migration migration(String batchId) {
        return calls.call(WalletEndpoints.MIGRATION, Params.create().add("batchId", batchId))
                .migration();
    }

    @Override
    public AsterWallet wallet(Web3Signer owner) {
        return new MainWallet(owner, settings, calls);
    }

    @Override
    public String toString() {
        return "AsterWeb3Client[" + settings.asterChain() + "]";
    }
}
