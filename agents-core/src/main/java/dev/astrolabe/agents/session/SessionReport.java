package dev.astrolabe.agents.session;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a session came to.
 *
 * @param state how it ended
 * @param from the time of its first step
 * @param to the time of its last step
 * @param steps how many steps it made
 * @param agents what each agent achieved, in their order
 * @param decisions how many proposals got which verdict for which reason: {@code verdict -> reason -> count}
 * @param cash cash of all agents at the end, reckoned by flows
 * @param positions worth of all positions at the end
 * @param capital what the agents were given together
 * @param maxDrawdown largest fall of the whole equity from a peak, as a ratio
 * @param balanceChecks how often the books were compared with the exchange, each time equal to the last digit
 * @param digest SHA-256 over every decision, order, fill and payment: equal for equal runs
 * @since 0.1
 */
public record SessionReport(
        SessionState state,
        Instant from,
        Instant to,
        long steps,
        List<Performance> agents,
        SortedMap<String, SortedMap<String, Integer>> decisions,
        BigDecimal cash,
        BigDecimal positions,
        BigDecimal capital,
        BigDecimal maxDrawdown,
        long balanceChecks,
        String digest) {

    /**
     * Copies the collections.
     *
     * @param state how it ended
     * @param from the time of its first step
     * @param to the time of its last step
     * @param steps how many steps it made
     * @param agents what each agent achieved, in their order
     * @param decisions how many proposals got which verdict for which reason: {@code verdict -> reason -> count}
     * @param cash cash of all agents at the end, reckoned by flows
     * @param positions worth of all positions at the end
     * @param capital what the agents were given together
     * @param maxDrawdown largest fall of the whole equity from a peak, as a ratio
     * @param balanceChecks how often the books were compared with the exchange, each time equal to the last digit
     * @param digest SHA-256 over every decision, order, fill and payment: equal for equal runs
     */
    public SessionReport {
        agents = List.copyOf(agents);
        SortedMap<String, SortedMap<String, Integer>> copy = new TreeMap<>();
        decisions.forEach(
                (verdict, reasons) -> copy.put(verdict, Collections.unmodifiableSortedMap(new TreeMap<>(reasons))));
        decisions = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * What everything is worth at the end.
     *
     * @return cash plus positions
     */
    public BigDecimal equity() {
        return cash.add(positions);
    }
}
