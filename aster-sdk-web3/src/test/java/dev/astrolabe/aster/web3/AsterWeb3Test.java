package dev.astrolabe.aster.web3;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.astrolabe.aster.internal.AsterSigner.Permit;
import dev.astrolabe.exchange.Environment;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.Exchanges;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.transport.Priority;
import java.math.BigDecimal;
import java.security.SignatureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What leaves a client, and who signed it in the eyes of another implementation. */
@Timeout(120)
class AsterWeb3Test {

    private static final Symbol BTC = Symbol.parse("BTC/USDT:USDT");
    private static final String ORDER = "/fapi/v3/order";
    private static final String ACCOUNT = "/fapi/v3/accountWithJoinMargin";
    private static final String PLACED = """
            {"orderId": 7, "symbol": "BTCUSDT", "status": "NEW", "clientOrderId": "first1", "type": "LIMIT", "side": "BUY",
             "price": "40000", "origQty": "0.01", "executedQty": "0"}""";

    private final Scripted venue = new Scripted();

    @AfterEach
    void close() {
        venue.close();
        assertThat(KeyUse.isInUse(Vectors.SIGNER))
                .as("counters outlive their clients")
                .isFalse();
    }

    private static OrderRequest order() {
        return OrderRequest.limit(BTC, Side.BUY, new BigDecimal("0.01"), new BigDecimal("40000")).toBuilder()
                .clientOrderId("first1")
                .build();
    }

    private LoggedRequest placed(ExchangeConfig.Builder config) {
        venue.answer(ORDER, PLACED);
        try (ExchangeClient client = venue.open(config)) {
            assertThat(client.trading().place(order()).ref().orderId()).contains("7");
        }
        return venue.last(ORDER);
    }

    @ParameterizedTest
    @CsvSource({"DEMO, 714", "LIVE, 1666"})
    void an_order_leaves_as_a_form_that_the_agent_signed_for_its_chain(Environment environment, long chainId) {
        LoggedRequest request = placed(venue.signed().environment(environment));

        assertThat(request.getMethod()).isEqualTo(RequestMethod.POST);
        assertThat(request.getUrl()).isEqualTo(ORDER);
        assertThat(Witness.text(request))
                .matches("symbol=BTCUSDT&side=BUY&type=LIMIT&.*newClientOrderId=first1.*&nonce=" + venue.firstNonce()
                        + "&signer=" + Vectors.SIGNER + "&signature=0x[0-9a-f]{130}");
        assertThat(Witness.signer(request, chainId)).isEqualTo(Vectors.SIGNER);
    }

    @Test
    void a_read_leaves_as_a_query_that_the_agent_signed() {
        venue.answer(ACCOUNT, "{\"assets\":[]}");

        try (ExchangeClient client = venue.open(venue.signed())) {
            assertThat(client.account().balances()).isEmpty();
        }

        LoggedRequest request = venue.last(ACCOUNT);
        assertThat(request.getBodyAsString()).isEmpty();
        assertThat(request.getUrl())
                .startsWith(ACCOUNT + "?nonce=" + venue.firstNonce() + "&signer=" + Vectors.SIGNER + "&signature=0x");
        assertThat(Witness.signer(request, 714)).isEqualTo(Vectors.SIGNER);
    }

    @ParameterizedTest
    @CsvSource({
        "0x63dd5acc6b1aa0f563956c0e534dd30b6dcf7c4e, 0x63DD5aCC6b1aa0f563956C0e534DD30B6dcF7C4e",
        "0x63DD5aCC6b1aa0f563956C0e534DD30B6dcF7C4e, 0x63DD5aCC6b1aa0f563956C0e534DD30B6dcF7C4e",
        "7xKXtg2CW87d97TXJSDpbD5jBkheTqA83TZRuJosgAsU, 7xKXtg2CW87d97TXJSDpbD5jBkheTqA83TZRuJosgAsU"
    })
    void the_main_wallet_is_sent_and_signed_where_it_is_configured(String user, String sent) {
        LoggedRequest request = placed(venue.signed().option(AsterWeb3.USER, user));

        assertThat(Witness.text(request))
                .contains(
                        "&nonce=" + venue.firstNonce() + "&user=" + sent + "&signer=" + Vectors.SIGNER + "&signature=");
        assertThat(Witness.signer(request, 714)).isEqualTo(Vectors.SIGNER);
    }

    @Test
    void a_key_of_the_callers_signs_and_stays_open() {
        venue.answer(ORDER, PLACED);
        Web3Signer key = Web3Keys.of(Vectors.KEY);
        Web3Signer remote = new Web3Signer() {
            @Override
            public String address() {
                return Vectors.SIGNER;
            }

            @Override
            public Web3Signature sign(byte[] digest) {
                return key.sign(digest);
            }
        };

        for (Web3Signer signer : List.of(remote, key)) {
            try (ExchangeClient client =
                    AsterWeb3.client(venue.config().build(), signer, venue.clock, venue.clock::advance)) {
                client.trading().place(order());
            }
            assertThat(Witness.signer(venue.last(ORDER), 714)).isEqualTo(Vectors.SIGNER);
        }

        assertThat(key.sign(new byte[32]).v()).isBetween(27, 28);
        key.close();
    }

    @Test
    void clients_of_one_key_never_use_a_nonce_twice() {
        venue.answer(ACCOUNT, "{\"assets\":[]}");

        try (ExchangeClient first = venue.open(venue.signed());
                ExchangeClient second = venue.open(venue.signed())) {
            first.account().balances();
            second.account().balances();
            first.account().balances();
        }

        assertThat(venue.received(ACCOUNT))
                .extracting(request -> Witness.params(request).get("nonce"))
                .containsExactlyInAnyOrder(
                        Long.toString(venue.firstNonce()),
                        Long.toString(venue.firstNonce() + 1),
                        Long.toString(venue.firstNonce() + 2));
    }

    @Test
    void a_cancel_leaves_while_an_entry_waits_for_other_calls_of_the_key() {
        venue.answer(ORDER, PLACED);
        try (KeyUse others = KeyUse.of(Vectors.SIGNER);
                ExchangeClient client = venue.open(venue.signed())) {
            client.instruments().all();
            List<Permit> flying = new ArrayList<>();
            for (int i = 0; i < CallsInFlight.LIMIT - CallsInFlight.RESERVE; i++) {
                flying.add(others.calls().admit("a call", Priority.ORDINARY));
            }
            CompletableFuture<OrderAck> entry =
                    CompletableFuture.supplyAsync(() -> client.trading().place(order()));
            while (others.calls().waiting() == 0) {
                Thread.onSpinWait();
            }

            client.trading().cancel(OrderRef.ofClientOrderId(BTC, "first1"));
            assertThat(venue.received(ORDER))
                    .extracting(LoggedRequest::getMethod)
                    .containsExactly(RequestMethod.DELETE);

            flying.get(0).close();
            assertThat(entry.join().ref().orderId()).contains("7");
        }
        assertThat(venue.received(ORDER)).hasSize(2);
    }

    @Test
    void a_key_alone_opens_the_live_exchange() {
        try (Web3Signer key = Web3Keys.of(Vectors.KEY);
                ExchangeClient client = AsterWeb3.client(key)) {
            assertThat(client.environment()).isEqualTo(Environment.LIVE);
            assertThat(KeyUse.isInUse(Vectors.SIGNER)).isTrue();
        }
    }

    @Test
    void an_application_picks_this_client_by_the_name_of_its_credential() {
        venue.answer(ORDER, PLACED);

        try (ExchangeClient client = Exchanges.open(venue.signed().build())) {
            client.trading().place(order());
        }

        assertThat(Witness.signer(venue.last(ORDER), 714)).isEqualTo(Vectors.SIGNER);
    }

    @Test
    void the_scheme_of_2025_signs_sorted_json_as_a_contracts_arguments() throws SignatureException {
        LoggedRequest request =
                placed(venue.signed().option(AsterWeb3.SIGNING, "abi2025").option(AsterWeb3.USER, Vectors.USER));

        Map<String, String> params = Witness.params(request);
        assertThat(Witness.text(request))
                .contains("&recvWindow=50000&timestamp=" + venue.clock.millis() + "&nonce=" + venue.firstNonce()
                        + "&user=" + Vectors.USER + "&signer=" + Vectors.SIGNER + "&signature=0x");
        assertThat(Witness.signerOf2025(params)).isEqualTo(Vectors.SIGNER);
    }

    @Test
    void public_data_needs_no_key() {
        try (ExchangeClient client = Exchanges.open(venue.config().build())) {
            assertThat(client.instruments().find(BTC)).isPresent();
        }

        assertThat(Witness.text(venue.last("/fapi/v3/exchangeInfo"))).isEmpty();
    }
}
