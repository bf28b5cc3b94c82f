package dev.astrolabe.agents.gate;

import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.exchange.ExchangeId;
import dev.astrolabe.exchange.model.PositionSide;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** G4 to G6: how many positions, how much margin in one, and whether the margin is there. */
final class SizeRules {

    private record Slot(Listing listing, PositionSide side) {}

    private SizeRules() {}

    static Optional<Verdict.Rejected> positions(Draft draft) {
        Set<Slot> slots = new HashSet<>();
        draft.holdings().own().forEach(holding -> slots.add(new Slot(holding.listing(), holding.side())));
        draft.legs().forEach(leg -> slots.add(new Slot(leg.listing(), leg.leg().side())));
        int most = draft.spec().maxPositions();
        return slots.size() > most
                ? draft.reject(
                        ReasonCode.MAX_POSITIONS,
                        draft.agent().id() + " would have " + slots.size() + " positions open or under way; at most "
                                + most)
                : draft.pass();
    }

    /** A pair is one trade: the margins of both legs count together. */
    static Optional<Verdict.Rejected> margin(Draft draft) {
        BigDecimal cap = draft.spec()
                .maxMarginShare()
                .multiply(draft.agent().sizeFactor())
                .multiply(draft.agent().equity());
        BigDecimal used = Holdings.sum(draft.legs().stream()
                .map(leg -> draft.holdings().ownMargin(leg.listing()))
                .toList());
        BigDecimal price = price(draft.legs());
        BigDecimal bound = cap.subtract(used).multiply(draft.leverage());
        return draft.shrink(
                ReasonCode.SIZE_CLAMPED,
                ReasonCode.AGENT_CAPITAL_EXHAUSTED,
                "margin " + Amounts.text(used) + " of " + draft.agent().id() + " in " + markets(draft)
                        + " leaves no room for the least quantity within " + Amounts.text(cap),
                quantity -> quantity.multiply(price).compareTo(bound) <= 0);
    }

    static Optional<Verdict.Rejected> agentCapital(Draft draft) {
        BigDecimal free = draft.agent().freeMargin();
        return withinMargin(
                draft,
                draft.legs(),
                free,
                ReasonCode.AGENT_CAPITAL_EXHAUSTED,
                "free margin of " + draft.agent().id());
    }

    static Optional<Verdict.Rejected> accountMargin(Draft draft) {
        for (ExchangeId exchange : exchanges(draft)) {
            Optional<GateAccount> account = draft.context()
                    .account(draft.agent().id(), exchange, draft.limits().topology());
            if (account.isPresent()) {
                Optional<Verdict.Rejected> refusal = withinMargin(
                        draft,
                        at(draft, exchange),
                        account.get().available(),
                        ReasonCode.ACCOUNT_MARGIN_INSUFFICIENT,
                        "available margin at " + exchange);
                if (refusal.isPresent()) {
                    return refusal;
                }
            }
        }
        return draft.pass();
    }

    /** Margin and the fee of the entry; both sides are multiplied by the leverage, so that nothing is divided. */
    private static Optional<Verdict.Rejected> withinMargin(
            Draft draft, List<LegQuote> legs, BigDecimal available, ReasonCode code, String what) {
        BigDecimal price = Holdings.sum(legs.stream()
                .map(leg -> leg.high().add(leg.high().multiply(leg.fee()).multiply(draft.leverage())))
                .toList());
        BigDecimal bound = draft.limits().marginUse().multiply(available).multiply(draft.leverage());
        return draft.shrink(
                code,
                code,
                what + " " + Amounts.text(available) + " does not carry the least quantity in " + markets(draft)
                        + "; at most " + draft.limits().marginUse().toPlainString() + " of it is used",
                quantity -> quantity.multiply(price).compareTo(bound) <= 0);
    }

    static List<ExchangeId> exchanges(Draft draft) {
        return draft.legs().stream()
                .map(leg -> leg.listing().exchange())
                .distinct()
                .toList();
    }

    static List<LegQuote> at(Draft draft, ExchangeId exchange) {
        return draft.legs().stream()
                .filter(leg -> leg.listing().exchange().equals(exchange))
                .toList();
    }

    static String markets(Draft draft) {
        return String.join(
                " and ",
                draft.legs().stream().map(leg -> leg.listing().toString()).toList());
    }

    private static BigDecimal price(List<LegQuote> legs) {
        return Holdings.sum(legs.stream().map(LegQuote::high).toList());
    }
}
