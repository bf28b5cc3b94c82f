package dev.astrolabe.agents.gate;

import dev.astrolabe.agents.Proposal;

/**
 * The CEO's gate.
 *
 * @since 0.1
 */
public final class CeoGate {

    private final GateLimits limits;

    /**
     * A gate with all rules.
     *
     * @param limits what it allows
     */
    public CeoGate(GateLimits limits) {
        this.limits = limits;
    }

    /**
     * Judges a proposal.
     *
     * @param proposal what an agent wants
     * @param context everything it is judged by
     * @return the verdict
     */
    public Verdict review(Proposal proposal, GateContext context) {
        return new Verdict.Rejected(
                ReasonCode.DATA_MISSING, "the rules are not here yet: " + limits + context + proposal);
    }
}
