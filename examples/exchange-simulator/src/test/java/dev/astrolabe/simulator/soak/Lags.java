package dev.astrolabe.simulator.soak;

/** How late events came, to the millisecond. For one thread. */
final class Lags {

    private static final int MOST = 60_000;

    private final long[] counts = new long[MOST + 1];
    private long all;

    void add(long millis) {
        counts[(int) Math.max(0, Math.min(MOST, millis))]++;
        all++;
    }

    long count() {
        return all;
    }

    /** The lag that so many in a hundred do not exceed. */
    long percentile(double percent) {
        long wanted = (long) Math.ceil(all * percent / 100);
        long seen = 0;
        for (int millis = 0; millis <= MOST; millis++) {
            seen += counts[millis];
            if (seen >= wanted) {
                return millis;
            }
        }
        return MOST;
    }
}
