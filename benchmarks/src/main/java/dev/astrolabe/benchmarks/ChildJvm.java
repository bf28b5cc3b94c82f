package dev.astrolabe.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program of this class path in a JVM of its own, so that nobody profits from what another has warmed.
 *
 * @since 0.1
 */
public final class ChildJvm {

    private ChildJvm() {}

    /**
     * Runs a program to its end. What it writes to standard error is shown.
     *
     * @param program its main class
     * @param options of the JVM, such as {@code -Xmx1g}
     * @param patience after which it is ended
     * @param args of the program
     * @return the last line that it wrote
     * @throws IOException if it cannot be started, fails, writes nothing or takes too long
     * @throws InterruptedException if the thread is interrupted; the program is ended
     */
    public static String run(Class<?> program, List<String> options, Duration patience, List<String> args)
            throws IOException, InterruptedException {
        Process process = start(program, options, args);
        try {
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            boolean ended = process.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0 || out.isEmpty()) {
                throw new IOException(program.getSimpleName() + " " + args
                        + (ended ? " ended with " + process.exitValue() : " did not end within " + patience) + ": "
                        + out);
            }
            return out.substring(out.lastIndexOf('\n') + 1);
        } finally {
            process.destroyForcibly();
        }
    }

    /**
     * Starts a program.
     *
     * @param program its main class
     * @param options of the JVM, such as {@code -Xmx1g}
     * @param args of the program
     * @return the process, whose standard error is shown; the caller ends it
     * @throws IOException if it cannot be started
     */
    public static Process start(Class<?> program, List<String> options, List<String> args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(args);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
