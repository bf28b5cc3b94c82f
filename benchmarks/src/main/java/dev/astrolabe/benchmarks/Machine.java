package dev.astrolabe.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;

/**
 * Where and when something was measured.
 *
 * @param processor its name; {@code unknown} where the system does not tell
 * @param cores how many of them the JVM may use
 * @param java the JVM
 * @param system the operating system
 * @param date the day, in UTC
 * @since 0.1
 */
public record Machine(String processor, int cores, String java, String system, String date) {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    static Machine here(Clock clock) {
        return new Machine(
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                LocalDate.now(clock).toString());
    }

    private static String processorName() {
        try {
            return Files.readAllLines(PROCESSORS).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
