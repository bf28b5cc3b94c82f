package dev.astrolabe.agents.gate;

import dev.astrolabe.agents.Proposal;
import java.util.List;
import java.util.Random;

/** A random session with an entry that someone proposes in it; its seed is all there is to repeat it. */
record Scenario(long seed, GateLimits limits, GateContext context, List<Proposal.Open> opens) {

    static Scenario of(long seed) {
        return of(seed, 1);
    }

    /** The same session with more entries after the first. */
    static Scenario of(long seed, int entries) {
        return new ScenarioGenerator(new Random(seed)).next(seed, entries);
    }

    Proposal.Open open() {
        return opens.get(0);
    }

    CeoGate gate() {
        return new CeoGate(limits);
    }

    Verdict verdict() {
        return gate().review(open(), context);
    }

    Scenario with(GateLimits otherLimits, GateContext otherContext) {
        return new Scenario(seed, otherLimits, otherContext, opens);
    }

    @Override
    public String toString() {
        return "Scenario.of(" + seed + "L) " + open() + " in " + context;
    }
}
