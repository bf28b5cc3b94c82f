package dev.astrolabe.agents.gate;

import java.util.Optional;

/**
 * One rule for entries.
 *
 * @param name what it looks after, for tests and messages
 * @param check refuses the draft, or lowers what is too high in it, or leaves it alone
 */
record Rule(String name, Check check) {

    /** The judgement of one rule. */
    @FunctionalInterface
    interface Check {

        /** Refuses with a reason; empty lets the draft go on to the next rule. */
        Optional<Verdict.Rejected> apply(Draft draft);
    }
}
