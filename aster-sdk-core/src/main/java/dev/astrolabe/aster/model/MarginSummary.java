package dev.astrolabe.aster.model;

import java.math.BigDecimal;

/**
 * Balances and margins, of one asset in that asset, or of the whole account (docs: futures, "Account Information").
 *
 * @param walletBalance what is owned, without unrealized profit or loss
 * @param unrealizedPnl profit or loss of the positions at the mark price
 * @param marginBalance both together
 * @param initialMargin what positions and open orders take
 * @param positionInitialMargin what positions take
 * @param openOrderInitialMargin what open orders take
 * @param maintenanceMargin below it positions are liquidated
 * @param crossWalletBalance the part of the wallet that backs cross positions
 * @param crossUnrealizedPnl profit or loss of the cross positions
 * @param available what new orders may use
 * @param maxWithdrawable what may be taken out
 * @since 0.1
 */
public record MarginSummary(
        BigDecimal walletBalance,
        BigDecimal unrealizedPnl,
        BigDecimal marginBalance,
        BigDecimal initialMargin,
        BigDecimal positionInitialMargin,
        BigDecimal openOrderInitialMargin,
        BigDecimal maintenanceMargin,
        BigDecimal crossWalletBalance,
        BigDecimal crossUnrealizedPnl,
        BigDecimal available,
        BigDecimal maxWithdrawable) {
    @Override
    public String toString() {
        return Fields.of(this);
    }
}
