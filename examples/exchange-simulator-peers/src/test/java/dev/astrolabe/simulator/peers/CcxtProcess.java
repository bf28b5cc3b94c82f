package dev.astrolabe.simulator.peers;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * ccxt in a Node process: a command a line in, an answer a line out, see peer.mjs. Safe for any thread. The process ends when this is
 * closed, and with this JVM.
 */
final class CcxtProcess implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final int EXIT_SECONDS = 60;

    private final Process process;
    private final Writer commands;
    private final Thread reader;
    private final AtomicLong lastId = new AtomicLong();
    private final Map<Long, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();

    private CcxtProcess(Process process) {
        this.process = process;
        this.commands = process.outputWriter(StandardCharsets.UTF_8);
        this.reader = new Thread(this::readAnswers, "ccxt-answers");
        this.reader.setDaemon(true);
        this.reader.start();
    }

    static CcxtProcess start() {
        Path folder = Path.of(System.getProperty("peers.node.dir", "target/node"));
        try {
            return new CcxtProcess(new ProcessBuilder("node", "peer.mjs")
                    .directory(folder.toFile())
                    .redirectError(folder.resolve("peer.log").toFile())
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("node in " + folder + " does not start", e);
        }
    }

    /** Creates a ccxt.pro exchange. */
    CompletableFuture<JsonNode> open(String exchange, String name, JsonNode config) {
        ObjectNode command =
                JSON.createObjectNode().put("open", exchange).put("as", name).set("config", config);
        return send(command);
    }

    /** Calls a method of an exchange. */
    CompletableFuture<JsonNode> call(String name, String method, List<?> arguments) {
        ObjectNode command = JSON.createObjectNode().put("on", name).put("call", method);
        return send(command.set("args", JSON.valueToTree(arguments)));
    }

    /** Reads what an exchange has stored, such as tickers by symbol. */
    CompletableFuture<JsonNode> read(String name, List<String> path) {
        ObjectNode command = JSON.createObjectNode().put("on", name);
        return send(command.set("read", JSON.valueToTree(path)));
    }

    private CompletableFuture<JsonNode> send(ObjectNode command) {
        long id = lastId.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        open.put(id, answer);
        synchronized (commands) {
            try {
                commands.write(JSON.writeValueAsString(command.put("id", id)));
                commands.write('\n');
                commands.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("ccxt takes no commands any more", e);
            }
        }
        return answer;
    }

    private void readAnswers() {
        try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                JsonNode answer = JSON.readTree(line);
                CompletableFuture<JsonNode> asked =
                        open.remove(answer.path("id").longValue());
                if (asked != null) {
                    complete(asked, answer);
                }
            }
        } catch (IOException e) {
            fail(e);
        }
        fail(new IOException("ccxt's process ended"));
    }

    private static void complete(CompletableFuture<JsonNode> asked, JsonNode answer) {
        JsonNode error = answer.path("error");
        if (error.isMissingNode()) {
            asked.complete(answer.path("result"));
            return;
        }
        List<String> kinds = new ArrayList<>();
        error.path("kinds").forEach(kind -> kinds.add(kind.textValue()));
        asked.completeExceptionally(new CcxtError(kinds, error.path("message").textValue()));
    }

    private void fail(Exception cause) {
        open.values().forEach(asked -> asked.completeExceptionally(cause));
    }

    @Override
    public void close() {
        try {
            commands.close();
            if (!process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            reader.join(TimeUnit.SECONDS.toMillis(EXIT_SECONDS));
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
