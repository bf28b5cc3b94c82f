package dev.astrolabe.agents.gate;

import dev.astrolabe.agents.market.MarketView;
import java.math.BigDecimal;
import java.util.Optional;

/** G8 and G9: what the portfolio loses if every stop fires, and how large it is. */
final class RiskRules {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private RiskRules() {}

    /**
     * The equity already has the profit and loss of what is held, so a held position loses from the mark price on; an entry
     * under way, and this one, also lose the fee of getting in.
     */
    static Optional<Verdict.Rejected> heat(Draft draft) {
        GateLimits limits = draft.limits();
        GatePortfolio portfolio = draft.context().portfolio();
        BigDecimal left =
                limits.maxDrawdown().multiply(portfolio.highWaterMark()).subtract(portfolio.drawdown());
        BigDecimal budget = limits.heatShare().multiply(left);
        BigDecimal used = Holdings.sum(draft.holdings().all().stream()
                .map(holding -> risk(draft, holding))
                .toList());
        BigDecimal coin =
                Holdings.sum(draft.legs().stream().map(leg -> risk(limits, leg)).toList());
        BigDecimal bound = budget.subtract(used);
        return draft.shrink(
                ReasonCode.HEAT_CLAMPED,
                ReasonCode.HEAT_EXHAUSTED,
                "all stops together already lose " + Amounts.text(used) + "; with the least quantity in "
                        + SizeRules.markets(draft) + " that is above the " + Amounts.text(budget) + " allowed",
                quantity -> quantity.multiply(coin).compareTo(bound) <= 0);
    }

    private static BigDecimal risk(Draft draft, Holdings.Holding holding) {
        MarketView market = draft.context().markets().get(holding.listing());
        BigDecimal fee = market == null
                ? BigDecimal.ZERO
                : market.fees().taker().max(market.fees().maker()).max(BigDecimal.ZERO);
        BigDecimal fills = holding.pending() ? fee.multiply(TWO) : fee;
        // A short position is closed at its stop, above the price of now.
        BigDecimal exit = holding.price().add(holding.stopLoss());
        return holding.quantity()
                .multiply(holding.stopLoss()
                        .add(exit.multiply(fills.add(draft.limits().slippage()))));
    }

    /** What one coin of a leg loses from entry to stop, with both fees and slippage. */
    private static BigDecimal risk(GateLimits limits, LegQuote leg) {
        BigDecimal exit = leg.high().add(leg.stopLoss());
        return leg.stopLoss().add(exit.multiply(leg.fee().multiply(TWO).add(limits.slippage())));
    }

    static Optional<Verdict.Rejected> gross(Draft draft) {
        BigDecimal held = draft.holdings().notional(holding -> true);
        BigDecimal price =
                Holdings.sum(draft.legs().stream().map(LegQuote::high).toList());
        BigDecimal cap = draft.limits()
                .maxGrossExposure()
                .multiply(draft.context().portfolio().equity());
        return draft.shrink(
                ReasonCode.GROSS_EXPOSURE,
                ReasonCode.GROSS_EXPOSURE,
                "notional " + Amounts.text(held) + " of all positions leaves no room for the least quantity in "
                        + SizeRules.markets(draft) + " within " + Amounts.text(cap),
                quantity -> held.add(quantity.multiply(price)).compareTo(cap) <= 0);
    }

    /** Over all exchanges and both directions: a pair counts with both its legs. */
    static Optional<Verdict.Rejected> symbol(Draft draft) {
        BigDecimal cap = draft.limits()
                .maxSymbolExposure()
                .multiply(draft.context().portfolio().equity());
        for (String coin : draft.legs().stream()
                .map(leg -> leg.listing().symbol().base())
                .distinct()
                .toList()) {
            BigDecimal held = draft.holdings()
                    .notional(holding -> holding.listing().symbol().base().equals(coin));
            BigDecimal price = Holdings.sum(draft.legs().stream()
                    .filter(leg -> leg.listing().symbol().base().equals(coin))
                    .map(LegQuote::high)
                    .toList());
            Optional<Verdict.Rejected> refusal = draft.shrink(
                    ReasonCode.SYMBOL_EXPOSURE,
                    ReasonCode.SYMBOL_EXPOSURE,
                    "notional " + Amounts.text(held) + " in " + coin + " leaves no room for the least quantity in "
                            + SizeRules.markets(draft) + " within " + Amounts.text(cap),
                    quantity -> held.add(quantity.multiply(price)).compareTo(cap) <= 0);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return draft.pass();
    }
}
