package dev.astrolabe.exchange.testkit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A server on the loopback that keeps what it receives, and answers or misbehaves as a test says. Calls on one connection come
 * one after the other, those on several at the same time.
 *
 * @since 0.1
 */
public final class FaultServer implements AutoCloseable {

    /**
     * What came in.
     *
     * @param connection on which connection, counted from 1
     * @param method the verb
     * @param target path and query
     * @param headers the headers, whatever the case of their names
     * @param body the body, empty where there is none
     */
    public record Received(int connection, String method, String target, Map<String, String> headers, String body) {}

    /** What a call gets. */
    public sealed interface Reply {}

    /**
     * An answer.
     *
     * @param status the HTTP status
     * @param headers its headers, without the length
     * @param body its body
     */
    public record Text(int status, Map<String, String> headers, String body) implements Reply {}

    /** How a call can be left without an answer. */
    public enum Fault implements Reply {
        /** Reads the request and closes the connection. */
        DROP,
        /** Reads the request and resets the connection. */
        RESET,
        /** Reads the request and never answers. */
        SILENCE,
        /** Promises a body and closes before its end. */
        CUT
    }

    private final ServerSocket listener;
    private final Function<Received, Reply> script;
    private final List<Received> received = new ArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch first = new CountDownLatch(1);

    /**
     * Starts a server.
     *
     * @param script what to answer
     */
    public FaultServer(Function<Received, Reply> script) {
        this.script = script;
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start("fault-server", this::accept);
    }

    /**
     * An answer with status 200.
     *
     * @param body its body
     * @return the answer
     */
    public static Reply json(String body) {
        return new Text(200, Map.of(), body);
    }

    /**
     * An answer without headers.
     *
     * @param status the HTTP status
     * @param body its body
     * @return the answer
     */
    public static Reply status(int status, String body) {
        return new Text(status, Map.of(), body);
    }

    /**
     * Where it listens.
     *
     * @return scheme, host and port
     */
    public String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /**
     * What came in since the start, or since it was last forgotten.
     *
     * @return the calls in the order of their arrival
     */
    public List<Received> received() {
        synchronized (received) {
            return List.copyOf(received);
        }
    }

    /**
     * What came in by one verb.
     *
     * @param method the verb
     * @return the calls in the order of their arrival
     */
    public List<Received> received(String method) {
        return received().stream()
                .filter(request -> request.method().equals(method))
                .toList();
    }

    /** Forgets what came in so far. */
    public void forget() {
        synchronized (received) {
            received.clear();
        }
    }

    /** Waits until a first call came in. */
    public void awaitFirst() {
        try {
            if (!first.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("no request came");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * How many connections are open.
     *
     * @return the number
     */
    public int openConnections() {
        return open.size();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                open.add(socket);
                if (listener.isClosed()) {
                    // It came in while the server was closing, which may have missed it.
                    socket.close();
                    return;
                }
                int number = connections.incrementAndGet();
                start("fault-server-" + number, () -> serve(socket, number));
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket socket, int number) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (true) {
                Received request = read(in, number);
                if (request == null) {
                    return;
                }
                synchronized (received) {
                    received.add(request);
                }
                first.countDown();
                if (!answer(socket, in, script.apply(request))) {
                    return;
                }
            }
        } catch (IOException e) {
            // the client hung up
        } finally {
            open.remove(socket);
        }
    }

    private static boolean answer(Socket socket, InputStream in, Reply reply) throws IOException {
        if (reply instanceof Text text) {
            write(socket, text, text.body().getBytes(StandardCharsets.UTF_8).length);
            return true;
        }
        switch ((Fault) reply) {
            case DROP -> {}
            case RESET -> socket.setSoLinger(true, 0);
            case SILENCE -> in.read();
            case CUT -> write(socket, new Text(200, Map.of(), "{\"a\":"), 100);
        }
        return false;
    }

    private static void write(Socket socket, Text text, int length) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + text.status() + " Any\r\n");
        text.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(length).append("\r\n\r\n").append(text.body());
        socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static Received read(InputStream in, int number) throws IOException {
        String requestLine = line(in);
        String[] parts = requestLine.split(" ", -1);
        if (parts.length != 3) {
            return null;
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return new Received(number, parts[0], parts[1], headers, body);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != -1 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** Ends the server and its connections. */
    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
