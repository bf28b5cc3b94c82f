package dev.astrolabe.simulator.server;

import dev.astrolabe.simulator.fault.EventGate;
import dev.astrolabe.simulator.fault.Gate;
import dev.astrolabe.simulator.fault.Outlet;
import dev.astrolabe.simulator.wire.Handled;
import dev.astrolabe.simulator.wire.Refusal;
import dev.astrolabe.simulator.wire.SocketListener;
import dev.astrolabe.simulator.wire.Subject;
import dev.astrolabe.simulator.wire.WireAnswer;
import dev.astrolabe.simulator.wire.WireProtocol;
import dev.astrolabe.simulator.wire.WireRequest;
import dev.astrolabe.simulator.wire.WireSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket connection. Jetty queues what is sent; this counts it and ends the connection of a client that does not take it.
 * Public only because Jetty calls it by reflection.
 *
 * @since 0.1
 */
public final class JettySocket implements WireSocket, Session.Listener.AutoDemanding {

    /** Some seconds of a busy client's events. */
    static final long MOST_QUEUED_CHARACTERS = 8L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(JettySocket.class);
    private static final int SERVER_ERROR = 1011;

    private final WireProtocol protocol;
    private final WireRequest opening;
    private final Gate gate;
    private final EndPoint connection;
    private final OpenSockets all;
    private final EventGate events;
    private final AtomicLong queued = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Object listening = new Object();
    private volatile @Nullable Session session;
    private @Nullable SocketListener listener;

    JettySocket(WireProtocol protocol, WireRequest opening, Gate gate, EndPoint connection, OpenSockets open) {
        this.protocol = protocol;
        this.opening = opening;
        this.gate = gate;
        this.connection = connection;
        this.all = open;
        this.events = gate.events(protocolName(), this::send, this::drop);
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        all.joined(this);
        synchronized (listening) {
            try {
                listener = protocol.open(this);
            } catch (RuntimeException e) {
                broken(e);
            }
        }
    }

    @Override
    public void onWebSocketText(String message) {
        synchronized (listening) {
            SocketListener told = listener;
            if (told == null || closed.get()) {
                return;
            }
            try {
                told.text(message);
            } catch (RuntimeException e) {
                broken(e);
            }
        }
    }

    /** The protocol's name. */
    String protocolName() {
        return protocol.subject(opening).protocol();
    }

    private void broken(RuntimeException cause) {
        LOG.error("a message on {} could not be handled", opening.path(), cause);
        close(SERVER_ERROR, "the simulator is broken here");
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        LOG.debug("connection on {} failed", opening.path(), cause);
        ended();
    }

    @Override
    public void onWebSocketClose(int code, @Nullable String reason, Callback callback) {
        ended();
        callback.succeed();
    }

    /** Tells the protocol on another thread: this may come in the middle of its own sending. */
    private void ended() {
        if (closed.compareAndSet(false, true)) {
            all.left(this, this::tellClosed);
        }
    }

    private void tellClosed() {
        synchronized (listening) {
            SocketListener told = listener;
            if (told != null) {
                told.closed();
            }
        }
    }

    @Override
    public WireRequest opening() {
        return opening;
    }

    @Override
    public void reply(String text) {
        send(text);
    }

    @Override
    public void push(String account, String channel, String text) {
        events.pass(account, channel, text);
    }

    @Override
    public void command(Subject subject, Supplier<Handled> command, Function<Refusal, String> refused) {
        gate.pass(subject, command, refusal -> WireAnswer.of(200, refused.apply(refusal)), new Outlet() {
            @Override
            public void answer(WireAnswer answer) {
                send(answer.body());
            }

            @Override
            public void drop() {
                JettySocket.this.drop();
            }

            @Override
            public void broken(RuntimeException cause) {
                JettySocket.this.broken(cause);
            }
        });
    }

    private void send(String text) {
        Session open = session;
        if (open == null || closed.get()) {
            return;
        }
        int size = text.length();
        if (queued.addAndGet(size) > MOST_QUEUED_CHARACTERS) {
            LOG.debug("a client on {} is too slow", opening.path());
            drop();
            return;
        }
        open.sendText(text, Callback.from(() -> queued.addAndGet(-size), failure -> ended()));
    }

    /** Ends the connection without a closing handshake, which a client that reads nothing would never answer. */
    void drop() {
        connection.close();
        ended();
    }

    @Override
    public void ping() {
        Session open = session;
        if (open != null && !closed.get()) {
            open.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
        }
    }

    @Override
    public void close(int code, String reason) {
        Session open = session;
        if (open != null) {
            open.close(code, reason, Callback.NOOP);
        }
    }
}
