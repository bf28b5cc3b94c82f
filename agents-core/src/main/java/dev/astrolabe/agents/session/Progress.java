package dev.astrolabe.agents.session;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A session after a step.
 *
 * @param step the number of the step, from 1
 * @param time the session's time
 * @param state its state
 * @param cash cash of all agents, reckoned by flows
 * @param positions worth of all positions at mark prices; negative where shorts prevail
 * @param openPositions how many positions are open
 * @param trades how many trades are finished
 * @since 0.1
 */
public record Progress(
        long step,
        Instant time,
        SessionState state,
        BigDecimal cash,
        BigDecimal positions,
        int openPositions,
        int trades) {

    /**
     * What everything is worth.
     *
     * @return cash plus positions
     */
    public BigDecimal equity() {
        return cash.add(positions);
    }
}
