package dev.astrolabe.agents.gate;

import dev.astrolabe.agents.AgentSpec;
import dev.astrolabe.agents.Leg;
import dev.astrolabe.agents.Proposal;
import dev.astrolabe.exchange.model.StepFilter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** An entry on its way through the rules. Lives within one review, on one thread. */
final class Draft {

    private final GateLimits limits;
    private final GateContext context;
    private final GateAgent agent;
    private final Holdings holdings;
    private final Optional<QuantityGrid> grid;
    private final List<Clamp> clamps = new ArrayList<>();
    private Proposal.Open open;
    private List<LegQuote> legs;

    Draft(GateLimits limits, GateContext context, GateAgent agent, Proposal.Open open, List<LegQuote> legs) {
        this.limits = limits;
        this.context = context;
        this.agent = agent;
        this.open = open;
        this.legs = legs;
        this.holdings = new Holdings(context, limits.topology(), agent.id());
        this.grid =
                QuantityGrid.of(legs.stream().flatMap(Draft::quantityFilters).toList());
    }

    /** Entry, stop and emergency exit have the same quantity, so it has to pass both filters. */
    private static Stream<StepFilter> quantityFilters(LegQuote leg) {
        return Stream.of(leg.instrument().quantityFilter(), leg.instrument().marketQuantityFilter());
    }

    GateLimits limits() {
        return limits;
    }

    GateContext context() {
        return context;
    }

    GateAgent agent() {
        return agent;
    }

    AgentSpec spec() {
        return agent.spec();
    }

    Holdings holdings() {
        return holdings;
    }

    Optional<QuantityGrid> grid() {
        return grid;
    }

    Proposal.Open open() {
        return open;
    }

    List<LegQuote> legs() {
        return legs;
    }

    List<Clamp> clamps() {
        return clamps;
    }

    BigDecimal quantity() {
        return open.quantity();
    }

    BigDecimal leverage() {
        return BigDecimal.valueOf(open.leverage());
    }

    Optional<Verdict.Rejected> pass() {
        return Optional.empty();
    }

    Optional<Verdict.Rejected> reject(ReasonCode code, String message) {
        return Optional.of(new Verdict.Rejected(code, message));
    }

    /** Asks every leg; the first refusal counts. */
    Optional<Verdict.Rejected> eachLeg(Function<LegQuote, Optional<Verdict.Rejected>> check) {
        return legs.stream().map(check).flatMap(Optional::stream).findFirst();
    }

    /**
     * Cuts the quantity to the largest on the lot that fits.
     *
     * @param code of the cut
     * @param refusal where nothing fits
     * @param message of the refusal
     * @param fits must hold for every smaller quantity too
     */
    Optional<Verdict.Rejected> shrink(ReasonCode code, ReasonCode refusal, String message, Predicate<BigDecimal> fits) {
        if (fits.test(quantity())) {
            return pass();
        }
        Optional<BigDecimal> largest = grid.flatMap(values -> values.largest(quantity(), fits));
        if (largest.isEmpty()) {
            return reject(refusal, message);
        }
        quantity(code, largest.get());
        return pass();
    }

    void quantity(ReasonCode code, BigDecimal after) {
        clamps.add(new Clamp(code, "quantity", quantity(), after));
        replace(open.legs(), after, open.leverage());
    }

    void leverage(ReasonCode code, int after) {
        clamps.add(new Clamp(code, "leverage", leverage(), BigDecimal.valueOf(after)));
        replace(open.legs(), quantity(), after);
    }

    /** Replaces a price of one leg. */
    void price(ReasonCode code, String what, LegQuote old, BigDecimal before, BigDecimal after, Leg leg) {
        clamps.add(new Clamp(code, what + " of " + old.listing(), before, after));
        List<Leg> changed = new ArrayList<>();
        List<LegQuote> quotes = new ArrayList<>();
        for (LegQuote quote : legs) {
            LegQuote next = quote.listing().equals(old.listing()) ? new LegQuote(leg, quote.market()) : quote;
            quotes.add(next);
            changed.add(next.leg());
        }
        legs = List.copyOf(quotes);
        replace(changed, quantity(), open.leverage());
    }

    private void replace(List<Leg> changed, BigDecimal quantity, int leverage) {
        open = new Proposal.Open(
                open.agent(), open.decidedAt(), open.expiresAt(), changed, quantity, leverage, open.reason());
    }
}
