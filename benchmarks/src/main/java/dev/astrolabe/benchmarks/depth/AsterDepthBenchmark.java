package dev.astrolabe.benchmarks.depth;

/**
 * One depth message of AsterDex.
 *
 * @since 0.1
 */
public class AsterDepthBenchmark extends DepthBenchmark {

    /** Made by JMH. */
    public AsterDepthBenchmark() {
        super(false);
    }
}
