package dev.astrolabe.benchmarks.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.astrolabe.benchmarks.ChildJvm;
import dev.astrolabe.benchmarks.Comparison;
import dev.astrolabe.benchmarks.Comparison.Figure;
import dev.astrolabe.benchmarks.Comparison.Goal;
import dev.astrolabe.benchmarks.Effort;
import dev.astrolabe.benchmarks.Suite;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A signed call over REST on loopback: one after another, and 64 at once. Each contestant has a process of its own, and they take
 * turns.
 *
 * @since 0.1
 */
public final class RestSuite implements Suite {

    private static final String OURS = "Astrolabe";
    private static final String RAW = "OkHttp + databind";
    private static final String XCHANGE = "XChange okex 5.2.3";
    private static final String CCXT = "ccxt 4.5.84";
    private static final double NEAR_RAW = 1.10;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** The JDK's own client, which XChange uses, keeps five connections unless it is told otherwise. */
    private static final List<String> JVM = List.of("-Xmx512m", "-Dhttp.maxConnections=64");

    private static final List<String> CONTESTANTS = List.of(OURS, RAW, XCHANGE, CCXT);

    private final ObjectMapper json = new ObjectMapper();

    /** The suite. */
    public RestSuite() {}

    @Override
    public String name() {
        return "rest";
    }

    @Override
    public List<Comparison> measure(Effort effort) throws IOException, InterruptedException {
        Ccxt.install();
        LoadPlan plan = LoadPlan.of(effort);
        Map<String, List<Figures>> rounds = new LinkedHashMap<>();
        try (Venue venue = Venue.start()) {
            for (int round = 0; round < plan.rounds(); round++) {
                for (String contestant : CONTESTANTS) {
                    Figures figures = measured(contestant, venue, plan);
                    rounds.computeIfAbsent(contestant, each -> new ArrayList<>())
                            .add(figures);
                }
            }
            if (venue.told().refused() > 0) {
                throw new IOException(venue.told().refused() + " calls were signed wrongly");
            }
        }
        return comparisons(rounds, plan);
    }

    private Figures measured(String contestant, Venue venue, LoadPlan plan) throws IOException, InterruptedException {
        if (contestant.equals(CCXT)) {
            return json.readValue(Ccxt.load(venue.baseUrl(), plan), Figures.class);
        }
        String program = contestant.equals(OURS) ? "astrolabe" : contestant.equals(RAW) ? "okhttp" : "xchange";
        List<String> args = new ArrayList<>(List.of(program, venue.baseUrl()));
        args.addAll(plan.arguments());
        return json.readValue(ChildJvm.run(LoadProgram.class, JVM, PATIENCE, args), Figures.class);
    }

    private static List<Comparison> comparisons(Map<String, List<Figures>> rounds, LoadPlan plan) {
        List<Goal> smaller = List.of(Goal.within(OURS, XCHANGE, 1), Goal.within(OURS, CCXT, 1));
        List<Goal> median = new ArrayList<>(List.of(Goal.within(OURS, RAW, NEAR_RAW)));
        median.addAll(smaller);
        List<Goal> larger = List.of(new Goal(OURS, XCHANGE, true, 1), new Goal(OURS, CCXT, true, 1));
        String busy = plan.sideBySide() + " at once";
        List<String> how = List.of(
                "GET /api/v5/account/balance, signed, an answer of 1.9 kB without compression or TLS; the server, in a process of its"
                        + " own on the same cores, checks each signature. " + plan.rounds()
                        + " processes for each contestant, in turns,"
                        + " " + plan.calls() + " calls in each, one after another; figures are of the rounds.",
                "Ours keeps its limits, widened, its clock and its verdicts. OkHttp has a pool of 64 connections and does nothing but"
                        + " sign, send and bind. XChange gives its own types; its limiters and its loading of metadata are off,"
                        + " http.maxConnections is 64, and each thread has an exchange of its own, because threads that share one share"
                        + " its Mac and sign wrongly now and then. ccxt calls fetchBalance with enableRateLimit false.");
        return List.of(
                comparison(rounds, "a REST call, p50", "µs", Figures::p50, Figures::bytes, median, how),
                comparison(rounds, "a REST call, p99", "µs", Figures::p99, each -> -1, smaller, List.of()),
                comparison(
                        rounds,
                        "REST calls, " + busy + ", p50",
                        "µs",
                        Figures::busyP50,
                        each -> -1,
                        smaller,
                        List.of()),
                comparison(
                        rounds,
                        "REST calls, " + busy + ", p99",
                        "µs",
                        Figures::busyP99,
                        each -> -1,
                        smaller,
                        List.of()),
                comparison(
                        rounds,
                        "REST calls a second, " + busy,
                        "calls/s",
                        Figures::rate,
                        each -> -1,
                        larger,
                        List.of("The more the better.")),
                comparison(
                        rounds,
                        "processor time of a REST call, " + busy,
                        "µs",
                        Figures::busyCpu,
                        each -> -1,
                        List.of(),
                        List.of("Of the contestant's process, with its collector and compiler.")));
    }

    private static Comparison comparison(
            Map<String, List<Figures>> rounds,
            String title,
            String unit,
            ToDoubleFunction<Figures> value,
            ToDoubleFunction<Figures> allocated,
            List<Goal> goals,
            List<String> notes) {
        List<Figure> figures = new ArrayList<>();
        rounds.forEach((contestant, all) -> {
            Figure figure =
                    Figure.of(contestant, all.stream().map(value::applyAsDouble).toList());
            double bytes = Figure.of(
                            contestant,
                            all.stream().map(allocated::applyAsDouble).toList())
                    .median();
            figures.add(new Figure(contestant, figure.median(), figure.low(), figure.high(), bytes));
        });
        return new Comparison(title, unit, figures, goals, notes);
    }
}
