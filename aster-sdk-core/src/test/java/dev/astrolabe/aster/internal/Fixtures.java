package dev.astrolabe.aster.internal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The venue's example payloads, read in place where the system property fixtures.dir names their folder. */
final class Fixtures {

    private Fixtures() {}

    static byte[] bytes(String file) {
        return read(folder().resolve(file));
    }

    static Path folder() {
        String folder = System.getProperty("fixtures.dir");
        assumeTrue(folder != null, "skipped: -Dfixtures.dir names no folder with the venue's payloads");
        return Path.of(folder);
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
