package dev.astrolabe.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.astrolabe.simulator.SimulatorClock;
import dev.astrolabe.simulator.fault.Delays;
import dev.astrolabe.simulator.fault.Faults;
import dev.astrolabe.simulator.fault.Gate;
import dev.astrolabe.simulator.journal.Journal;
import dev.astrolabe.simulator.wire.WireRequest;
import dev.astrolabe.simulator.wire.WireSocket;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class WireServerTest {

    private static final Delays AT_ONCE = new Delays() {
        @Override
        public void onMachine(Duration delay, Runnable task) {
            task.run();
        }

        @Override
        public void atVenue(Duration delay, Runnable task) {
            task.run();
        }
    };

    private static final String HANDSHAKE = """
            GET /echo/ws HTTP/1.1
            Host: x
            Upgrade: websocket
            Connection: Upgrade
            Sec-WebSocket-Version: 13
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

            """;

    private final SimulatorClock clock = SimulatorClock.turned(Instant.parse("2026-03-01T00:00:00Z"));
    private final Journal journal = new Journal();
    private final Faults faults = new Faults(1, clock);
    private final EchoProtocol protocol = new EchoProtocol();
    private final WireServer server = new WireServer(0, List.of(protocol), new Gate(faults, journal, clock, AT_ONCE));
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void takes_path_query_and_body_as_they_were_sent() throws Exception {
        HttpResponse<String> answer = send("POST", "/echo/a%2Fb?x=%20y+z&sig=aB%3D&x=2", "b=%7B%22");

        assertThat(answer.statusCode()).isEqualTo(200);
        WireRequest request = protocol.handled.take();
        assertThat(request.path()).isEqualTo("/echo/a%2Fb");
        assertThat(request.query()).isEqualTo("x=%20y+z&sig=aB%3D&x=2");
        assertThat(request.body()).isEqualTo("b=%7B%22");
        assertThat(request.header("x-account")).contains("demo");
        assertThat(request.remote()).isEqualTo("127.0.0.1");
        assertThat(answer.headers().firstValue("X-Used")).contains("7");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
    }

    @Test
    void takes_a_body_with_delete() throws Exception {
        assertThat(send("DELETE", "/echo", "orderId=1").body()).contains("orderId=1", "DELETE");
    }

    @Test
    void a_body_over_the_bound_is_taken_and_told_of() throws Exception {
        String body = "x".repeat(2_000_000);

        for (int i = 0; i < 20; i++) {
            assertThat(send("POST", "/echo", body).statusCode()).isEqualTo(413);
        }
        assertThat(protocol.handled).isEmpty();
    }

    @Test
    void a_path_of_no_protocol_is_not_found() throws Exception {
        HttpResponse<String> answer = send("GET", "/elsewhere", "");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("/elsewhere");
    }

    @Test
    void notes_what_was_accepted_once() throws Exception {
        send("GET", "/echo", "");
        send("POST", "/echo/order", "");

        assertThat(journal.after(0)).singleElement().satisfies(entry -> {
            assertThat(entry.acceptance().operation()).isEqualTo("POST /echo/order");
            assertThat(entry.acceptance().account()).isEqualTo("demo");
            assertThat(entry.fault()).isEmpty();
        });
    }

    @Test
    void a_broken_protocol_is_a_500_and_the_next_request_is_served() throws Exception {
        assertThat(send("POST", "/echo/broken", "").statusCode()).isEqualTo(500);
        assertThat(send("POST", "/echo", "").statusCode()).isEqualTo(200);
    }

    @Test
    void sockets_carry_commands_replies_and_events_in_order() throws Exception {
        SocketClient client = connect("/echo/ws?key=a%20b");
        WireSocket socket = protocol.opened.take();

        client.send("one");
        assertThat(client.texts.take()).isEqualTo("done one");
        for (int i = 0; i < 1_000; i++) {
            socket.push("", "ticks", "t" + i);
        }
        for (int i = 0; i < 1_000; i++) {
            assertThat(client.texts.take()).isEqualTo("t" + i);
        }
        socket.ping();
        assertThat(client.texts.take()).isEqualTo("PING");
        socket.close(4001, "enough");

        assertThat(client.texts.take()).isEqualTo("CLOSE 4001 enough");
        assertThat(protocol.closed.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(socket.opening().query()).isEqualTo("key=a%20b");
        assertThat(journal.after(0))
                .singleElement()
                .satisfies(entry -> assertThat(entry.acceptance().operation()).isEqualTo("WS order"));
    }

    @Test
    void a_client_that_leaves_is_noticed() throws Exception {
        SocketClient client = connect("/echo/ws");
        protocol.opened.take();

        client.getSocket().close();

        assertThat(protocol.closed.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_client_that_takes_nothing_is_cut_off_at_a_bound() throws Exception {
        try (Socket client = socket(server.port())) {
            client.getOutputStream().write(HANDSHAKE.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            WireSocket socket = protocol.opened.take();
            String event = "x".repeat(100_000);
            long sent = 0;

            while (protocol.closed.getCount() > 0 && sent < 10 * JettySocket.MOST_QUEUED_CHARACTERS) {
                socket.push("", "ticks", event);
                sent += event.length();
            }

            assertThat(protocol.closed.await(60, TimeUnit.SECONDS)).isTrue();
            client.setSoTimeout(60_000);
            assertThat(bytesUntilTheEnd(client.getInputStream())).isLessThan(sent);
        }
    }

    private static long bytesUntilTheEnd(InputStream in) {
        long count = 0;
        try {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                count += read;
            }
        } catch (IOException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
        return count;
    }

    @Test
    void a_port_in_use_is_told() {
        Gate gate = new Gate(faults, journal, clock, AT_ONCE);

        assertThatThrownBy(() -> new WireServer(server.port(), List.of(protocol), gate).close())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(String.valueOf(server.port()));
    }

    @Test
    void nothing_is_left_after_the_end() throws Exception {
        send("GET", "/echo", "");
        connect("/echo/ws");
        int port = server.port();

        server.close();
        server.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.isAlive() && thread.getName().startsWith("simulator-"));
        assertThatThrownBy(() -> socket(port).close()).isInstanceOf(ConnectException.class);
    }

    private static Socket socket(int port) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .header("X-Account", "demo")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private SocketClient connect(String path) throws InterruptedException {
        return SocketClient.connect("ws://127.0.0.1:" + server.port() + path);
    }
}
