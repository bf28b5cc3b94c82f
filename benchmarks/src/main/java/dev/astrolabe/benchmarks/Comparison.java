package dev.astrolabe.benchmarks;

import java.util.List;

/**
 * What several contestants took for the same work in the same run.
 *
 * @param title the work
 * @param unit of the figures, such as {@code µs}
 * @param figures one for each contestant
 * @param goals what was aimed at
 * @param notes what a reader has to know to judge the figures, a sentence each
 * @since 0.1
 */
public record Comparison(String title, String unit, List<Figure> figures, List<Goal> goals, List<String> notes) {

    /**
     * Copies the lists.
     *
     * @param title the work
     * @param unit of the figures, such as {@code µs}
     * @param figures one for each contestant
     * @param goals what was aimed at
     * @param notes what a reader has to know to judge the figures, a sentence each
     */
    public Comparison {
        figures = List.copyOf(figures);
        goals = List.copyOf(goals);
        notes = List.copyOf(notes);
    }

    /**
     * One contestant's figure.
     *
     * @param contestant who did the work
     * @param median the middle of what was measured; the mean of the two middles where their number is even
     * @param low the smallest that was measured
     * @param high the largest that was measured
     * @param bytes allocated for each unit of work; negative where that was not counted
     */
    public record Figure(String contestant, double median, double low, double high, double bytes) {

        /**
         * The figure of what was measured several times.
         *
         * @param contestant who did the work
         * @param values what was measured, at least one
         * @return the figure, without allocation
         */
        public static Figure of(String contestant, List<Double> values) {
            List<Double> sorted = values.stream().sorted().toList();
            int size = sorted.size();
            double median = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
            return new Figure(contestant, median, sorted.get(0), sorted.get(size - 1), -1);
        }
    }

    /**
     * A ratio of two medians that was aimed at. For figures of which the smaller is the better.
     *
     * @param dividend the contestant above
     * @param divisor the contestant below
     * @param atLeast true where the ratio has to reach the bound, false where it must not pass it
     * @param bound of the ratio
     */
    public record Goal(String dividend, String divisor, boolean atLeast, double bound) {

        /**
         * One is so many times as fast as another.
         *
         * @param fast the one
         * @param slow the other
         * @param times how many times at least
         * @return the goal
         */
        public static Goal timesAsFast(String fast, String slow, double times) {
            return new Goal(slow, fast, true, times);
        }

        /**
         * One takes at most so many times what another does.
         *
         * @param contestant the one
         * @param other the other
         * @param times how many times at most
         * @return the goal
         */
        public static Goal within(String contestant, String other, double times) {
            return new Goal(contestant, other, false, times);
        }
    }

    /**
     * The ratio that a goal is about.
     *
     * @param goal one of {@link #goals}
     * @return dividend by divisor
     * @throws IllegalArgumentException if a contestant has no figure
     */
    public double ratio(Goal goal) {
        return median(goal.dividend()) / median(goal.divisor());
    }

    /**
     * Whether a goal is reached.
     *
     * @param goal one of {@link #goals}
     * @return true if the ratio is within its bound
     * @throws IllegalArgumentException if a contestant has no figure
     */
    public boolean isReached(Goal goal) {
        return goal.atLeast() ? ratio(goal) >= goal.bound() : ratio(goal) <= goal.bound();
    }

    private double median(String contestant) {
        return figures.stream()
                .filter(figure -> figure.contestant().equals(contestant))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("'" + contestant + "' has no figure in '" + title + "'; there are "
                                + figures.stream().map(Figure::contestant).toList()))
                .median();
    }
}
