package dev.astrolabe.benchmarks.depth;

/**
 * One depth message of OKX.
 *
 * @since 0.1
 */
public class OkxDepthBenchmark extends DepthBenchmark {

    /** Made by JMH. */
    public OkxDepthBenchmark() {
        super(true);
    }
}
