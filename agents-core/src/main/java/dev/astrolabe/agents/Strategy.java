package dev.astrolabe.agents;

/**
 * Rules that turn a snapshot into proposals. A pure function: no clock, no chance, no I/O, no memory. Safe for any thread.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Strategy {

    /**
     * Decides.
     *
     * @param snapshot everything there is to know
     * @return what to propose; {@link Decision#NOTHING} most of the time
     */
    Decision decide(Snapshot snapshot);
}
