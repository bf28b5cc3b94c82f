package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.testkit.WriteReminder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;

/**
 * A venue for streams on the loopback, by a WebSocket library other than the one under test. It speaks what {@link PlainStreams}
 * speaks, notes what it gets, and misbehaves as a test says.
 */
final class StreamServer extends WebSocketServer implements AutoCloseable {

    /** What a client sent, on which of its connections, counted from 1, and when. */
    record Received(int connection, String text, Instant at) {}

    private static final class Peer {
        private final int number;
        private final Set<String> channels = new LinkedHashSet<>();

        Peer(int number) {
            this.number = number;
        }
    }

    private static final long PATIENCE_MILLIS = 60_000;

    private final Clock clock;
    private final CountDownLatch started = new CountDownLatch(1);
    private final WriteReminder reminder = WriteReminder.of(this);
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<String> targets = new CopyOnWriteArrayList<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<WebSocket> mute = ConcurrentHashMap.newKeySet();
    private volatile boolean answersSubscriptions = true;
    private volatile boolean namesRefusals = true;
    private volatile boolean answersEach;
    private int connections;

    StreamServer(Clock clock) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        this.clock = clock;
        setConnectionLostTimeout(0);
        setReuseAddr(true);
        setDaemon(true);
        start();
        await(started);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("the server did not answer");
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

    /** Before the client hears of it: one that needs no message is live as soon as it does. */
    @Override
    public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
            WebSocket socket, Draft draft, ClientHandshake request) throws InvalidDataException {
        targets.add(request.getResourceDescriptor());
        return super.onWebsocketHandshakeReceivedAsServer(socket, draft, request);
    }

    @Override
    public synchronized void onOpen(WebSocket socket, ClientHandshake handshake) {
        socket.setAttachment(new Peer(++connections));
        notifyAll();
    }

    @Override
    public synchronized void onClose(WebSocket socket, int code, String reason, boolean remote) {
        notifyAll();
    }

    @Override
    public void onError(WebSocket socket, Exception failure) {
        // a connection that broke is what tests do
    }

    @Override
    public synchronized void onMessage(WebSocket socket, String text) {
        Peer peer = socket.getAttachment();
        received.add(new Received(peer.number, text, clock.instant()));
        if (!mute.contains(socket)) {
            answer(socket, peer, text.split(" ", -1));
        }
        notifyAll();
    }

    private void answer(WebSocket socket, Peer peer, String[] words) {
        if (words[0].equals("PROBE")) {
            socket.send("PONG");
            return;
        }
        if (words[0].equals("CMD")) {
            return;
        }
        if (words[0].equals("HELLO")) {
            greet(socket, words[1]);
            return;
        }
        List<String> channels = List.of(words[2].split(","));
        if (answersEach) {
            channels.forEach(channel -> answerFor(socket, peer, words, channel));
            return;
        }
        if (words[0].equals("END")) {
            channels.forEach(peer.channels::remove);
            socket.send("DONE " + words[1]);
        } else if (channels.stream().anyMatch(refused::contains)) {
            socket.send("REFUSED " + (namesRefusals ? words[1] : "-1"));
        } else if (answersSubscriptions) {
            peer.channels.addAll(channels);
            socket.send("DONE " + words[1]);
        }
    }

    private void answerFor(WebSocket socket, Peer peer, String[] words, String channel) {
        if (words[0].equals("END")) {
            peer.channels.remove(channel);
            socket.send("ENDED " + channel);
        } else if (refused.contains(channel)) {
            socket.send("REFUSED " + words[1]);
        } else {
            peer.channels.add(channel);
            socket.send("BEGUN " + channel);
        }
    }

    private void greet(WebSocket socket, String id) {
        if (refused.contains("greeting")) {
            socket.send("REFUSED " + id);
        } else if (answersSubscriptions) {
            socket.send("DONE " + id);
        }
    }

    /** Sends data to all who have subscribed the channel, but not over mute connections. */
    synchronized void publish(String channel, String payload) {
        for (WebSocket socket : getConnections()) {
            Peer peer = socket.getAttachment();
            if (peer != null && peer.channels.contains(channel)) {
                push(socket, channel, payload);
            }
        }
    }

    /** Sends data over one connection, whether the channel is subscribed or not. */
    synchronized void publishOn(int connection, String channel, String payload) {
        push(peer(connection), channel, payload);
    }

    private void push(WebSocket socket, String channel, String payload) {
        try {
            if (!mute.contains(socket)) {
                socket.send("DATA " + channel + " " + payload);
            }
        } catch (WebsocketNotConnectedException e) {
            // closed a moment ago
        }
    }

    synchronized void send(int connection, String text) {
        peer(connection).send(text);
    }

    /** A client may see its connection open a moment before this side does. */
    private synchronized WebSocket peer(int connection) {
        try {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
            while (connections < connection && System.nanoTime() < end) {
                wait(PATIENCE_MILLIS);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return getConnections().stream()
                .filter(socket -> socket.getAttachment() instanceof Peer peer && peer.number == connection)
                .findFirst()
                .orElseThrow();
    }

    /** From now on a connection brings nothing but answers to pings. */
    synchronized void mute(int connection) {
        mute.add(peer(connection));
    }

    synchronized void unmute(int connection) {
        mute.remove(peer(connection));
    }

    /** Cuts all connections without a close frame. */
    synchronized void cutAll() {
        List.copyOf(getConnections()).forEach(socket -> socket.closeConnection(CloseFrame.ABNORMAL_CLOSE, ""));
    }

    synchronized void cut(int connection) {
        peer(connection).closeConnection(CloseFrame.ABNORMAL_CLOSE, "");
    }

    /** Ends a connection with a close frame. */
    synchronized void hangUp(int connection) {
        peer(connection).close(CloseFrame.GOING_AWAY, "maintenance");
    }

    void refuse(String channel) {
        refused.add(channel);
    }

    void refuseNoMore() {
        refused.clear();
    }

    void nameRefusals(boolean value) {
        namesRefusals = value;
    }

    /** From now on each channel is answered by itself. */
    void answerEach() {
        answersEach = true;
    }

    void answerSubscriptions(boolean value) {
        answersSubscriptions = value;
    }

    List<Received> received() {
        return received;
    }

    List<String> texts(int connection) {
        return received.stream()
                .filter(message -> message.connection() == connection)
                .map(Received::text)
                .toList();
    }

    /** Drops what was noted, so that a long test does not grow by its own notes. */
    void forget() {
        received.clear();
        targets.clear();
    }

    List<String> targets() {
        return targets;
    }

    synchronized int connections() {
        return connections;
    }

    synchronized int openConnections() {
        return getConnections().size();
    }

    /** Channels subscribed on all connections, with repetition. */
    synchronized List<String> subscribed() {
        List<String> all = new ArrayList<>();
        for (WebSocket socket : getConnections()) {
            Peer peer = socket.getAttachment();
            if (peer != null) {
                all.addAll(peer.channels);
            }
        }
        return all;
    }

    /** Waits until something is so, which something that comes in may bring about. */
    void await(String what, BooleanSupplier condition) {
        Eventually.await(what, condition);
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
