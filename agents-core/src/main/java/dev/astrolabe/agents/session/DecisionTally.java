package dev.astrolabe.agents.session;

import java.util.Collections;
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
    void failed(String why) {
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

    SortedMap<String, Integer> approvedBy() {
        return Collections.unmodifiableSortedMap(approvedBy);
    }

    SortedMap<String, Integer> modifiedBy() {
        return Collections.unmodifiableSortedMap(modifiedBy);
    }

    SortedMap<String, Integer> rejectedBy() {
        return Collections.unmodifiableSortedMap(rejectedBy);
    }

    SortedMap<String, Integer> failedBy() {
        return Collections.unmodifiableSortedMap(failedBy);
    }

    private static int sum(SortedMap<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
