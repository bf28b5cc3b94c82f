package dev.astrolabe.agents;

import dev.astrolabe.agents.market.Listing;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an agent sees of itself.
 *
 * @param spec its charter
 * @param equity its capital with unrealized profit or loss, in the settle asset
 * @param freeMargin what new positions of it may use as margin
 * @param positions its open positions
 * @param pending the markets in which an entry of it is under way or of unknown outcome
 * @since 0.1
 */
public record AgentView(
        AgentSpec spec, BigDecimal equity, BigDecimal freeMargin, List<OwnPosition> positions, Set<Listing> pending) {

    /**
     * Copies the collections.
     *
     * @param spec its charter
     * @param equity its capital with unrealized profit or loss, in the settle asset
     * @param freeMargin what new positions of it may use as margin
     * @param positions its open positions
     * @param pending the markets in which an entry of it is under way or of unknown outcome
     */
    public AgentView {
        positions = List.copyOf(positions);
        pending = Set.copyOf(pending);
    }

    /**
     * Its position in a market.
     *
     * @param listing the market
     * @return the position; empty where it has none
     */
    public Optional<OwnPosition> position(Listing listing) {
        for (OwnPosition position : positions) {
            if (position.listing().equals(listing)) {
                return Optional.of(position);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether it has nothing in a market, neither held nor under way.
     *
     * @param listing the market
     * @return true if it is free there
     */
    public boolean isFree(Listing listing) {
        return !pending.contains(listing) && position(listing).isEmpty();
    }
}
