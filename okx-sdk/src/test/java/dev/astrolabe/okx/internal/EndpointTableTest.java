package dev.astrolabe.okx.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.astrolabe.okx.OkxClient;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of endpoints in {@code docs} says what there is, and all of it. */
class EndpointTableTest {

    private static final Pattern NATIVE = Pattern.compile("`(\\w+)\\(\\)\\.(\\w+)`");
    private static final Pattern RATE = Pattern.compile("(\\d+) / (\\d+) s(?:, (.+))?");
    private static final Set<String> SOCKETS = Set.of("streams", "socketOrders");

    /** A line of a table. */
    private record Row(String call, String nativeCalls, String endpoint, String rate, String testedBy) {}

    private final List<Row> rows = rows();

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(Path.of("../docs/okx-endpoints.md"))) {
                String[] cells = line.split("\\s*\\|\\s*", -1);
                if (cells.length == 8 && !cells[1].equals("call") && !cells[1].startsWith("---")) {
                    rows.add(new Row(cells[1], cells[2], cells[4].replace("`", ""), cells[5], cells[6]));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    @Test
    void names_every_call_that_is_described_and_no_other() {
        assertThat(rows)
                .extracting(Row::endpoint)
                .containsExactlyInAnyOrderElementsOf(Operations.ALL.stream()
                        .map(operation -> operation.endpoint().id())
                        .toList());
    }

    @Test
    void tells_the_rate_that_is_kept() {
        for (Row row : rows) {
            Operation<?> operation = Operations.ALL.stream()
                    .filter(each -> each.endpoint().id().equals(row.endpoint()))
                    .findFirst()
                    .orElseThrow();
            var rate = RATE.matcher(row.rate());

            assertThat(rate.matches()).as(row.call() + ": " + row.rate()).isTrue();
            assertThat(operation.windows().get(0).limit()).as(row.call()).isEqualTo(Integer.parseInt(rate.group(1)));
            assertThat(operation.windows().get(0).length().toSeconds())
                    .as(row.call())
                    .isEqualTo(Long.parseLong(rate.group(2)));
            assertThat("order".equals(rate.group(3))).as(row.call()).isEqualTo(operation.batch());
        }
    }

    @Test
    void names_every_native_call_and_no_other() {
        Set<String> existing = Arrays.stream(OkxClient.class.getMethods())
                .filter(group -> !SOCKETS.contains(group.getName()))
                .flatMap(EndpointTableTest::calls)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = rows.stream()
                .flatMap(row -> NATIVE.matcher(row.nativeCalls()).results())
                .map(match -> match.group(1) + "." + match.group(2))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isEqualTo(existing);
    }

    private static Stream<String> calls(Method group) {
        return Arrays.stream(group.getReturnType().getMethods()).map(call -> group.getName() + "." + call.getName());
    }

    @Test
    void names_tests_that_there_are() throws IOException {
        Set<String> tests;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            tests = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }

        assertThat(rows)
                .extracting(Row::testedBy)
                .allSatisfy(test -> assertThat(tests).contains(test));
    }
}
