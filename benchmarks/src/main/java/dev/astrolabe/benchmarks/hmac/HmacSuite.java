package dev.astrolabe.benchmarks.hmac;

import dev.astrolabe.benchmarks.Comparison.Goal;
import dev.astrolabe.benchmarks.JmhSuite;
import dev.astrolabe.benchmarks.JmhSuite.Work;
import java.util.List;

/**
 * The signature of a request of AsterDex v1 and of OKX.
 *
 * @since 0.1
 */
public final class HmacSuite {

    private static final String OURS = "Astrolabe";
    private static final String REUSED = "the JDK's Mac, reused by one thread";
    private static final String EACH_TIME = "the JDK's Mac, made each time";

    private HmacSuite() {}

    /** {@return the suite} */
    public static JmhSuite suite() {
        return new JmhSuite(
                "hmac",
                List.of(
                        work("Sign 200 characters with HMAC-SHA256, in hex", "hex"),
                        work("Sign 200 characters with HMAC-SHA256, in base64", "base64")));
    }

    private static Work work(String title, String method) {
        return Work.of(title, HmacSignatures.class)
                .with(method, OURS)
                .with(method + "Reused", REUSED)
                .with(method + "EachTime", EACH_TIME)
                .aiming(Goal.within(OURS, REUSED, 1.15))
                .noting("Any number of threads may sign with Astrolabe's; a Mac is for one.");
    }
}
