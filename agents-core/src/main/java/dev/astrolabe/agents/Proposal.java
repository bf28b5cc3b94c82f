package dev.astrolabe.agents;

import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.exchange.model.PositionSide;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What an agent wants to do. Only the gate turns it into orders. An exit is never held up: {@link Close} and
 * {@link MoveStop} pass whatever the state of the session.
 *
 * @since 0.1
 */
public sealed interface Proposal {

    /**
     * The agent.
     *
     * @return its id
     */
    AgentId agent();

    /**
     * When it was decided.
     *
     * @return the time of the snapshot
     */
    Instant decidedAt();

    /**
     * Why, with the figures behind it.
     *
     * @return one line for people
     */
    String reason();

    /**
     * Opens a position, or a pair of positions of the same quantity that hedge each other.
     *
     * @param agent the agent
     * @param decidedAt the time of the snapshot
     * @param expiresAt after this it is void
     * @param legs one leg, or two of a pair
     * @param quantity base units of each leg, positive
     * @param leverage the leverage wanted, at least 1
     * @param reason why, with the figures behind it
     */
    record Open(
            AgentId agent,
            Instant decidedAt,
            Instant expiresAt,
            List<Leg> legs,
            BigDecimal quantity,
            int leverage,
            String reason)
            implements Proposal {

        /**
         * Copies the legs.
         *
         * @param agent the agent
         * @param decidedAt the time of the snapshot
         * @param expiresAt after this it is void
         * @param legs one leg, or two of a pair
         * @param quantity base units of each leg, positive
         * @param leverage the leverage wanted, at least 1
         * @param reason why, with the figures behind it
         */
        public Open {
            legs = List.copyOf(legs);
            if (legs.isEmpty() || legs.size() > 2) {
                throw new IllegalArgumentException("a position is opened with one leg or two, not " + legs.size());
            }
        }
    }

    /**
     * Reduces or closes a position of the agent, at the market.
     *
     * @param agent the agent
     * @param decidedAt the time of the snapshot
     * @param listing the market
     * @param side the direction of the position
     * @param quantity base units to take off; more than is owned means all
     * @param reason why, with the figures behind it
     */
    record Close(
            AgentId agent, Instant decidedAt, Listing listing, PositionSide side, BigDecimal quantity, String reason)
            implements Proposal {}

    /**
     * Moves the stop of a position of the agent in its favour, never away from the price.
     *
     * @param agent the agent
     * @param decidedAt the time of the snapshot
     * @param listing the market
     * @param side the direction of the position
     * @param stopPrice the new stop
     * @param reason why, with the figures behind it
     */
    record MoveStop(
            AgentId agent, Instant decidedAt, Listing listing, PositionSide side, BigDecimal stopPrice, String reason)
            implements Proposal {}
}
