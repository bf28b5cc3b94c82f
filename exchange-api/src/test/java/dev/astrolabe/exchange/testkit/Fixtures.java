package dev.astrolabe.exchange.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/**
 * A folder of files that tests read in place and that is not part of the project. A test that asks for a folder which is
 * not given is skipped, with a line that says so. Immutable, safe for any thread.
 *
 * @since 0.1
 */
public final class Fixtures {

    private final Path folder;

    private Fixtures(Path folder) {
        this.folder = folder;
    }

    /**
     * The folder of payloads: system property {@code fixtures.dir}. Skips the calling test where it is not set.
     *
     * @return the folder
     */
    public static Fixtures payloads() {
        return ofProperty("fixtures.dir");
    }

    /**
     * The folder of market data: system property {@code data.dir}. Skips the calling test where it is not set.
     *
     * @return the folder
     */
    public static Fixtures data() {
        return ofProperty("data.dir");
    }

    private static Fixtures ofProperty(String property) {
        String value = System.getProperty(property, "");
        Assumptions.assumeFalse(value.isBlank(), () -> "skipped: -D" + property + " is not set");
        Path folder = Path.of(value);
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException(property + " names " + folder.toAbsolutePath() + ", which is no folder");
        }
        return new Fixtures(folder);
    }

    /**
     * A file of the folder.
     *
     * @param name its path in the folder, such as {@code aster/v1/get_depth.json}
     * @return its path
     * @throws IllegalStateException if there is no such file
     */
    public Path path(String name) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException(file.toAbsolutePath() + " does not exist");
        }
        return file;
    }

    /**
     * The text of a file.
     *
     * @param name its path in the folder
     * @return the text, read as UTF-8
     */
    public String text(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The lines of a file, unpacked where its name ends with {@code .gz}.
     *
     * @param name its path in the folder
     * @return the lines, read as UTF-8
     */
    public List<String> lines(String name) {
        try (InputStream file = Files.newInputStream(path(name));
                InputStream bytes = name.endsWith(".gz") ? new GZIPInputStream(file) : file;
                BufferedReader reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
