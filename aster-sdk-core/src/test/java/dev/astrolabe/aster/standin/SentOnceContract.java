package dev.astrolabe.aster.standin;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.RateLimitedException;
import dev.astrolabe.exchange.model.OrderAck;
import dev.astrolabe.exchange.model.OrderRequest;
import dev.astrolabe.exchange.model.Outcome;
import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.transport.Sleeper;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An order of unknown outcome has left once, whatever the transport would like to repeat. */
public abstract class SentOnceContract {

    private static final String ORDER = "order";
    private static final OrderRequest REQUEST =
            OrderRequest.market(Symbol.parse("BTC/USDT:USDT"), Side.BUY, new BigDecimal("0.01")).toBuilder()
                    .clientOrderId("once1")
                    .build();

    private final ApiVersion version;
    private final Scripted venue;

    protected SentOnceContract(ApiVersion version) {
        this.version = version;
        this.venue = new Scripted(version);
    }

    @AfterEach
    void close() {
        venue.close();
    }

    private static Arguments failure(String name, ResponseDefinitionBuilder response) {
        return Arguments.of(name, response);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                failure("dropped connection", aResponse().withFault(Fault.EMPTY_RESPONSE)),
                failure("reset connection", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                failure("garbage", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
                failure("408", aResponse().withStatus(408)),
                failure("503 to repeat at once", aResponse().withStatus(503).withHeader("Retry-After", "0")),
                failure("502 page", aResponse().withStatus(502).withBody("<html>Bad gateway</html>")),
                failure("no answer in time", aResponse().withFixedDelay(60_000)),
                failure("an answer that is no order", aResponse().withBody("<html>welcome</html>")),
                failure("an order without its id", aResponse().withBody("{\"status\":\"NEW\"}")),
                failure("-1007", aResponse().withStatus(400).withBody("{\"code\":-1007,\"msg\":\"Timeout\"}")),
                failure("-1001", aResponse().withStatus(400).withBody("{\"code\":-1001,\"msg\":\"Try again\"}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void leaves_once_and_says_that_the_outcome_is_unknown(String name, ResponseDefinitionBuilder response) {
        venue.answer(ORDER, response);

        try (ExchangeClient client = version.open(
                venue.signed().timeout(Duration.ofSeconds(2)).build(), Clock.systemUTC(), Sleeper.system())) {
            OutcomeUnknownException unknown = catchThrowableOfType(
                    OutcomeUnknownException.class, () -> client.trading().place(REQUEST));

            assertThat(unknown).as(name).isNotNull();
            assertThat(unknown.order().orElseThrow().clientOrderId()).contains("once1");
            assertThat(venue.posts(ORDER)).as("requests for one order").isEqualTo(1);
        }
    }

    @Test
    void each_order_of_a_batch_of_unknown_outcome_can_be_resolved_alone() {
        venue.answer("batchOrders", aResponse().withStatus(503));

        try (ExchangeClient client = venue.client()) {
            List<Outcome<OrderAck>> outcomes = client.trading()
                    .placeBatch(List.of(
                            REQUEST, REQUEST.toBuilder().clientOrderId(null).build()));

            assertThat(outcomes).hasSize(2).allSatisfy(outcome -> {
                OutcomeUnknownException unknown =
                        (OutcomeUnknownException) ((Outcome.Failed<OrderAck>) outcome).error();
                assertThat(unknown.order().orElseThrow().clientOrderId()).isPresent();
                assertThat(unknown.venueError().orElseThrow().httpStatus()).isEqualTo(503);
            });
            assertThat(venue.posts("batchOrders")).isEqualTo(1);
        }
    }

    @Test
    void the_window_of_an_item_begins_no_sooner_than_its_batch_left() {
        venue.answer("batchOrders", aResponse().withStatus(429).withHeader("Retry-After", "3"));
        try (ExchangeClient client = venue.client()) {
            assertThatThrownBy(() -> client.trading().placeBatch(List.of(REQUEST)))
                    .isInstanceOf(RateLimitedException.class);
            Instant limited = venue.clock().instant();
            venue.answer("batchOrders", aResponse().withBody("[{\"code\":-1007,\"msg\":\"Timeout\"}]"));

            List<Outcome<OrderAck>> outcomes = client.trading().placeBatch(List.of(REQUEST));

            OutcomeUnknownException unknown =
                    (OutcomeUnknownException) ((Outcome.Failed<OrderAck>) outcomes.get(0)).error();
            assertThat(unknown.sentAt()).isEqualTo(limited.plusSeconds(3));
        }
    }
}
