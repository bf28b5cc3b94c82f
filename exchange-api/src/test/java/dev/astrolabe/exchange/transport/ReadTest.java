package dev.astrolabe.exchange.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.ProtocolException;
import dev.astrolabe.exchange.error.RejectedException;
import dev.astrolabe.exchange.testkit.FaultServer;
import dev.astrolabe.exchange.testkit.FaultServer.Fault;
import dev.astrolabe.exchange.testkit.FaultServer.Reply;
import dev.astrolabe.exchange.testkit.FaultServer.Text;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A read is repeated, as often as the options say and no more. */
class ReadTest {

    private static final Params PARAMS = Params.create().add("symbol", "BTCUSDT");
    private static final Reply GOOD = FaultServer.json("{\"orderId\":5}");

    static Stream<Arguments> passing() {
        return Stream.of(
                Arguments.of("dropped", Fault.DROP),
                Arguments.of("reset", Fault.RESET),
                Arguments.of("answer cut", Fault.CUT),
                Arguments.of("time-out", Fault.SILENCE),
                Arguments.of("408", FaultServer.status(408, "")),
                Arguments.of("503 with Retry-After 0", new Text(503, Map.of("Retry-After", "0"), "busy")),
                Arguments.of("500 page", FaultServer.status(500, "<html>oops</html>")));
    }

    /** Long enough for the answer that comes in the end, on a busy machine too. */
    private static Duration timeout(Reply reply) {
        return reply == Fault.SILENCE ? Duration.ofSeconds(2) : Duration.ofMinutes(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passing")
    void is_repeated_and_succeeds(String name, Reply fault) {
        AtomicInteger count = new AtomicInteger();
        try (ClientFixture fixture =
                new ClientFixture(request -> count.incrementAndGet() < 3 ? fault : GOOD, timeout(fault))) {

            assertThat(fixture.client.call(PlainVenue.READ, PARAMS).orderId()).isEqualTo(5);

            assertThat(fixture.server.received()).hasSize(3);
            assertThat(fixture.time.slept()).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passing")
    void gives_up_after_its_attempts(String name, Reply fault) {
        try (ClientFixture fixture = new ClientFixture(request -> fault, timeout(fault))) {

            assertThatThrownBy(() -> fixture.client.call(PlainVenue.READ, PARAMS))
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("plain GET /v1/order");

            assertThat(fixture.server.received()).hasSize(3);
        }
    }

    @Test
    void is_not_repeated_where_the_body_has_another_shape() {
        try (ClientFixture fixture = new ClientFixture(request -> FaultServer.json("{\"orderId\":null}"))) {

            assertThatThrownBy(() -> fixture.client.call(PlainVenue.READ, PARAMS))
                    .isInstanceOf(ProtocolException.class);

            assertThat(fixture.server.received()).hasSize(1);
        }
    }

    @Test
    void is_not_repeated_after_a_refusal() {
        try (ClientFixture fixture =
                new ClientFixture(request -> FaultServer.status(400, "{\"code\":-2013,\"msg\":\"no order\"}"))) {

            assertThatThrownBy(() -> fixture.client.call(PlainVenue.READ, PARAMS))
                    .isInstanceOf(RejectedException.class);

            assertThat(fixture.server.received()).hasSize(1);
        }
    }

    @Test
    void does_not_take_an_error_of_a_mapping_for_a_refusal_of_this_side() {
        try (ClientFixture fixture = new ClientFixture(request -> GOOD)) {
            Endpoint<Long> mapped = Endpoint.get("/v1/x", ResponseParser.of(PlainVenue.Ack.class, ack -> {
                if (ack.orderId() > 0) {
                    throw NotSentException.invalid("from a model type");
                }
                return ack.orderId();
            }));

            assertThatThrownBy(() -> fixture.client.call(mapped, PARAMS)).isInstanceOf(ProtocolException.class);
        }
    }

    @Test
    void follows_no_redirect() {
        try (ClientFixture fixture =
                new ClientFixture(request -> new Text(302, Map.of("Location", "/v1/elsewhere"), ""))) {

            assertThatThrownBy(() -> fixture.client.call(PlainVenue.READ, PARAMS))
                    .isInstanceOf(ProtocolException.class);

            assertThat(fixture.server.received())
                    .extracting(FaultServer.Received::target)
                    .containsOnly("/v1/order?symbol=BTCUSDT");
        }
    }

    @Test
    void refuses_an_answer_that_is_too_large() {
        try (FaultServer server = new FaultServer(
                        request -> FaultServer.json("{\"orderId\":1,\"x\":\"" + "y".repeat(100) + "\"}"));
                RestClient client = new RestClient(
                        new PlainVenue(server.url()),
                        RestOptions.builder(RateLimiter.builder().build())
                                .maxBodyBytes(50)
                                .readAttempts(1)
                                .build())) {

            assertThatThrownBy(() -> client.call(PlainVenue.READ, PARAMS))
                    .isInstanceOf(ProtocolException.class)
                    .hasRootCauseMessage("the answer is larger than 50 bytes");
        }
    }

    @Test
    void tells_the_limiter_what_the_venue_counted() {
        Reply used = new Text(200, Map.of("X-USED-WEIGHT", "90"), "{\"orderId\":5}");
        try (ClientFixture fixture = new ClientFixture(request -> used)) {
            fixture.limiter.configure(List.of(new RateWindow(Endpoint.WEIGHT, Duration.ofMinutes(1), 100)));
            fixture.client.call(PlainVenue.READ, PARAMS);

            assertThatThrownBy(() -> fixture.client.call(PlainVenue.READ, PARAMS))
                    .isInstanceOf(NotSentException.class)
                    .hasMessageContaining("REQUEST_WEIGHT");
        }
    }
}
