package dev.astrolabe.agents.gate;

import dev.astrolabe.agents.Leg;
import dev.astrolabe.agents.Proposal;
import dev.astrolabe.agents.market.MarketView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What must hold before any rule can reckon at all: a well-formed proposal of a known agent in known markets. Not in the list
 * of rules, since without it the others have nothing to work on.
 */
final class Schema {

    private Schema() {}

    /** Refuses an entry with an amount that no market has. */
    static Optional<Verdict.Rejected> check(Proposal.Open open) {
        Optional<Verdict.Rejected> amount = positive("quantity", open.quantity());
        if (amount.isPresent()) {
            return amount;
        }
        if (open.leverage() < 1) {
            return malformed("leverage " + open.leverage() + " is below 1");
        }
        for (Leg leg : open.legs()) {
            Optional<Verdict.Rejected> price = positive("reference price of " + leg.listing(), leg.referencePrice())
                    .or(() -> leg.limitPrice().flatMap(it -> positive("limit price of " + leg.listing(), it)))
                    .or(() -> leg.stopPrice().flatMap(it -> positive("stop of " + leg.listing(), it)))
                    .or(() -> leg.takeProfitPrice().flatMap(it -> positive("take-profit of " + leg.listing(), it)));
            if (price.isPresent()) {
                return price;
            }
        }
        return Optional.empty();
    }

    static Optional<Verdict.Rejected> positive(String what, BigDecimal value) {
        if (value.signum() <= 0) {
            return malformed(what + " " + Amounts.text(value) + " is not above 0");
        }
        return Amounts.sane(value)
                ? Optional.empty()
                : malformed(what + " " + Amounts.text(value) + " has more than 60 digits");
    }

    private static Optional<Verdict.Rejected> malformed(String message) {
        return Optional.of(new Verdict.Rejected(ReasonCode.SCHEMA, message));
    }

    static Verdict.Rejected unknownAgent(Proposal proposal) {
        return new Verdict.Rejected(
                ReasonCode.UNKNOWN_AGENT, "agent " + proposal.agent() + " is none of this session's");
    }

    /** The legs at the prices of their markets; empty where a market is not known. */
    static Optional<List<LegQuote>> quotes(Proposal.Open open, GateContext context) {
        List<LegQuote> quotes = new ArrayList<>();
        for (Leg leg : open.legs()) {
            MarketView market = context.markets().get(leg.listing());
            if (market == null || market.mark().signum() <= 0) {
                return Optional.empty();
            }
            quotes.add(new LegQuote(leg, market));
        }
        return Optional.of(List.copyOf(quotes));
    }

    static Verdict.Rejected unknownMarket(Proposal.Open open, GateContext context) {
        for (Leg leg : open.legs()) {
            if (!context.whitelist().contains(leg.listing())) {
                return new Verdict.Rejected(
                        ReasonCode.SYMBOL_NOT_WHITELISTED, leg.listing() + " is none of this session's markets");
            }
        }
        return new Verdict.Rejected(
                ReasonCode.DATA_MISSING, "a market of " + open.legs() + " has no mark price, so nothing is opened");
    }
}
