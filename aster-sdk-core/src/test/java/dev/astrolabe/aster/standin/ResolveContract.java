package dev.astrolabe.aster.standin;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.astrolabe.exchange.ExchangeClient;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.ProtocolException;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.OrderResolution;
import dev.astrolabe.exchange.model.Symbol;
import dev.astrolabe.exchange.transport.Sleeper;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An order that is not found may still be executed until its window is over. */
public abstract class ResolveContract {

    private static final String ORDER = "order";
    private static final OrderRef REF = OrderRef.ofClientOrderId(Symbol.parse("BTC/USDT:USDT"), "lost1");
    private static final String ABSENT = "{\"code\":-2013,\"msg\":\"Order does not exist.\"}";
    private static final String FOUND = """
            {"orderId": 7, "symbol": "BTCUSDT", "status": "NEW", "clientOrderId": "lost1", "type": "LIMIT", "side": "BUY",
             "price": "40000", "origQty": "0.01", "executedQty": "0"}""";

    private final ApiVersion version;
    private final Scripted venue;
    private final Duration window;
    private final ExchangeClient client;

    /**
     * Opens a client on a server of the test.
     *
     * @param version which version
     * @param window for how long the venue may still execute a request of that client
     */
    protected ResolveContract(ApiVersion version, Duration window) {
        this.version = version;
        this.venue = new Scripted(version);
        this.window = window;
        this.client = venue.client();
    }

    @AfterEach
    void close() {
        client.close();
        venue.close();
    }

    private int queries() {
        return venue.server()
                .findAll(getRequestedFor(urlPathEqualTo(venue.path(ORDER))))
                .size();
    }

    @Test
    void waits_until_the_window_is_over_and_asks_twice_more() {
        venue.answer(ORDER, aResponse().withStatus(400).withBody(ABSENT));
        Instant sentAt = venue.clock().instant();

        OrderResolution resolution = client.trading().resolve(REF, sentAt);

        assertThat(resolution).isEqualTo(new OrderResolution.NotPlaced(REF));
        assertThat(Duration.between(sentAt, venue.clock().instant())).isEqualTo(window.plusSeconds(1 + 1));
        assertThat(queries()).isEqualTo(3);
    }

    @Test
    void finds_an_order_that_was_executed_late() {
        venue.server()
                .stubFor(get(urlPathEqualTo(venue.path(ORDER)))
                        .inScenario("late")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willReturn(aResponse().withStatus(400).withBody(ABSENT))
                        .willSetStateTo("executed"));
        venue.server()
                .stubFor(get(urlPathEqualTo(venue.path(ORDER)))
                        .inScenario("late")
                        .whenScenarioStateIs("executed")
                        .willReturn(aResponse().withBody(FOUND)));

        OrderResolution resolution = client.trading().resolve(REF, venue.clock().instant());

        assertThat(resolution)
                .isInstanceOfSatisfying(
                        OrderResolution.Placed.class,
                        placed -> assertThat(placed.order().orderId()).isEqualTo("7"));
        assertThat(queries()).isEqualTo(2);
    }

    @Test
    void proves_nothing_where_the_venue_cannot_be_asked() {
        venue.answer(ORDER, aResponse().withStatus(503));

        assertThatThrownBy(() -> client.trading().resolve(REF, venue.clock().instant()))
                .isInstanceOf(ProtocolException.class);
    }

    @Test
    void proves_nothing_once_the_venue_has_forgotten() {
        venue.answer(ORDER, aResponse().withStatus(400).withBody(ABSENT));
        Instant sentAt = venue.clock().instant().minus(Duration.ofDays(8));

        assertThatThrownBy(() -> client.trading().resolve(REF, sentAt))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("proves nothing 7 days after");
    }

    @Test
    void interruption_ends_the_wait_and_proves_nothing() {
        venue.answer(ORDER, aResponse().withStatus(400).withBody(ABSENT));
        Sleeper interrupted = time -> {
            throw new InterruptedException();
        };

        try (ExchangeClient hurried = version.open(venue.signed().build(), venue.clock(), interrupted)) {
            NotSentException failure = catchThrowableOfType(
                    NotSentException.class,
                    () -> hurried.trading().resolve(REF, venue.clock().instant()));

            assertThat(failure.why()).isEqualTo(NotSentException.Cause.INTERRUPTED);
            assertThat(failure).hasMessageContaining("its outcome is still unknown");
            assertThat(Thread.interrupted()).as("the thread's flag").isTrue();
        }
    }
}
