package dev.astrolabe.agents.gate;

import dev.astrolabe.agents.market.Listing;
import dev.astrolabe.exchange.ExchangeId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** G7: whether the stop protects, and fires before anything worse happens. */
final class StopRules {

    private StopRules() {}

    static Optional<Verdict.Rejected> missing(Draft draft) {
        return draft.eachLeg(
                leg -> draft.limits().stopRequired() && leg.leg().stopPrice().isEmpty()
                        ? draft.reject(ReasonCode.STOP_MISSING, leg.leg() + " has no stop")
                        : draft.pass());
    }

    static Optional<Verdict.Rejected> wouldTrigger(Draft draft) {
        return draft.eachLeg(leg -> leg.leg().stopPrice().flatMap(stop -> {
            BigDecimal price = leg.isLong() ? leg.low() : leg.high();
            int side = leg.isLong() ? stop.compareTo(price) : price.compareTo(stop);
            return side >= 0
                    ? draft.reject(
                            ReasonCode.STOP_WOULD_TRIGGER,
                            "stop " + Amounts.text(stop) + " of a " + leg.leg().side() + " in " + leg.listing()
                                    + " would fire at once: the price is " + Amounts.text(price))
                    : draft.pass();
        }));
    }

    static Optional<Verdict.Rejected> tooFar(Draft draft) {
        for (LegQuote leg : draft.legs()) {
            BigDecimal room = leg.entry().multiply(draft.spec().maxStopDistance());
            leg.leg()
                    .stopPrice()
                    .filter(stop -> leg.lossTo(stop).compareTo(room) > 0)
                    .ifPresent(stop -> {
                        BigDecimal nearer = leg.farthestStop(draft.spec().maxStopDistance());
                        draft.price(
                                ReasonCode.STOP_TOO_FAR,
                                "stop",
                                leg,
                                stop,
                                nearer,
                                leg.leg().toBuilder().stopPrice(nearer).build());
                    });
        }
        return draft.pass();
    }

    /** A stop between two ticks goes to the one nearer to the entry. */
    static Optional<Verdict.Rejected> onTick(Draft draft) {
        for (LegQuote leg : draft.legs()) {
            leg.leg().stopPrice().ifPresent(stop -> {
                BigDecimal rounded = leg.stopOnTick(stop);
                if (rounded.compareTo(stop) != 0) {
                    draft.price(
                            ReasonCode.PRICE_ROUNDED,
                            "stop",
                            leg,
                            stop,
                            rounded,
                            leg.leg().toBuilder().stopPrice(rounded).build());
                }
            });
        }
        return draft.pass();
    }

    static Optional<Verdict.Rejected> tooTight(Draft draft) {
        return draft.eachLeg(leg -> leg.leg().stopPrice().flatMap(stop -> {
            BigDecimal least = leastDistance(draft.limits(), leg);
            return leg.lossTo(stop).compareTo(least) < 0
                    ? draft.reject(
                            ReasonCode.STOP_TOO_TIGHT,
                            "stop " + Amounts.text(stop) + " of " + leg.listing() + " is "
                                    + Amounts.text(leg.lossTo(stop)) + " from the entry " + Amounts.text(leg.entry())
                                    + "; the least is " + Amounts.text(least))
                    : draft.pass();
        }));
    }

    private static BigDecimal leastDistance(GateLimits limits, LegQuote leg) {
        BigDecimal spreads = limits.minStopSpreads().multiply(leg.spread());
        BigDecimal fees = limits.minStopFees().multiply(leg.fee()).multiply(leg.entry());
        BigDecimal ticks = limits.minStopTicks().multiply(leg.instrument().tickSize());
        return spreads.max(fees).max(ticks);
    }

    /**
     * With cross margin the whole account is liquidated at once, so the stop must fire before a move against every position
     * of the account, by the same ratio, would do that. Leverage does not help here, only a smaller quantity.
     */
    static Optional<Verdict.Rejected> accountLiquidation(Draft draft) {
        for (ExchangeId exchange : SizeRules.exchanges(draft)) {
            Optional<GateAccount> account = draft.context()
                    .account(draft.agent().id(), exchange, draft.limits().topology());
            if (account.isPresent()) {
                Optional<Verdict.Rejected> refusal = draft.shrink(
                        ReasonCode.STOP_BEHIND_LIQUIDATION,
                        ReasonCode.STOP_BEHIND_LIQUIDATION,
                        "equity " + Amounts.text(account.get().equity()) + " of the account at " + exchange
                                + " would be liquidated before the stop of the least quantity in "
                                + SizeRules.markets(draft) + " fires",
                        survives(draft, exchange, account.get()));
                if (refusal.isPresent()) {
                    return refusal;
                }
            }
        }
        return draft.pass();
    }

    private static Predicate<BigDecimal> survives(Draft draft, ExchangeId exchange, GateAccount account) {
        List<LegQuote> legs = SizeRules.at(draft, exchange);
        Predicate<Listing> here = listing -> listing.exchange().equals(exchange);
        BigDecimal held = Holdings.sum(draft.holdings().inAccount(exchange).stream()
                        .map(Holdings.Holding::notional)
                        .toList())
                .add(account.foreignNotional());
        BigDecimal price = Holdings.sum(legs.stream().map(LegQuote::high).toList());
        return quantity -> {
            BigDecimal maintenance = draft.holdings().maintenance(exchange, here, quantity, legs);
            BigDecimal cushion =
                    draft.limits().liquidationSafety().multiply(account.equity().subtract(maintenance));
            BigDecimal burden = held.add(quantity.multiply(price)).add(maintenance);
            return legs.stream()
                    .filter(leg -> leg.leg().stopPrice().isPresent())
                    .allMatch(leg -> leg.stopLoss().multiply(burden).compareTo(cushion.multiply(leg.entry())) <= 0);
        };
    }

    static Optional<Verdict.Rejected> takeProfit(Draft draft) {
        return draft.eachLeg(leg -> leg.leg()
                .takeProfitPrice()
                .flatMap(price -> leg.lossTo(price).signum() >= 0
                        ? draft.reject(
                                ReasonCode.TP_WRONG_SIDE,
                                "take-profit " + Amounts.text(price) + " of a "
                                        + leg.leg().side() + " in " + leg.listing() + " is no gain: the entry is "
                                        + Amounts.text(leg.entry()))
                        : draft.pass()));
    }
}
