package dev.astrolabe.benchmarks.positions;

import dev.astrolabe.benchmarks.Comparison.Goal;
import dev.astrolabe.benchmarks.JmhSuite.Work;

/**
 * Positions of AsterDex.
 *
 * @since 0.1
 */
public final class AsterPositions {

    private static final String ASTROLABE = "Astrolabe, to neutral positions";
    private static final String DATABIND = "Jackson into records";

    private AsterPositions() {}

    /** {@return the work} */
    public static Work work() {
        return Work.of("AsterDex: 20 positions", AsterPositionsBenchmark.class)
                .with("positions", ASTROLABE)
                .with("positionsByDatabind", DATABIND)
                .aiming(Goal.within(ASTROLABE, DATABIND, 1.2))
                .noting(
                        "The records have the venue's words; the positions also have their sides, ratios and values in dollars.");
    }
}
