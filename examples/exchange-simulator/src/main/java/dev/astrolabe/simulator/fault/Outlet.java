package dev.astrolabe.simulator.fault;

import dev.astrolabe.simulator.wire.WireAnswer;

/**
 * The way back to one caller. One of its methods is called, once.
 *
 * @since 0.1
 */
public interface Outlet {

    /**
     * Sends the answer.
     *
     * @param answer the answer
     */
    void answer(WireAnswer answer);

    /** Ends the connection without an answer. */
    void drop();

    /**
     * Says that the simulator itself is broken.
     *
     * @param cause what happened
     */
    void broken(RuntimeException cause);
}
