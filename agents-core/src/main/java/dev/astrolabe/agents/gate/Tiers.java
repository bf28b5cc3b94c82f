package dev.astrolabe.agents.gate;

import dev.astrolabe.exchange.model.RiskTier;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reckons with risk tiers. Of all tiers that a notional reaches the strictest counts: that is the one it lies in wherever
 * the table is sound, and the safe side where it is not.
 */
final class Tiers {

    private Tiers() {}

    static List<RiskTier> reached(List<RiskTier> tiers, BigDecimal notional) {
        return tiers.stream()
                .filter(tier -> tier.notionalFloor().compareTo(notional) < 0)
                .toList();
    }

    /** The least margin of a notional. */
    static BigDecimal maintenance(List<RiskTier> tiers, BigDecimal notional) {
        return reached(tiers, notional).stream()
                .map(tier -> notional.multiply(tier.maintenanceMarginRate()).subtract(tier.maintenanceAmount()))
                .reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    /** The largest leverage of a notional; empty where no tier is reached. */
    static Optional<BigDecimal> maxLeverage(List<RiskTier> tiers, BigDecimal notional) {
        return reached(tiers, notional).stream().map(RiskTier::maxLeverage).min(Comparator.naturalOrder());
    }

    /** The largest notional that has a tier; empty where there are no tiers. */
    static Optional<BigDecimal> end(List<RiskTier> tiers) {
        return tiers.stream().map(RiskTier::notionalCap).max(Comparator.naturalOrder());
    }

    /**
     * Whether a stop lies within the safe share of the distance to the isolated liquidation. The taker fee of the entry is
     * taken from the margin and that of the liquidation is added to the maintenance rate.
     *
     * <p>The distance, as a ratio of the entry, is {@code (1/leverage + amount/notional - rate - fee) / (1 -+ rate)} with
     * minus for a long one; the inequality is multiplied out so that nothing is divided and rounded.
     *
     * @param stopLoss between entry and stop, in quote per coin
     * @param notional of the whole position, at the entry
     */
    static boolean stopIsSafe(
            List<RiskTier> tiers,
            LegQuote leg,
            BigDecimal stopLoss,
            BigDecimal notional,
            BigDecimal leverage,
            BigDecimal safety) {
        BigDecimal entry = leg.entry();
        // A short position grows on its way to the stop, and may reach a stricter tier there.
        BigDecimal reach = leg.isLong()
                ? notional.multiply(safety).multiply(entry)
                : notional.multiply(safety.multiply(entry).add(stopLoss));
        for (RiskTier tier : tiers) {
            if (tier.notionalFloor().multiply(safety).multiply(entry).compareTo(reach) >= 0) {
                continue;
            }
            BigDecimal rate = tier.maintenanceMarginRate().add(leg.fee());
            BigDecimal slope = leg.isLong() ? BigDecimal.ONE.subtract(rate) : BigDecimal.ONE.add(rate);
            BigDecimal needed = stopLoss.multiply(slope).multiply(leverage).multiply(notional);
            BigDecimal burden = rate.add(leg.fee()).multiply(leverage).multiply(notional);
            BigDecimal margin =
                    notional.add(tier.maintenanceAmount().multiply(leverage)).subtract(burden);
            if (needed.compareTo(safety.multiply(entry).multiply(margin)) > 0) {
                return false;
            }
        }
        return true;
    }
}
