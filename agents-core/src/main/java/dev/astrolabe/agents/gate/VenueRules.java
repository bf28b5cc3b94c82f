package dev.astrolabe.agents.gate;

import dev.astrolabe.agents.AgentId;
import dev.astrolabe.exchange.model.PositionMode;
import dev.astrolabe.exchange.model.StepFilter;
import java.math.BigDecimal;
import java.util.Optional;

/** G10 and G11: whether the account can keep the position apart, and whether the venue takes the order. */
final class VenueRules {

    private VenueRules() {}

    static Optional<Verdict.Rejected> claimed(Draft draft) {
        if (draft.limits().topology() != Topology.EXCLUSIVE_SYMBOL) {
            return draft.pass();
        }
        AgentId self = draft.agent().id();
        return draft.eachLeg(leg -> Optional.ofNullable(draft.context().claims().get(leg.listing()))
                .filter(owner -> !owner.equals(self))
                .or(() -> draft.holdings().all().stream()
                        .filter(holding -> holding.listing().equals(leg.listing()))
                        .map(Holdings.Holding::agent)
                        .filter(owner -> !owner.equals(self))
                        .findFirst())
                .flatMap(owner -> draft.reject(
                        ReasonCode.SYMBOL_CLAIMED,
                        leg.listing() + " belongs to " + owner + " until it is flat there")));
    }

    /** An account that nets keeps one direction, so neither several owners nor a hedge have room in it. */
    static Optional<Verdict.Rejected> positionMode(Draft draft) {
        return draft.eachLeg(leg -> {
            PositionMode mode =
                    draft.context().positionModes().get(leg.listing().exchange());
            if (mode == null) {
                return draft.reject(
                        ReasonCode.POSITION_MODE_MISMATCH,
                        "the position mode at " + leg.listing().exchange() + " is not known");
            }
            if (mode == PositionMode.HEDGE) {
                return draft.pass();
            }
            if (draft.limits().topology() == Topology.HEDGE_SLOTS) {
                return draft.reject(
                        ReasonCode.POSITION_MODE_MISMATCH,
                        leg.listing().exchange() + " is ONE_WAY; HEDGE_SLOTS need HEDGE");
            }
            boolean opposite = draft.holdings().own().stream()
                    .anyMatch(holding -> holding.listing().equals(leg.listing())
                            && holding.side() != leg.leg().side());
            return opposite
                    ? draft.reject(
                            ReasonCode.POSITION_MODE_MISMATCH,
                            leg.listing() + " is ONE_WAY and held "
                                    + leg.leg().side().opposite() + "; a "
                                    + leg.leg().side() + " would net it")
                    : draft.pass();
        });
    }

    /** A limit goes to the tick that is no more aggressive, a take-profit to the one nearer to the entry. */
    static Optional<Verdict.Rejected> prices(Draft draft) {
        for (LegQuote leg : draft.legs()) {
            leg.leg().limitPrice().ifPresent(price -> {
                BigDecimal rounded =
                        leg.instrument().roundPrice(price, leg.leg().side().opening());
                if (rounded.compareTo(price) != 0) {
                    draft.price(
                            ReasonCode.PRICE_ROUNDED,
                            "limit price",
                            leg,
                            price,
                            rounded,
                            leg.leg().toBuilder().limitPrice(rounded).build());
                }
            });
        }
        for (LegQuote leg : draft.legs()) {
            leg.leg().takeProfitPrice().ifPresent(price -> {
                BigDecimal rounded = leg.takeProfitOnTick(price);
                if (rounded.compareTo(price) != 0) {
                    draft.price(
                            ReasonCode.PRICE_ROUNDED,
                            "take-profit",
                            leg,
                            price,
                            rounded,
                            leg.leg().toBuilder().takeProfitPrice(rounded).build());
                }
            });
        }
        return draft.pass();
    }

    /** Prices outside of the venue's range stay so when rounded. */
    static Optional<Verdict.Rejected> priceRange(Draft draft) {
        return draft.eachLeg(leg -> {
            StepFilter filter = leg.instrument().priceFilter();
            return leg.leg()
                    .limitPrice()
                    .filter(price -> outside(filter, price))
                    .or(() -> leg.leg().stopPrice().filter(price -> outside(filter, price)))
                    .or(() -> leg.leg().takeProfitPrice().filter(price -> outside(filter, price)))
                    .flatMap(price -> draft.reject(
                            ReasonCode.SCHEMA,
                            "price " + Amounts.text(price) + " of " + leg.listing() + " is outside of "
                                    + Amounts.text(filter.min()) + " to " + Amounts.text(filter.max())));
        });
    }

    private static boolean outside(StepFilter filter, BigDecimal price) {
        return price.signum() <= 0
                || price.compareTo(filter.min()) < 0
                || (filter.max().signum() > 0 && price.compareTo(filter.max()) > 0);
    }

    /** Down to the lot that all filters of all legs share, never up. */
    static Optional<Verdict.Rejected> lot(Draft draft) {
        Optional<BigDecimal> floor = draft.grid().flatMap(grid -> grid.floor(draft.quantity()));
        if (floor.isEmpty()) {
            String least = draft.grid()
                    .flatMap(QuantityGrid::least)
                    .map(Amounts::text)
                    .orElse("not there: the lots of the legs never meet");
            return draft.reject(
                    ReasonCode.BELOW_MIN_QTY,
                    "quantity " + Amounts.text(draft.quantity()) + " in " + SizeRules.markets(draft)
                            + " is below the least, which is " + least);
        }
        if (floor.get().compareTo(draft.quantity()) != 0) {
            draft.quantity(ReasonCode.QUANTITY_FLOORED, floor.get());
        }
        return draft.pass();
    }

    static Optional<Verdict.Rejected> minNotional(Draft draft) {
        return draft.eachLeg(leg -> leg.instrument().minNotional().flatMap(least -> {
            BigDecimal notional = draft.quantity().multiply(leg.low());
            return notional.compareTo(least) < 0
                    ? draft.reject(
                            ReasonCode.BELOW_MIN_NOTIONAL,
                            "notional " + Amounts.text(notional) + " in " + leg.listing() + " is below the least "
                                    + Amounts.text(least))
                    : draft.pass();
        }));
    }
}
