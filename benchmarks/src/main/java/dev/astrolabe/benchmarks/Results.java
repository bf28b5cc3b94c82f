package dev.astrolabe.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The newest figures of each suite, a file each, so that one suite can be measured again and the page keeps the others. */
final class Results {

    private final ObjectMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final Path folder;

    Results(Path folder) {
        this.folder = folder;
    }

    void keep(SuiteResult result) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(file(result.suite()), json.writeValueAsString(result) + "\n");
    }

    /** Empty where the suite was never measured. */
    Optional<SuiteResult> of(String suite) throws IOException {
        return Files.exists(file(suite))
                ? Optional.of(json.readValue(Files.readAllBytes(file(suite)), SuiteResult.class))
                : Optional.empty();
    }

    private Path file(String suite) {
        return folder.resolve(suite + ".json");
    }
}
