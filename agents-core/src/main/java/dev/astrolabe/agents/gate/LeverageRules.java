package dev.astrolabe.agents.gate;

import dev.astrolabe.exchange.model.RiskTier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * G3: how far the leverage comes down. All of it is judged at the quantity that was asked for and before the quantity is cut,
 * so that less equity never ends in more leverage; the margin then grows, and the rules on size see that.
 */
final class LeverageRules {

    private LeverageRules() {}

    static Optional<Verdict.Rejected> agentCap(Draft draft) {
        BigDecimal cap = BigDecimal.valueOf(draft.spec().maxLeverage())
                .multiply(draft.agent().leverageFactor());
        lowerTo(draft, cap);
        return draft.pass();
    }

    /** The instrument's own limit, and that of the risk tiers for all that the account would then have in it. */
    static Optional<Verdict.Rejected> tierCap(Draft draft) {
        for (LegQuote leg : draft.legs()) {
            List<RiskTier> tiers = draft.holdings().tiers(leg.listing());
            BigDecimal notional = notional(draft, leg);
            Optional<BigDecimal> end = Tiers.end(tiers);
            if (end.isPresent() && notional.compareTo(end.get()) > 0) {
                return draft.reject(
                        ReasonCode.SYMBOL_EXPOSURE,
                        "notional " + Amounts.text(notional) + " in " + leg.listing()
                                + " is above the largest that has a risk tier, " + Amounts.text(end.get()));
            }
            leg.instrument().maxLeverage().ifPresent(cap -> lowerTo(draft, cap));
            Tiers.maxLeverage(tiers, notional).ifPresent(cap -> lowerTo(draft, cap));
        }
        return draft.pass();
    }

    /** Lowers the leverage until the stop fires well before the liquidation. */
    static Optional<Verdict.Rejected> liquidation(Draft draft) {
        for (LegQuote leg : draft.legs()) {
            Optional<BigDecimal> stop = leg.leg().stopPrice();
            if (stop.isEmpty() || leg.lossTo(stop.get()).signum() <= 0) {
                continue;
            }
            BigDecimal farthest = leg.lossTo(leg.farthestStop(draft.spec().maxStopDistance()));
            BigDecimal loss = leg.lossTo(stop.get()).min(farthest.max(BigDecimal.ZERO));
            int leverage = draft.open().leverage();
            while (leverage > 0 && !safe(draft, leg, loss, leverage)) {
                leverage--;
            }
            if (leverage == 0) {
                return draft.reject(
                        ReasonCode.STOP_BEHIND_LIQUIDATION,
                        "the stop of " + leg.listing() + " is " + Amounts.text(loss) + " from the entry "
                                + Amounts.text(leg.entry()) + ", too close to the liquidation even without leverage");
            }
            if (leverage < draft.open().leverage()) {
                draft.leverage(ReasonCode.STOP_BEHIND_LIQUIDATION, leverage);
            }
        }
        return draft.pass();
    }

    private static boolean safe(Draft draft, LegQuote leg, BigDecimal loss, int leverage) {
        return Tiers.stopIsSafe(
                draft.holdings().tiers(leg.listing()),
                leg,
                loss,
                notional(draft, leg),
                BigDecimal.valueOf(leverage),
                draft.limits().liquidationSafety());
    }

    private static BigDecimal notional(Draft draft, LegQuote leg) {
        return draft.holdings()
                .notionalInAccount(leg.listing())
                .add(draft.quantity().multiply(leg.high()));
    }

    private static void lowerTo(Draft draft, BigDecimal cap) {
        BigDecimal whole = cap.setScale(0, RoundingMode.DOWN).max(BigDecimal.ONE);
        if (draft.leverage().compareTo(whole) > 0) {
            draft.leverage(ReasonCode.LEVERAGE_CLAMPED, whole.intValueExact());
        }
    }
}
