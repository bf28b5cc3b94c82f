package dev.astrolabe.exchange.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.error.ProtocolException;
import dev.astrolabe.exchange.testkit.FaultServer.Fault;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The time-out of the client is a minute here; an interrupted call is over long before. */
class InterruptionTest {

    /** Where the JDK waits for bytes: for a time, or as long as it takes. */
    private static final Set<String> WAITING = Set.of("sun.nio.ch.Net", "sun.nio.ch.SocketDispatcher");

    private record Ended(ExchangeException thrown, boolean flag) {}

    private static Ended interruptWhileWaiting(ClientFixture fixture, Endpoint<?> endpoint) throws Exception {
        CompletableFuture<Ended> ended = new CompletableFuture<>();
        Thread caller = new Thread(
                () -> {
                    try {
                        fixture.client.call(endpoint, Params.create());
                    } catch (ExchangeException e) {
                        ended.complete(new Ended(e, Thread.currentThread().isInterrupted()));
                    }
                },
                "caller");
        caller.start();
        fixture.server.awaitFirst();
        while (caller.isAlive() && !isReadingTheAnswer(caller)) {
            Thread.onSpinWait();
        }
        caller.interrupt();
        return ended.get(30, TimeUnit.SECONDS);
    }

    /** Before that the HTTP library looks at the flag by itself; what matters is the thread that waits inside the JDK. */
    private static boolean isReadingTheAnswer(Thread caller) {
        List<StackTraceElement> stack = List.of(caller.getStackTrace());
        return stack.stream().anyMatch(frame -> frame.getMethodName().equals("readResponseHeaders"))
                && stack.stream().anyMatch(frame -> WAITING.contains(frame.getClassName()));
    }

    @Test
    void ends_a_mutation_that_left_with_an_unknown_outcome() throws Exception {
        try (ClientFixture fixture = new ClientFixture(request -> Fault.SILENCE)) {

            Ended ended = interruptWhileWaiting(fixture, PlainVenue.PLACE);

            assertThat(ended.thrown()).isInstanceOf(OutcomeUnknownException.class);
            assertThat(ended.flag()).isTrue();
            assertThat(fixture.server.received()).hasSize(1);
        }
    }

    @Test
    void ends_a_read_which_is_not_repeated() throws Exception {
        try (ClientFixture fixture = new ClientFixture(request -> Fault.SILENCE)) {

            Ended ended = interruptWhileWaiting(fixture, PlainVenue.READ);

            assertThat(ended.thrown()).isInstanceOf(ProtocolException.class);
            assertThat(ended.flag()).isTrue();
            assertThat(fixture.server.received()).hasSize(1);
        }
    }

    @Test
    void before_the_call_keeps_it_from_being_sent() {
        try (ClientFixture fixture = new ClientFixture(request -> Fault.SILENCE)) {
            Thread.currentThread().interrupt();

            NotSentException thrown = catchThrowableOfType(
                    NotSentException.class, () -> fixture.client.call(PlainVenue.PLACE, Params.create()));

            assertThat(thrown.why()).isEqualTo(NotSentException.Cause.INTERRUPTED);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(fixture.server.received()).isEmpty();
        }
    }
}
