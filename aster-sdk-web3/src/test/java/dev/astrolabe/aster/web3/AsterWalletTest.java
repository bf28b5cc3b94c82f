package dev.astrolabe.aster.web3;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.astrolabe.exchange.Environment;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the main wallet sends, and who signed it in the eyes of another implementation. */
class AsterWalletTest {

    private static final String BUILDER = "0x014c85ffb0fF2F2972237AA950B452f92C69Ae1D";
    private static final Instant EXPIRES = Instant.ofEpochMilli(1967945395040L);

    private final Scripted venue = new Scripted();
    private final Web3Signer owner = Web3Keys.of(Vectors.OWNER_KEY);

    @AfterEach
    void close() {
        owner.close();
        venue.close();
        assertThat(KeyUse.isInUse(Vectors.OWNER))
                .as("counters outlive their wallets")
                .isFalse();
    }

    /** The only request for a path, sent by a client that has no key of its own. */
    private LoggedRequest sent(Environment environment, String path, Consumer<AsterWallet> call) {
        venue.answer(path, Scripted.DONE);
        try (ExchangeClient client = venue.open(venue.config().environment(environment));
                AsterWallet wallet = client.unwrap(AsterWeb3Client.class).wallet(owner)) {
            call.accept(wallet);
        }
        assertThat(venue.received(path)).hasSize(1);
        return venue.last(path);
    }

    private LoggedRequest sent(String path, Consumer<AsterWallet> call) {
        return sent(Environment.LIVE, path, call);
    }

    private long nonce() {
        return venue.firstNonce();
    }

    private static AgentApproval approval(AgentPermissions permissions) {
        return new AgentApproval("my desk", Vectors.SIGNER.toLowerCase(Locale.ROOT), EXPIRES, permissions);
    }

    /** Checks a call that is signed as a struct of its own, whose fields are its parameters. */
    private static void assertStruct(
            LoggedRequest request, String verb, String type, List<String> fields, String form, long chainId) {
        Map<String, String> params = Witness.params(request);
        String signature = params.get("signature");
        Map<String, Object> values = new LinkedHashMap<>();
        for (String field : fields) {
            String name = field.substring(field.indexOf(' ') + 1);
            String text = params.get(Character.toLowerCase(name.charAt(0)) + name.substring(1));
            values.put(name, field.startsWith("bool") ? (Object) Boolean.valueOf(text) : text);
        }

        assertThat(request.getMethod().getName()).isEqualTo(verb);
        assertThat(request.getUrl()).doesNotContain("?");
        assertThat(request.getBodyAsString())
                .isEqualTo(form + "&signature=" + signature + "&signatureChainId=" + chainId);
        assertThat(Witness.signerOfStruct(type, fields, values, chainId, signature))
                .isEqualTo(Vectors.OWNER);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIVE", "DEMO"})
    void an_agent_is_approved_by_a_struct(Environment environment) {
        String chain = environment == Environment.LIVE ? "Mainnet" : "Testnet";

        LoggedRequest request = sent(
                environment,
                "/fapi/v3/approveAgent",
                wallet ->
                        wallet.approveAgent(approval(AgentPermissions.futures().from("203.0.113.7", "10.0.0.0/8"))));

        assertStruct(
                request,
                "POST",
                "ApproveAgent",
                List.of(
                        "string AgentName",
                        "string AgentAddress",
                        "string IpWhitelist",
                        "uint256 Expired",
                        "bool CanSpotTrade",
                        "bool CanPerpTrade",
                        "bool CanWithdraw",
                        "string AsterChain",
                        "string User",
                        "uint256 Nonce"),
                "agentName=my%20desk&agentAddress=" + Vectors.SIGNER
                        + "&ipWhitelist=203.0.113.7%2C10.0.0.0%2F8&expired=1967945395040"
                        + "&canSpotTrade=false&canPerpTrade=true&canWithdraw=false&asterChain=" + chain + "&user="
                        + Vectors.OWNER + "&nonce=" + nonce(),
                56);
    }

    @Test
    void an_agent_and_a_builder_are_approved_together() {
        LoggedRequest request = sent(
                "/fapi/v3/approveAgent",
                wallet -> wallet.approveAgent(
                        approval(new AgentPermissions(true, true, true, List.of("203.0.113.7"))),
                        new BuilderApproval(BUILDER, new BigDecimal("1E-5"), "shop")));

        assertStruct(
                request,
                "POST",
                "ApproveAgent",
                List.of(
                        "string AgentName",
                        "string AgentAddress",
                        "string IpWhitelist",
                        "uint256 Expired",
                        "bool CanSpotTrade",
                        "bool CanPerpTrade",
                        "bool CanWithdraw",
                        "string Builder",
                        "string MaxFeeRate",
                        "string BuilderName",
                        "string AsterChain",
                        "string User",
                        "uint256 Nonce"),
                "agentName=my%20desk&agentAddress=" + Vectors.SIGNER
                        + "&ipWhitelist=203.0.113.7&expired=1967945395040&canSpotTrade=true&canPerpTrade=true"
                        + "&canWithdraw=true&builder=" + BUILDER
                        + "&maxFeeRate=0.00001&builderName=shop&asterChain=Mainnet&user=" + Vectors.OWNER + "&nonce="
                        + nonce(),
                56);
    }

    @Test
    void an_agents_rights_are_changed() {
        LoggedRequest request = sent(
                "/fapi/v3/updateAgent",
                wallet -> wallet.updateAgent(
                        Vectors.SIGNER,
                        new AgentPermissions(true, false, false, List.of("203.0.113.7", "2001:db8::1"))));

        assertStruct(
                request,
                "POST",
                "UpdateAgent",
                List.of(
                        "string AgentAddress",
                        "string IpWhitelist",
                        "bool CanSpotTrade",
                        "bool CanPerpTrade",
                        "bool CanWithdraw",
                        "string AsterChain",
                        "string User",
                        "uint256 Nonce"),
                "agentAddress=" + Vectors.SIGNER + "&ipWhitelist=203.0.113.7%2C2001%3Adb8%3A%3A1"
                        + "&canSpotTrade=true&canPerpTrade=false&canWithdraw=false&asterChain=Mainnet&user="
                        + Vectors.OWNER + "&nonce=" + nonce(),
                56);
    }

    @Test
    void an_agent_is_removed_by_a_form() {
        LoggedRequest request = sent("/fapi/v3/agent", wallet -> wallet.deleteAgent(Vectors.SIGNER));

        assertStruct(
                request,
                "DELETE",
                "DelAgent",
                List.of("string AgentAddress", "string AsterChain", "string User", "uint256 Nonce"),
                "agentAddress=" + Vectors.SIGNER + "&asterChain=Mainnet&user=" + Vectors.OWNER + "&nonce=" + nonce(),
                56);
    }

    @Test
    void a_builder_is_approved_changed_and_removed() {
        String proof = "&asterChain=Mainnet&user=" + Vectors.OWNER + "&nonce=" + nonce();

        assertStruct(
                sent(
                        "/fapi/v3/approveBuilder",
                        wallet -> wallet.approveBuilder(new BuilderApproval(BUILDER, new BigDecimal("0.001"), "shop"))),
                "POST",
                "ApproveBuilder",
                List.of(
                        "string Builder",
                        "string MaxFeeRate",
                        "string BuilderName",
                        "string AsterChain",
                        "string User",
                        "uint256 Nonce"),
                "builder=" + BUILDER + "&maxFeeRate=0.001&builderName=shop" + proof,
                56);
        assertStruct(
                sent("/fapi/v3/updateBuilder", wallet -> wallet.updateBuilder(BUILDER, new BigDecimal("0.0002"))),
                "POST",
                "UpdateBuilder",
                List.of("string Builder", "string MaxFeeRate", "string AsterChain", "string User", "uint256 Nonce"),
                "builder=" + BUILDER + "&maxFeeRate=0.0002" + proof,
                56);
        assertStruct(
                sent("/fapi/v3/builder", wallet -> wallet.deleteBuilder(BUILDER)),
                "DELETE",
                "DelBuilder",
                List.of("string Builder", "string AsterChain", "string User", "uint256 Nonce"),
                "builder=" + BUILDER + proof,
                56);
    }

    @Test
    void the_chain_of_the_main_wallets_signature_is_an_option() {
        venue.answer("/fapi/v3/agent", Scripted.DONE);
        try (ExchangeClient client = venue.open(venue.config().option(AsterWeb3.SIGNATURE_CHAIN_ID, "97"));
                AsterWallet wallet = client.unwrap(AsterWeb3Client.class).wallet(owner)) {
            wallet.deleteAgent(Vectors.SIGNER);
        }

        assertStruct(
                venue.last("/fapi/v3/agent"),
                "DELETE",
                "DelAgent",
                List.of("string AgentAddress", "string AsterChain", "string User", "uint256 Nonce"),
                "agentAddress=" + Vectors.SIGNER + "&asterChain=Testnet&user=" + Vectors.OWNER + "&nonce=" + nonce(),
                97);
    }

    @Test
    void assets_are_migrated_by_a_struct() {
        venue.answer("/fapi/v3/asset/migrateUser", "{\"batchId\":\"a1B2\"}");
        try (ExchangeClient client = venue.open(venue.config());
                AsterWallet wallet = client.unwrap(AsterWeb3Client.class).wallet(owner)) {
            assertThat(wallet.migrateUser()).isEqualTo("a1B2");
        }

        assertStruct(
                venue.last("/fapi/v3/asset/migrateUser"),
                "POST",
                "UserAssetMigrate",
                List.of("string AsterChain", "string User", "uint256 Nonce"),
                "asterChain=Testnet&user=" + Vectors.OWNER + "&nonce=" + nonce(),
                56);
    }

    /** Checks a call whose whole text is signed, for a chain, by the main wallet. */
    private static void assertMessage(LoggedRequest request, String text, long chainId) {
        assertThat(request.getMethod().getName()).isEqualTo("POST");
        assertThat(request.getUrl()).doesNotContain("?");
        assertThat(request.getBodyAsString()).startsWith(text + "&signature=0x").hasSize(text.length() + 11 + 132);
        assertThat(Witness.signer(request, chainId)).isEqualTo(Vectors.OWNER);
    }

    @Test
    void an_account_is_registered_with_its_first_agent() {
        LoggedRequest request = sent(
                "/fapi/v3/registerAndApproveAgent",
                wallet -> wallet.registerAndApproveAgent(
                        approval(AgentPermissions.futures().from("203.0.113.7", "10.0.0.0/8"))));

        assertMessage(
                request,
                "user=" + Vectors.OWNER + "&nonce=" + nonce() + "&agentName=my%20desk&agentAddress=" + Vectors.SIGNER
                        + "&expired=1967945395040&signatureChainId=56&canSpotTrade=false&canPerpTrade=true"
                        + "&canWithdraw=false&ipWhitelist=203.0.113.7%2010.0.0.0%2F8",
                56);
    }

    /** The key of the sub-account, which agrees to the text before its own signature. */
    private static void assertAgreed(LoggedRequest request, long chainId) {
        String body = request.getBodyAsString();
        int agreed = body.indexOf("&childSignature=");
        assertThat(Witness.signerOfMessage(
                        body.substring(0, agreed),
                        chainId,
                        Witness.params(request).get("childSignature")))
                .isEqualTo(Vectors.SIGNER);
    }

    private static String childSignature(LoggedRequest request) {
        return "&childSignature=" + Witness.params(request).get("childSignature");
    }

    @Test
    void a_sub_account_is_bound_by_two_signatures() {
        LoggedRequest request =
                sent("/fapi/v3/sub-accounts/bind", wallet -> wallet.bindSubAccount("desk 1", Web3Keys.of(Vectors.KEY)));

        assertAgreed(request, 1666);
        assertMessage(
                request,
                "childAddress=" + Vectors.SIGNER + "&name=desk%201&nonce=" + nonce() + "&user=" + Vectors.OWNER
                        + childSignature(request),
                1666);
    }

    @Test
    void a_sub_account_is_made_by_two_signatures() {
        LoggedRequest request = sent(
                Environment.DEMO,
                "/fapi/v3/createSubAccount",
                wallet -> wallet.createSubAccount("desk1", Web3Keys.of(Vectors.KEY)));

        assertAgreed(request, 714);
        assertMessage(
                request,
                "subAccountName=desk1&subSourceAddr=" + Vectors.SIGNER + "&nonce=" + nonce() + "&user=" + Vectors.OWNER
                        + "&signer=" + Vectors.OWNER + childSignature(request),
                714);
    }

    @Test
    void a_sub_account_is_renamed_and_frozen() {
        String proof = "subSourceAddr=" + Vectors.SIGNER + "&nonce=" + nonce() + "&user=" + Vectors.OWNER + "&signer="
                + Vectors.OWNER;
        venue.answer("/fapi/v3/updateSubAccount", Scripted.DONE);
        try (ExchangeClient client = venue.open(venue.config());
                AsterWallet wallet = client.unwrap(AsterWeb3Client.class).wallet(owner)) {
            wallet.renameSubAccount(Vectors.SIGNER, "desk 2");
            venue.clock.advance(Duration.ofSeconds(1));
            wallet.setSubAccountStatus(Vectors.SIGNER, SubAccountStatus.FROZEN);
        }

        List<LoggedRequest> requests = venue.received("/fapi/v3/updateSubAccount");
        assertThat(requests).hasSize(2);
        assertMessage(requests.get(0), proof + "&subAccountName=desk%202", 714);
        assertMessage(requests.get(1), proof.replace("" + (nonce() - 1_000_000), "" + nonce()) + "&status=FROZEN", 714);
    }

    @Test
    void assets_move_between_accounts() {
        SubAccountTransfer transfer = SubAccountTransfer.to(
                Vectors.SIGNER, "USDT", new BigDecimal("1E+2"), SubAccountTransfer.Kind.FUTURE_FUTURE);
        String text = "toAccountAddress=" + Vectors.SIGNER + "&asset=USDT&amount=100&kindType=FUTURE_FUTURE&nonce="
                + nonce() + "&user=" + Vectors.OWNER + "&signer=" + Vectors.OWNER;

        assertMessage(sent("/fapi/v3/subAccountTransfer", wallet -> wallet.transfer(transfer)), text, 1666);

        venue.server.resetRequests();
        assertMessage(
                sent("/fapi/v3/subAccountTransfer", wallet -> wallet.transfer(transfer.from(Vectors.USER))),
                text + "&fromAccountAddress=" + Vectors.USER,
                1666);
    }

    @Test
    void raw_signs_names_before_they_are_encoded() {
        venue.answer("/fapi/v3/updateSubAccount", Scripted.DONE);
        try (ExchangeClient client = venue.open(venue.config().option(AsterWeb3.MESSAGE_ENCODING, "raw"));
                AsterWallet wallet = client.unwrap(AsterWeb3Client.class).wallet(owner)) {
            wallet.renameSubAccount(Vectors.SIGNER, "desk é");
        }

        LoggedRequest request = venue.last("/fapi/v3/updateSubAccount");
        String proof = "subSourceAddr=" + Vectors.SIGNER + "&nonce=" + nonce() + "&user=" + Vectors.OWNER + "&signer="
                + Vectors.OWNER;
        assertThat(request.getBodyAsString()).startsWith(proof + "&subAccountName=desk%20%C3%A9&signature=0x");
        assertThat(Witness.signerOfMessage(
                        proof + "&subAccountName=desk é",
                        714,
                        Witness.params(request).get("signature")))
                .isEqualTo(Vectors.OWNER);
    }

    @Test
    void the_wallet_and_a_trading_client_of_the_same_key_share_its_nonces() {
        venue.answer("/fapi/v3/agent", Scripted.DONE);
        venue.answer("/fapi/v3/accountWithJoinMargin", "{\"assets\":[]}");
        try (ExchangeClient client = venue.open(venue.config().credential(AsterWeb3.PRIVATE_KEY, Vectors.OWNER_KEY));
                AsterWallet wallet = client.unwrap(AsterWeb3Client.class).wallet(owner)) {
            client.account().balances();
            wallet.deleteAgent(Vectors.SIGNER);
        }

        assertThat(Witness.params(venue.last("/fapi/v3/agent")).get("nonce")).isEqualTo("" + (nonce() + 1));
    }

    private void refusal(String problem, Consumer<AsterWallet> call) {
        int before = venue.requests();
        try (ExchangeClient client = venue.open(venue.config());
                AsterWallet wallet = client.unwrap(AsterWeb3Client.class).wallet(owner)) {
            assertThatThrownBy(() -> call.accept(wallet))
                    .isInstanceOf(NotSentException.class)
                    .hasMessageContaining(problem);
        }
        assertThat(venue.requests()).isEqualTo(before);
    }

    @Test
    void what_can_be_known_here_is_refused_here() {
        AgentPermissions everywhere = new AgentPermissions(false, true, true, List.of());

        refusal("white-list", wallet -> wallet.approveAgent(approval(everywhere)));
        refusal("white-list", wallet -> wallet.updateAgent(Vectors.SIGNER, everywhere));
        refusal(
                "'1.2.3.4,5.6.7.8'",
                wallet -> wallet.updateAgent(
                        Vectors.SIGNER, AgentPermissions.futures().from("1.2.3.4,5.6.7.8")));
        refusal("address of the agent '0x12'", wallet -> wallet.deleteAgent("0x12"));
        refusal("0.0011", wallet -> wallet.updateBuilder(BUILDER, new BigDecimal("0.0011")));
        refusal("address of the builder", wallet -> wallet.deleteBuilder("none"));
        refusal("is blank", wallet -> wallet.createSubAccount(" ", Web3Keys.of(Vectors.KEY)));
        refusal("is blank", wallet -> wallet.renameSubAccount(Vectors.SIGNER, ""));
        refusal("address of the sub-account", wallet -> wallet.renameSubAccount("0x", "desk"));
    }

    @Test
    void requests_are_refused_when_they_are_made() {
        List<ThrowingCallable> wrong = List.of(
                () -> new AgentApproval(" ", Vectors.SIGNER, EXPIRES, AgentPermissions.futures()),
                () -> new AgentApproval("desk", "0x1", EXPIRES, AgentPermissions.futures()),
                () -> new BuilderApproval(BUILDER, new BigDecimal("-0.0001"), "shop"),
                () -> new BuilderApproval(BUILDER, BigDecimal.ONE, "shop"),
                () -> new BuilderApproval(BUILDER, BigDecimal.ZERO, ""),
                () -> SubAccountTransfer.to(Vectors.SIGNER, "USDT", BigDecimal.ZERO, SubAccountTransfer.Kind.SPOT_SPOT),
                () -> SubAccountTransfer.to(Vectors.SIGNER, "", BigDecimal.ONE, SubAccountTransfer.Kind.SPOT_SPOT),
                () -> SubAccountTransfer.to("me", "USDT", BigDecimal.ONE, SubAccountTransfer.Kind.SPOT_SPOT));

        assertThat(wrong).allSatisfy(call -> assertThatThrownBy(call).isInstanceOf(NotSentException.class));
    }

    @Test
    void an_agent_that_has_expired_is_not_approved() {
        AgentApproval expired =
                new AgentApproval("desk", Vectors.SIGNER, venue.clock.instant(), AgentPermissions.futures());
        venue.answer("/fapi/v3/approveAgent", Scripted.DONE);
        try (ExchangeClient client = venue.open(venue.config());
                AsterWallet wallet = client.unwrap(AsterWeb3Client.class).wallet(owner)) {
            for (Consumer<AgentApproval> call :
                    List.<Consumer<AgentApproval>>of(wallet::approveAgent, wallet::registerAndApproveAgent)) {
                assertThatThrownBy(() -> call.accept(expired))
                        .isInstanceOf(NotSentException.class)
                        .hasMessageContaining("agent 'desk' would expire at 2026-01-02T03:04:05Z");
            }
        }
        assertThat(venue.received("/fapi/v3/approveAgent")).isEmpty();
    }

    @Test
    void without_the_venues_clock_nothing_is_sent() {
        venue.answer("/fapi/v3/time", aResponse().withStatus(503));
        venue.answer("/fapi/v3/agent", Scripted.DONE);
        try (ExchangeClient client = venue.open(venue.config());
                AsterWallet wallet = client.unwrap(AsterWeb3Client.class).wallet(owner)) {
            assertThatThrownBy(() -> wallet.deleteAgent(Vectors.SIGNER))
                    .isInstanceOfSatisfying(
                            NotSentException.class,
                            refusal -> assertThat(refusal.why()).isEqualTo(NotSentException.Cause.UNREACHABLE));
        }
        assertThat(venue.received("/fapi/v3/agent")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {503, 500})
    void a_call_without_a_verdict_left_once_and_is_of_unknown_outcome(int status) {
        venue.answer("/fapi/v3/approveBuilder", aResponse().withStatus(status));
        try (ExchangeClient client = venue.open(venue.config());
                AsterWallet wallet = client.unwrap(AsterWeb3Client.class).wallet(owner)) {
            assertThatThrownBy(
                            () -> wallet.approveBuilder(new BuilderApproval(BUILDER, new BigDecimal("0.0001"), "shop")))
                    .isInstanceOf(OutcomeUnknownException.class);
        }
        assertThat(venue.received("/fapi/v3/approveBuilder")).hasSize(1);
    }

    @Test
    void the_venues_refusal_is_told_with_its_reason() {
        venue.refuse("/fapi/v3/approveAgent", 400, -1022, "Signature for this request is not valid.");
        try (ExchangeClient client = venue.open(venue.config());
                AsterWallet wallet = client.unwrap(AsterWeb3Client.class).wallet(owner)) {
            RejectedException refusal = catchThrowableOfType(
                    RejectedException.class, () -> wallet.approveAgent(approval(AgentPermissions.futures())));

            assertThat(refusal.reason()).isEqualTo(Reason.AUTHENTICATION);
        }
    }

    @Test
    void a_closed_wallet_sends_nothing_and_leaves_its_key_open() {
        try (ExchangeClient client = venue.open(venue.config())) {
            AsterWallet wallet = client.unwrap(AsterWeb3Client.class).wallet(owner);
            wallet.close();
            wallet.close();

            assertThatThrownBy(() -> wallet.deleteAgent(Vectors.SIGNER))
                    .isInstanceOfSatisfying(
                            NotSentException.class,
                            refusal -> assertThat(refusal.why()).isEqualTo(NotSentException.Cause.CLOSED));
            assertThat(wallet.address()).isEqualTo(owner.address());
            assertThat(wallet).hasToString("AsterWallet[" + Vectors.OWNER + "]");
            assertThat(owner.sign(new byte[32])).isNotNull();
        }
        assertThat(venue.requests()).isZero();
    }
}
