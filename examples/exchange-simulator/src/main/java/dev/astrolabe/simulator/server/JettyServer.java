package dev.astrolabe.simulator.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/** Jetty on one port of this machine, with few daemon threads that carry a name. */
final class JettyServer implements AutoCloseable {

    private static final int THREADS = 12;
    private static final int KEPT_THREADS = 4;
    private static final Duration IDLE_CONNECTION = Duration.ofMinutes(10);
    private static final Duration JOIN = Duration.ofSeconds(5);

    private final Server server;
    private final ServerConnector connector;
    private final ThreadGroup timers;

    JettyServer(String name, int port) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, KEPT_THREADS);
        threads.setName(name);
        threads.setDaemon(true);
        threads.setReservedThreads(0);
        timers = new ThreadGroup(name);
        server = new Server(threads, new ScheduledExecutorScheduler(name + "-scheduler", true, null, timers), null);
        server.setStopTimeout(0);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        // A request is taken as it was sent: its signature is over those very characters.
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setHttpCompliance(HttpCompliance.RFC7230);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_CONNECTION.toMillis());
        server.addConnector(connector);
    }

    Server jetty() {
        return server;
    }

    void start(Handler handler) {
        server.setHandler(handler);
        try {
            server.start();
        } catch (IOException e) {
            close();
            throw new UncheckedIOException("port " + connector.getPort() + " of 127.0.0.1 cannot be listened on", e);
        } catch (Exception e) {
            close();
            throw new IllegalStateException("the server did not start", e);
        }
    }

    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server did not stop", e);
        }
        joinTimers();
    }

    /** Jetty ends the thread of its scheduler, and does not wait for it. */
    private void joinTimers() {
        Thread[] left = new Thread[THREADS];
        int count = timers.enumerate(left);
        try {
            for (int i = 0; i < count; i++) {
                left[i].join(JOIN.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
