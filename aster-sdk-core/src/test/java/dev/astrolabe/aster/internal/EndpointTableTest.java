package dev.astrolabe.aster.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.aster.AsterClient;
import dev.astrolabe.exchange.transport.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that says which call is where is true. */
class EndpointTableTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern ID = Pattern.compile("`((?:GET|POST|PUT|DELETE) /fapi/[^`]+)`");
    private static final Pattern NATIVE = Pattern.compile("`(\\w+)\\(\\)\\.(\\w+)`");
    private static final String WALLETS = "Wallets";

    /** A line of a table. */
    private record Row(String section, String call, String nativeCalls, String v1, String v3, String testedBy) {

        String ids(PathFamily family) {
            return family == PathFamily.V1 ? v1 : v3;
        }
    }

    private final List<Row> rows = rows();

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        String section = "";
        for (String line : lines()) {
            if (line.startsWith("## ")) {
                section = line.substring(3);
            }
            String[] cells = line.split("\\s*\\|\\s*", -1);
            if (cells.length == 8 && !cells[1].equals("call") && !cells[1].startsWith("---")) {
                rows.add(new Row(section, cells[1], cells[2], cells[4], cells[5], cells[6]));
            }
        }
        return rows;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(ROOT.resolve("docs/aster-endpoints.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> all(Pattern pattern, String text, Function<MatchResult, String> part) {
        return pattern.matcher(text).results().map(part).toList();
    }

    private static Set<String> ids(List<Row> rows, PathFamily family) {
        return rows.stream()
                .flatMap(row -> all(ID, row.ids(family), match -> match.group(1)).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> nativeCalls(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> all(NATIVE, row.nativeCalls(), match -> match.group(1) + "." + match.group(2)).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Row> ofThisModule() {
        return rows.stream().filter(row -> !row.section().equals(WALLETS)).toList();
    }

    private static Set<String> described(PathFamily family) {
        return Descriptors.of(family).stream()
                .filter(endpoint -> family.has(endpoint.path()))
                .map(Endpoint::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void names_every_call_that_is_described_and_no_other() {
        for (PathFamily family : PathFamily.values()) {
            assertThat(ids(ofThisModule(), family)).as(family.name()).isEqualTo(described(family));
        }
    }

    @Test
    void names_every_native_call_and_no_other() {
        Set<String> existing = Arrays.stream(AsterClient.class.getMethods())
                .filter(group -> !group.getName().equals("streams"))
                .flatMap(group -> Arrays.stream(group.getReturnType().getMethods())
                        .map(method -> group.getName() + "." + method.getName()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(nativeCalls(ofThisModule())).isEqualTo(existing);
        assertThat(ofThisModule())
                .allSatisfy(row ->
                        assertThat(nativeCalls(List.of(row))).as(row.call()).isNotEmpty());
    }

    @Test
    void names_tests_that_there_are() throws IOException {
        Set<String> tests;
        try (Stream<Path> modules = Files.list(ROOT)) {
            tests = modules.filter(module -> module.getFileName().toString().startsWith("aster-sdk-"))
                    .flatMap(EndpointTableTest::testClasses)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        assertThat(rows).allSatisfy(row -> assertThat(tests).contains(row.testedBy()));
    }

    private static Stream<String> testClasses(Path module) {
        try (Stream<Path> files = Files.walk(module.resolve("src/test/java"))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
