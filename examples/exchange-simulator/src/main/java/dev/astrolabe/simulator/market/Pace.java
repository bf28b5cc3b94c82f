package dev.astrolabe.simulator.market;

import java.time.Duration;

/**
 * How much of a beat of five seconds one movement is. What drifts goes by time, what trembles by its square root, and what is
 * forgotten by the power, so that the same minute looks alike at every pace. Immutable.
 */
final class Pace {

    static final Duration BEAT = Duration.ofSeconds(5);

    /**
     * What is left after a movement, and the noise that keeps the variance.
     *
     * @param memory from 0 to 1
     * @param noise from 0 to 1; the squares of both add up to one
     */
    record Fading(double memory, double noise) {}

    private static final double PRESSURE_MEMORY = 0.95;
    // Half of what strays is gone after 20 minutes.
    private static final double BASIS_MEMORY = 0.9971;
    private static final double MARK_MEMORY = 0.9;

    final long millis;
    /** Of a beat. */
    final double share;

    final double root;
    final Fading pressure;
    final Fading basis;
    final Fading mark;

    private Pace(Duration step) {
        this.millis = step.toMillis();
        this.share = (double) millis / BEAT.toMillis();
        this.root = StrictMath.sqrt(share);
        this.pressure = fading(PRESSURE_MEMORY);
        this.basis = fading(BASIS_MEMORY);
        this.mark = fading(MARK_MEMORY);
    }

    static Pace of(Duration step) {
        return new Pace(step);
    }

    private Fading fading(double ofBeat) {
        double memory = StrictMath.pow(ofBeat, share);
        return new Fading(memory, StrictMath.sqrt(1 - memory * memory));
    }

    /** A movement takes all the beat: it draws a new book, and trades. */
    boolean isWholeBeat() {
        return share >= 1;
    }
}
