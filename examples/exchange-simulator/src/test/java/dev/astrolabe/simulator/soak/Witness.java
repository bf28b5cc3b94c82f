package dev.astrolabe.simulator.soak;

import dev.astrolabe.simulator.ExchangeSimulator;
import dev.astrolabe.simulator.journal.Acceptance.Act;
import dev.astrolabe.simulator.journal.JournalEntry;
import dev.astrolabe.simulator.soak.CarefulCaller.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the simulator's journal says against what a caller was told. */
final class Witness {

    private final Map<String, Integer> placed = new HashMap<>();
    private final Map<String, Integer> faults = new TreeMap<>();

    Witness(ExchangeSimulator simulator) {
        for (JournalEntry entry : simulator.journal().after(0)) {
            if (!entry.fault().isEmpty()) {
                faults.merge(entry.fault(), 1, Integer::sum);
            }
            entry.acceptance().orders().stream()
                    .filter(order -> order.act() == Act.PLACED)
                    .forEach(order -> placed.merge(order.clientOrderId(), 1, Integer::sum));
        }
    }

    /** How many orders were placed. */
    int orders() {
        return placed.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Requests that were accepted and met a fault, by the fault's name. */
    Map<String, Integer> faults() {
        return faults;
    }

    /** Where the journal is not what the caller was told; empty if nothing was lost or doubled. */
    List<String> contradictions(Map<String, Verdict> verdicts) {
        List<String> found = new ArrayList<>();
        verdicts.forEach((id, verdict) -> {
            int times = placed.getOrDefault(id, 0);
            if (times != (verdict == Verdict.PLACED ? 1 : 0)) {
                found.add("order " + id + " was told to be " + verdict + " and was placed " + times + " times");
            }
        });
        placed.keySet().stream()
                .filter(id -> !verdicts.containsKey(id))
                .forEach(id -> found.add("order " + id + " was placed and not told of"));
        return found;
    }
}
