package dev.astrolabe.agents.session;

import dev.astrolabe.agents.AgentId;
import dev.astrolabe.agents.Decision;
import dev.astrolabe.agents.Leg;
import dev.astrolabe.agents.Proposal;
import dev.astrolabe.agents.Snapshot;
import dev.astrolabe.agents.Strategy;
import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.exchange.model.PositionSide;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Proposes at given steps what a test says, and remembers what it saw. */
final class ScriptedStrategy implements Strategy {

    final List<Snapshot> seen = new ArrayList<>();
    int leverage = 5;

    private final AgentId id;
    private final Map<Integer, List<Function<Snapshot, Proposal>>> script = new TreeMap<>();

    ScriptedStrategy(AgentId id) {
        this.id = id;
    }

    ScriptedStrategy at(int step, Function<Snapshot, Proposal> proposal) {
        script.computeIfAbsent(step, any -> new ArrayList<>()).add(proposal);
        return this;
    }

    @Override
    public Decision decide(Snapshot snapshot) {
        seen.add(snapshot);
        long step = Duration.between(ScriptedFeed.START, snapshot.time().plusMillis(1))
                .toMinutes();
        return Decision.propose(script.getOrDefault((int) step, List.of()).stream()
                .map(proposal -> proposal.apply(snapshot))
                .toList());
    }

    Snapshot seenAt(int step) {
        return seen.stream()
                .filter(snapshot -> snapshot.time().equals(ScriptedFeed.timeOf(step)))
                .findFirst()
                .orElseThrow();
    }

    /** A market entry. */
    Function<Snapshot, Proposal> open(Listing listing, PositionSide side, String quantity, String stop) {
        return open(listing, side, quantity, stop, null, null);
    }

    Function<Snapshot, Proposal> open(
            Listing listing,
            PositionSide side,
            String quantity,
            String stop,
            @Nullable String takeProfit,
            @Nullable String limit) {
        return snapshot -> open(snapshot, quantity, leg(snapshot, listing, side, stop, takeProfit, limit));
    }

    /** Long here and short there. */
    Function<Snapshot, Proposal> pair(String quantity, String stopHere, String stopThere) {
        return snapshot -> open(
                snapshot,
                quantity,
                leg(snapshot, ScriptedFeed.BTC, PositionSide.LONG, stopHere, null, null),
                leg(snapshot, ScriptedFeed.BTC_THERE, PositionSide.SHORT, stopThere, null, null));
    }

    private Proposal open(Snapshot snapshot, String quantity, Leg... legs) {
        Instant expires = snapshot.time().plus(Duration.ofMinutes(2));
        return new Proposal.Open(
                id, snapshot.time(), expires, List.of(legs), new BigDecimal(quantity), leverage, "script");
    }

    private static Leg leg(
            Snapshot snapshot,
            Listing listing,
            PositionSide side,
            String stop,
            @Nullable String takeProfit,
            @Nullable String limit) {
        return Leg.builder()
                .listing(listing)
                .side(side)
                .referencePrice(
                        Objects.requireNonNull(snapshot.markets().get(listing)).mark())
                .stopPrice(new BigDecimal(stop))
                .takeProfitPrice(takeProfit == null ? null : new BigDecimal(takeProfit))
                .limitPrice(limit == null ? null : new BigDecimal(limit))
                .build();
    }

    Function<Snapshot, Proposal> close(Listing listing, PositionSide side, String quantity) {
        return snapshot -> new Proposal.Close(id, snapshot.time(), listing, side, new BigDecimal(quantity), "script");
    }

    Function<Snapshot, Proposal> moveStop(Listing listing, PositionSide side, String stop) {
        return snapshot -> new Proposal.MoveStop(id, snapshot.time(), listing, side, new BigDecimal(stop), "script");
    }
}
