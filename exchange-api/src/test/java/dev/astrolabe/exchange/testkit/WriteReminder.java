package dev.astrolabe.exchange.testkit;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.java_websocket.WebSocket;
import org.java_websocket.server.WebSocketServer;

/**
 * Reminds a server of Java-WebSocket of what it has not written yet. Its selector's thread, done with one message, may forget that
 * another thread has put in the next one just then; that one would stay until something else is sent.
 *
 * @since 0.1
 */
public final class WriteReminder implements AutoCloseable {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final WebSocketServer server;
    private volatile boolean closed;

    private WriteReminder(WebSocketServer server) {
        this.server = server;
    }

    /**
     * Begins to remind.
     *
     * @param server a server, whether it has started or not
     * @return what ends it
     */
    public static WriteReminder of(WebSocketServer server) {
        WriteReminder reminder = new WriteReminder(server);
        Thread thread = new Thread(reminder::run, "write-reminder");
        thread.setDaemon(true);
        thread.start();
        return reminder;
    }

    private void run() {
        while (!closed) {
            for (WebSocket socket : server.getConnections()) {
                if (socket.hasBufferedData()) {
                    server.onWriteDemand(socket);
                }
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Ends it, a moment later. */
    @Override
    public void close() {
        closed = true;
    }
}
