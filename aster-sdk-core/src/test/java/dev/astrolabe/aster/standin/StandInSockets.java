package dev.astrolabe.aster.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.astrolabe.exchange.testkit.WriteReminder;
import dev.astrolabe.exchange.transport.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;

/**
 * The streams of a small AsterDex, by a WebSocket library other than the client's: combined public ones at {@code /stream} with their
 * control messages, and the account's at {@code /ws/} and its key. They tell what happens to the stand-in, and can be cut.
 */
public final class StandInSockets extends WebSocketServer implements AutoCloseable {

    private static final int MAX_STREAMS = 200;

    /** A connection; the key is empty on public ones. */
    private record Peer(String key, Set<String> streams) {}

    private final StandIn standIn;
    private final StandInMarketEvents marketEvents;
    private final StandInUserEvents userEvents;
    private final Json json = new Json();
    private final CountDownLatch started = new CountDownLatch(1);
    private final WriteReminder reminder = WriteReminder.of(this);
    private final Map<String, Long> updates = new HashMap<>();
    private final List<String> controls = new ArrayList<>();
    private final Map<String, Integer> toSkip = new HashMap<>();
    private boolean down;
    private int opened;

    public StandInSockets(StandIn standIn, Clock clock) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        this.standIn = standIn;
        this.marketEvents = new StandInMarketEvents(standIn.market(), clock);
        this.userEvents = new StandInUserEvents(standIn.account(), clock);
        StandInMarket.SYMBOLS.forEach(
                symbol -> updates.put(symbol, standIn.market().updateId(symbol)));
        setConnectionLostTimeout(0);
        setReuseAddr(true);
        setDaemon(true);
        start();
        awaitStart();
        standIn.watch(this::tell);
    }

    private void awaitStart() {
        try {
            if (!started.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the streams did not start");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void onStart() {
        started.countDown();
    }

    public String url() {
        return "ws://127.0.0.1:" + getPort();
    }

    @Override
    public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
            WebSocket socket, Draft draft, ClientHandshake request) throws InvalidDataException {
        synchronized (this) {
            String path = request.getResourceDescriptor();
            boolean known = path.equals("/stream")
                    || (path.startsWith("/ws/") && standIn.streamKeys().isActive(path.substring("/ws/".length())));
            if (down || !known) {
                throw new InvalidDataException(CloseFrame.REFUSE, "refused");
            }
        }
        return super.onWebsocketHandshakeReceivedAsServer(socket, draft, request);
    }

    @Override
    public synchronized void onOpen(WebSocket socket, ClientHandshake handshake) {
        String path = handshake.getResourceDescriptor();
        String key = path.startsWith("/ws/") ? path.substring("/ws/".length()) : "";
        opened++;
        socket.setAttachment(new Peer(key, new LinkedHashSet<>()));
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
        controls.add(text);
        Peer peer = socket.getAttachment();
        if (peer != null) {
            send(socket, json.writeText(answer(peer, text)));
        }
    }

    private Map<String, Object> answer(Peer peer, String text) {
        JsonNode message;
        try {
            message = json.tree(text);
        } catch (IOException e) {
            return error(3, "Invalid JSON: expected value at line 1 column 1");
        }
        if (!message.path("id").canConvertToLong() || message.get("id").asLong() < 0) {
            return error(2, "Invalid request: request ID must be an unsigned integer");
        }
        Set<String> streams = new LinkedHashSet<>();
        message.path("params").forEach(stream -> streams.add(stream.asText()));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("result", null);
        switch (message.path("method").asText()) {
            case "SUBSCRIBE" -> {
                if (peer.streams.size() + streams.size() > MAX_STREAMS) {
                    return error(2, "Invalid request: too many parameters");
                }
                peer.streams.addAll(streams);
            }
            case "UNSUBSCRIBE" -> peer.streams.removeAll(streams);
            case "LIST_SUBSCRIPTIONS" -> answer.put("result", List.copyOf(peer.streams));
            default -> {
                return error(2, "Invalid request: unknown variant");
            }
        }
        answer.put("id", message.get("id").asLong());
        return answer;
    }

    private static Map<String, Object> error(int code, String text) {
        return Map.of("code", code, "msg", text);
    }

    /** Tells what has changed. The stand-in holds still meanwhile. */
    private synchronized void tell() {
        for (String symbol : StandInMarket.SYMBOLS) {
            long now = standIn.market().updateId(symbol);
            if (updates.put(symbol, now) != now) {
                marketEvents.moved(symbol, streams()).forEach(this::publish);
            }
        }
        userEvents.news().forEach(this::publishToAccount);
    }

    /** Sends an event of a public stream to all who want it. */
    public synchronized void publish(String stream, Object payload) {
        if (toSkip.merge(stream, -1, Integer::sum) >= 0) {
            return;
        }
        toSkip.remove(stream);
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("stream", stream);
        message.put("data", payload);
        String text = json.writeText(message);
        peers().forEach((socket, peer) -> {
            if (peer.streams.contains(stream)) {
                send(socket, text);
            }
        });
    }

    /** Sends an event to all who read the account's stream with a key that is alive. */
    public synchronized void publishToAccount(Object payload) {
        String text = json.writeText(payload);
        peers().forEach((socket, peer) -> {
            if (standIn.streamKeys().isActive(peer.key)) {
                send(socket, text);
            }
        });
    }

    private static void send(WebSocket socket, String text) {
        try {
            socket.send(text);
        } catch (WebsocketNotConnectedException e) {
            // It has gone this moment.
        }
    }

    private Map<WebSocket, Peer> peers() {
        Map<WebSocket, Peer> peers = new LinkedHashMap<>();
        for (WebSocket socket : getConnections()) {
            Peer peer = socket.getAttachment();
            if (peer != null && socket.isOpen()) {
                peers.put(socket, peer);
            }
        }
        return peers;
    }

    /** Every stream that someone has subscribed. */
    public synchronized Set<String> streams() {
        Set<String> streams = new LinkedHashSet<>();
        peers().values().forEach(peer -> streams.addAll(peer.streams));
        return streams;
    }

    /** Loses the next events of a stream. */
    public synchronized void skip(String stream, int events) {
        toSkip.put(stream, events);
    }

    /** The account's key dies, and who reads the stream is told so, as the venue does. */
    public synchronized void expireKey(long time) {
        publishToAccount(Map.of("e", "listenKeyExpired", "E", time));
        standIn.streamKeys().forget();
    }

    /** Cuts every connection without a word. */
    public synchronized void cut() {
        peers().keySet().forEach(socket -> socket.closeConnection(CloseFrame.ABNORMAL_CLOSE, ""));
    }

    /** Cuts every connection and lets none be made while something happens. */
    public void dropWhile(Runnable meanwhile) {
        synchronized (this) {
            down = true;
            cut();
        }
        try {
            meanwhile.run();
        } finally {
            synchronized (this) {
                down = false;
            }
        }
    }

    /** How many connections were made so far. */
    public synchronized int opened() {
        return opened;
    }

    /** How many connections there are. */
    public synchronized int open() {
        return peers().size();
    }

    /** Every control message so far. */
    public synchronized List<String> controls() {
        return List.copyOf(controls);
    }

    @Override
    public void close() {
        reminder.close();
        try {
            stop(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
