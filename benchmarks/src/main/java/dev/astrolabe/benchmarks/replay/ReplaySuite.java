package dev.astrolabe.benchmarks.replay;

import dev.astrolabe.benchmarks.ChildJvm;
import dev.astrolabe.benchmarks.Comparison;
import dev.astrolabe.benchmarks.Comparison.Figure;
import dev.astrolabe.benchmarks.Comparison.Goal;
import dev.astrolabe.benchmarks.Effort;
import dev.astrolabe.benchmarks.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The same candles in many sessions of one symbol, in fewer of ten, and in one of a hundred; and a month of one symbol in a JVM that
 * has just begun.
 *
 * @since 0.1
 */
public final class ReplaySuite implements Suite {

    private static final int SYMBOLS = 100;
    private static final int MONTH = 31 * 24 * 60;
    private static final double MONTH_BOUND_SECONDS = 5;
    private static final double LARGEST_GROWTH = 1.3;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final List<String> HEAP = List.of("-Xmx1g");

    /** The suite. */
    public ReplaySuite() {}

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public List<Comparison> measure(Effort effort) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("astrolabe-replay");
        try {
            int candles = effort == Effort.SMOKE ? 60 : 10_080;
            int symbols = effort == Effort.SMOKE ? 10 : SYMBOLS;
            for (int i = 0; i < symbols; i++) {
                CandleFiles.write(folder, i, candles);
            }
            Path months = Files.createDirectory(folder.resolve("month"));
            CandleFiles.write(months, 0, effort == Effort.SMOKE ? candles : MONTH);
            return List.of(growth(folder, symbols, candles, effort.forks()), month(months, effort.forks()));
        } finally {
            delete(folder);
        }
    }

    private static Comparison growth(Path folder, int symbols, int candles, int rounds)
            throws IOException, InterruptedException {
        Map<Integer, List<Double>> micros = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (int together = 1; together <= symbols; together *= 10) {
                double seconds = seconds(folder, symbols, together, 2);
                micros.computeIfAbsent(together, any -> new ArrayList<>()).add(seconds * 1e6 / symbols / candles);
            }
        }
        List<Figure> figures = new ArrayList<>();
        micros.forEach((together, values) -> figures.add(Figure.of(contestant(together), values)));
        return new Comparison(
                "a candle, replayed through five agents, gate and paper exchange",
                "µs a candle",
                figures,
                List.of(Goal.within(contestant(symbols), contestant(1), LARGEST_GROWTH)),
                List.of("All replay the same " + symbols + " files of " + candles
                        + " candles, in sessions of so many symbols, in JVMs that have done it once before."));
    }

    private static String contestant(int together) {
        return together == 1 ? "1 symbol" : together + " symbols";
    }

    private static Comparison month(Path folder, int rounds) throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            seconds.add(seconds(folder, 1, 1, 1));
        }
        String bound = "the bound";
        String month = "31 days of 1-minute candles";
        return new Comparison(
                "a month of one symbol, in a JVM that has just begun",
                "s",
                List.of(Figure.of(month, seconds), Figure.of(bound, List.of(MONTH_BOUND_SECONDS))),
                List.of(Goal.within(month, bound, 1)),
                List.of());
    }

    /** How long the last of several times took that all files were replayed. */
    private static double seconds(Path folder, int symbols, int together, int times)
            throws IOException, InterruptedException {
        return Double.parseDouble(ChildJvm.run(
                ReplayProgram.class,
                HEAP,
                PATIENCE,
                List.of(
                        folder.toString(),
                        Integer.toString(symbols),
                        Integer.toString(together),
                        Integer.toString(times))));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Collections.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
