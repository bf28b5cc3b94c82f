package dev.astrolabe.agents.indicator;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares readings with a reference bar by bar, relative to the reference's value. */
final class Agreement {
    /** Where a reference that starts differently must have come together with ours. */
    static final int SETTLED = 300;

    private Agreement() {}

    /** From the first reading on, which must be at the same bar as TA-Lib's. */
    static void withTaLib(double[] ours, double[] taLib) {
        withTaLib(ours, taLib, 1e-9);
    }

    static void withTaLib(double[] ours, double[] taLib, double tolerance) {
        assertThat(first(ours)).as("bar of the first reading").isEqualTo(first(taLib));
        assertThat(ours.length - first(ours)).as("readings compared").isGreaterThan(400);
        compare(ours, taLib, first(taLib), tolerance);
    }

    /** After {@link #SETTLED} bars. */
    static void withTa4j(double[] ours, double[] ta4j) {
        assertThat(ours.length - SETTLED).as("readings compared").isGreaterThanOrEqualTo(100);
        compare(ours, ta4j, SETTLED, 1e-6);
    }

    private static void compare(double[] ours, double[] reference, int from, double tolerance) {
        assertThat(ours).hasSameSizeAs(reference);
        for (int i = from; i < ours.length; i++) {
            assertThat(relativeDifference(ours[i], reference[i]))
                    .as("relative difference of %s from the reference %s at bar %d", ours[i], reference[i], i)
                    .isLessThanOrEqualTo(tolerance);
        }
    }

    static double relativeDifference(double ours, double reference) {
        return ours == reference ? 0 : Math.abs(ours - reference) / Math.abs(reference);
    }

    static int first(double[] readings) {
        int first = 0;
        while (first < readings.length && Double.isNaN(readings[first])) {
            first++;
        }
        return first;
    }
}
