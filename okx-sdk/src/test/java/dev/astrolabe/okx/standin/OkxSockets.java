package dev.astrolabe.okx.standin;

import dev.astrolabe.exchange.testkit.WriteReminder;
import dev.astrolabe.exchange.transport.Json;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
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
 * The sockets of a small OKX, by a WebSocket library other than the client's: public, private and business, with logins, subscriptions
 * and order operations. They tell what happens to the stand-in, and can be cut. The stand-in is the lock of all of it.
 */
public final class OkxSockets extends WebSocketServer implements AutoCloseable {

    static final String PUBLIC = "/ws/v5/public";
    static final String PRIVATE = "/ws/v5/private";
    static final String BUSINESS = "/ws/v5/business";

    private final OkxStandIn standIn;
    private final MarketPushes market;
    private final SocketTalk talk;
    private final AccountPushes account;
    private final Json json = new Json();
    private final CountDownLatch started = new CountDownLatch(1);
    private final WriteReminder reminder = WriteReminder.of(this);
    private final List<String> controls = new ArrayList<>();
    private final Map<String, Integer> toSkip = new HashMap<>();
    private boolean down;
    private int opened;

    public OkxSockets(OkxStandIn standIn, Clock clock) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        this.standIn = standIn;
        this.market = new MarketPushes(standIn.desks().market, clock);
        this.account = new AccountPushes(standIn.desks(), clock);
        this.talk = new SocketTalk(standIn, market, account, clock);
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
                throw new IllegalStateException("the sockets did not start");
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
        synchronized (standIn) {
            if (down || !Set.of(PUBLIC, PRIVATE, BUSINESS).contains(request.getResourceDescriptor())) {
                throw new InvalidDataException(CloseFrame.REFUSE, "refused");
            }
        }
        return super.onWebsocketHandshakeReceivedAsServer(socket, draft, request);
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        synchronized (standIn) {
            opened++;
            socket.setAttachment(new Peer(handshake.getResourceDescriptor(), String.format("c0ffee%02x", opened)));
        }
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
    public void onMessage(WebSocket socket, String text) {
        synchronized (standIn) {
            controls.add(text);
            Peer peer = socket.getAttachment();
            if (peer == null) {
                return;
            }
            if (text.equals("ping")) {
                send(socket, "pong");
                return;
            }
            if (!talk.hear(peer, text, message -> send(socket, message))) {
                socket.closeConnection(CloseFrame.ABNORMAL_CLOSE, "");
            }
        }
    }

    /** Tells what has changed. The stand-in holds still meanwhile. */
    private void tell() {
        for (Listing listing : Listing.ALL) {
            if (market.moved(listing)) {
                List<Map<String, String>> args = new ArrayList<>(args());
                // The mark price follows the index.
                args.sort(Comparator.comparing(arg -> arg.get("channel")));
                for (Map<String, String> arg : args) {
                    String channel = arg.get("channel");
                    boolean ours = (MarketPushes.isPublic(channel) || MarketPushes.isCandle(channel))
                            && listing.equals(MarketPushes.listing(channel, arg.getOrDefault("instId", "")));
                    if (ours) {
                        publish(arg, market.moved(channel, listing));
                    }
                }
                market.told(listing);
            }
        }
        account.news().forEach(this::publish);
    }

    /** Everything that someone has subscribed. */
    public Set<Map<String, String>> args() {
        synchronized (standIn) {
            Set<Map<String, String>> args = new LinkedHashSet<>();
            peers().values().forEach(peer -> args.addAll(peer.args));
            return args;
        }
    }

    /** Sends a push of a public channel to all who want it. */
    public void publish(Map<String, String> arg, Map<String, Object> push) {
        synchronized (standIn) {
            String channel = arg.get("channel");
            if (toSkip.merge(channel, -1, Integer::sum) >= 0) {
                return;
            }
            toSkip.remove(channel);
            peers().forEach((socket, peer) -> {
                if (peer.args.contains(arg)) {
                    send(socket, SocketTalk.pushed(arg, push));
                }
            });
        }
    }

    private void publish(AccountPushes.Push push) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (!push.eventType().isEmpty()) {
            body.put("eventType", push.eventType());
        }
        body.put("data", push.data());
        if (toSkip.merge(push.channel(), -1, Integer::sum) >= 0) {
            return;
        }
        toSkip.remove(push.channel());
        peers().forEach((socket, peer) -> {
            for (Map<String, String> arg : peer.args) {
                boolean wanted = arg.get("channel").equals(push.channel())
                        && Rows.wanted(arg, "instId", push.instId())
                        && push.instId().startsWith(arg.getOrDefault("instFamily", ""));
                if (wanted) {
                    send(socket, SocketTalk.pushed(SocketTalk.withUid(arg), body));
                }
            }
        });
    }

    private void send(WebSocket socket, Object message) {
        try {
            socket.send(message instanceof String text ? text : json.writeText(message));
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

    /** Loses the next pushes of a channel. */
    public void skip(String channel, int pushes) {
        synchronized (standIn) {
            toSkip.put(channel, pushes);
        }
    }

    /** Tells every connection that it will end in a minute. */
    public void announceEnd() {
        synchronized (standIn) {
            peers().forEach((socket, peer) -> send(
                    socket,
                    SocketTalk.envelope(
                            "",
                            "event",
                            "notice",
                            "code",
                            "64008",
                            "msg",
                            "The connection will soon be closed for a service upgrade. Please reconnect.",
                            "connId",
                            peer.connId)));
        }
    }

    /** Cuts every connection without a word. */
    public void cut() {
        synchronized (standIn) {
            peers().keySet().forEach(socket -> socket.closeConnection(CloseFrame.ABNORMAL_CLOSE, ""));
        }
    }

    /** Cuts every connection and lets none be made while something happens. */
    public void dropWhile(Runnable meanwhile) {
        synchronized (standIn) {
            down = true;
            cut();
        }
        try {
            meanwhile.run();
        } finally {
            synchronized (standIn) {
                down = false;
            }
        }
    }

    /** How many connections were made so far. */
    public int opened() {
        synchronized (standIn) {
            return opened;
        }
    }

    /** How many connections there are. */
    public int open() {
        synchronized (standIn) {
            return peers().size();
        }
    }

    /** Every message so far. */
    public List<String> controls() {
        synchronized (standIn) {
            return List.copyOf(controls);
        }
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
