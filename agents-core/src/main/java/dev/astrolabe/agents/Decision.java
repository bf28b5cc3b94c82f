package dev.astrolabe.agents;

import java.util.List;

/**
 * What an agent made of a snapshot.
 *
 * @param proposals what it wants to do, most urgent first; exits come before entries
 * @param alerts what it saw and does not trade on
 * @since 0.1
 */
public record Decision(List<Proposal> proposals, List<Alert> alerts) {

    /** Nothing to do, nothing to say. */
    public static final Decision NOTHING = new Decision(List.of(), List.of());

    /**
     * Copies the lists.
     *
     * @param proposals what it wants to do, most urgent first; exits come before entries
     * @param alerts what it saw and does not trade on
     */
    public Decision {
        proposals = List.copyOf(proposals);
        alerts = List.copyOf(alerts);
    }

    /**
     * Proposals alone.
     *
     * @param proposals what it wants to do
     * @return the decision
     */
    public static Decision propose(List<Proposal> proposals) {
        return proposals.isEmpty() ? NOTHING : new Decision(proposals, List.of());
    }
}
