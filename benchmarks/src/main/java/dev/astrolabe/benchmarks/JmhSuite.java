package dev.astrolabe.benchmarks;

import dev.astrolabe.benchmarks.Comparison.Figure;
import dev.astrolabe.benchmarks.Comparison.Goal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.ListStatistics;

/**
 * A suite of JMH: each contestant is a method of a class, and takes an average time for each call.
 *
 * @param name the name by which the command line knows it
 * @param works what is compared
 * @since 0.1
 */
public record JmhSuite(String name, List<Work> works) implements Suite {

    private static final String ALLOCATION = "gc.alloc.rate.norm";
    private static final double MIDDLE = 50;

    /**
     * Copies the list.
     *
     * @param name the name by which the command line knows it
     * @param works what is compared
     */
    public JmhSuite {
        works = List.copyOf(works);
    }

    /**
     * One kind of work.
     *
     * @param title what is done
     * @param type the class whose methods do it
     * @param contestants their names by method, in the order of the page
     * @param goals what is aimed at
     * @param notes what a reader has to know to judge the figures, a sentence each
     */
    public record Work(
            String title, Class<?> type, Map<String, String> contestants, List<Goal> goals, List<String> notes) {

        /**
         * Keeps the order of the contestants.
         *
         * @param title what is done
         * @param type the class whose methods do it
         * @param contestants their names by method, in the order of the page
         * @param goals what is aimed at
         * @param notes what a reader has to know to judge the figures, a sentence each
         */
        public Work {
            contestants = new LinkedHashMap<>(contestants);
            goals = List.copyOf(goals);
            notes = List.copyOf(notes);
        }

        /**
         * Work of which nobody does a part yet.
         *
         * @param title what is done
         * @param type the class whose methods do it
         * @return the work
         */
        public static Work of(String title, Class<?> type) {
            return new Work(title, type, Map.of(), List.of(), List.of());
        }

        /**
         * Adds a contestant.
         *
         * @param method of the class
         * @param contestant its name on the page
         * @return the work with it
         */
        public Work with(String method, String contestant) {
            Map<String, String> more = new LinkedHashMap<>(contestants);
            more.put(method, contestant);
            return new Work(title, type, more, goals, notes);
        }

        /**
         * Adds a goal.
         *
         * @param goal it
         * @return the work with it
         */
        public Work aiming(Goal goal) {
            List<Goal> more = new ArrayList<>(goals);
            more.add(goal);
            return new Work(title, type, contestants, more, notes);
        }

        /**
         * Adds a note.
         *
         * @param note a sentence
         * @return the work with it
         */
        public Work noting(String note) {
            List<String> more = new ArrayList<>(notes);
            more.add(note);
            return new Work(title, type, contestants, goals, more);
        }
    }

    @Override
    public List<Comparison> measure(Effort effort) throws RunnerException {
        List<Comparison> comparisons = new ArrayList<>();
        for (Work work : works) {
            Map<String, Samples> samples = new LinkedHashMap<>();
            // By turns: a machine that others slow down for a while does not slow one contestant down alone.
            for (int fork = 0; fork < effort.forks(); fork++) {
                for (RunResult result : new Runner(options(work, effort)).run()) {
                    String benchmark = result.getParams().getBenchmark();
                    String method = benchmark.substring(benchmark.lastIndexOf('.') + 1);
                    samples.computeIfAbsent(method, any -> new Samples()).add(result);
                }
            }
            List<Figure> figures = new ArrayList<>();
            work.contestants()
                    .forEach((method, contestant) ->
                            figures.add(samples.get(method).figure(contestant)));
            comparisons.add(new Comparison(work.title(), "µs", figures, work.goals(), work.notes()));
        }
        return comparisons;
    }

    private static Options options(Work work, Effort effort) {
        OptionsBuilder options = new OptionsBuilder();
        for (String method : work.contestants().keySet()) {
            options.include(work.type().getName().replace(".", "\\.") + "\\." + method + "$");
        }
        TimeValue time = TimeValue.milliseconds(effort.millis());
        return options.mode(Mode.AverageTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .forks(1)
                .warmupIterations(effort.warmups())
                .warmupTime(time)
                .measurementIterations(effort.iterations())
                .measurementTime(time)
                .shouldFailOnError(true)
                .addProfiler(GCProfiler.class)
                .build();
    }

    /** What one contestant took in all its JVMs. */
    private static final class Samples {
        private final ListStatistics times = new ListStatistics();
        private final ListStatistics allocated = new ListStatistics();

        void add(RunResult result) {
            result.getBenchmarkResults().stream()
                    .flatMap(fork -> fork.getIterationResults().stream())
                    .forEach(iteration ->
                            times.addValue(iteration.getPrimaryResult().getScore()));
            Result<?> bytes = result.getSecondaryResults().get(ALLOCATION);
            if (bytes != null) {
                allocated.addValue(bytes.getScore());
            }
        }

        Figure figure(String contestant) {
            return new Figure(
                    contestant,
                    times.getPercentile(MIDDLE),
                    times.getMin(),
                    times.getMax(),
                    allocated.getN() == 0 ? -1 : allocated.getPercentile(MIDDLE));
        }
    }
}
