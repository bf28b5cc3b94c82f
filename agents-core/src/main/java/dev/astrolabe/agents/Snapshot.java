package dev.astrolabe.agents;

import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.agents.market.MarketView;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that an agent decides on. A decision is a function of it and of nothing else: no clock, no chance, no I/O, no
 * memory, so that recorded data gives the same decisions again.
 *
 * @param time the moment
 * @param markets the markets, in a fixed order
 * @param self the agent's own state
 * @since 0.1
 */
public record Snapshot(Instant time, SortedMap<Listing, MarketView> markets, AgentView self) {

    /**
     * Copies the map.
     *
     * @param time the moment
     * @param markets the markets, in a fixed order
     * @param self the agent's own state
     */
    public Snapshot {
        markets = Collections.unmodifiableSortedMap(new TreeMap<>(markets));
    }
}
