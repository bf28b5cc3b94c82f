package dev.astrolabe.simulator.server;

import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.java_websocket.WebSocket;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ServerHandshake;

/**
 * Collects what a socket gets: texts, {@code PING}, and {@code CLOSE} with its code. The client of the JDK is not used here, since
 * it now and then does not notice that a connection has ended without a closing frame.
 */
final class SocketClient extends WebSocketClient {

    final BlockingQueue<String> texts = new LinkedBlockingQueue<>();

    private SocketClient(String address) {
        super(URI.create(address));
        setDaemon(true);
        setConnectionLostTimeout(0);
    }

    /** Waits until the connection stands, or has told in {@link #texts} why it does not. */
    static SocketClient connect(String address) throws InterruptedException {
        SocketClient client = new SocketClient(address);
        client.connectBlocking();
        return client;
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
        // The caller waits for it.
    }

    @Override
    public void onMessage(String message) {
        texts.add(message);
    }

    @Override
    public void onWebsocketPing(WebSocket socket, Framedata frame) {
        texts.add("PING");
        super.onWebsocketPing(socket, frame);
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {
        texts.add("CLOSE " + code + " " + reason);
    }

    @Override
    public void onError(Exception e) {
        texts.add("ERROR " + e);
    }
}
