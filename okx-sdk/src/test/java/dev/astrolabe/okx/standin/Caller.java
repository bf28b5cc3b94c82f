package dev.astrolabe.okx.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.testkit.FakeClock;
import dev.astrolabe.exchange.testkit.FaultServer.Received;
import dev.astrolabe.exchange.testkit.FaultServer.Text;
import dev.astrolabe.exchange.transport.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/** Someone who calls the stand-in by hand, without the client. */
final class Caller {

    private static final Json JSON = new Json();

    private final OkxStandIn standIn;
    private final FakeClock clock;

    Caller(OkxStandIn standIn, FakeClock clock) {
        this.standIn = standIn;
        this.clock = clock;
    }

    static JsonNode json(String text) {
        try {
            return JSON.tree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode get(String path) {
        return call("GET", path, "");
    }

    /** Quotes may be single ones. */
    JsonNode post(String path, String body) {
        return call("POST", path, body);
    }

    private JsonNode call(String method, String path, String body) {
        return send(method, path, body, headers(method, path, body, clock.instant()));
    }

    static Map<String, String> headers(String method, String path, String body, Instant time) {
        String text = time.toString().replaceFirst("(?<!\\.\\d{3})Z", ".000Z");
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("OK-ACCESS-KEY", Proof.KEY);
        headers.put("OK-ACCESS-PASSPHRASE", Proof.PASSPHRASE);
        headers.put("OK-ACCESS-TIMESTAMP", text);
        headers.put("OK-ACCESS-SIGN", Proof.sign(text + method + "/api/v5/" + path + body.replace('\'', '"')));
        headers.put("x-simulated-trading", "1");
        return headers;
    }

    JsonNode send(String method, String path, String body, Map<String, String> headers) {
        Text reply =
                (Text) standIn.answer(new Received(1, method, "/api/v5/" + path, headers, body.replace('\'', '"')));
        return json(reply.body());
    }

    /** A socket that keeps what it hears. */
    static final class Line implements WebSocket.Listener, AutoCloseable {
        private final List<String> heard = new ArrayList<>();
        private final StringBuilder part = new StringBuilder();
        private final WebSocket socket;

        Line(String url) {
            socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(URI.create(url), this)
                    .join();
        }

        void say(String text) {
            socket.sendText(text.replace('\'', '"'), true).join();
        }

        void login(Instant now) {
            String time = Long.toString(now.getEpochSecond());
            say("{'op':'login','args':[{'apiKey':'" + Proof.KEY + "','passphrase':'" + Proof.PASSPHRASE
                    + "','timestamp':'" + time + "','sign':'" + Proof.sign(time + "GET/users/self/verify") + "'}]}");
            JsonNode unused = await(message -> message.path("event").asText().equals("login"));
        }

        @Override
        public synchronized CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                heard.add(part.toString());
                part.setLength(0);
                notifyAll();
            }
            from.request(1);
            return null;
        }

        /** The first message that is wanted, which is then forgotten with all before it. */
        synchronized JsonNode await(Predicate<JsonNode> wanted) {
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (true) {
                while (!heard.isEmpty()) {
                    String text = heard.remove(0);
                    JsonNode message = text.equals("pong") ? json("\"pong\"") : json(text);
                    if (wanted.test(message)) {
                        return message;
                    }
                }
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new AssertionError("nothing of that came");
                }
                try {
                    wait(left);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        }

        JsonNode push(String channel) {
            return await(message -> message.has("data")
                    && message.path("arg").path("channel").asText().equals(channel));
        }

        @Override
        public void close() {
            socket.abort();
        }
    }
}
