package dev.astrolabe.benchmarks.events;

import dev.astrolabe.benchmarks.Comparison.Goal;
import dev.astrolabe.benchmarks.JmhSuite;
import dev.astrolabe.benchmarks.JmhSuite.Work;
import java.util.List;

/**
 * Messages of streams, from their bytes to the event that a user gets.
 *
 * @since 0.1
 */
public final class EventsSuite {

    private static final String ASTROLABE = "Astrolabe, to the neutral event";
    private static final String DATABIND = "Jackson into records";
    private static final String FASTJSON = "fastjson2 into records";

    private EventsSuite() {}

    /** {@return the suite} */
    public static JmhSuite create() {
        return new JmhSuite(
                "events",
                List.of(
                        work("AsterDex: a trade", "trade"),
                        work("AsterDex: best prices", "bookTicker"),
                        work("AsterDex: an order update", "order")
                                .noting("Every other update is an execution, of which Astrolabe makes two events.")));
    }

    private static Work work(String title, String method) {
        return Work.of(title, AsterEventsBenchmark.class)
                .with(method, ASTROLABE)
                .with(method + "ByDatabind", DATABIND)
                .with(method + "ByFastjson", FASTJSON)
                .aiming(Goal.timesAsFast(ASTROLABE, DATABIND, 2))
                .aiming(Goal.within(ASTROLABE, FASTJSON, 1.3))
                .noting(
                        "From bytes in UTF-8; Astrolabe makes a text of them first, as its sockets do, and a neutral event at last. The others stop at records of the same fields, with the venue's letters and words.");
    }
}
