package dev.astrolabe.agents.gate;

import java.math.BigDecimal;

/**
 * The whole session's money. Amounts are in the settle asset.
 *
 * @param equity with unrealized profit or loss, and with positions that belong to no agent
 * @param highWaterMark the highest equity so far, adjusted for deposits and withdrawals
 * @param drawdownTripped whether the drawdown limit was ever reached in this session; it never becomes false again
 * @since 0.1
 */
public record GatePortfolio(BigDecimal equity, BigDecimal highWaterMark, boolean drawdownTripped) {

    /**
     * How far the equity is below its highest.
     *
     * @return the difference, at least 0
     */
    public BigDecimal drawdown() {
        return highWaterMark.subtract(equity).max(BigDecimal.ZERO);
    }
}
