package dev.astrolabe.benchmarks.rest;

import dev.astrolabe.benchmarks.ChildJvm;
import dev.astrolabe.benchmarks.Comparison;
import dev.astrolabe.benchmarks.Comparison.Figure;
import dev.astrolabe.benchmarks.Comparison.Goal;
import dev.astrolabe.benchmarks.Effort;
import dev.astrolabe.benchmarks.Suite;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * From the start of a JVM to the first signed request that the venue sees.
 *
 * @since 0.1
 */
public final class StartSuite implements Suite {

    private static final String OURS = "Astrolabe";
    private static final String XCHANGE = "XChange okex 5.2.3, without metadata";
    private static final double MICROS_PER_MILLI = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Who starts, and what its program knows it by. */
    private record Starter(String name, String program) {}

    private static final List<Starter> STARTERS = List.of(
            new Starter(OURS, "astrolabe"),
            new Starter(XCHANGE, "xchange"),
            new Starter("XChange okex 5.2.3, as it starts by itself", "xchange-metadata"),
            new Starter("OkHttp + databind", "okhttp"));

    /**
     * One start.
     *
     * @param fromStart from the start of the process to the request, in ms
     * @param fromMain from the entry of its program to the request, in ms
     */
    record Start(double fromStart, double fromMain) {}

    /** The suite. */
    public StartSuite() {}

    @Override
    public String name() {
        return "cold-start";
    }

    @Override
    public List<Comparison> measure(Effort effort) throws IOException, InterruptedException {
        int rounds = switch (effort) {
            case SMOKE -> 1;
            case QUICK -> 7;
            case FULL -> 21;
        };
        Map<String, List<Start>> starts = new LinkedHashMap<>();
        try (Venue venue = Venue.start()) {
            for (int round = 0; round < rounds; round++) {
                for (Starter starter : STARTERS) {
                    starts.computeIfAbsent(starter.name(), each -> new ArrayList<>())
                            .add(start(starter.program(), venue));
                }
            }
        }
        String note =
                rounds + " JVMs for each contestant, in turns. Ours asks for the venue's clock before it signs; XChange"
                        + " signs with the machine's clock, and as it starts by itself loads instruments first and then asks, signed, for"
                        + " the account's settings. OkHttp and databind stand for what the libraries below alone take.";
        return List.of(
                comparison("from the start of the JVM to the first signed request", starts, Start::fromStart, note),
                comparison("from main to the first signed request", starts, Start::fromMain, note));
    }

    static Start start(String program, Venue venue) throws IOException, InterruptedException {
        venue.reset();
        long before = StartProgram.micros(Instant.now());
        String out = ChildJvm.run(StartProgram.class, List.of("-Xmx512m"), PATIENCE, List.of(program, venue.baseUrl()));
        Venue.Told told = venue.told();
        if (told.firstMicros() == 0 || told.refused() > 0) {
            throw new IOException(program + " sent " + told);
        }
        return new Start(
                (told.firstMicros() - before) / MICROS_PER_MILLI,
                (told.firstMicros() - Long.parseLong(out)) / MICROS_PER_MILLI);
    }

    private static Comparison comparison(
            String title, Map<String, List<Start>> starts, ToDoubleFunction<Start> value, String note) {
        List<Figure> figures = new ArrayList<>();
        starts.forEach((contestant, all) -> figures.add(
                Figure.of(contestant, all.stream().map(value::applyAsDouble).toList())));
        return new Comparison(title, "ms", figures, List.of(Goal.within(OURS, XCHANGE, 1)), List.of(note));
    }
}
