package dev.astrolabe.aster.standin;

import dev.astrolabe.exchange.testkit.FaultServer;
import dev.astrolabe.exchange.testkit.FaultServer.Reply;
import java.time.Duration;
import java.util.Map;

/**
 * What goes wrong with one call.
 *
 * @param handling what the venue does with it
 * @param answer what the caller hears
 * @param late for how long it waits in the queue, where it does
 * @param unseen for how long a query does not find what it placed
 * @param element which element of a batch is meant; below zero means the whole call
 */
public record Fault(Handling handling, Answer answer, Duration late, Duration unseen, int element) {

    /** Nothing goes wrong. */
    public static final Fault NONE = of(Handling.EXECUTED, Answer.TRUE);

    /** What the venue does with a call. */
    public enum Handling {
        /** It is executed at once. */
        EXECUTED,
        /** It is never executed. */
        IGNORED,
        /** It waits, and is executed then if it still may be. */
        QUEUED
    }

    /** What the caller hears. */
    public enum Answer {
        /** The venue's own answer. */
        TRUE,
        /** Nothing: the connection is closed. */
        DROP,
        /** That the backend did not answer in time. */
        STATUS_503,
        /** An odd answer from the message bus. */
        CODE_1006,
        /** That the backend did not answer in time. */
        CODE_1007,
        /** A rate limit. */
        STATUS_429,
        /** A refusal. */
        REFUSAL;

        /** What is sent; an element of a batch is told by a code, whatever this is. */
        Reply instead(Reply truth) {
            return switch (this) {
                case TRUE -> truth;
                case DROP -> FaultServer.Fault.DROP;
                case STATUS_503 -> FaultServer.status(503, "{\"code\":-1007,\"msg\":\"Timeout waiting for backend.\"}");
                case CODE_1006 -> FaultServer.status(400, "{\"code\":-1006,\"msg\":\"Unexpected response.\"}");
                case CODE_1007 -> FaultServer.status(400, "{\"code\":-1007,\"msg\":\"Timeout waiting for backend.\"}");
                case STATUS_429 ->
                    new FaultServer.Text(
                            429, Map.of("Retry-After", "3"), "{\"code\":-1003,\"msg\":\"Too many requests.\"}");
                case REFUSAL -> FaultServer.status(400, "{\"code\":-2010,\"msg\":\"NEW_ORDER_REJECTED\"}");
            };
        }
    }

    /** A fault of a whole call, without delays. */
    public static Fault of(Handling handling, Answer answer) {
        return new Fault(handling, answer, Duration.ZERO, Duration.ZERO, -1);
    }

    /** The same after this time in the queue. */
    public Fault late(Duration time) {
        return new Fault(handling, answer, time, unseen, element);
    }

    /** The same where queries do not find for this time what was placed. */
    public Fault unseen(Duration time) {
        return new Fault(handling, answer, late, time, element);
    }

    /** The same for one element of a batch. */
    public Fault onElement(int index) {
        return new Fault(handling, answer, late, unseen, index);
    }
}
