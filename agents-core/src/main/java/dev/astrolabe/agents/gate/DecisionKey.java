package dev.astrolabe.agents.gate;

import dev.astrolabe.agents.AgentId;
import dev.astrolabe.agents.Leg;
import dev.astrolabe.agents.Proposal;
import dev.astrolabe.agents.market.Listing;
import java.time.Instant;
import java.util.List;

/**
 * What makes an opening decision the same one: who, when and where. Quantity, leverage and prices do not belong to it, so
 * that a modified proposal keeps its key.
 *
 * @param agent who decided
 * @param decidedAt the time of the snapshot
 * @param listings the markets, in order
 * @since 0.1
 */
public record DecisionKey(AgentId agent, Instant decidedAt, List<Listing> listings) {

    /**
     * Copies and sorts the markets.
     *
     * @param agent who decided
     * @param decidedAt the time of the snapshot
     * @param listings the markets
     */
    public DecisionKey {
        listings = listings.stream().sorted().toList();
    }

    /**
     * The key of a proposal.
     *
     * @param open the proposal
     * @return its key
     */
    public static DecisionKey of(Proposal.Open open) {
        return new DecisionKey(
                open.agent(),
                open.decidedAt(),
                open.legs().stream().map(Leg::listing).toList());
    }
}
