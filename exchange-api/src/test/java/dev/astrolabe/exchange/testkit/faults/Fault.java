package dev.astrolabe.exchange.testkit.faults;

import dev.astrolabe.exchange.testkit.FaultServer;
import dev.astrolabe.exchange.testkit.FaultServer.Reply;
import java.time.Duration;

/**
 * What goes wrong with one call.
 *
 * @param handling what the venue does with it
 * @param answer what the caller hears
 * @param late for how long it waits in the queue, where it does
 * @param unseen for how long a query does not find what it placed
 * @param element which element of a batch is meant; below zero means the whole call
 * @since 0.1
 */
public record Fault(Handling handling, Answer answer, Duration late, Duration unseen, int element) {

    /** Nothing goes wrong. */
    public static final Fault NONE = of(Handling.EXECUTED, Common.TRUE);

    /** What the venue does with a call. */
    public enum Handling {
        /** It is executed at once. */
        EXECUTED,
        /** It is never executed. */
        IGNORED,
        /** It waits, and is executed then if it still may be. */
        QUEUED
    }

    /** What the caller hears; each venue has words of its own. An element of a batch is told by a code, whatever this is. */
    public interface Answer {

        /**
         * What is sent.
         *
         * @param truth what the venue itself would answer
         * @return the reply
         */
        Reply instead(Reply truth);
    }

    /** What every venue can answer. */
    public enum Common implements Answer {
        /** The venue's own answer. */
        TRUE,
        /** Nothing: the connection is closed. */
        DROP;

        @Override
        public Reply instead(Reply truth) {
            return this == TRUE ? truth : FaultServer.Fault.DROP;
        }
    }

    /**
     * A fault of a whole call, without delays.
     *
     * @param handling what the venue does with it
     * @param answer what the caller hears
     * @return the fault
     */
    public static Fault of(Handling handling, Answer answer) {
        return new Fault(handling, answer, Duration.ZERO, Duration.ZERO, -1);
    }

    /**
     * The same after a time in the queue.
     *
     * @param time how long
     * @return the fault
     */
    public Fault late(Duration time) {
        return new Fault(handling, answer, time, unseen, element);
    }

    /**
     * The same where queries do not find for a time what was placed.
     *
     * @param time how long
     * @return the fault
     */
    public Fault unseen(Duration time) {
        return new Fault(handling, answer, late, time, element);
    }

    /**
     * The same for one element of a batch.
     *
     * @param index which, from 0
     * @return the fault
     */
    public Fault onElement(int index) {
        return new Fault(handling, answer, late, unseen, index);
    }
}
