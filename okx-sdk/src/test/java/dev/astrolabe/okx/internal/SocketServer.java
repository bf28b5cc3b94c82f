package dev.astrolabe.okx.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.testkit.WriteReminder;
import dev.astrolabe.exchange.transport.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** Sockets that take every login and every channel, note what they get, and say what a test wants. */
final class SocketServer extends WebSocketServer implements AutoCloseable {

    /** What came, on which path and connection, counted from 1. */
    record Received(int connection, String path, String text) {}

    private record Peer(int number, String path) {}

    private final Json json = new Json();
    private final CountDownLatch started = new CountDownLatch(1);
    private final WriteReminder reminder = WriteReminder.of(this);
    private final List<Received> received = new ArrayList<>();
    private Function<JsonNode, String> commands = command -> "";
    private String refusal = "";
    private String loginRefusal = "";
    private boolean mute;
    private int connections;

    SocketServer() {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        setConnectionLostTimeout(0);
        setReuseAddr(true);
        setDaemon(true);
        start();
        try {
            if (!started.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("the server did not start");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    String url() {
        return "ws://127.0.0.1:" + getPort();
    }

    @Override
    public void onStart() {
        started.countDown();
    }

    @Override
    public synchronized void onOpen(WebSocket socket, ClientHandshake handshake) {
        socket.setAttachment(new Peer(++connections, handshake.getResourceDescriptor()));
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
        // Its attachment goes with it.
    }

    @Override
    public void onError(WebSocket socket, Exception failure) {
        // A connection that broke is what tests do.
    }

    @Override
    public synchronized void onMessage(WebSocket socket, String text) {
        Peer peer = socket.getAttachment();
        received.add(new Received(peer.number(), peer.path(), text));
        if (mute) {
            return;
        }
        if (text.equals("ping")) {
            socket.send("pong");
            return;
        }
        try {
            answer(socket, json.tree(text));
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    private void answer(WebSocket socket, JsonNode message) {
        String op = message.path("op").asText();
        String id = message.path("id").asText();
        if (op.equals("login")) {
            socket.send(
                    loginRefusal.isEmpty()
                            ? "{\"event\":\"login\",\"code\":\"0\",\"msg\":\"\"}"
                            : "{\"event\":\"error\",\"code\":\"" + loginRefusal + "\",\"msg\":\"no\"}");
        } else if (op.endsWith("subscribe")) {
            for (JsonNode arg : message.path("args")) {
                boolean refused = !refusal.isEmpty() && arg.toString().contains(refusal);
                socket.send(json.writeText(
                        refused
                                ? Map.of("id", id, "event", "error", "code", "64003", "msg", "your tier is too low")
                                : Map.of("id", id, "event", op, "arg", arg)));
            }
        } else {
            String reply = commands.apply(message);
            if (!reply.isEmpty()) {
                socket.send(reply.replace("$id", id).replace("$op", op));
            }
        }
    }

    /** Refuses channels whose arguments hold this text; none if empty. */
    synchronized void refuse(String text) {
        refusal = text;
    }

    /** Refuses logins with a code. */
    synchronized void refuseLogins(String code) {
        loginRefusal = code;
    }

    /** Answers commands; an empty text is no answer. */
    synchronized void answerCommands(Function<JsonNode, String> answers) {
        commands = answers;
    }

    /** Answers nothing any more, or again. */
    synchronized void mute(boolean silent) {
        mute = silent;
    }

    /** Says something on every connection of a path. */
    synchronized void say(String path, String text) {
        for (WebSocket socket : getConnections()) {
            if (socket.getAttachment() instanceof Peer peer && peer.path().equals(path)) {
                socket.send(text);
            }
        }
    }

    synchronized void cutAll() {
        List.copyOf(getConnections()).forEach(socket -> socket.closeConnection(CloseFrame.ABNORMAL_CLOSE, ""));
    }

    synchronized List<Received> received() {
        return List.copyOf(received);
    }

    List<String> texts(int connection) {
        return received().stream()
                .filter(each -> each.connection() == connection)
                .map(Received::text)
                .toList();
    }

    synchronized int connections() {
        return connections;
    }

    synchronized int openConnections() {
        return getConnections().size();
    }

    @Override
    public void close() {
        reminder.close();
        try {
            stop(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
