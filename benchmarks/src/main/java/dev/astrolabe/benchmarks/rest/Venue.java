package dev.astrolabe.benchmarks.rest;

import dev.astrolabe.benchmarks.ChildJvm;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.List;

/** The canned server in its process. Closing ends it. */
final class Venue implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter commands;
    private final String baseUrl;

    /**
     * What came.
     *
     * @param signed how many signed requests
     * @param refused how many of them were signed wrongly
     * @param firstMicros when the first came, in µs of the clock; 0 where none has
     */
    record Told(long signed, long refused, long firstMicros) {}

    private Venue(Process process) throws IOException {
        this.process = process;
        this.answers = process.inputReader();
        this.commands = process.outputWriter();
        String port = answers.readLine();
        if (port == null) {
            process.destroyForcibly();
            throw new IOException("the canned server did not start");
        }
        this.baseUrl = "http://127.0.0.1:" + port;
    }

    static Venue start() throws IOException {
        return new Venue(ChildJvm.start(CannedServer.class, List.of("-Xmx256m", "-XX:+UseSerialGC"), List.of()));
    }

    String baseUrl() {
        return baseUrl;
    }

    void reset() throws IOException {
        ask("reset");
    }

    Told told() throws IOException {
        return ask("told");
    }

    private Told ask(String command) throws IOException {
        commands.write(command + "\n");
        commands.flush();
        String[] told = String.valueOf(answers.readLine()).split(" ", -1);
        if (told.length != 3) {
            throw new IOException("the canned server ended");
        }
        return new Told(Long.parseLong(told[0]), Long.parseLong(told[1]), Long.parseLong(told[2]));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
