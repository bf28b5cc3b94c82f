package dev.astrolabe.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Measures and writes the page.
 *
 * @since 0.1
 */
@Command(
        name = "benchmarks",
        description = "Measures Astrolabe beside what else does the same work, and writes docs/performance.md.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Benchmarks implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SUITE", description = "What to measure; everything unless named. See --list.")
    private List<String> names = List.of();

    @Option(names = "--list", description = "Lists the suites and ends.")
    private boolean list;

    @Option(
            names = "--effort",
            description =
                    "One of ${COMPLETION-CANDIDATES}. Only what FULL measures is kept and written. Default: ${DEFAULT-VALUE}")
    private Effort effort = Effort.FULL;

    @Option(names = "--results", description = "Folder of the figures. Default: ${DEFAULT-VALUE}")
    private Path results = Path.of("results");

    @Option(names = "--page", description = "The page to write. Default: ${DEFAULT-VALUE}")
    private Path page = Path.of("../docs/performance.md");

    private Benchmarks() {}

    /**
     * Runs the program.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Benchmarks())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }

    @Override
    public Integer call() throws Exception {
        List<Suite> chosen = chosen();
        if (list) {
            chosen.forEach(suite -> System.out.println(suite.name()));
            return 0;
        }
        Results kept = new Results(results);
        for (Suite suite : chosen) {
            System.out.println("Measuring " + suite.name() + " …");
            SuiteResult result = new SuiteResult(suite.name(), Machine.here(Clock.systemUTC()), suite.measure(effort));
            if (effort == Effort.FULL) {
                kept.keep(result);
            } else {
                System.out.println(Report.of(List.of(result)));
            }
        }
        if (effort == Effort.FULL) {
            write(kept);
        }
        return 0;
    }

    private List<Suite> chosen() {
        List<String> known = Suites.all().stream().map(Suite::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new ParameterException(
                        spec.commandLine(), "suite '" + name + "' is none of " + String.join(", ", known));
            }
        }
        return Suites.all().stream()
                .filter(suite -> names.isEmpty() || names.contains(suite.name()))
                .toList();
    }

    private void write(Results kept) throws IOException {
        List<SuiteResult> all = new ArrayList<>();
        for (Suite suite : Suites.all()) {
            kept.of(suite.name()).ifPresent(all::add);
        }
        Files.writeString(page, Report.of(all));
        System.out.println("Written: " + page.normalize());
    }
}
