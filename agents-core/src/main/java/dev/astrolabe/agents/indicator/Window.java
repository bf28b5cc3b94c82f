package dev.astrolabe.agents.indicator;

/**
 * The last {@code capacity} values, oldest first. Values not yet seen are zeros; no indicator shows a reading of
 * those.
 *
 * <p>Statistics are recomputed over the window on every call instead of kept as running sums, so no rounding error
 * outlives the values it came from, and equal windows give equal bits whatever preceded them. Values are taken
 * relative to the oldest one: a constant window has exactly its value as mean and exactly zero as deviation, and
 * large prices that differ little lose nothing to cancellation.
 */
final class Window {
    private final double[] values;
    private int next;

    Window(int capacity) {
        values = new double[capacity];
    }

    void add(double value) {
        values[next] = value;
        next = next + 1 == values.length ? 0 : next + 1;
    }

    /** The value that {@code index} others precede; 0 is the oldest. */
    double get(int index) {
        int at = next + index;
        return values[at < values.length ? at : at - values.length];
    }

    double oldest() {
        return get(0);
    }

    double mean() {
        return oldest() + meanAboveOldest();
    }

    /** The mean less the oldest value, not yet rounded to the values' own magnitude. */
    double meanAboveOldest() {
        double oldest = oldest();
        double sum = 0;
        for (int i = 1; i < values.length; i++) {
            sum += get(i) - oldest;
        }
        return sum / values.length;
    }

    /** The mean weighted by the values of {@code weights}, which are not negative and not all zero. */
    double mean(Window weights) {
        double oldest = oldest();
        double sum = 0;
        double weight = weights.oldest();
        for (int i = 1; i < values.length; i++) {
            sum += (get(i) - oldest) * weights.get(i);
            weight += weights.get(i);
        }
        return oldest + sum / weight;
    }

    /** The population standard deviation (divisor n), in two passes. */
    double deviation() {
        double oldest = oldest();
        double mean = meanAboveOldest();
        double squares = mean * mean;
        for (int i = 1; i < values.length; i++) {
            double distance = get(i) - oldest - mean;
            squares += distance * distance;
        }
        return Math.sqrt(squares / values.length);
    }

    double max() {
        double max = oldest();
        for (int i = 1; i < values.length; i++) {
            max = Math.max(max, get(i));
        }
        return max;
    }

    double min() {
        double min = oldest();
        for (int i = 1; i < values.length; i++) {
            min = Math.min(min, get(i));
        }
        return min;
    }
}
