package dev.astrolabe.agents.session;

import dev.astrolabe.exchange.error.ExchangeException;
import dev.astrolabe.exchange.error.RejectedException;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what became of an agent's proposals. */
final class DecisionTally {

    private final SortedMap<String, Integer> approvedBy = new TreeMap<>();
    private final SortedMap<String, Integer> modifiedBy = new TreeMap<>();
    private final SortedMap<String, Integer> rejectedBy = new TreeMap<>();
    private final SortedMap<String, Integer> failedBy = new TreeMap<>();
    private int modified;
    private int alerts;

    void approved(String kind) {
        approvedBy.merge(kind, 1, Integer::sum);
    }

    void modified(Iterable<String> codes) {
        modified++;
        codes.forEach(code -> modifiedBy.merge(code, 1, Integer::sum));
    }

    void rejected(String code) {
        rejectedBy.merge(code, 1, Integer::sum);
    }

    /** An approved proposal that the exchange or the client refused. */
    void failed(ExchangeException failure) {
        String why = failure instanceof RejectedException rejected
                ? rejected.reason().name()
                : failure.getClass().getSimpleName();
        failedBy.merge(why, 1, Integer::sum);
    }

    void alerted(int count) {
        alerts += count;
    }

    int modified() {
        return modified;
    }

    int rejected() {
        return sum(rejectedBy);
    }

    int alerts() {
        return alerts;
    }

    /** Adds up what became of all proposals, by verdict and reason. */
    static SortedMap<String, SortedMap<String, Integer>> byVerdict(Collection<DecisionTally> tallies) {
        SortedMap<String, SortedMap<String, Integer>> all = new TreeMap<>();
        for (DecisionTally tally : tallies) {
            add(all, "approved", tally.approvedBy);
            add(all, "modified", tally.modifiedBy);
            add(all, "rejected", tally.rejectedBy);
            add(all, "failed at the exchange", tally.failedBy);
        }
        return all;
    }

    private static void add(
            SortedMap<String, SortedMap<String, Integer>> all, String verdict, SortedMap<String, Integer> counts) {
        SortedMap<String, Integer> reasons = all.computeIfAbsent(verdict, name -> new TreeMap<>());
        counts.forEach((reason, count) -> reasons.merge(reason, count, Integer::sum));
    }

    private static int sum(SortedMap<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
