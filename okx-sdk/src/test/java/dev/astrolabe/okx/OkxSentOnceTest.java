package dev.astrolabe.okx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.model.AmendRequest;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.OrderType;
import dev.astrolabe.exchange.model.Outcome;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.testkit.ContractVenue;
import dev.astrolabe.exchange.testkit.FaultServer;
import dev.astrolabe.exchange.testkit.FaultServer.Fault;
import dev.astrolabe.exchange.testkit.FaultServer.Reply;
import dev.astrolabe.exchange.testkit.FaultServer.Text;
import dev.astrolabe.exchange.transport.Sleeper;
import dev.astrolabe.okx.standin.OkxOpener;
import dev.astrolabe.okx.standin.OkxStandIn;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What changes something leaves once, whatever the transport would like to repeat. */
class OkxSentOnceTest {

    private static final OrderRequest REQUEST =
            OrderRequest.market(ContractVenue.BTC, Side.BUY, new BigDecimal("0.01")).toBuilder()
                    .clientOrderId("once1")
                    .build();
    private static final OrderRef REF = OrderRef.ofClientOrderId(ContractVenue.BTC, "once1");

    private final OkxStandIn standIn = new OkxStandIn(Clock.systemUTC());
    private volatile Reply failure = Fault.DROP;
    private final FaultServer server =
            new FaultServer(call -> call.method().equals("POST") ? failure : standIn.answer(call));
    private final ExchangeClient client = Okx.client(
            OkxOpener.signed(server.url()).timeout(Duration.ofSeconds(2)).build(), Clock.systemUTC(), Sleeper.system());

    @BeforeEach
    void read() {
        assertThat(client.instruments().all()).isNotEmpty();
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private static Reply text(int status, String body) {
        return new Text(status, Map.of(), body);
    }

    private static Reply error(int status, String code) {
        return text(status, "{\"code\":\"" + code + "\",\"msg\":\"no verdict\",\"data\":[]}");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("dropped connection", Fault.DROP),
                Arguments.of("reset connection", Fault.RESET),
                Arguments.of("an answer that ends too soon", Fault.CUT),
                Arguments.of("no answer in time", Fault.SILENCE),
                Arguments.of("408", text(408, "")),
                Arguments.of("503 to repeat at once", new Text(503, Map.of("Retry-After", "0"), "")),
                Arguments.of("502 page", text(502, "<html>Bad gateway</html>")),
                Arguments.of("an answer that is none", text(200, "<html>welcome</html>")),
                Arguments.of("an answer without a row", text(200, "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}")),
                Arguments.of("50001", error(503, "50001")),
                Arguments.of("50004", error(400, "50004")),
                Arguments.of("50026", error(500, "50026")),
                Arguments.of("51149", error(500, "51149")),
                Arguments.of("51054", error(500, "51054")),
                Arguments.of(
                        "51149 one level down",
                        text(
                                200,
                                "{\"code\":\"1\",\"msg\":\"\",\"data\":[{\"clOrdId\":\"once1\",\"ordId\":\"\",\"sCode\":\"51149\","
                                        + "\"sMsg\":\"Order timed out\"}]}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void an_order_leaves_once_and_its_outcome_is_unknown(String name, Reply reply) {
        failure = reply;

        OutcomeUnknownException unknown = catchThrowableOfType(
                OutcomeUnknownException.class, () -> client.trading().place(REQUEST));

        assertThat(unknown).as(name).isNotNull();
        assertThat(unknown.order().orElseThrow().clientOrderId()).contains("once1");
        assertThat(server.received("POST")).as("requests for one order").hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void a_change_of_an_order_leaves_once(String name, Reply reply) {
        failure = reply;
        AmendRequest change = new AmendRequest(REF, new BigDecimal("0.02"), new BigDecimal("41000"));

        assertThat(catchThrowableOfType(
                        OutcomeUnknownException.class, () -> client.trading().amend(change)))
                .as(name)
                .isNotNull();
        assertThat(catchThrowableOfType(
                        OutcomeUnknownException.class, () -> client.trading().cancel(REF)))
                .as(name)
                .isNotNull();
        assertThat(server.received("POST")).as("one request each").hasSize(2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void an_order_that_waits_for_a_price_leaves_once(String name, Reply reply) {
        failure = reply;
        OrderRequest stop = OrderRequest.builder(ContractVenue.BTC, Side.SELL, OrderType.STOP_MARKET)
                .quantity(new BigDecimal("0.01"))
                .triggerPrice(new BigDecimal("45000"))
                .clientOrderId("stop1")
                .build();

        OutcomeUnknownException unknown = catchThrowableOfType(
                OutcomeUnknownException.class, () -> client.trading().place(stop));

        assertThat(unknown).as(name).isNotNull();
        assertThat(unknown.order().orElseThrow().conditional()).isTrue();
        assertThat(server.received("POST")).as("requests for one order").hasSize(1);
    }

    @Test
    void each_order_of_a_batch_of_unknown_outcome_can_be_resolved_alone() {
        failure = text(503, "");

        List<Outcome<OrderAck>> outcomes = client.trading()
                .placeBatch(
                        List.of(REQUEST, REQUEST.toBuilder().clientOrderId(null).build()));

        assertThat(outcomes).hasSize(2).allSatisfy(outcome -> {
            OutcomeUnknownException unknown = (OutcomeUnknownException) ((Outcome.Failed<OrderAck>) outcome).error();
            assertThat(unknown.order().orElseThrow().clientOrderId()).isPresent();
        });
        assertThat(server.received("POST")).hasSize(1);
    }
}
