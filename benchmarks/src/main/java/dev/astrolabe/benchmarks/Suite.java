package dev.astrolabe.benchmarks;

import java.util.List;

/**
 * One kind of work, done by several contestants in one run.
 *
 * @since 0.1
 */
public interface Suite {

    /** {@return the name by which the command line knows it, in lower case} */
    String name();

    /**
     * Measures.
     *
     * @param effort how long
     * @return what was measured: one comparison or more
     * @throws Exception if a contestant fails; then nothing of this suite is kept
     */
    List<Comparison> measure(Effort effort) throws Exception;
}
