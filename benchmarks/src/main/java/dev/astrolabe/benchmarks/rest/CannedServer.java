package dev.astrolabe.benchmarks.rest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A venue in a process of its own that answers what is canned, with as little work as can be: a blocking thread for each
 * connection, answers made beforehand. It checks every signature and notes when the first signed request came.
 *
 * <p>On standard input, {@code reset} forgets what came, {@code told} asks for it; it ends with its input.
 */
final class CannedServer {

    private static final int BACKLOG = 512;
    private static final int LARGEST_HEAD = 16 << 10;
    private static final long LIFETIME_MINUTES = 60;

    private final AtomicLong signed = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong firstMicros = new AtomicLong();

    /**
     * Serves until its input ends, an hour at most.
     *
     * @param args none
     * @throws IOException if there is no port
     */
    public static void main(String[] args) throws IOException {
        daemon("lifetime", () -> {
            TimeUnit.MINUTES.sleep(LIFETIME_MINUTES);
            Runtime.getRuntime().halt(1);
        });
        CannedServer venue = new CannedServer();
        try (ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
                BufferedReader commands =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            daemon("accepting", () -> venue.accept(server));
            System.out.println(server.getLocalPort());
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                System.out.println(venue.obey(line));
            }
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void daemon(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (Exception e) {
                        // A connection that ends while it is read ends its thread.
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private String obey(String command) {
        if (command.equals("reset")) {
            signed.set(0);
            refused.set(0);
            firstMicros.set(0);
        }
        return signed + " " + refused + " " + firstMicros;
    }

    private void accept(ServerSocket server) throws IOException {
        while (true) {
            Socket socket = server.accept();
            daemon("connection", () -> serve(socket));
        }
    }

    private void serve(Socket socket) throws IOException, GeneralSecurityException {
        try (socket;
                InputStream in = socket.getInputStream();
                OutputStream out = socket.getOutputStream()) {
            socket.setTcpNoDelay(true);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Keys.SECRET_KEY.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            byte[] buffer = new byte[LARGEST_HEAD];
            int filled = 0;
            while (true) {
                int end = endOfHead(buffer, filled);
                if (end < 0) {
                    int read = in.read(buffer, filled, buffer.length - filled);
                    if (read <= 0) {
                        return;
                    }
                    filled += read;
                    continue;
                }
                out.write(answer(new String(buffer, 0, end, StandardCharsets.ISO_8859_1), mac));
                System.arraycopy(buffer, end, buffer, 0, filled - end);
                filled -= end;
            }
        }
    }

    private static int endOfHead(byte[] buffer, int filled) {
        for (int i = 3; i < filled; i++) {
            if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private byte[] answer(String head, Mac mac) {
        String[] lines = head.strip().split("\r\n", -1);
        String[] first = lines[0].split(" ", -1);
        String target = first[1];
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        String signature = headers.get("ok-access-sign");
        if (signature != null) {
            note();
            if (!isProved(first[0] + target, headers, signature, mac)) {
                refused.incrementAndGet();
                return CannedAnswers.WRONG_SIGNATURE;
            }
        }
        return signature == null && target.startsWith("/api/v5/account")
                ? CannedAnswers.WRONG_SIGNATURE
                : CannedAnswers.to(target);
    }

    private void note() {
        signed.incrementAndGet();
        if (firstMicros.get() == 0) {
            Instant now = Instant.now();
            firstMicros.compareAndSet(0, TimeUnit.SECONDS.toMicros(now.getEpochSecond()) + now.getNano() / 1_000);
        }
    }

    private static boolean isProved(
            String verbAndTarget, Map<String, String> headers, @Nullable String signature, Mac mac) {
        String text = headers.get("ok-access-timestamp") + verbAndTarget;
        byte[] expected = mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        return Base64.getEncoder().encodeToString(expected).equals(signature)
                && Keys.API_KEY.equals(headers.get("ok-access-key"))
                && Keys.PASSPHRASE.equals(headers.get("ok-access-passphrase"));
    }
}
