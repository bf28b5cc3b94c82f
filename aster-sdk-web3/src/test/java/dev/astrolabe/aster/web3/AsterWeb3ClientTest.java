package dev.astrolabe.aster.web3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.astrolabe.aster.AsterClient;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.ProtocolException;
import dev.astrolabe.exchange.error.UnsupportedOperationOnExchangeException;
import dev.astrolabe.exchange.testkit.Fixtures;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What v3 alone can be asked. */
class AsterWeb3ClientTest {

    private final Scripted venue = new Scripted();
    private final ExchangeClient client = venue.open(venue.signed().option(AsterWeb3.USER, Vectors.USER));
    private final AsterWeb3Client web3 = client.unwrap(AsterWeb3Client.class);

    @AfterEach
    void close() {
        client.close();
        venue.close();
    }

    private <T> T answered(String path, String query, String body, Function<AsterWeb3Client, T> call) {
        venue.answer(path, body);

        T result = call.apply(web3);

        LoggedRequest request = venue.last(path);
        assertThat(request.getUrl())
                .startsWith(path + "?" + query + "nonce=" + venue.firstNonce() + "&user=" + Vectors.USER + "&signer="
                        + Vectors.SIGNER + "&signature=0x");
        assertThat(Witness.signer(request, 714)).isEqualTo(Vectors.SIGNER);
        return result;
    }

    @Test
    void the_client_is_the_shared_native_one_and_more() {
        assertThat(client.unwrap(AsterClient.class)).isSameAs(web3);
        assertThat(List.of(
                        web3.market(),
                        web3.orders(),
                        web3.strategies(),
                        web3.account(),
                        web3.listenKeys(),
                        web3.streams()))
                .doesNotContainNull();
        assertThatThrownBy(() -> client.unwrap(String.class))
                .isInstanceOf(UnsupportedOperationOnExchangeException.class);
    }

    @Test
    void agents_are_listed() {
        List<Agent> agents =
                answered("/fapi/v3/agent", "", """
                [{"agentAddress": "%s", "agentName": "desk", "ipWhitelist": "203.0.113.7, 10.0.0.0/8", "expired": 1867945395040,
                  "source": "builder", "canRead": true, "canSpotTrade": false, "canPerpTrade": true, "canWithdraw": false},
                 {"agentAddress": "%s", "expired": 0, "canRead": true, "canSpotTrade": true, "canPerpTrade": false,
                  "canWithdraw": true}]""".formatted(Vectors.SIGNER, Vectors.OWNER), AsterWeb3Client::agents);

        assertThat(agents)
                .containsExactly(
                        new Agent(
                                "desk",
                                Vectors.SIGNER,
                                Instant.ofEpochMilli(1867945395040L),
                                "builder",
                                true,
                                new AgentPermissions(false, true, false, List.of("203.0.113.7", "10.0.0.0/8"))),
                        new Agent(
                                "",
                                Vectors.OWNER,
                                Instant.EPOCH,
                                "",
                                true,
                                new AgentPermissions(true, false, true, List.of())));
    }

    @Test
    void builders_are_listed() {
        List<ApprovedBuilder> builders = answered(
                "/fapi/v3/builder",
                "",
                "[{\"userAddress\":\"u\",\"builderAddress\":\"b\",\"maxFeeRate\":0.00001,\"builderName\":\"shop\"},"
                        + "{\"builderAddress\":\"c\",\"maxFeeRate\":\"0.0002\"}]",
                AsterWeb3Client::builders);

        assertThat(builders)
                .containsExactly(
                        new ApprovedBuilder("b", new BigDecimal("0.00001"), "shop", "u"),
                        new ApprovedBuilder("c", new BigDecimal("0.0002"), "", ""));
    }

    @Test
    void sub_accounts_are_listed() {
        List<SubAccount> accounts = answered(
                "/fapi/v3/getSubAccountList",
                "",
                "[{\"accountId\":7,\"subAccountName\":\"desk\",\"parentAccount\":false},"
                        + "{\"accountId\":1,\"subAccountName\":\"\",\"parentAccount\":true}]",
                AsterWeb3Client::subAccounts);

        assertThat(accounts).containsExactly(new SubAccount(7, "desk", false), new SubAccount(1, "", true));
    }

    @Test
    void sub_accounts_need_the_main_wallets_address() {
        try (ExchangeClient other = venue.open(venue.signed())) {
            assertThatThrownBy(() -> other.unwrap(AsterWeb3Client.class).subAccounts())
                    .isInstanceOf(NotSentException.class)
                    .hasMessageContaining("option user");
        }
        assertThat(venue.requests()).isZero();
    }

    @Test
    void a_migration_tells_how_far_it_is() {
        Migration migration = answered(
                "/fapi/v3/asset/migrateUser/history", "batchId=a1B2&", """
                {"batchId": "a1B2", "totalCount": 2, "successCount": 1, "processingCount": 0, "failCount": 1, "initCount": 0,
                 "details": [
                  {"id": 1, "asset": "USDT", "amount": "500.00", "tranId": 98, "status": "S", "fromStatus": "S",
                   "fromErrorCode": null, "fromResponse": null, "toStatus": "S", "toErrorCode": null, "toResponse": null},
                  {"id": 2, "asset": "BTC", "amount": "0.05", "tranId": null, "status": "F", "fromStatus": "F",
                   "fromErrorCode": "-9", "fromResponse": "no balance", "toStatus": null, "toErrorCode": null,
                   "toResponse": ""}]}""", client -> client.migration("a1B2"));

        assertThat(migration.batchId()).isEqualTo("a1B2");
        assertThat(List.of(
                        migration.total(),
                        migration.succeeded(),
                        migration.processing(),
                        migration.failed(),
                        migration.waiting()))
                .containsExactly(2, 1, 0, 1, 0);
        assertThat(migration.items()).hasSize(2);
        Migration.Item moved = migration.items().get(0);
        assertThat(moved.amount()).isEqualByComparingTo("500");
        assertThat(moved.transferId()).hasValue(98);
        assertThat(moved.failure()).isEmpty();
        Migration.Item failed = migration.items().get(1);
        assertThat(failed.id()).isEqualTo(2);
        assertThat(failed.asset()).isEqualTo("BTC");
        assertThat(failed.status()).isEqualTo("F");
        assertThat(failed.transferId()).isEmpty();
        assertThat(failed.failure()).contains("-9 no balance");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[{}]", "[null]", "[{\"agentAddress\":\"a\",\"expired\":1}]"})
    void what_is_no_list_of_agents_is_not_taken_for_one(String body) {
        venue.answer("/fapi/v3/agent", body);

        assertThatThrownBy(web3::agents).isInstanceOf(ProtocolException.class);
    }

    @Test
    void the_documented_answers_are_read() {
        Fixtures payloads = Fixtures.payloads();
        venue.answer("/fapi/v3/agent", payloads.text("aster/later/get_agent.json"));
        venue.answer("/fapi/v3/builder", payloads.text("aster/later/get_builder.json"));
        venue.answer("/fapi/v3/getSubAccountList", payloads.text("aster/v3/get_getSubAccountList.json"));
        venue.answer(
                "/fapi/v3/asset/migrateUser/history", payloads.text("aster/v3/get_asset_migrateUser_history.json"));

        assertThat(web3.agents()).hasSize(1);
        assertThat(web3.builders()).hasSize(1);
        assertThat(web3.subAccounts()).hasSize(2);
        assertThat(web3.migration("any").items()).hasSize(2);
    }
}
