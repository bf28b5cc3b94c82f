package dev.astrolabe.simulator.okx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.simulator.journal.Acceptance;
import dev.astrolabe.simulator.wire.Handled;
import dev.astrolabe.simulator.wire.Json;
import dev.astrolabe.simulator.wire.Refusal;
import dev.astrolabe.simulator.wire.SocketListener;
import dev.astrolabe.simulator.wire.Subject;
import dev.astrolabe.simulator.wire.WireRequest;
import dev.astrolabe.simulator.wire.WireSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** A connection without a network: what was sent to the client is kept. */
final class TestSocket implements WireSocket {

    final List<String> replies = new ArrayList<>();
    final List<String> pushes = new ArrayList<>();
    final List<Acceptance> accepted = new ArrayList<>();
    final List<String> closings = new ArrayList<>();
    private final String path;
    private final SocketListener listener;

    TestSocket(OkxBench bench, String site) {
        this.path = "/ws/v5/" + site;
        this.listener = bench.okx.open(this);
    }

    /** One that is logged in. */
    static TestSocket loggedIn(OkxBench bench, String site) {
        TestSocket socket = new TestSocket(bench, site);
        String seconds = Long.toString(bench.now().getEpochSecond());
        socket.send(Map.of(
                "op",
                "login",
                "args",
                List.of(Map.of(
                        "apiKey",
                        "key-main",
                        "passphrase",
                        OkxBench.PASSPHRASE,
                        "timestamp",
                        seconds,
                        "sign",
                        OkxBench.sign(seconds + "GET/users/self/verify")))));
        return socket;
    }

    void send(Object message) {
        listener.text(message instanceof String text ? text : Json.text(message));
    }

    void subscribe(Object... channelAndWords) {
        send(Map.of("id", "s1", "op", "subscribe", "args", List.of(words(channelAndWords))));
    }

    static Map<String, Object> words(Object... channelAndWords) {
        Map<String, Object> words = new java.util.TreeMap<>();
        words.put("channel", channelAndWords[0]);
        for (int i = 1; i < channelAndWords.length; i += 2) {
            words.put((String) channelAndWords[i], channelAndWords[i + 1]);
        }
        return words;
    }

    JsonNode lastReply() {
        return Json.read(replies.get(replies.size() - 1)).orElseThrow();
    }

    /** The pushes of a channel. */
    List<JsonNode> of(String channel) {
        return pushes.stream()
                .map(text -> Json.read(text).orElseThrow())
                .filter(push -> push.path("arg").path("channel").asText().equals(channel))
                .toList();
    }

    @Override
    public WireRequest opening() {
        return new WireRequest("GET", path, "", Map.of(), "", "203.0.113.7");
    }

    @Override
    public void reply(String text) {
        replies.add(text);
    }

    @Override
    public void push(String account, String channel, String text) {
        pushes.add(text);
    }

    @Override
    public void command(Subject subject, Supplier<Handled> command, Function<Refusal, String> refused) {
        Handled handled = command.get();
        handled.acceptance().ifPresent(accepted::add);
        replies.add(handled.answer().body());
    }

    @Override
    public void ping() {}

    @Override
    public void close(int code, String reason) {
        closings.add(code + " " + reason);
    }
}
