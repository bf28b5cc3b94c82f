package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.RateLimitedException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.Outcome;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.TriggerBy;
import dev.astrolabe.exchange.testkit.ContractVenue;
import dev.astrolabe.exchange.testkit.Fixtures;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.okx.OkxSocketOrders;
import dev.astrolabe.okx.model.OkxAck;
import dev.astrolabe.okx.model.OkxAmend;
import dev.astrolabe.okx.model.OkxExit;
import dev.astrolabe.okx.model.OkxOrderRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders over the private socket: what is sent, what an answer means, and what becomes of one without an answer. */
class SocketOrdersTest {

    private static final Json JSON = new Json();
    private static final OrderRef BY_ID = OrderRef.ofClientOrderId(ContractVenue.BTC, "sdkA1");

    private final SocketBench bench = new SocketBench();
    private final OkxSocketOrders orders = new NativeSocketOrders(
            bench.context, bench.instruments, new AccountModes(bench.context), bench.connections);

    @AfterEach
    void close() {
        bench.close();
    }

    private static OkxOrderRequest buy(String id) {
        return OkxOrderRequest.of(
                OrderRequest.limit(ContractVenue.BTC, Side.BUY, new BigDecimal("0.01"), new BigDecimal("40000"))
                        .toBuilder()
                        .clientOrderId(id)
                        .build());
    }

    private void answerWith(String fixture) {
        JsonNode answer = tree(Fixtures.payloads().text("okx/" + fixture));
        String code = answer.path("code").asText();
        answer(code, answer.path("msg").asText(), answer.path("data").toString());
    }

    private void answer(String code, String message, String data) {
        String text = "{\"id\":\"$id\",\"op\":\"$op\",\"code\":\"" + code + "\",\"msg\":\"" + message + "\",\"data\":"
                + data + ",\"inTime\":\"1\",\"outTime\":\"2\"}";
        bench.sockets.answerCommands(command -> text);
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.tree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<JsonNode> commands() {
        return bench.sockets.received().stream()
                .map(SocketServer.Received::text)
                .filter(text -> text.startsWith("{") && !text.contains("\"login\""))
                .map(SocketOrdersTest::tree)
                .toList();
    }

    @Test
    void places_an_order_by_the_instruments_number_with_an_expiry() {
        answerWith("synthetic/ws_op_order_ok.json");

        OkxAck ack = orders.place(buy("sdkA1"));

        assertThat(ack.orderId()).contains("2651111111111111111");
        JsonNode sent = commands().get(0);
        assertThat(sent.path("op").asText()).isEqualTo("order");
        assertThat(sent.path("id").asText()).matches("[A-Za-z0-9]{1,32}");
        assertThat(sent.path("expTime").asText())
                .isEqualTo(Long.toString(bench.clock.instant().plusMillis(5_000).toEpochMilli()));
        JsonNode arg = sent.path("args").path(0);
        assertThat(arg.path("instIdCode").isIntegralNumber()).isTrue();
        assertThat(arg.path("instIdCode").asLong()).isEqualTo(2021032601102993L);
        assertThat(arg.has("instId")).isFalse();
        assertThat(arg.path("clOrdId").asText()).isEqualTo("sdkA1");
        assertThat(arg.path("sz").asText()).isEqualTo("1");
        assertThat(arg.path("px").asText()).isEqualTo("40000");
    }

    @Test
    void cancels_without_an_expiry() {
        answer("0", "", "[{\"ordId\":\"7\",\"clOrdId\":\"sdkA1\",\"ts\":\"1\",\"sCode\":\"0\",\"sMsg\":\"\"}]");

        orders.cancel(BY_ID);

        JsonNode sent = commands().get(0);
        assertThat(sent.path("op").asText()).isEqualTo("cancel-order");
        assertThat(sent.has("expTime")).isFalse();
        assertThat(sent.path("args").path(0).path("clOrdId").asText()).isEqualTo("sdkA1");
    }

    @Test
    void changes_an_order() {
        answerWith("synthetic/ws_op_amend_order_ok.json");

        OkxAck ack = orders.amend(OkxAmend.of(BY_ID).requestId("rq1").price(new BigDecimal("41000")));

        assertThat(ack.requestId()).contains("rq1");
        JsonNode sent = commands().get(0);
        assertThat(sent.path("op").asText()).isEqualTo("amend-order");
        assertThat(sent.has("expTime")).isTrue();
        assertThat(sent.path("args").path(0).path("newPx").asText()).isEqualTo("41000");
    }

    @ParameterizedTest
    @CsvSource({
        "synthetic/ws_op_order_rejected, 51008, INSUFFICIENT_FUNDS",
        "synthetic/ws_op_order_not_logged_in, 60011, AUTHENTICATION",
        "synthetic/ws_op_order_format_error, 60013, INVALID_REQUEST",
        "docs/ws_op_amend_order__failure_response, 51008, INSUFFICIENT_FUNDS"
    })
    void a_refusal_is_the_venues(String fixture, String code, Reason reason) {
        answerWith(fixture + ".json");

        RejectedException refusal = catchThrowableOfType(RejectedException.class, () -> orders.place(buy("sdkA1")));

        assertThat(refusal.venueError().orElseThrow().code()).isEqualTo(code);
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(commands()).hasSize(1);
    }

    @Test
    void a_limit_that_is_used_up_stops_the_same_call_over_rest_too() {
        answerWith("synthetic/ws_op_order_rate_limited.json");

        assertThatThrownBy(() -> orders.place(buy("sdkA1"))).isInstanceOf(RateLimitedException.class);
        Instant before = bench.clock.instant();
        bench.context
                .rest()
                .limiter()
                .acquire(
                        TradeOperations.PLACE.endpoint().costs(dev.astrolabe.exchange.transport.Params.create()),
                        TradeOperations.PLACE.endpoint().priority());

        assertThat(bench.clock.instant()).isEqualTo(before.plusSeconds(2));
    }

    @Test
    void an_error_inside_the_venue_leaves_the_outcome_open() {
        answerWith("synthetic/ws_op_order_internal_64007.json");

        assertUnknown(catchThrowableOfType(OutcomeUnknownException.class, () -> orders.place(buy("sdkA1"))));
    }

    private static void assertUnknown(OutcomeUnknownException unknown) {
        assertThat(unknown.order().flatMap(OrderRef::clientOrderId)).isEqualTo(Optional.of("sdkA1"));
    }

    @Test
    void an_answer_without_a_verdict_leaves_the_outcome_open() {
        answer("0", "", "[]");

        assertUnknown(catchThrowableOfType(OutcomeUnknownException.class, () -> orders.place(buy("sdkA1"))));
    }

    @Test
    void a_lost_connection_leaves_the_outcome_open_and_sends_nothing_again() {
        CompletableFuture<OkxAck> placing = CompletableFuture.supplyAsync(() -> orders.place(buy("sdkA1")));
        SocketBench.await("sent", () -> commands().size() == 1);

        bench.sockets.cutAll();

        assertThatThrownBy(placing::join).hasCauseInstanceOf(OutcomeUnknownException.class);
        assertThat(commands()).hasSize(1);
        answerWith("synthetic/ws_op_order_ok.json");
        CompletableFuture<OkxAck> next = CompletableFuture.supplyAsync(() -> orders.place(buy("sdkA2")));
        // The pause between two connections is by the clock.
        bench.await("the next", Duration.ofMillis(10), next::isDone);
        assertThat(next.join().accepted()).isTrue();
        assertThat(bench.sockets.connections()).isEqualTo(2);
    }

    @Test
    void an_answer_that_does_not_come_leaves_the_outcome_open() {
        CompletableFuture<OkxAck> placing = CompletableFuture.supplyAsync(() -> orders.place(buy("sdkA1")));
        SocketBench.await("sent", () -> commands().size() == 1);

        bench.await("given up", Duration.ofSeconds(1), placing::isDone);

        assertThatThrownBy(placing::join).hasCauseInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void without_a_login_nothing_is_sent() {
        bench.sockets.refuseLogins("60005");

        NotSentException refusal = catchThrowableOfType(NotSentException.class, () -> orders.place(buy("sdkA1")));

        assertThat(refusal.why()).isEqualTo(NotSentException.Cause.UNREACHABLE);
        assertThat(refusal).hasMessageContaining("60005");
        assertThat(commands()).isEmpty();
    }

    @Test
    void each_order_of_a_batch_has_its_own_verdict() {
        answerWith("synthetic/ws_op_batch_orders_partial.json");

        List<Outcome<OkxAck>> outcomes = orders.placeBatch(List.of(buy("sdkA1"), buy("sdkA2")));

        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Accepted.class);
        assertThat(((Outcome.Failed<OkxAck>) outcomes.get(1)).error()).isInstanceOf(RejectedException.class);
        assertThat(commands().get(0).path("op").asText()).isEqualTo("batch-orders");
        assertThat(commands().get(0).path("args")).hasSize(2);
    }

    @Test
    void a_batch_without_an_answer_leaves_each_order_open_by_its_own_id() {
        answerWith("synthetic/ws_op_order_internal_64007.json");

        List<Outcome<OkxAck>> outcomes =
                orders.cancelBatch(List.of(BY_ID, OrderRef.ofClientOrderId(ContractVenue.PEPE, "sdkA2")));

        assertThat(outcomes)
                .extracting(outcome -> ((OutcomeUnknownException) ((Outcome.Failed<OkxAck>) outcome).error())
                        .order()
                        .flatMap(OrderRef::clientOrderId)
                        .orElseThrow())
                .containsExactly("sdkA1", "sdkA2");
    }

    @Test
    void a_batch_that_is_refused_as_a_whole_says_so() {
        answerWith("docs/ws_op_batch_amend_orders__response_when_format_error.json");

        assertThatThrownBy(() -> orders.amendBatch(List.of(OkxAmend.of(BY_ID).size(new BigDecimal("2")))))
                .isInstanceOf(RejectedException.class);
    }

    @Test
    void refuses_here_what_goes_over_rest_only() {
        OkxOrderRequest withExit =
                buy("sdkA1").exits(List.of(OkxExit.create().stopLoss(new BigDecimal("30000"), TriggerBy.MARK, null)));

        assertThatThrownBy(() -> orders.place(withExit)).hasMessageContaining("REST only");
        assertThatThrownBy(() -> orders.cancel(BY_ID.withConditional(true))).hasMessageContaining("REST only");
        assertThatThrownBy(() -> orders.placeBatch(Collections.nCopies(21, buy("a"))))
                .hasMessageContaining("21");
        assertThatThrownBy(() -> orders.amendBatch(List.of(
                        OkxAmend.of(BY_ID).size(BigDecimal.ONE),
                        OkxAmend.of(BY_ID).size(BigDecimal.TEN))))
                .hasMessageContaining("twice");
        assertThat(bench.sockets.connections()).isZero();
    }
}
