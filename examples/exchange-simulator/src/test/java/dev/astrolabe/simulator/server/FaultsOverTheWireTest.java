package dev.astrolabe.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.simulator.SimulatorClock;
import dev.astrolabe.simulator.fault.Delays;
import dev.astrolabe.simulator.fault.FaultKind;
import dev.astrolabe.simulator.fault.FaultRule;
import dev.astrolabe.simulator.fault.Faults;
import dev.astrolabe.simulator.fault.Gate;
import dev.astrolabe.simulator.journal.Journal;
import dev.astrolabe.simulator.journal.JournalEntry;
import dev.astrolabe.simulator.wire.WireSocket;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class FaultsOverTheWireTest {

    private record Put(String on, Duration delay, Runnable task) {}

    private final SimulatorClock clock = SimulatorClock.turned(Instant.parse("2026-03-01T00:00:00Z"));
    private final Journal journal = new Journal();
    private final Faults faults = new Faults(1, clock);
    private final EchoProtocol protocol = new EchoProtocol();
    private final BlockingQueue<Put> putOff = new LinkedBlockingQueue<>();
    private final WireServer server = new WireServer(0, List.of(protocol), new Gate(faults, journal, clock, later()));
    private final HttpClient http = HttpClient.newHttpClient();

    private Delays later() {
        return new Delays() {
            @Override
            public void onMachine(Duration delay, Runnable task) {
                putOff.add(new Put("machine", delay, task));
            }

            @Override
            public void atVenue(Duration delay, Runnable task) {
                putOff.add(new Put("venue", delay, task));
            }
        };
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_request_dropped_before_is_not_executed() {
        faults.add(FaultRule.of(FaultKind.DROP_BEFORE));

        assertThatThrownBy(() -> post("/echo")).isInstanceOf(IOException.class);

        assertThat(protocol.handled).isEmpty();
        assertThat(journal.after(0)).isEmpty();
    }

    @Test
    void a_request_dropped_after_is_executed_once() {
        faults.add(FaultRule.of(FaultKind.DROP_AFTER));

        assertThatThrownBy(() -> post("/echo")).isInstanceOf(IOException.class);

        assertThat(protocol.handled).hasSize(1);
        assertThat(onlyEntry().fault()).isEqualTo("DROP_AFTER");
    }

    @Test
    void an_unknown_outcome_is_executed_once() throws Exception {
        faults.add(FaultRule.of(FaultKind.UNAVAILABLE_AFTER));

        HttpResponse<String> answer = post("/echo");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("OUTCOME_UNKNOWN");
        assertThat(protocol.handled).hasSize(1);
        assertThat(onlyEntry().fault()).isEqualTo("UNAVAILABLE_AFTER");
    }

    @Test
    void a_late_request_is_executed_in_the_time_of_the_venue() throws Exception {
        faults.add(FaultRule.of(FaultKind.LATE).lasting(Duration.ofSeconds(3)));

        assertThatThrownBy(() -> post("/echo")).isInstanceOf(IOException.class);

        assertThat(protocol.handled).isEmpty();
        Put late = putOff.take();
        assertThat(late.on()).isEqualTo("venue");
        assertThat(late.delay()).isEqualTo(Duration.ofSeconds(3));
        late.task().run();
        assertThat(protocol.handled).hasSize(1);
        assertThat(onlyEntry().fault()).isEqualTo("LATE");
    }

    @Test
    void latency_puts_off_the_answer_alone_and_goes_with_other_faults() throws Exception {
        faults.add(FaultRule.of(FaultKind.LATENCY).lasting(Duration.ofMillis(300)));
        faults.add(FaultRule.of(FaultKind.UNAVAILABLE_AFTER));

        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request("/echo"), BodyHandlers.ofString());

        Put late = putOff.take();
        assertThat(late.on()).isEqualTo("machine");
        assertThat(late.delay()).isEqualTo(Duration.ofMillis(300));
        assertThat(onlyEntry().fault()).isEqualTo("LATENCY+UNAVAILABLE_AFTER");
        assertThat(answer).isNotDone();
        late.task().run();
        assertThat(answer.get().statusCode()).isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource({"RATE_LIMITED,429", "BANNED,418", "MAINTENANCE,503"})
    void a_refusal_lasts_and_executes_nothing(FaultKind kind, int status) throws Exception {
        faults.add(FaultRule.of(kind).atMost(1).lasting(Duration.ofSeconds(2)));

        assertThat(post("/echo").statusCode()).isEqualTo(status);
        clock.turnTo(clock.instant().plusMillis(1_999));
        assertThat(post("/echo").statusCode()).isEqualTo(status);
        assertThat(protocol.handled).isEmpty();
        clock.turnTo(clock.instant().plusMillis(1));

        assertThat(post("/echo").statusCode()).isEqualTo(200);
        assertThat(journal.after(0)).hasSize(1);
    }

    @Test
    void a_refusal_tells_what_is_left_of_it() throws Exception {
        faults.add(FaultRule.of(FaultKind.RATE_LIMITED).atMost(1).lasting(Duration.ofSeconds(20)));

        assertThat(post("/echo").body()).contains("PT20S");
        clock.turnTo(clock.instant().plusSeconds(15));

        assertThat(post("/echo").body()).contains("PT5S");
    }

    @Test
    void a_rejection_of_stops_leaves_other_orders_alone() throws Exception {
        faults.add(FaultRule.of(FaultKind.STOP_REJECTED));

        assertThat(post("/echo").statusCode()).isEqualTo(200);
        assertThat(post("/echo/stop").statusCode()).isEqualTo(400);
        assertThat(protocol.handled).hasSize(1);
    }

    @Test
    void a_rule_meets_what_it_is_aimed_at() throws Exception {
        faults.add(FaultRule.of(FaultKind.MAINTENANCE)
                .withProtocol("ec*")
                .withAccount("demo")
                .withOperation("POST */b")
                .onChanges()
                .afterFirst(1)
                .atMost(1));

        assertThat(post("/echo/a").statusCode()).isEqualTo(200);
        assertThat(post("/echo/b").statusCode()).isEqualTo(200);
        assertThat(post("/echo/b").statusCode()).isEqualTo(503);
        assertThat(post("/echo/b").statusCode()).isEqualTo(200);
        assertThat(faults.rules()).singleElement().satisfies(state -> {
            assertThat(state.matched()).isEqualTo(3);
            assertThat(state.met()).isEqualTo(1);
        });
    }

    @Test
    void commands_of_a_socket_meet_the_same_faults_and_the_same_journal() throws Exception {
        faults.add(
                FaultRule.of(FaultKind.UNAVAILABLE_AFTER).withOperation("WS *").atMost(1));
        SocketClient client = connect();

        client.send("one");
        assertThat(client.texts.take()).isEqualTo("refused OUTCOME_UNKNOWN");
        client.send("two");
        assertThat(client.texts.take()).isEqualTo("done two");
        faults.add(FaultRule.of(FaultKind.DROP_AFTER));
        client.send("three");

        assertThat(client.texts.take()).startsWith("CLOSE 1006");
        assertThat(journal.after(0))
                .extracting(JournalEntry::fault)
                .containsExactly("UNAVAILABLE_AFTER", "", "DROP_AFTER");
    }

    @Test
    void events_are_doubled_swapped_or_lost() throws Exception {
        SocketClient client = connect();
        WireSocket socket = protocol.opened.take();
        faults.add(FaultRule.of(FaultKind.DUPLICATE).withOperation("a"));
        faults.add(FaultRule.of(FaultKind.GAP).withOperation("b"));
        faults.add(FaultRule.of(FaultKind.REORDER).withOperation("c").atMost(1));

        socket.push("", "a", "a1");
        socket.push("", "b", "b1");
        socket.push("", "c", "c1");
        socket.push("", "c", "c2");
        socket.reply("end");

        assertThat(List.of(
                        client.texts.take(),
                        client.texts.take(),
                        client.texts.take(),
                        client.texts.take(),
                        client.texts.take()))
                .containsExactly("a1", "a1", "c2", "c1", "end");
    }

    @Test
    void silence_lasts_in_the_time_of_the_venue_and_lets_replies_through() throws Exception {
        SocketClient client = connect();
        WireSocket socket = protocol.opened.take();
        faults.add(FaultRule.of(FaultKind.SILENCE).atMost(1).lasting(Duration.ofSeconds(30)));

        socket.push("", "a", "a1");
        clock.turnTo(clock.instant().plusSeconds(29));
        socket.push("", "a", "a2");
        socket.reply("pong");
        clock.turnTo(clock.instant().plusSeconds(1));
        socket.push("", "a", "a3");

        assertThat(List.of(client.texts.take(), client.texts.take())).containsExactly("pong", "a3");
    }

    @Test
    void an_event_of_one_account_can_end_its_connection() throws Exception {
        SocketClient client = connect();
        client.send("hello");
        assertThat(client.texts.take()).isEqualTo("done hello");
        WireSocket socket = protocol.opened.take();
        faults.add(FaultRule.of(FaultKind.DISCONNECT).withAccount("demo"));

        socket.push("other", "orders", "o1");
        assertThat(client.texts.take()).isEqualTo("o1");
        socket.push("demo", "orders", "o2");

        assertThat(client.texts.take()).startsWith("CLOSE 1006");
        protocol.closed.await();
    }

    @Test
    void a_connection_can_be_refused() throws Exception {
        faults.add(FaultRule.of(FaultKind.REFUSE_CONNECT).atMost(1));

        assertThat(connect().texts.take()).startsWith("CLOSE").contains("503");
        assertThat(connect().isOpen()).isTrue();

        // A client may see its connection open before the protocol has been told of it.
        protocol.opened.take();
        assertThat(protocol.opened).isEmpty();
    }

    private JournalEntry onlyEntry() {
        assertThat(journal.after(0)).hasSize(1);
        return journal.after(0).get(0);
    }

    private HttpResponse<String> post(String path) throws Exception {
        return http.send(request(path), BodyHandlers.ofString());
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("X-Account", "demo")
                .POST(BodyPublishers.ofString("x"))
                .build();
    }

    private SocketClient connect() throws InterruptedException {
        return SocketClient.connect("ws://127.0.0.1:" + server.port() + "/echo/ws");
    }
}
