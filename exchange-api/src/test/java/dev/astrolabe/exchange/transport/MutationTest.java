package dev.astrolabe.exchange.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.RateLimitedException;
import dev.astrolabe.exchange.error.Reason;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.testkit.FaultServer;
import dev.astrolabe.exchange.testkit.FaultServer.Fault;
import dev.astrolabe.exchange.testkit.FaultServer.Reply;
import dev.astrolabe.exchange.testkit.FaultServer.Text;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A mutation leaves once, whatever happens on the way. What counts is what the server received. */
class MutationTest {

    private static final OrderRef ORDER = OrderRef.ofClientOrderId(Symbol.parse("BTC/USDT:USDT"), "abc1");
    private static final Params PARAMS = Params.create().add("symbol", "BTCUSDT");
    private static final Reply TEMPTING = new Text(503, Map.of("Retry-After", "0"), "busy");

    static Stream<Arguments> undecided() {
        return Stream.of(
                Arguments.of("dropped", Fault.DROP),
                Arguments.of("reset", Fault.RESET),
                Arguments.of("answer cut", Fault.CUT),
                Arguments.of("time-out", Fault.SILENCE),
                Arguments.of("408", FaultServer.status(408, "")),
                Arguments.of("503 with Retry-After 0", TEMPTING),
                Arguments.of("500 page", FaultServer.status(500, "<html>oops</html>")),
                Arguments.of("venue's own doubt", FaultServer.status(400, "{\"code\":-1007,\"msg\":\"timeout\"}")),
                Arguments.of("200 page", FaultServer.json("<html>hello</html>")),
                Arguments.of("200 without body", FaultServer.json("")),
                Arguments.of("200 of another shape", FaultServer.json("{\"orderId\":\"x\"}")),
                Arguments.of("redirect", new Text(307, Map.of("Location", "/v1/elsewhere"), "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("undecided")
    void leaves_once_and_has_an_unknown_outcome(String name, Reply reply) {
        Duration timeout = reply == Fault.SILENCE ? Duration.ofSeconds(2) : Duration.ofMinutes(1);
        try (ClientFixture fixture = new ClientFixture(request -> reply, timeout)) {

            OutcomeUnknownException thrown = catchThrowableOfType(
                    OutcomeUnknownException.class, () -> fixture.client.call(PlainVenue.PLACE, PARAMS, ORDER));

            assertThat(thrown.order()).contains(ORDER);
            assertThat(thrown.sentAt()).isEqualTo(ManualTime.START);
            assertThat(fixture.server.received()).hasSize(1);
            assertThat(fixture.time.slept()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = HttpMethod.class,
            names = {"POST", "PUT", "DELETE"})
    void leaves_once_without_parameters_too(HttpMethod method) {
        ResponseParser<PlainVenue.Ack> parser = ResponseParser.of(PlainVenue.Ack.class);
        Endpoint<PlainVenue.Ack> endpoint = switch (method) {
            case POST -> Endpoint.post("/v1/all", parser);
            case PUT -> Endpoint.put("/v1/all", parser);
            default -> Endpoint.delete("/v1/all", parser);
        };
        for (Reply reply : List.of(TEMPTING, FaultServer.status(408, ""), Fault.DROP)) {
            try (ClientFixture fixture = new ClientFixture(request -> reply)) {

                assertThatThrownBy(() -> fixture.client.call(endpoint, Params.create()))
                        .isInstanceOf(OutcomeUnknownException.class);

                assertThat(fixture.server.received(method.name())).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DROP", "RESET"})
    void leaves_once_on_a_pooled_connection_that_drops(Fault fault) {
        try (ClientFixture fixture = new ClientFixture(
                request -> request.method().equals("GET") ? FaultServer.json("{\"orderId\":1}") : fault)) {
            fixture.client.call(PlainVenue.READ, PARAMS);

            assertThatThrownBy(() -> fixture.client.call(PlainVenue.PLACE, PARAMS, ORDER))
                    .isInstanceOf(OutcomeUnknownException.class);

            assertThat(fixture.server.received("POST")).hasSize(1);
            assertThat(fixture.server.received())
                    .extracting(FaultServer.Received::connection)
                    .as("both on one connection")
                    .containsExactly(1, 1);
        }
    }

    @Test
    void gives_what_the_venue_answered() {
        try (ClientFixture fixture = new ClientFixture(request -> FaultServer.json("{\"orderId\":42}"))) {

            PlainVenue.Ack ack = fixture.client.call(PlainVenue.PLACE, PARAMS.add("note", "a b"), ORDER);

            assertThat(ack.orderId()).isEqualTo(42);
            FaultServer.Received request = fixture.server.received().get(0);
            assertThat(request.body()).isEqualTo("symbol=BTCUSDT&note=a%20b");
            assertThat(request.headers()).containsEntry("Content-Type", "application/x-www-form-urlencoded");
        }
    }

    @Test
    void is_rejected_on_the_venues_word_only() {
        try (ClientFixture fixture = new ClientFixture(
                request -> FaultServer.json("{\"code\":-2019,\"msg\":\"Margin is\\ninsufficient.\"}"))) {

            RejectedException thrown = catchThrowableOfType(
                    RejectedException.class, () -> fixture.client.call(PlainVenue.PLACE, PARAMS, ORDER));

            assertThat(thrown.reason()).isEqualTo(Reason.OTHER);
            assertThat(thrown.venueError().orElseThrow().toString())
                    .isEqualTo("plain POST /v1/order, HTTP 200, code -2019: Margin is insufficient.");
            assertThat(fixture.server.received()).hasSize(1);
        }
    }

    @Test
    void is_not_sent_where_nobody_listens() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        RateLimiter limiter = RateLimiter.builder().build();
        try (RestClient client = new RestClient(
                new PlainVenue("http://127.0.0.1:" + port),
                RestOptions.builder(limiter).build())) {

            NotSentException thrown =
                    catchThrowableOfType(NotSentException.class, () -> client.call(PlainVenue.PLACE, PARAMS, ORDER));

            assertThat(thrown.why()).isEqualTo(NotSentException.Cause.UNREACHABLE);
        }
    }

    @Test
    void is_not_sent_where_the_tls_handshake_fails() {
        try (FaultServer server = new FaultServer(request -> Fault.DROP);
                RestClient client = new RestClient(
                        new PlainVenue(server.url().replace("http:", "https:")),
                        RestOptions.builder(RateLimiter.builder().build()).build())) {

            NotSentException thrown =
                    catchThrowableOfType(NotSentException.class, () -> client.call(PlainVenue.PLACE, PARAMS, ORDER));

            assertThat(thrown.why()).isEqualTo(NotSentException.Cause.UNREACHABLE);
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void blocks_the_limiter_when_rate_limited() {
        Reply tooMany = new Text(429, Map.of("Retry-After", "7"), "{}");
        try (ClientFixture fixture = new ClientFixture(request -> tooMany)) {

            RateLimitedException thrown = catchThrowableOfType(
                    RateLimitedException.class, () -> fixture.client.call(PlainVenue.PLACE, PARAMS, ORDER));

            assertThat(thrown.retryAt()).isEqualTo(ManualTime.START.plusSeconds(7));
            assertThat(fixture.server.received()).hasSize(1);
            assertThatThrownBy(() -> fixture.client.call(PlainVenue.PLACE, PARAMS, ORDER))
                    .isInstanceOf(RateLimitedException.class);
            assertThat(fixture.time.slept()).containsExactly(Duration.ofSeconds(7));
        }
    }

    @Test
    void fails_without_sending_while_a_ban_outlasts_the_longest_wait() {
        Reply banned = new Text(418, Map.of("Retry-After", "3600"), "");
        try (ClientFixture fixture = new ClientFixture(request -> banned)) {
            assertThatThrownBy(() -> fixture.client.call(PlainVenue.PLACE, PARAMS, ORDER))
                    .isInstanceOf(RateLimitedException.class);

            NotSentException thrown = catchThrowableOfType(
                    NotSentException.class, () -> fixture.client.call(PlainVenue.PLACE, PARAMS, ORDER));

            assertThat(thrown.why()).isEqualTo(NotSentException.Cause.LIMITER);
            assertThat(thrown).hasMessageContaining("2026-03-01T13:00:00Z");
            assertThat(fixture.server.received()).hasSize(1);
        }
    }

    @Test
    void blocks_only_the_bucket_that_is_used_up() {
        try (ClientFixture fixture =
                new ClientFixture(request -> request.method().equals("POST")
                        ? FaultServer.status(400, "{\"code\":-1015,\"msg\":\"too many orders\"}")
                        : FaultServer.json("{\"orderId\":1}"))) {
            Endpoint<PlainVenue.Ack> place = PlainVenue.PLACE.limit("ORDERS", 1);
            assertThatThrownBy(() -> fixture.client.call(place, PARAMS, ORDER))
                    .isInstanceOf(RateLimitedException.class);

            assertThatThrownBy(() -> fixture.client.call(place, PARAMS, ORDER))
                    .isInstanceOf(NotSentException.class)
                    .hasMessageContaining("ORDERS");
            assertThat(fixture.client.call(PlainVenue.READ, PARAMS).orderId()).isEqualTo(1);
        }
    }

    @Test
    void is_not_sent_with_an_address_that_would_change_on_its_way() {
        try (ClientFixture fixture = new ClientFixture(request -> Fault.DROP)) {
            Endpoint<PlainVenue.Ack> odd = Endpoint.post("/v1/a b", ResponseParser.of(PlainVenue.Ack.class));

            assertThatThrownBy(() -> fixture.client.call(odd, PARAMS))
                    .isInstanceOf(NotSentException.class)
                    .hasMessageContaining("would change on their way");

            assertThat(fixture.server.received()).isEmpty();
        }
    }
}
