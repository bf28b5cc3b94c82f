package dev.astrolabe.aster.web3;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.astrolabe.exchange.Environment;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.Exchanges;
import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.testkit.LogCapture;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused, by whom, and in which words. */
class KeyRefusalTest {

    private static final Symbol BTC = Symbol.parse("BTC/USDT:USDT");
    private static final String ORDER = "/fapi/v3/order";
    private static final String ACCOUNT = "/fapi/v3/accountWithJoinMargin";
    private static final OrderRequest REQUEST =
            OrderRequest.limit(BTC, Side.BUY, new BigDecimal("0.01"), new BigDecimal("40000"));

    private final Scripted venue = new Scripted();

    @AfterEach
    void close() {
        venue.close();
        assertThat(KeyUse.isInUse(Vectors.SIGNER))
                .as("counters outlive their clients")
                .isFalse();
    }

    private static Arguments config(String problem, UnaryOperator<ExchangeConfig.Builder> change) {
        return arguments(problem, change);
    }

    static Stream<Arguments> wrongConfigurations() {
        String key = Vectors.KEY;
        return Stream.of(
                config("privateKey does not begin with 0x", c -> c.credential("privateKey", key.substring(2))),
                config("privateKey has 63 characters", c -> c.credential("privateKey", key.substring(0, 65))),
                config("privateKey is zero", c -> c.credential("privateKey", "0x" + "0".repeat(64))),
                config("not of the declared signer " + Vectors.OWNER, c -> c.option("signer", Vectors.OWNER)),
                config("option signer '21cF8A' does not begin with 0x", c -> c.option("signer", "21cF8A")),
                config("wrong checksum (EIP-55)", c -> c.option("signer", Vectors.SIGNER.replace("cF8", "Cf8"))),
                config("option user '0x63' has 2 hex digits", c -> c.option("user", "0x63")),
                config("wrong checksum (EIP-55)", c -> c.option("user", Vectors.USER.replace("DD5", "dd5"))),
                config("option user", c -> c.option("user", "7xKXtg2CW87d97TXJSDpbD5jBkheTqA83TZRuJosgAs0")),
                config(
                        "option messageEncoding 'utf8' is none of [encoded, raw]",
                        c -> c.option("messageEncoding", "utf8")),
                config("option signing 'abi' is none of [eip712, abi2025]", c -> c.option("signing", "abi")),
                config("set option user", c -> c.option("signing", "abi2025")),
                config(
                        "set option user",
                        c -> c.option("signing", "abi2025").option("user", "11111111111111111111111111111111")),
                config("option signatureChainId '0'", c -> c.option("signatureChainId", "0")),
                config("option signatureChainId 'BSC'", c -> c.option("signatureChainId", "BSC")),
                config("option 'recvWindow'", c -> c.option("recvWindow", "5000")),
                config("[apiKey, privateKey]", c -> c.credential("apiKey", "k")),
                config("option baseUrl 'ftp://somewhere'", c -> c.option("baseUrl", "ftp://somewhere")),
                config(
                        "PAPER",
                        c -> ExchangeConfig.builder("asterdex")
                                .credential("privateKey", key)
                                .environment(Environment.PAPER)));
    }

    @ParameterizedTest
    @MethodSource("wrongConfigurations")
    void a_configuration_that_does_not_fit_is_refused_before_any_request(
            String problem, UnaryOperator<ExchangeConfig.Builder> change) {
        assertThatThrownBy(() -> venue.open(change.apply(venue.signed())))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining(problem)
                .hasMessageNotContaining(Vectors.KEY.substring(2, 14));

        assertThat(venue.requests()).isZero();
    }

    @Test
    void one_key_signs() {
        try (Web3Signer signer = Web3Keys.of(Vectors.KEY)) {
            assertThatThrownBy(() -> AsterWeb3.client(venue.signed().build(), signer))
                    .isInstanceOf(NotSentException.class)
                    .hasMessageContaining("one key");
        }
    }

    @Test
    void without_a_key_what_needs_one_is_refused_by_name() {
        try (ExchangeClient open = Exchanges.open(venue.config().build())) {
            AsterWeb3Client web3 = open.unwrap(AsterWeb3Client.class);
            assertThat(List.<ThrowingCallable>of(
                            () -> open.account().balances(),
                            () -> open.trading().place(REQUEST),
                            web3::agents))
                    .allSatisfy(call -> assertThatThrownBy(call)
                            .isInstanceOf(NotSentException.class)
                            .hasMessageContaining("needs the credentials privateKey"));
        }
        assertThat(venue.requests()).isZero();
    }

    @Test
    void a_void_nonce_is_a_refusal_of_an_order_and_nothing_is_repeated() {
        venue.refuse(ORDER, 400, -4225, "Nonce Expired");

        try (ExchangeClient client = venue.open(venue.signed())) {
            RejectedException refusal = catchThrowableOfType(
                    RejectedException.class, () -> client.trading().place(REQUEST));

            assertThat(refusal.reason()).isEqualTo(Reason.CLOCK_SKEW);
        }
        assertThat(venue.received(ORDER)).hasSize(1);
    }

    @Test
    void a_read_whose_nonce_was_void_is_signed_anew() {
        venue.server.stubFor(get(urlPathEqualTo(ACCOUNT))
                .inScenario("nonce")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(400).withBody("{\"code\":-4225,\"msg\":\"Nonce Expired\"}"))
                .willSetStateTo("again"));
        venue.server.stubFor(get(urlPathEqualTo(ACCOUNT))
                .inScenario("nonce")
                .whenScenarioStateIs("again")
                .willReturn(okJson("{\"assets\":[]}")));

        try (ExchangeClient client = venue.open(venue.signed())) {
            assertThat(client.account().balances()).isEmpty();
        }

        assertThat(venue.received(ACCOUNT))
                .hasSize(2)
                .allSatisfy(request -> assertThat(Witness.signer(request, 714)).isEqualTo(Vectors.SIGNER));
        assertThat(venue.received(ACCOUNT))
                .extracting(request -> Witness.params(request).get("nonce"))
                .doesNotHaveDuplicates();
    }

    /** A signer of an application's own, for the address of the demo key. */
    private record OwnSigner(Function<byte[], Web3Signature> store) implements Web3Signer {
        @Override
        public String address() {
            return Vectors.SIGNER;
        }

        @Override
        public Web3Signature sign(byte[] digest) {
            return store.apply(digest);
        }
    }

    private NotSentException refused(Function<byte[], Web3Signature> store) {
        try (ExchangeClient client =
                AsterWeb3.client(venue.config().build(), new OwnSigner(store), venue.clock, venue.clock::advance)) {
            NotSentException refusal = catchThrowableOfType(
                    NotSentException.class, () -> client.trading().place(REQUEST));
            assertThat(refusal).isNotNull().hasMessageContaining(Vectors.SIGNER);
            assertThat(venue.received(ORDER)).isEmpty();
            return refusal;
        }
    }

    @Test
    void an_applications_signer_that_fails_sends_nothing() {
        NotSentException refusal = refused(digest -> {
            throw new IllegalStateException("the store is away");
        });

        assertThat(refusal.why()).isEqualTo(NotSentException.Cause.UNREACHABLE);
        assertThat(refusal).hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_signature_that_does_not_fit_its_address_is_not_sent() {
        assertThat(refused(Web3Keys.of(Vectors.OWNER_KEY)::sign)).hasMessageContaining("a signature of another key");
        assertThat(refused(digest -> {
                    Web3Signature right = Web3Keys.of(Vectors.KEY).sign(digest);
                    return new Web3Signature(right.r(), right.s(), 27 + 28 - right.v());
                }))
                .hasMessageContaining("Web3Signature.of");
    }

    @Test
    void nothing_shows_a_key_or_a_signature() {
        venue.refuse(ORDER, 400, -2019, "Margin is insufficient.");
        venue.answer(ACCOUNT, aResponse().withStatus(503));
        venue.refuse("/fapi/v3/agent", 400, -1022, "Signature for this request is not valid.");
        ExchangeConfig config = venue.signed().build();
        List<String> shown = new ArrayList<>();

        List<String> logged = LogCapture.record("", () -> {
            ExchangeClient canary = AsterWeb3.client(config, venue.clock, venue.clock::advance);
            provoke(canary, shown);
            shown.add(canary.toString());
            shown.add(canary.unwrap(AsterWeb3Client.class).toString());
        });
        shown.add(config.toString());
        shown.addAll(logged);

        assertThat(logged).as("lines logged at any level").isNotEmpty();
        assertThat(shown)
                .allSatisfy(text -> assertThat(text.toLowerCase(Locale.ROOT))
                        .doesNotContain(Vectors.KEY.substring(2))
                        .doesNotContain(Vectors.OWNER_KEY.substring(2))
                        .doesNotContainPattern("0x[0-9a-f]{41}"));
    }

    /** A refused order, an account that cannot be read, a refused wallet, and a call after the end. */
    private static void provoke(ExchangeClient canary, List<String> shown) {
        try (Web3Signer owner = Web3Keys.of(Vectors.OWNER_KEY);
                AsterWallet wallet = canary.unwrap(AsterWeb3Client.class).wallet(owner)) {
            for (ThrowingCallable call : List.<ThrowingCallable>of(
                    () -> canary.trading().place(REQUEST),
                    () -> canary.account().balances(),
                    () -> wallet.deleteAgent(Vectors.SIGNER))) {
                shown.add(trace(catchThrowableOfType(ExchangeException.class, call)));
            }
            shown.add(owner.toString());
            shown.add(wallet.toString());
        }
        canary.close();
        shown.add(trace(catchThrowableOfType(
                ExchangeException.class, () -> canary.trading().place(REQUEST))));
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
