package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.model.RiskTier;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * The mark price at which a position loses its backing, all other marks staying where they are.
 *
 * <p>With backing B (the isolated margin; or in cross mode the cross wallet, plus the profit and less the maintenance margin
 * of the cross positions of other instruments), signed quantity q, cost C, and a tier's rate r and amount a, liquidation is
 * where {@code B + (q p - C) = r |q| p - a}, so {@code p = (C - a - B) / (q - r |q|)}. In cross mode both slots of the
 * instrument move with p, and the sums run over both. The tier depends on p in turn, so the formula is applied again with the
 * tier of its own result: the backing is a concave function of p, on which these steps settle.
 */
final class LiquidationPrice {

    private static final int MAX_STEPS = 32;

    private LiquidationPrice() {}

    /** Empty where no positive price liquidates the position. */
    static Optional<BigDecimal> of(Holding holding, PaperPosition position) {
        if (holding.isIsolated()) {
            return solve(holding, List.of(position), position.isolatedMargin());
        }
        Portfolio portfolio = holding.portfolio();
        BigDecimal others = Margin.crossEquity(portfolio)
                .subtract(holding.unrealized())
                .subtract(Margin.crossMaintenance(portfolio).subtract(holding.maintenance()));
        return solve(holding, holding.positions(), others);
    }

    private static Optional<BigDecimal> solve(Holding holding, List<PaperPosition> positions, BigDecimal backing) {
        BigDecimal price = holding.market().mark();
        for (int i = 0; i < MAX_STEPS; i++) {
            BigDecimal owed = backing.negate();
            BigDecimal slope = BigDecimal.ZERO;
            for (PaperPosition position : positions) {
                RiskTier tier = holding.market().risk().tier(position.notional(price));
                owed = owed.add(position.cost()).subtract(tier.maintenanceAmount());
                slope = slope.add(position.quantity())
                        .subtract(position.quantity().abs().multiply(tier.maintenanceMarginRate()));
            }
            if (slope.signum() == 0) {
                return Optional.empty();
            }
            BigDecimal next = owed.divide(slope, MathContext.DECIMAL64);
            if (next.signum() <= 0) {
                return Optional.empty();
            }
            if (next.compareTo(price) == 0) {
                break;
            }
            price = next;
        }
        return Optional.of(Money.plain(price));
    }
}
