package dev.astrolabe.exchange.transport;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** The WebSockets of one hub, over an HTTP client of its own. Safe for any thread. */
final class Sockets {

    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Set<SocketLink> open = new HashSet<>();
    private final HubLoop loop;
    private final Clock clock;
    private final OkHttpClient http;

    Sockets(SocketOptions options, HubLoop loop, Workers workers) {
        this.loop = loop;
        this.clock = options.clock();
        // WebSockets stay in the dispatcher's books as long as they live; its bounds are meant for short calls.
        Dispatcher dispatcher = new Dispatcher(workers.pool());
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        this.http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .connectTimeout(options.connectTimeout())
                .readTimeout(options.connectTimeout())
                .writeTimeout(options.connectTimeout())
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
    }

    /**
     * Begins to connect.
     *
     * @throws IllegalArgumentException if that is no address; the message may hold it
     */
    SocketLink open(String address, SocketLink.Events events) {
        Request request = new Request.Builder()
                .url(address)
                .header("User-Agent", "astrolabe")
                .build();
        SocketLink link = new SocketLink(loop, clock, events, this::release);
        synchronized (open) {
            open.add(link);
        }
        link.connect(http, request);
        return link;
    }

    private void release(SocketLink link) {
        synchronized (open) {
            open.remove(link);
            open.notifyAll();
        }
    }

    /** Closes all that are open, first with a handshake, and waits for them, for two seconds in all. */
    void close() {
        links().forEach(SocketLink::close);
        if (!released()) {
            links().forEach(SocketLink::cancel);
            released();
        }
        http.connectionPool().evictAll();
    }

    private List<SocketLink> links() {
        synchronized (open) {
            return List.copyOf(open);
        }
    }

    private boolean released() {
        long end = System.nanoTime() + GRACE.toNanos();
        boolean interrupted = false;
        synchronized (open) {
            for (long left = GRACE.toNanos(); !open.isEmpty() && left > 0; left = end - System.nanoTime()) {
                try {
                    TimeUnit.NANOSECONDS.timedWait(open, left);
                } catch (InterruptedException e) {
                    interrupted = true;
                    end = System.nanoTime();
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            return open.isEmpty();
        }
    }
}
