package dev.astrolabe.examples.desk.market;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An HTTP server on 127.0.0.1 that answers public market data as AsterDex futures do, for one venue of a {@link SimulatedWorld}.
 * It trades nothing: order paths answer as unknown ones. Safe for any thread.
 *
 * <p>The JDK's server sends head and body of an answer apart, for which the other side waits 40 ms on Linux, unless the program
 * has set the system property {@value #NO_DELAY} to true before the first server of the JVM.
 */
public final class EmbeddedMarket implements AutoCloseable {

    /** The system property of the JDK's server that makes answers leave at once. */
    public static final String NO_DELAY = "sun.net.httpserver.nodelay";

    private static final int THREADS = 4;
    private static final int WAITING_REQUESTS = 64;
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final HttpServer server;
    private final ThreadPoolExecutor workers;
    private final FuturesApi api;
    private final ObjectMapper json = new ObjectMapper();
    private final AtomicBoolean closed = new AtomicBoolean();
    private long weightMinute = -1;
    private long usedWeight;

    private EmbeddedMarket(HttpServer server, FuturesApi api) {
        this.server = server;
        this.api = api;
        int number = NUMBERS.incrementAndGet();
        AtomicInteger thread = new AtomicInteger();
        this.workers = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING_REQUESTS),
                work -> {
                    Thread worker = new Thread(work, "embedded-market-" + number + "-" + thread.incrementAndGet());
                    worker.setDaemon(true);
                    return worker;
                },
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    /**
     * Starts the server of a venue on a free port.
     *
     * @param world where it is
     * @param venue one of the world's venues
     * @return the server; the caller closes it
     * @throws IllegalArgumentException if the world has no such venue
     * @throws UncheckedIOException if no port can be opened
     */
    public static EmbeddedMarket start(SimulatedWorld world, VenueProfile venue) {
        FuturesApi api = new FuturesApi(world, venue.name());
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            EmbeddedMarket market = new EmbeddedMarket(server, api);
            server.setExecutor(market.workers);
            server.createContext("/", market::handle);
            market.startAsDaemon();
            return market;
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded market cannot open a port on 127.0.0.1", e);
        }
    }

    /** The server's own thread is a daemon if the thread that starts it is one, and would keep the JVM alive otherwise. */
    private void startAsDaemon() {
        Thread starter = new Thread(server::start, "embedded-market-start");
        starter.setDaemon(true);
        starter.start();
        boolean interrupted = false;
        while (starter.isAlive()) {
            try {
                starter.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Where it answers.
     *
     * @return such as {@code http://127.0.0.1:40123}
     */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            int status = 200;
            byte[] body;
            try {
                FuturesApi.Answer answer = api.answer(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getPath(),
                        RequestParameters.of(exchange.getRequestURI()));
                exchange.getResponseHeaders().set("X-MBX-USED-WEIGHT-1M", Long.toString(used(answer)));
                body = bytes(answer.body());
            } catch (VenueError e) {
                Map<String, Object> error = new LinkedHashMap<>();
                error.put("code", e.code());
                error.put("msg", e.getMessage());
                status = e.status();
                body = bytes(error);
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private byte[] bytes(Object body) throws JsonProcessingException {
        return json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    }

    /** The weight of the world's running minute, this answer included. */
    private synchronized long used(FuturesApi.Answer answer) {
        long minute = answer.time() / MinuteBars.MINUTE;
        if (minute != weightMinute) {
            weightMinute = minute;
            usedWeight = 0;
        }
        usedWeight += answer.weight();
        return usedWeight;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            server.stop(0);
            workers.shutdownNow();
        }
    }
}
