package dev.astrolabe.agents.strategy;

import dev.astrolabe.agents.AgentView;
import dev.astrolabe.agents.Decision;
import dev.astrolabe.agents.Leg;
import dev.astrolabe.agents.OwnPosition;
import dev.astrolabe.agents.Proposal;
import dev.astrolabe.agents.Snapshot;
import dev.astrolabe.agents.Strategy;
import dev.astrolabe.agents.market.MarketView;
import dev.astrolabe.exchange.model.PositionSide;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rules that look at each market by itself: manage what is held there, or enter where nothing is. */
abstract class MarketRules implements Strategy {

    private static final Duration MARKET_ENTRY_VALIDITY = Duration.ofSeconds(5);

    @Override
    public final Decision decide(Snapshot snapshot) {
        List<Proposal> exits = new ArrayList<>();
        List<Proposal> entries = new ArrayList<>();
        for (MarketView market : snapshot.markets().values()) {
            if (!market.readings().warm()) {
                continue;
            }
            Optional<OwnPosition> held = snapshot.self().position(market.listing());
            if (held.isPresent()) {
                manage(snapshot, market, held.get()).ifPresent(exits::add);
            } else if (snapshot.self().isFree(market.listing())) {
                enter(snapshot, market).ifPresent(entries::add);
            }
        }
        exits.addAll(entries);
        return Decision.propose(exits);
    }

    /** What to do with a position: close it, move its stop, or nothing. */
    abstract Optional<Proposal> manage(Snapshot snapshot, MarketView market, OwnPosition position);

    /** Whether to enter a market in which nothing is held or under way. */
    abstract Optional<Proposal> enter(Snapshot snapshot, MarketView market);

    static Optional<Proposal> openAtMarket(
            Snapshot snapshot, MarketView market, PositionSide side, int leverage, double stopDistance, String reason) {
        AgentView self = snapshot.self();
        BigDecimal price = market.mark();
        int allowed = Math.min(leverage, self.spec().maxLeverage());
        BigDecimal stop = Sizing.stop(self.spec(), market.instrument(), side, price, BigDecimal.valueOf(stopDistance));
        Leg leg = Leg.builder()
                .listing(market.listing())
                .side(side)
                .referencePrice(price)
                .stopPrice(stop)
                .build();
        return open(snapshot, market, leg, allowed, price, snapshot.time().plus(MARKET_ENTRY_VALIDITY), reason);
    }

    static Optional<Proposal> open(
            Snapshot snapshot,
            MarketView market,
            Leg leg,
            int leverage,
            BigDecimal price,
            Instant expiresAt,
            String reason) {
        return Sizing.quantity(snapshot.self(), market.instrument(), leverage, price)
                .map(quantity -> new Proposal.Open(
                        snapshot.self().spec().id(),
                        snapshot.time(),
                        expiresAt,
                        List.of(leg),
                        quantity,
                        leverage,
                        reason));
    }

    static Optional<Proposal> close(Snapshot snapshot, OwnPosition position, String reason) {
        return Optional.of(new Proposal.Close(
                snapshot.self().spec().id(),
                snapshot.time(),
                position.listing(),
                position.side(),
                position.quantity(),
                reason));
    }

    /** Figures for people, in one form whatever the machine's language. */
    static String figures(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
