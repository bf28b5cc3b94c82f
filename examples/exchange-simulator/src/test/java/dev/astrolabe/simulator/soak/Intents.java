package dev.astrolabe.simulator.soak;

import dev.astrolabe.simulator.soak.CarefulCaller.Verdict;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a program keeps in a file to survive a kill: each order before it leaves, and what became of it. A line that a kill cut short
 * is as if it had not been written.
 */
final class Intents implements AutoCloseable {

    private final Map<String, Instant> sent = new LinkedHashMap<>();
    private final Map<String, Verdict> verdicts = new LinkedHashMap<>();
    private final FileOutputStream out;

    Intents(Path file) throws IOException {
        String text = Files.exists(file) ? Files.readString(file) : "";
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        if (whole.length() < text.length()) {
            Files.writeString(file, whole);
        }
        whole.lines().map(line -> line.split(" ")).forEach(this::read);
        out = new FileOutputStream(file.toFile(), true);
    }

    private void read(String[] words) {
        if (words[0].equals("SENT")) {
            sent.put(words[1], Instant.parse(words[2]));
        } else {
            verdicts.put(words[1], Verdict.valueOf(words[0]));
        }
    }

    /** Writes down an order that is about to leave. What is written in one piece outlives the process. */
    void sending(String id, Instant time) throws IOException {
        write("SENT " + id + " " + time);
        sent.put(id, time);
    }

    void settled(String id, Verdict verdict) throws IOException {
        write(verdict + " " + id);
        verdicts.put(id, verdict);
    }

    private void write(String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Every order that may have left. */
    Map<String, Instant> sent() {
        return sent;
    }

    /** What became of those that are settled. */
    Map<String, Verdict> verdicts() {
        return verdicts;
    }

    /** Those of which nothing is known, and when they left. */
    Map<String, Instant> open() {
        Map<String, Instant> open = new LinkedHashMap<>(sent);
        open.keySet().removeAll(verdicts.keySet());
        return open;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
