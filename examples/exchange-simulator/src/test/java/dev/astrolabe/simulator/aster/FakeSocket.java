package dev.astrolabe.simulator.aster;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Keeps what it is given. */
final class FakeSocket implements WireSocket {

    private final WireRequest opening;
    private final SocketListener listener;
    final List<JsonNode> replies = new ArrayList<>();
    final List<JsonNode> events = new ArrayList<>();
    final List<String> channels = new ArrayList<>();
    final List<String> accounts = new ArrayList<>();
    int closed;
    int pings;

    private FakeSocket(Bench bench, String path, String query) {
        opening = new WireRequest("GET", path, query, Map.of(), "", "127.0.0.1");
        listener = bench.protocol.open(this);
    }

    static FakeSocket open(Bench bench, String path, String query) {
        return new FakeSocket(bench, path, query);
    }

    JsonNode ask(String message) {
        listener.text(message);
        return replies.get(replies.size() - 1);
    }

    void hangUp() {
        listener.closed();
    }

    JsonNode last() {
        return events.get(events.size() - 1);
    }

    List<JsonNode> of(String type) {
        return events.stream()
                .filter(event -> event.path("e").asText().equals(type))
                .toList();
    }

    @Override
    public WireRequest opening() {
        return opening;
    }

    @Override
    public void reply(String text) {
        replies.add(Json.read(text).orElseThrow());
    }

    @Override
    public void push(String account, String channel, String text) {
        accounts.add(account);
        channels.add(channel);
        events.add(Json.read(text).orElseThrow());
    }

    @Override
    public void command(Subject subject, Supplier<Handled> command, Function<Refusal, String> refused) {
        throw new UnsupportedOperationException("AsterDex takes no commands over sockets");
    }

    @Override
    public void ping() {
        pings++;
    }

    @Override
    public void close(int code, String reason) {
        closed = code;
    }
}
