package dev.astrolabe.benchmarks;

/**
 * How much time measuring may take.
 *
 * @since 0.1
 */
public enum Effort {
    /** Shows that everything runs. Its figures mean nothing. */
    SMOKE(1, 1, 1, 100),
    /** Minutes; for work on a fast path. */
    QUICK(1, 6, 5, 300),
    /** What the page is written from. */
    FULL(4, 8, 6, 400);

    private final int forks;
    private final int warmups;
    private final int iterations;
    private final int millis;

    Effort(int forks, int warmups, int iterations, int millis) {
        this.forks = forks;
        this.warmups = warmups;
        this.iterations = iterations;
        this.millis = millis;
    }

    /** {@return how many JVMs each contestant is measured in, by turns with the others} */
    public int forks() {
        return forks;
    }

    /** {@return how many iterations go before those that count, in each JVM} */
    public int warmups() {
        return warmups;
    }

    /** {@return how many iterations count, in each JVM} */
    public int iterations() {
        return iterations;
    }

    /** {@return how long an iteration takes, in milliseconds} */
    public int millis() {
        return millis;
    }
}
