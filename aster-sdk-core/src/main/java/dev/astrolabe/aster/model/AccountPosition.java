package dev.astrolabe.aster.model;

import java.math.BigDecimal;

/**
 * A position slot as the account lists it, with the margin that it takes in the settle asset (docs: futures, "Account
 * Information").
 *
 * @param slot what is held, and its leverage
 * @param isolated whether it has margin of its own: true for isolated, false for cross
 * @param initialMargin what position and open orders take
 * @param positionInitialMargin what the position takes
 * @param openOrderInitialMargin what the open orders take
 * @param maintenanceMargin below it the position is liquidated
 * @since 0.1
 */
public record AccountPosition(
        PositionSlot slot,
        boolean isolated,
        BigDecimal initialMargin,
        BigDecimal positionInitialMargin,
        BigDecimal openOrderInitialMargin,
        BigDecimal maintenanceMargin) {
    @Override
    public String toString() {
        return Fields.of(this);
    }
}
