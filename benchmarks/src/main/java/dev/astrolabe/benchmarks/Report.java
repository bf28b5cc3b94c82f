package dev.astrolabe.benchmarks;

import dev.astrolabe.benchmarks.Comparison.Figure;
import dev.astrolabe.benchmarks.Comparison.Goal;
import java.util.List;
import java.util.Locale;

/** The page that figures are shown on. */
final class Report {

    private static final int THREE_DIGITS = 100;
    private static final int TWO_DIGITS = 10;
    private static final double SMALL = 0.1;
    private static final double KILOBYTE = 1_000;

    private Report() {}

    static String of(List<SuiteResult> results) {
        StringBuilder page = new StringBuilder("""
                # Performance

                Written by `mvn -q test-compile -Pmeasure`, which measures everything anew; `-Dbench.args="--help"` shows how to measure
                less. Each table comes from one run, in which all contestants took turns on one machine. Machines are shared and noisy: compare
                within a table, by the ratios, and never between tables. A figure is the median over the iterations of all forks, beside it the
                smallest and the largest; `ratio` is that median by the first line's.

                ## Goals

                | work | goal | measured | |
                |---|---|---|---|
                """);
        for (SuiteResult result : results) {
            for (Comparison comparison : result.comparisons()) {
                comparison.goals().forEach(goal -> page.append(line(comparison, goal)));
            }
        }
        results.forEach(result -> section(result, page));
        return page.toString();
    }

    private static String line(Comparison comparison, Goal goal) {
        return String.format(
                Locale.ROOT,
                "| %s | %s / %s %s %s | %s | %s |%n",
                comparison.title(),
                goal.dividend(),
                goal.divisor(),
                goal.atLeast() ? "≥" : "≤",
                number(goal.bound()),
                number(comparison.ratio(goal)),
                comparison.isReached(goal) ? "reached" : "**not reached**");
    }

    private static void section(SuiteResult result, StringBuilder page) {
        Machine machine = result.machine();
        page.append(String.format(
                Locale.ROOT,
                "%n## %s%n%n%s, %s, %d cores, %s, %s%n",
                result.suite(),
                machine.date(),
                machine.processor(),
                machine.cores(),
                machine.java(),
                machine.system()));
        for (Comparison comparison : result.comparisons()) {
            boolean allocates = comparison.figures().stream().anyMatch(figure -> figure.bytes() >= 0);
            page.append(String.format(Locale.ROOT, "%n### %s%n%n", comparison.title()))
                    .append("| contestant | ")
                    .append(comparison.unit())
                    .append(" | from–to | ratio |")
                    .append(allocates ? " allocated |\n|---|---|---|---|---|\n" : "\n|---|---|---|---|\n");
            for (Figure figure : comparison.figures()) {
                page.append(line(comparison, figure, allocates));
            }
            comparison.notes().forEach(note -> page.append("\n").append(note).append('\n'));
        }
    }

    private static String line(Comparison comparison, Figure figure, boolean allocates) {
        String line = String.format(
                Locale.ROOT,
                "| %s | %s | %s–%s | %s |",
                figure.contestant(),
                number(figure.median()),
                number(figure.low()),
                number(figure.high()),
                number(figure.median() / comparison.figures().get(0).median()));
        return line + (allocates ? " " + bytes(figure.bytes()) + " |\n" : "\n");
    }

    /** Three digits, as more of them would only be noise. */
    static String number(double value) {
        if (value >= THREE_DIGITS || value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        if (value >= TWO_DIGITS) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
        return String.format(Locale.ROOT, value >= SMALL ? "%.2f" : "%.4f", value);
    }

    private static String bytes(double value) {
        if (value < 0) {
            return "–";
        }
        return value >= KILOBYTE ? number(value / KILOBYTE) + " kB" : number(Math.rint(value)) + " B";
    }
}
