package dev.astrolabe.benchmarks.depth;

import dev.astrolabe.benchmarks.Comparison.Goal;
import dev.astrolabe.benchmarks.JmhSuite;
import dev.astrolabe.benchmarks.JmhSuite.Work;
import java.util.List;

/**
 * Depth messages, from their bytes to the local book.
 *
 * @since 0.1
 */
public final class DepthSuite {

    private static final String ASTROLABE = "Astrolabe";
    private static final String XCHANGE = "XChange 5.2";
    private static final String LIMIT = "limit: scanner by hand, arrays of longs";
    private static final String ROUNDS =
            "1024 messages go round, each with 50 levels a side, most of them near the best prices; a fifth take a level away.";

    private DepthSuite() {}

    /** {@return the suite} */
    public static JmhSuite create() {
        return new JmhSuite(
                "depth",
                List.of(
                        work("AsterDex: a depth message into the local book", AsterDepthBenchmark.class)
                                .noting("The books are 1000 levels deep a side. " + ROUNDS)
                                .noting(
                                        "XChange knows no AsterDex: it is given the message as one of Binance, whose shape it has, by way of its classes for Binance."),
                        work("OKX: a depth message into the local book", OkxDepthBenchmark.class)
                                .noting("The books are 400 levels deep a side, as the channel is. " + ROUNDS)
                                .noting(
                                        "XChange's streams of OKX are not published: its classes and adapters for OKX are called as its streams of Binance call theirs.")));
    }

    private static Work work(String title, Class<?> type) {
        return Work.of(title, type)
                .with("astrolabe", ASTROLABE)
                .with("astrolabeAndBest", "Astrolabe, and five levels a side read each time")
                .with("xchange", XCHANGE)
                .with("tree", "Jackson records, TreeMap of BigDecimal")
                .with("arrays", LIMIT)
                .aiming(Goal.timesAsFast(ASTROLABE, XCHANGE, 4))
                .aiming(Goal.within(ASTROLABE, LIMIT, 2))
                .noting(
                        "From bytes in UTF-8; all but the limit and the records make a text of them first, as sockets do.")
                .noting(
                        "The limit trusts each message: it checks neither the JSON nor that prices have the decimals it expects.");
    }
}
