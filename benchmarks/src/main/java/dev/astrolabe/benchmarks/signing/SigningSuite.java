package dev.astrolabe.benchmarks.signing;

import dev.astrolabe.benchmarks.Comparison.Goal;
import dev.astrolabe.benchmarks.JmhSuite;
import dev.astrolabe.benchmarks.JmhSuite.Work;
import java.util.List;

/**
 * The signature of a request of AsterDex v3.
 *
 * @since 0.1
 */
public final class SigningSuite {

    private static final String OURS = "Astrolabe";
    private static final String WEB3J = "web3j";
    private static final String NATIVE = "libsecp256k1, 32 bytes only";

    private SigningSuite() {}

    /** {@return the suite} */
    public static JmhSuite suite() {
        return new JmhSuite(
                "signing",
                List.of(
                        Work.of("Sign an AsterDex v3 order of 200 characters", RequestSignatures.class)
                                .with("astrolabe", OURS)
                                .with("bouncyCastle", "Astrolabe on BouncyCastle alone")
                                .with("web3j", WEB3J)
                                .with("nativeSignature", NATIVE)
                                .with("nativeSignatureAndRecovery", "libsecp256k1, 32 bytes only, with v")
                                .aiming(Goal.timesAsFast(OURS, WEB3J, 8))
                                .aiming(Goal.within(OURS, NATIVE, 1.6))
                                .noting(
                                        "From the parameters to the text that is sent, with its signature; web3j hashes by its structured data.")
                                .noting(
                                        "The C library is the limit: called from Java, it signs a digest that is there already.")));
    }
}
