package dev.astrolabe.benchmarks.okx;

import dev.astrolabe.benchmarks.Comparison.Goal;
import dev.astrolabe.benchmarks.JmhSuite.Work;
import java.util.List;

/**
 * What OKX sends, from its bytes to what a caller works with.
 *
 * @since 0.1
 */
public final class OkxWorks {

    private static final String ASTROLABE = "Astrolabe";
    private static final String XCHANGE = "XChange 5.2";
    private static final String DATABIND = "Jackson records";

    private OkxWorks() {}

    /** {@return the answer with the positions} */
    public static Work positions() {
        return Work.of("OKX: an answer with 20 positions", OkxPositionsBenchmark.class)
                .with("astrolabe", ASTROLABE)
                .with("xchange", XCHANGE)
                .with("databind", DATABIND)
                .aiming(Goal.timesAsFast(ASTROLABE, XCHANGE, 1))
                .aiming(Goal.within(ASTROLABE, DATABIND, 1.2))
                .noting(
                        "24 kB of JSON, 64 fields a position. Astrolabe and XChange end with neutral positions, the records are the row alone.")
                .noting(
                        "XChange reads 31 fields, most of them as text; the records have the 49 fields that Astrolabe shows too.");
    }

    /** {@return pushes of the streams} */
    public static List<Work> events() {
        return List.of(
                event("OKX: a push with a trade", "trade"),
                event("OKX: a push with the best prices", "ticker"),
                event("OKX: a push with an order", "order"));
    }

    private static Work event(String title, String method) {
        return Work.of(title, OkxEventsBenchmark.class)
                .with(method, ASTROLABE)
                .with(method + "ByDatabind", DATABIND)
                .noting(
                        "From bytes in UTF-8, of which Astrolabe makes a text first, as sockets do. It ends with the neutral event, the records with the row.");
    }
}
