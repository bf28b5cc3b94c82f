package dev.astrolabe.agents.gate;

import dev.astrolabe.agents.AgentId;
import dev.astrolabe.agents.OwnPosition;
import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.agents.market.MarketView;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.RiskTier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What all agents hold and have under way, as one list. An entry under way counts as filled at the price it was approved at.
 * Immutable.
 */
final class Holdings {

    /**
     * One position or entry under way.
     *
     * @param price the mark price, in quote per single coin
     * @param stopLoss what a coin loses from that price until its stop fires
     */
    record Holding(
            AgentId agent,
            Listing listing,
            PositionSide side,
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal margin,
            BigDecimal stopLoss,
            boolean pending) {

        BigDecimal notional() {
            return quantity.multiply(price);
        }
    }

    private final GateContext context;
    private final Topology topology;
    private final AgentId self;
    private final List<Holding> all = new ArrayList<>();

    Holdings(GateContext context, Topology topology, AgentId self) {
        this.context = context;
        this.topology = topology;
        this.self = self;
        for (GateAgent agent : context.agents().values()) {
            agent.positions().forEach(position -> all.add(held(agent.id(), position)));
            agent.pending().forEach(pending -> all.add(underWay(agent.id(), pending)));
        }
    }

    private Holding held(AgentId agent, OwnPosition position) {
        BigDecimal mark = mark(position.listing()).orElse(position.entryPrice());
        BigDecimal loss = position.stopPrice()
                .map(stop -> position.side() == PositionSide.LONG ? mark.subtract(stop) : stop.subtract(mark))
                .orElse(mark);
        return new Holding(
                agent,
                position.listing(),
                position.side(),
                position.quantity(),
                mark,
                position.margin(),
                loss.max(BigDecimal.ZERO),
                false);
    }

    private Holding underWay(AgentId agent, PendingOpen pending) {
        BigDecimal price = mark(pending.listing()).map(pending.price()::max).orElse(pending.price());
        return new Holding(
                agent,
                pending.listing(),
                pending.side(),
                pending.quantity(),
                price,
                pending.margin(),
                pending.stopDistance(),
                true);
    }

    private Optional<BigDecimal> mark(Listing listing) {
        return Optional.ofNullable(context.markets().get(listing)).map(MarketView::mark);
    }

    List<Holding> all() {
        return List.copyOf(all);
    }

    List<Holding> own() {
        return all.stream().filter(holding -> holding.agent().equals(self)).toList();
    }

    /** Those in the account in which the agent trades at an exchange. */
    List<Holding> inAccount(ExchangeId exchange) {
        return all.stream()
                .filter(holding -> holding.listing().exchange().equals(exchange))
                .filter(holding ->
                        topology != Topology.SUBACCOUNT || holding.agent().equals(self))
                .toList();
    }

    BigDecimal notional(Predicate<Holding> which) {
        return sum(all.stream().filter(which).map(Holding::notional).toList());
    }

    /** The notional in a market within the account in which the agent trades. */
    BigDecimal notionalInAccount(Listing listing) {
        return sum(inAccount(listing.exchange()).stream()
                .filter(holding -> holding.listing().equals(listing))
                .map(Holding::notional)
                .toList());
    }

    /** The margin that the agent has in a market. */
    BigDecimal ownMargin(Listing listing) {
        return sum(own().stream()
                .filter(holding -> holding.listing().equals(listing))
                .map(Holding::margin)
                .toList());
    }

    /** What the maintenance of all positions in an account takes, with more notional in some markets. */
    BigDecimal maintenance(ExchangeId exchange, Predicate<Listing> added, BigDecimal quantity, List<LegQuote> legs) {
        TreeSet<Listing> listings = new TreeSet<>();
        inAccount(exchange).forEach(holding -> listings.add(holding.listing()));
        legs.stream().map(LegQuote::listing).filter(added).forEach(listings::add);
        BigDecimal total = BigDecimal.ZERO;
        for (Listing listing : listings) {
            BigDecimal notional = notionalInAccount(listing);
            for (LegQuote leg : legs) {
                if (added.test(listing) && leg.listing().equals(listing)) {
                    notional = notional.add(quantity.multiply(leg.high()));
                }
            }
            total = total.add(Tiers.maintenance(tiers(listing), notional));
        }
        return total;
    }

    List<RiskTier> tiers(Listing listing) {
        return context.riskTiers().getOrDefault(listing, List.of());
    }

    static BigDecimal sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
