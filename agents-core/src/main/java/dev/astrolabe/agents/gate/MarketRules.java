package dev.astrolabe.agents.gate;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** G2: whether the prices can be trusted. */
final class MarketRules {

    private MarketRules() {}

    /** A mark price from the future is as little to be trusted as an old one. */
    static Optional<Verdict.Rejected> staleMark(Draft draft) {
        return draft.eachLeg(leg -> {
            Instant time = leg.market().tick().mark().time();
            Duration age = Duration.between(time, draft.context().now()).abs();
            return age.compareTo(draft.limits().staleMark()) > 0
                    ? draft.reject(
                            ReasonCode.STALE_MARK,
                            "the mark price of " + leg.listing() + " is of " + time + ", " + age.toMillis()
                                    + " ms from now; the limit is "
                                    + draft.limits().staleMark().toMillis() + " ms")
                    : draft.pass();
        });
    }

    static Optional<Verdict.Rejected> spread(Draft draft) {
        return draft.eachLeg(leg -> {
            if (leg.bestBid().isEmpty() || leg.bestAsk().isEmpty()) {
                return draft.reject(
                        ReasonCode.SPREAD_TOO_WIDE, "the book of " + leg.listing() + " has no bid or no ask");
            }
            BigDecimal spread = leg.spread();
            // Twice the middle price on both sides, so that nothing is divided.
            BigDecimal sum = leg.bestBid().get().add(leg.bestAsk().get());
            BigDecimal bound = draft.limits().maxSpread().multiply(sum);
            boolean wide = spread.add(spread).compareTo(bound) > 0;
            return wide || spread.signum() < 0
                    ? draft.reject(
                            ReasonCode.SPREAD_TOO_WIDE,
                            "the spread " + Amounts.text(spread) + " of " + leg.listing() + " is "
                                    + (wide
                                            ? "above "
                                                    + draft.limits().maxSpread().toPlainString()
                                                    + " of the middle price"
                                            : "below 0: the book is crossed"))
                    : draft.pass();
        });
    }

    /** A market that names no index price is not held to it. */
    static Optional<Verdict.Rejected> divergence(Draft draft) {
        return draft.eachLeg(leg -> leg.market().tick().mark().index().flatMap(index -> {
            BigDecimal apart = leg.mark().subtract(index).abs();
            return apart.compareTo(draft.limits().maxMarkIndexDivergence().multiply(index)) > 0
                    ? draft.reject(
                            ReasonCode.MARK_INDEX_DIVERGENCE,
                            "mark " + Amounts.text(leg.mark()) + " and index " + Amounts.text(index) + " of "
                                    + leg.listing() + " are more than "
                                    + draft.limits().maxMarkIndexDivergence().toPlainString() + " apart")
                    : draft.pass();
        }));
    }

    static Optional<Verdict.Rejected> priceMoved(Draft draft) {
        return draft.eachLeg(leg -> {
            BigDecimal reference = leg.leg().referencePrice();
            BigDecimal moved = leg.mark().subtract(reference).abs();
            return moved.compareTo(draft.limits().maxPriceMove().multiply(reference)) > 0
                    ? draft.reject(
                            ReasonCode.PRICE_MOVED_SINCE_DECISION,
                            leg.listing() + " was decided on at " + Amounts.text(reference) + " and is now at "
                                    + Amounts.text(leg.mark()) + ", more than "
                                    + draft.limits().maxPriceMove().toPlainString() + " apart")
                    : draft.pass();
        });
    }
}
