package dev.astrolabe.simulator.server;

import dev.astrolabe.simulator.fault.FaultRule;
import dev.astrolabe.simulator.fault.Gate;
import dev.astrolabe.simulator.wire.WireProtocol;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/**
 * All protocols on one port, HTTP and WebSocket alike. A path goes to the first protocol that serves it.
 *
 * @since 0.1
 */
public final class WireServer implements AutoCloseable {

    private static final int LONGEST_MESSAGE = 1 << 20;
    private static final Duration IDLE_SOCKET = Duration.ofMinutes(15);

    private final JettyServer server;
    private final OpenSockets open;

    /**
     * Starts one.
     *
     * @param port of 127.0.0.1; 0 for any that is free
     * @param protocols in the order in which they are asked
     * @param gate what requests and events pass
     * @throws java.io.UncheckedIOException if the port cannot be listened on
     */
    public WireServer(int port, List<WireProtocol> protocols, Gate gate) {
        server = new JettyServer("simulator-wire", port);
        ServerWebSocketContainer sockets = ServerWebSocketContainer.ensure(server.jetty());
        sockets.setIdleTimeout(IDLE_SOCKET);
        sockets.setMaxTextMessageSize(LONGEST_MESSAGE);
        open = new OpenSockets(sockets.getExecutor());
        server.start(new WireHandler(List.copyOf(protocols), gate, sockets, open));
    }

    /**
     * Where it listens.
     *
     * @return the port of 127.0.0.1
     */
    public int port() {
        return server.port();
    }

    /**
     * Ends WebSocket connections without a closing handshake, as a network does.
     *
     * @param protocol of which protocol, such as {@code okx-v5}; {@code *} stands for any text
     * @return how many were ended
     */
    public int disconnect(String protocol) {
        return open.drop(socket -> FaultRule.matches(protocol, socket.protocolName()));
    }

    /** Ends all connections and gives the port back. Nothing happens the second time. */
    @Override
    public void close() {
        server.close();
    }
}
