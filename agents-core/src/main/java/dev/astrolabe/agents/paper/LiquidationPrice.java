package dev.astrolabe.agents.paper;

import dev.astrolabe.exchange.model.RiskTier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The mark price at which a position loses its backing, all other marks staying where they are.
 *
 * <p>With backing B (the isolated margin; or in cross mode the cross wallet, plus the profit and less the maintenance margin
 * of the cross positions of other instruments), signed units q, cost C, and a tier's rate r and amount a, liquidation is
 * where {@code B - C + value(q, p)} is the maintenance margin at p; {@link Contract#liquidation} solves that. In cross mode both
 * slots of the instrument move with p, and the sums run over both. The tier of a linear position depends on p in turn, so the
 * formula is applied again with the tier of its own result: the backing is a concave function of p, on which these steps settle.
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
        Contract contract = holding.market().contract();
        BigDecimal price = holding.market().mark();
        for (int i = 0; i < MAX_STEPS; i++) {
            BigDecimal constant = backing;
            BigDecimal units = BigDecimal.ZERO;
            BigDecimal weighted = BigDecimal.ZERO;
            BigDecimal amount = BigDecimal.ZERO;
            for (PaperPosition position : positions) {
                BigDecimal size = position.quantity().abs();
                RiskTier tier = holding.market().risk().tier(contract.face(size, price));
                constant = constant.subtract(position.cost());
                units = units.add(position.quantity());
                weighted = weighted.add(size.multiply(tier.maintenanceMarginRate()));
                amount = amount.add(tier.maintenanceAmount());
            }
            BigDecimal next = contract.liquidation(constant, units, weighted, amount);
            if (next == null || next.signum() <= 0) {
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
