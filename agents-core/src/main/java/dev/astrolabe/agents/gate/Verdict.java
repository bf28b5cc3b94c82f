package dev.astrolabe.agents.gate;

import dev.astrolabe.agents.Proposal;
import java.util.List;

/**
 * What the gate says to a proposal.
 *
 * @since 0.1
 */
public sealed interface Verdict {

    /**
     * It may be done as it was proposed.
     *
     * @param proposal the proposal, unchanged
     */
    record Approved(Proposal proposal) implements Verdict {}

    /**
     * It may be done with less. A review of the modified proposal in the same context approves it without a change.
     *
     * @param proposal what may be done
     * @param clamps every change, in the order of the rules; a field may stand in several
     */
    record Modified(Proposal proposal, List<Clamp> clamps) implements Verdict {

        /**
         * Copies the clamps.
         *
         * @param proposal what may be done
         * @param clamps every change, at least one
         */
        public Modified {
            clamps = List.copyOf(clamps);
            if (clamps.isEmpty()) {
                throw new IllegalArgumentException("a modified proposal has at least one clamp");
            }
        }
    }

    /**
     * It may not be done.
     *
     * @param code why, for programs
     * @param message why, for people: the thing, its value and the bound that it broke
     */
    record Rejected(ReasonCode code, String message) implements Verdict {}
}
