package dev.astrolabe.agents.strategy;

import dev.astrolabe.agents.AgentView;
import dev.astrolabe.agents.Alert;
import dev.astrolabe.agents.Decision;
import dev.astrolabe.agents.Leg;
import dev.astrolabe.agents.OwnPosition;
import dev.astrolabe.agents.Proposal;
import dev.astrolabe.agents.Snapshot;
import dev.astrolabe.agents.Strategy;
import dev.astrolabe.agents.market.MarketView;
import dev.astrolabe.exchange.model.PositionSide;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sells a coin where it is dear and buys the same quantity where it is cheap, if price difference and funding together pay
 * for all four orders; closes when the difference is gone, when it takes too long, or at once when one leg is lost. With one
 * venue alone it only reports funding that would pay for a hedge elsewhere.
 *
 * @since 0.1
 */
public final class Arbitrage implements Strategy {

    private static final Duration VALIDITY = Duration.ofSeconds(5);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Rules rules;

    /**
     * The numbers of the rules.
     *
     * @param minNet what must be left after all costs, as a ratio; 0.0005
     * @param exitBasis difference at which the pair is closed, as a ratio; 0.0001
     * @param stopDistance how far each leg's emergency stop lies from its price, as a ratio; 0.04
     * @param maxHolding how long to hold; 8 hours
     * @param minAlertRate funding rate worth an alert where there is one venue alone, as a ratio a payment; 0.001
     * @param leverage the leverage to ask for; 2
     * @since 0.1
     */
    public record Rules(
            BigDecimal minNet,
            BigDecimal exitBasis,
            BigDecimal stopDistance,
            Duration maxHolding,
            BigDecimal minAlertRate,
            int leverage) {

        /** The standard numbers. */
        public static final Rules STANDARD = new Rules(
                new BigDecimal("0.0005"),
                new BigDecimal("0.0001"),
                new BigDecimal("0.04"),
                Duration.ofHours(8),
                new BigDecimal("0.001"),
                2);
    }

    /**
     * Rules with given numbers.
     *
     * @param rules the numbers
     */
    public Arbitrage(Rules rules) {
        this.rules = rules;
    }

    @Override
    public Decision decide(Snapshot snapshot) {
        SortedMap<Symbol, List<MarketView>> bySymbol = new TreeMap<>();
        for (MarketView market : snapshot.markets().values()) {
            bySymbol.computeIfAbsent(market.listing().symbol(), symbol -> new ArrayList<>())
                    .add(market);
        }
        List<Proposal> exits = new ArrayList<>();
        List<Proposal> entries = new ArrayList<>();
        List<Alert> alerts = new ArrayList<>();
        for (Map.Entry<Symbol, List<MarketView>> venues : bySymbol.entrySet()) {
            List<OwnPosition> held = held(snapshot, venues.getKey());
            if (!held.isEmpty()) {
                exits.addAll(manage(snapshot, venues.getValue(), held));
            } else if (venues.getValue().size() > 1) {
                best(snapshot, venues.getValue()).ifPresent(entries::add);
            } else {
                alert(venues.getValue().get(0)).ifPresent(alerts::add);
            }
        }
        exits.addAll(entries);
        return new Decision(exits, alerts);
    }

    private static List<OwnPosition> held(Snapshot snapshot, Symbol symbol) {
        List<OwnPosition> held = new ArrayList<>();
        for (OwnPosition position : snapshot.self().positions()) {
            if (position.listing().symbol().equals(symbol)) {
                held.add(position);
            }
        }
        return held;
    }

    private Optional<Alert> alert(MarketView market) {
        return market.tick()
                .mark()
                .fundingRate()
                .filter(rate -> rate.abs().compareTo(rules.minAlertRate()) >= 0)
                .map(rate -> new Alert(
                        market.listing(),
                        "funding " + rate.toPlainString() + " a payment, and no second venue to hedge it on"));
    }

    private record Candidate(MarketView dear, MarketView cheap, BigDecimal quantity, PairEdge edge) {}

    private Optional<Proposal> best(Snapshot snapshot, List<MarketView> venues) {
        @Nullable Candidate best = null;
        for (MarketView dear : venues) {
            for (MarketView cheap : venues) {
                Candidate candidate = dear.listing().equals(cheap.listing()) ? null : candidate(snapshot, dear, cheap);
                if (candidate != null
                        && (best == null
                                || candidate.edge().net().compareTo(best.edge().net()) > 0)) {
                    best = candidate;
                }
            }
        }
        return best == null ? Optional.empty() : Optional.of(open(snapshot, best));
    }

    private @Nullable Candidate candidate(Snapshot snapshot, MarketView dear, MarketView cheap) {
        AgentView self = snapshot.self();
        if (!self.isFree(dear.listing()) || !self.isFree(cheap.listing())) {
            return null;
        }
        BigDecimal quantity = quantity(self, dear, cheap);
        if (quantity.signum() == 0) {
            return null;
        }
        return PairEdge.of(dear, cheap, quantity, snapshot.time(), rules.maxHolding())
                .filter(edge -> edge.net().compareTo(rules.minNet()) >= 0)
                .map(edge -> new Candidate(dear, cheap, quantity, edge))
                .orElse(null);
    }

    /** A quantity that both instruments take and for which both legs have margin. */
    private BigDecimal quantity(AgentView self, MarketView dear, MarketView cheap) {
        BigDecimal price = dear.mark().max(cheap.mark());
        BigDecimal half = self.freeMargin().divide(TWO);
        AgentView oneLeg = new AgentView(self.spec(), self.equity().divide(TWO), half, List.of(), self.pending());
        return Sizing.quantity(oneLeg, dear.instrument(), leverage(self), price)
                .flatMap(quantity -> cheap.instrument().roundQuantity(quantity, price))
                .flatMap(quantity -> dear.instrument().roundQuantity(quantity, price))
                .filter(quantity -> cheap.instrument().quantityFilter().onStep(quantity))
                .orElse(BigDecimal.ZERO);
    }

    private int leverage(AgentView self) {
        return Math.min(rules.leverage(), self.spec().maxLeverage());
    }

    private Proposal open(Snapshot snapshot, Candidate pair) {
        PairEdge edge = pair.edge();
        return new Proposal.Open(
                snapshot.self().spec().id(),
                snapshot.time(),
                snapshot.time().plus(VALIDITY),
                List.of(leg(pair.dear(), PositionSide.SHORT), leg(pair.cheap(), PositionSide.LONG)),
                pair.quantity(),
                leverage(snapshot.self()),
                MarketRules.figures(
                        "basis %.2f bp, funding due %.2f bp, fees %.2f bp, exit %.2f bp",
                        edge.basis().movePointRight(4),
                        edge.carry().movePointRight(4),
                        edge.fees().movePointRight(4),
                        edge.exitSpread().movePointRight(4)));
    }

    private Leg leg(MarketView market, PositionSide side) {
        BigDecimal price = market.mark();
        BigDecimal stop = Sizing.towardEntry(
                market.instrument(), side, Sizing.away(side, price, price.multiply(rules.stopDistance())));
        return Leg.builder()
                .listing(market.listing())
                .side(side)
                .referencePrice(price)
                .stopPrice(stop)
                .build();
    }

    private List<Proposal> manage(Snapshot snapshot, List<MarketView> venues, List<OwnPosition> held) {
        Optional<OwnPosition> shortLeg = leg(held, PositionSide.SHORT);
        Optional<OwnPosition> longLeg = leg(held, PositionSide.LONG);
        if (shortLeg.isEmpty() || longLeg.isEmpty()) {
            return close(snapshot, held, "the other leg is gone");
        }
        Duration time = Duration.between(shortLeg.get().openedAt(), snapshot.time());
        if (time.compareTo(rules.maxHolding()) >= 0) {
            return close(snapshot, held, "held for " + time.toMinutes() + " minutes");
        }
        Optional<MarketView> dear = view(venues, shortLeg.get());
        Optional<MarketView> cheap = view(venues, longLeg.get());
        if (dear.isEmpty() || cheap.isEmpty()) {
            return List.of();
        }
        return PairEdge.remaining(dear.get(), cheap.get(), shortLeg.get().quantity())
                .filter(basis -> basis.compareTo(rules.exitBasis()) <= 0)
                .map(basis -> close(
                        snapshot, held, MarketRules.figures("difference down to %.2f bp", basis.movePointRight(4))))
                .orElse(List.of());
    }

    private static Optional<OwnPosition> leg(List<OwnPosition> held, PositionSide side) {
        return held.stream().filter(position -> position.side() == side).findFirst();
    }

    private static Optional<MarketView> view(List<MarketView> venues, OwnPosition position) {
        return venues.stream()
                .filter(market -> market.listing().equals(position.listing()))
                .findFirst();
    }

    private static List<Proposal> close(Snapshot snapshot, List<OwnPosition> held, String reason) {
        return held.stream()
                .flatMap(position -> MarketRules.close(snapshot, position, reason).stream())
                .toList();
    }
}
