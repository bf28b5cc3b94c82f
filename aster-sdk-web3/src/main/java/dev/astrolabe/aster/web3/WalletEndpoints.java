package dev.astrolabe.aster.web3;

import dev.astrolabe.aster.internal.Payload;
import dev.astrolabe.aster.web3.WalletPayloads.Ack;
import dev.astrolabe.aster.web3.WalletPayloads.AgentRow;
import dev.astrolabe.aster.web3.WalletPayloads.BuilderRow;
import dev.astrolabe.aster.web3.WalletPayloads.MigrationBegun;
import dev.astrolabe.aster.web3.WalletPayloads.MigrationState;
import dev.astrolabe.aster.web3.WalletPayloads.SubAccountRow;
import dev.astrolabe.exchange.transport.Access;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Priority;
import dev.astrolabe.exchange.transport.ResponseParser;
import java.util.List;

/**
 * Agents, builders, sub-accounts and migration. What reads is signed by the agent like every other call. What changes is public
 * for the transport, although it is not for the venue: its parameters carry the main wallet's own nonce and signature, to which
 * the agent's must not be added. Where the venue prints no weight, it counts 1.
 */
final class WalletEndpoints {

    static final Endpoint<List<AgentRow>> AGENTS =
            Endpoint.get("/fapi/v3/agent", Payload.listOf(AgentRow.class)).access(Access.SIGNED);
    static final Endpoint<List<BuilderRow>> BUILDERS =
            Endpoint.get("/fapi/v3/builder", Payload.listOf(BuilderRow.class)).access(Access.SIGNED);
    static final Endpoint<List<SubAccountRow>> SUB_ACCOUNTS = Endpoint.get(
                    "/fapi/v3/getSubAccountList", Payload.listOf(SubAccountRow.class))
            .access(Access.SIGNED)
            .weight(5);
    static final Endpoint<MigrationState> MIGRATION = Endpoint.get(
                    "/fapi/v3/asset/migrateUser/history", Payload.of(MigrationState.class))
            .access(Access.SIGNED)
            .weight(50);

    static final Endpoint<Ack> APPROVE_AGENT = Endpoint.post("/fapi/v3/approveAgent", acknowledged());
    static final Endpoint<Ack> UPDATE_AGENT = Endpoint.post("/fapi/v3/updateAgent", acknowledged());
    // Takes a key away, perhaps a stolen one, and must not wait behind entries.
    static final Endpoint<Ack> DELETE_AGENT =
            Endpoint.delete("/fapi/v3/agent", acknowledged()).priority(Priority.URGENT);
    static final Endpoint<Ack> REGISTER_AND_APPROVE_AGENT =
            Endpoint.post("/fapi/v3/registerAndApproveAgent", acknowledged()).weight(50);

    static final Endpoint<Ack> APPROVE_BUILDER = Endpoint.post("/fapi/v3/approveBuilder", acknowledged());
    static final Endpoint<Ack> UPDATE_BUILDER = Endpoint.post("/fapi/v3/updateBuilder", acknowledged());
    static final Endpoint<Ack> DELETE_BUILDER = Endpoint.delete("/fapi/v3/builder", acknowledged());

    static final Endpoint<MigrationBegun> MIGRATE = Endpoint.post(
                    "/fapi/v3/asset/migrateUser", Payload.of(MigrationBegun.class))
            .weight(50);

    static final Endpoint<Ack> BIND_SUB_ACCOUNT = subAccount("sub-accounts/bind");
    static final Endpoint<Ack> CREATE_SUB_ACCOUNT = subAccount("createSubAccount");
    static final Endpoint<Ack> UPDATE_SUB_ACCOUNT = subAccount("updateSubAccount");
    static final Endpoint<Ack> TRANSFER = subAccount("subAccountTransfer");

    private WalletEndpoints() {}

    private static ResponseParser<Ack> acknowledged() {
        return Payload.of(Ack.class);
    }

    private static Endpoint<Ack> subAccount(String name) {
        return Endpoint.post("/fapi/v3/" + name, acknowledged()).weight(5);
    }
}
