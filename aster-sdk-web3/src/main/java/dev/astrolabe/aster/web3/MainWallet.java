package dev.astrolabe.aster.web3;

import dev.astrolabe.aster.internal.AsterCalls;
import dev.astrolabe.aster.internal.AsterSigner;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.ProtocolException;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Params;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongFunction;

/** Signs with the main wallet's key, which it has only between its caller's opening and closing of it. */
final class MainWallet implements AsterWallet {

    private static final String COMMAS = ",";
    private static final String BLANKS = " ";

    private final Web3Signer owner;
    private final Web3Settings settings;
    private final AsterCalls calls;
    private final Eip712Domain management;
    private final KeyUse use;
    private final AtomicBoolean open = new AtomicBoolean(true);

    MainWallet(Web3Signer owner, Web3Settings settings, AsterCalls calls) {
        this.owner = CheckedSigner.of(owner);
        this.settings = settings;
        this.calls = calls;
        this.management = Eip712Domain.aster(settings.signatureChainId());
        this.use = KeyUse.of(this.owner.address());
    }

    @Override
    public String address() {
        return owner.address();
    }

    @Override
    public void approveAgent(AgentApproval approval) {
        typed(WalletEndpoints.APPROVE_AGENT, agent(approval));
    }

    @Override
    public void approveAgent(AgentApproval approval, BuilderApproval builder) {
        typed(
                WalletEndpoints.APPROVE_AGENT,
                agent(approval)
                        .add("builder", builder.address())
                        .add("maxFeeRate", builder.maxFeeRate().toPlainString())
                        .add("builderName", builder.name()));
    }

    private TypedRequest agent(AgentApproval approval) {
        String addresses = approval.permissions().addresses(COMMAS);
        requireFuture(approval);
        TypedRequest request = new TypedRequest("ApproveAgent")
                .add("agentName", approval.name())
                .add("agentAddress", approval.address())
                .add("ipWhitelist", addresses)
                .add("expired", approval.expires().toEpochMilli());
        return permissions(request, approval.permissions());
    }

    private static TypedRequest permissions(TypedRequest request, AgentPermissions permissions) {
        return request.add("canSpotTrade", permissions.spotTrade())
                .add("canPerpTrade", permissions.perpTrade())
                .add("canWithdraw", permissions.withdraw());
    }

    private void requireFuture(AgentApproval approval) {
        Instant now = venueNow();
        if (!approval.expires().isAfter(now)) {
            throw NotSentException.invalid("agent '" + approval.name() + "' would expire at " + approval.expires()
                    + ", which is not after the venue's time " + now);
        }
    }

    @Override
    public void registerAndApproveAgent(AgentApproval approval) {
        AgentPermissions permissions = approval.permissions();
        String addresses = permissions.addresses(BLANKS);
        requireFuture(approval);
        message(
                WalletEndpoints.REGISTER_AND_APPROVE_AGENT,
                management,
                nonce -> Params.create()
                        .add("user", owner.address())
                        .add("nonce", nonce)
                        .add("agentName", approval.name())
                        .add("agentAddress", approval.address())
                        .add("expired", approval.expires().toEpochMilli())
                        .add("signatureChainId", settings.signatureChainId())
                        .add("canSpotTrade", permissions.spotTrade())
                        .add("canPerpTrade", permissions.perpTrade())
                        .add("canWithdraw", permissions.withdraw())
                        .add("ipWhitelist", addresses));
    }

    @Override
    public void updateAgent(String agent, AgentPermissions permissions) {
        TypedRequest request = new TypedRequest("UpdateAgent")
                .add("agentAddress", Addresses.checked("address of the agent", agent))
                .add("ipWhitelist", permissions.addresses(COMMAS));
        typed(WalletEndpoints.UPDATE_AGENT, permissions(request, permissions));
    }

    @Override
    public void deleteAgent(String agent) {
        typed(
                WalletEndpoints.DELETE_AGENT,
                new TypedRequest("DelAgent").add("agentAddress", Addresses.checked("address of the agent", agent)));
    }

    @Override
    public void approveBuilder(BuilderApproval approval) {
        typed(
                WalletEndpoints.APPROVE_BUILDER,
                new TypedRequest("ApproveBuilder")
                        .add("builder", approval.address())
                        .add("maxFeeRate", approval.maxFeeRate().toPlainString())
                        .add("builderName", approval.name()));
    }

    @Override
    public void updateBuilder(String builder, BigDecimal maxFeeRate) {
        String address = Addresses.checked("address of the builder", builder);
        BuilderApproval.requireRate(maxFeeRate);
        typed(
                WalletEndpoints.UPDATE_BUILDER,
                new TypedRequest("UpdateBuilder")
                        .add("builder", address)
                        .add("maxFeeRate", maxFeeRate.toPlainString()));
    }

    @Override
    public void deleteBuilder(String builder) {
        typed(
                WalletEndpoints.DELETE_BUILDER,
                new TypedRequest("DelBuilder").add("builder", Addresses.checked("address of the builder", builder)));
    }

    @Override
    public String migrateUser() {
        return typed(WalletEndpoints.MIGRATE, new TypedRequest("UserAssetMigrate"))
                .batchId();
    }

    @Override
    public void bindSubAccount(String name, Web3Signer child) {
        requireName(name);
        Web3Signer key = CheckedSigner.of(child);
        message(
                WalletEndpoints.BIND_SUB_ACCOUNT,
                settings.domain(),
                nonce -> agreed(
                        key,
                        Params.create()
                                .add("childAddress", key.address())
                                .add("name", name)
                                .add("nonce", nonce)
                                .add("user", owner.address())));
    }

    @Override
    public void createSubAccount(String name, Web3Signer child) {
        requireName(name);
        Web3Signer key = CheckedSigner.of(child);
        message(
                WalletEndpoints.CREATE_SUB_ACCOUNT,
                settings.domain(),
                nonce -> agreed(
                        key,
                        proof(Params.create().add("subAccountName", name).add("subSourceAddr", key.address()), nonce)));
    }

    @Override
    public void renameSubAccount(String child, String name) {
        requireName(name);
        updateSubAccount(child, "subAccountName", name);
    }

    @Override
    public void setSubAccountStatus(String child, SubAccountStatus status) {
        updateSubAccount(child, "status", status.name());
    }

    private void updateSubAccount(String child, String field, String value) {
        Params account = Params.create().add("subSourceAddr", Addresses.checked("address of the sub-account", child));
        message(
                WalletEndpoints.UPDATE_SUB_ACCOUNT,
                settings.domain(),
                nonce -> proof(account, nonce).add(field, value));
    }

    @Override
    public void transfer(SubAccountTransfer transfer) {
        Params moved = Params.create()
                .add("toAccountAddress", transfer.to())
                .add("asset", transfer.asset())
                .add("amount", transfer.amount())
                .add("kindType", transfer.kind().name());
        message(
                WalletEndpoints.TRANSFER,
                settings.domain(),
                nonce -> proof(moved, nonce).addIfPresent("fromAccountAddress", transfer.from()));
    }

    private static void requireName(String name) {
        if (name.isBlank()) {
            throw NotSentException.invalid("the name of a sub-account is blank");
        }
    }

    /** The wallet signs, so it is the signer too. */
    private Params proof(Params params, long nonce) {
        return params.add("nonce", nonce).add("user", owner.address()).add("signer", owner.address());
    }

    private Params agreed(Web3Signer child, Params params) {
        return signed(child, settings.domain(), params, "childSignature");
    }

    private Params signed(Web3Signer key, Eip712Domain domain, Params params, String name) {
        return params.add(
                name, key.sign(domain.message(settings.encoding().text(params))).hex());
    }

    /** Signs the request's whole text, in the order that the venue prescribes for this call. */
    private <T> T message(Endpoint<T> endpoint, Eip712Domain domain, LongFunction<Params> request) {
        return once(endpoint, nonce -> signed(owner, domain, request.apply(nonce), "signature"));
    }

    /** Signs the request as a struct of its own. */
    private <T> T typed(Endpoint<T> endpoint, TypedRequest request) {
        return once(endpoint, nonce -> {
            request.add("asterChain", settings.asterChain())
                    .add("user", owner.address())
                    .add("nonce", nonce);
            return request.params()
                    .add(
                            "signature",
                            owner.sign(management.digest(request.hash())).hex())
                    .add("signatureChainId", management.chainId());
        });
    }

    private <T> T once(Endpoint<T> endpoint, LongFunction<Params> signed) {
        if (!open.get()) {
            throw new NotSentException(NotSentException.Cause.CLOSED, "the wallet " + owner.address() + " was closed");
        }
        AsterSigner.Permit permit = use.calls().admit(endpoint.id(), endpoint.priority());
        try {
            return calls.call(endpoint, signed.apply(use.nonces().next(venueNow())));
        } finally {
            permit.close();
        }
    }

    /** Without the venue's clock nothing was sent; that it could not be read is only the cause. */
    private Instant venueNow() {
        try {
            return calls.venueNow();
        } catch (ProtocolException e) {
            throw new NotSentException(
                    NotSentException.Cause.UNREACHABLE,
                    "nothing was sent for wallet " + owner.address() + ": the venue's clock could not be read",
                    null,
                    e);
        }
    }

    @Override
    public void close() {
        if (open.getAndSet(false)) {
            use.close();
        }
    }

    @Override
    public String toString() {
        return "AsterWallet[" + owner.address() + "]";
    }
}
