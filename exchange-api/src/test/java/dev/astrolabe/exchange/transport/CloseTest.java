package dev.astrolabe.exchange.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.testkit.FaultServer;
import dev.astrolabe.exchange.testkit.FaultServer.Fault;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CloseTest {

    /** OkHttp has these once for the whole process; they end by themselves when idle for a minute. */
    private static final Set<String> OF_THE_PROCESS =
            Set.of("OkHttp TaskRunner", "OkHttp ConnectionPool", "Okio Watchdog");

    @Test
    void leaves_no_thread_and_no_connection() {
        Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());
        try (FaultServer server = new FaultServer(request -> FaultServer.json("{\"orderId\":1}"))) {
            RestClient client = new RestClient(
                    new PlainVenue(server.url()),
                    RestOptions.builder(RateLimiter.builder().build()).build());
            client.call(PlainVenue.READ, Params.create());
            assertThat(server.openConnections()).isEqualTo(1);

            client.close();
            client.close();

            Eventually.await("no connection", () -> server.openConnections() == 0);
        }
        Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
        left.removeAll(before);
        left.removeIf(thread -> thread.getName().startsWith("fault-server"));
        assertThat(left).allSatisfy(thread -> {
            assertThat(thread.getName()).isIn(OF_THE_PROCESS);
            assertThat(thread.isDaemon()).isTrue();
        });
    }

    @Test
    void keeps_later_calls_from_being_sent() {
        try (ClientFixture fixture = new ClientFixture(request -> Fault.DROP)) {
            fixture.client.close();

            NotSentException thrown = catchThrowableOfType(
                    NotSentException.class, () -> fixture.client.call(PlainVenue.READ, Params.create()));

            assertThat(thrown.why()).isEqualTo(NotSentException.Cause.CLOSED);
            assertThat(fixture.server.received()).isEmpty();
        }
    }

    @Test
    void ends_a_mutation_under_way_with_an_unknown_outcome() throws Exception {
        try (ClientFixture fixture = new ClientFixture(request -> Fault.SILENCE)) {
            CompletableFuture<ExchangeException> thrown = new CompletableFuture<>();
            new Thread(
                            () -> thrown.complete(catchThrowableOfType(
                                    ExchangeException.class,
                                    () -> fixture.client.call(PlainVenue.PLACE, Params.create()))),
                            "caller")
                    .start();
            fixture.server.awaitFirst();

            fixture.client.close();

            assertThat(thrown.get(30, TimeUnit.SECONDS)).isInstanceOf(OutcomeUnknownException.class);
        }
    }
}
