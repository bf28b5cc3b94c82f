package dev.astrolabe.exchange.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.error.OutcomeUnknownException;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.model.Symbol;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Commands over one connection: each leaves once, and what became of it is known or said to be unknown. */
class CommandSocketTest {

    private static final OrderRef ORDER = OrderRef.ofClientOrderId(Symbol.parse("BTC/USDT:USDT"), "c1");

    private final HubClock clock = new HubClock();
    private final StreamServer server = new StreamServer(clock);
    private final PlainStreams protocol = new PlainStreams(server::url, clock);
    private final CommandSocket socket = new CommandSocket(
            protocol,
            "",
            SocketOptions.builder()
                    .clock(clock)
                    .probeAfter(Duration.ofSeconds(15))
                    .build());

    @AfterEach
    void close() {
        socket.close();
        server.close();
    }

    private CompletableFuture<String> send(String name) {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> {
            begun.countDown();
            return socket.send(new CommandSocket.Command(name, "place", () -> "CMD " + name), ORDER);
        });
        assertThat(await(begun)).isTrue();
        return answer;
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void awaitSent(int connection, String text) {
        Eventually.await(
                text,
                () -> server.connections() >= connection
                        && server.texts(connection).contains(text));
    }

    private static Throwable failure(CompletableFuture<String> answer) {
        Throwable thrown = catchThrowable(answer::join);
        return thrown instanceof CompletionException ? thrown.getCause() : thrown;
    }

    private static void assertUnknown(CompletableFuture<String> answer) {
        assertThat(failure(answer))
                .isInstanceOfSatisfying(
                        OutcomeUnknownException.class,
                        unknown -> assertThat(unknown.order()).isEqualTo(Optional.of(ORDER)));
    }

    private static NotSentException.Cause refusal(CompletableFuture<String> answer) {
        return ((NotSentException) failure(answer)).why();
    }

    private long sent(String name) {
        return server.received().stream()
                .filter(received -> received.text().equals("CMD " + name))
                .count();
    }

    private String answered(String name, int connection) {
        CompletableFuture<String> answer = send(name);
        awaitSent(connection, "CMD " + name);
        server.send(connection, "DATA " + name + " ok");
        return answer.join();
    }

    @Test
    void opens_no_connection_before_the_first_command() {
        assertThat(server.connections()).isZero();

        assertThat(answered("a", 1)).isEqualTo("DATA a ok");
        assertThat(answered("b", 1)).isEqualTo("DATA b ok");
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void gives_each_command_its_own_answer_in_whatever_order_they_come() {
        CompletableFuture<String> a = send("a");
        CompletableFuture<String> b = send("b");
        awaitSent(1, "CMD a");
        awaitSent(1, "CMD b");

        server.send(1, "DATA other none");
        server.send(1, "DATA b 2");
        server.send(1, "DATA a 1");

        assertThat(a.join()).isEqualTo("DATA a 1");
        assertThat(b.join()).isEqualTo("DATA b 2");
    }

    @Test
    void sends_nothing_before_the_greeting_is_answered() {
        protocol.greet();
        server.answerSubscriptions(false);
        CompletableFuture<String> answer = send("a");
        awaitSent(1, "HELLO 1");
        assertThat(sent("a")).isZero();

        server.send(1, "DONE 1");
        awaitSent(1, "CMD a");
        server.send(1, "DATA a ok");

        assertThat(answer.join()).isEqualTo("DATA a ok");
    }

    @Test
    void a_refused_greeting_leaves_the_command_unsent_and_names_the_code() {
        protocol.greet();
        server.refuse("greeting");

        CompletableFuture<String> answer = send("a");

        assertThat(refusal(answer)).isEqualTo(NotSentException.Cause.UNREACHABLE);
        assertThat(failure(answer)).hasMessageContaining("refused with code 7");
        assertThat(sent("a")).isZero();
    }

    @Test
    void a_lost_connection_leaves_open_what_has_left_and_is_made_anew_for_the_next_command_only() {
        CompletableFuture<String> answer = send("a");
        awaitSent(1, "CMD a");

        server.cut(1);

        assertUnknown(answer);
        assertThat(server.connections()).isEqualTo(1);
        assertThat(answered("b", 2)).isEqualTo("DATA b ok");
        assertThat(sent("a")).isEqualTo(1);
    }

    @Test
    void a_venue_that_cannot_be_reached_is_sent_nothing() {
        server.close();

        assertThat(refusal(send("a"))).isEqualTo(NotSentException.Cause.UNREACHABLE);
    }

    @Test
    void an_answer_that_does_not_come_in_time_leaves_the_outcome_open_and_the_connection_as_it_is() {
        CompletableFuture<String> late = send("a");
        awaitSent(1, "CMD a");

        clock.advance(Duration.ofSeconds(10));

        assertUnknown(late);
        server.send(1, "DATA a late");
        assertThat(answered("b", 1)).isEqualTo("DATA b ok");
    }

    @Test
    void a_silent_connection_is_probed_and_left() {
        answered("a", 1);
        server.mute(1);

        clock.advance(Duration.ofSeconds(15));
        Eventually.await("a probe", () -> server.texts(1).stream().anyMatch(text -> text.startsWith("PROBE")));
        assertThat(server.openConnections()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(10));
        Eventually.await("the end", () -> server.openConnections() == 0);

        assertThat(answered("b", 2)).isEqualTo("DATA b ok");
    }

    @Test
    void a_connection_that_the_venue_is_about_to_end_takes_no_new_command_but_answers_the_old() {
        CompletableFuture<String> old = send("a");
        awaitSent(1, "CMD a");
        server.send(1, "LEAVING");
        server.send(1, "DATA unknown none");
        CompletableFuture<String> next = send("b");
        server.send(1, "DATA a ok");

        assertThat(old.join()).isEqualTo("DATA a ok");
        Eventually.await("sent", () -> sent("b") == 1);
        int connection = server.texts(1).contains("CMD b") ? 1 : 2;
        server.send(connection, "DATA b ok");
        assertThat(next.join()).isEqualTo("DATA b ok");
    }

    @Test
    void closing_leaves_open_what_has_left_and_sends_nothing_any_more() {
        CompletableFuture<String> answer = send("a");
        awaitSent(1, "CMD a");

        socket.close();
        socket.close();

        assertUnknown(answer);
        assertThat(refusal(send("b"))).isEqualTo(NotSentException.Cause.CLOSED);
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("astrolabe-plain-command"));
    }

    @Test
    void an_interrupted_caller_is_told_whether_its_command_left() throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller = new Thread(
                () -> {
                    thrown.set(catchThrowable(
                            () -> socket.send(new CommandSocket.Command("a", "place", () -> "CMD a"), ORDER)));
                },
                "caller");
        caller.start();
        awaitSent(1, "CMD a");
        caller.interrupt();
        caller.join(60_000);
        assertThat(thrown.get()).isInstanceOf(OutcomeUnknownException.class);

        Thread.currentThread().interrupt();
        Throwable early = catchThrowable(() -> socket.send(new CommandSocket.Command("b", "place", () -> "CMD b")));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(((NotSentException) early).why()).isEqualTo(NotSentException.Cause.INTERRUPTED);
        assertThat(sent("b")).isZero();
    }

    @Test
    void a_command_that_cannot_be_worded_is_not_sent() {
        CompletableFuture<String> answer =
                CompletableFuture.supplyAsync(() -> socket.send(new CommandSocket.Command("a", "place", () -> {
                    throw new IllegalStateException("no words");
                })));

        assertThat(refusal(answer)).isEqualTo(NotSentException.Cause.UNREACHABLE);
        assertThat(List.of("a", "b")).allSatisfy(name -> assertThat(sent(name)).isZero());
    }
}
