package dev.astrolabe.exchange.model;

import java.math.BigDecimal;

/**
 * How much leverage and margin a position needs by its size.
 *
 * @param tier from 1
 * @param notionalFloor the tier begins above this notional, in the settle asset
 * @param notionalCap and ends at this one
 * @param maxLeverage the largest leverage in it
 * @param maintenanceMarginRate as a ratio of the notional
 * @param maintenanceAmount subtracted from rate x notional, so that the margin is continuous over the tiers
 * @since 0.1
 */
public record RiskTier(
        int tier,
        BigDecimal notionalFloor,
        BigDecimal notionalCap,
        BigDecimal maxLeverage,
        BigDecimal maintenanceMarginRate,
        BigDecimal maintenanceAmount) {
    @Override
    public String toString() {
        return Fields.of("RiskTier")
                .with("tier", tier)
                .with("notionalFloor", notionalFloor)
                .with("notionalCap", notionalCap)
                .with("maxLeverage", maxLeverage)
                .with("maintenanceMarginRate", maintenanceMarginRate)
                .with("maintenanceAmount", maintenanceAmount)
                .toString();
    }
}
