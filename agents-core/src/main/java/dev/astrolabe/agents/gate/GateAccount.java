package dev.astrolabe.agents.gate;

import java.math.BigDecimal;

/**
 * An account at an exchange, as far as it matters to margin. All amounts are in the settle asset.
 *
 * @param equity its balance with unrealized profit or loss
 * @param available what may become margin of new positions; less what entries under way will take
 * @param foreignNotional the notional of positions in it that belong to no agent; 0 where there are none
 * @since 0.1
 */
public record GateAccount(BigDecimal equity, BigDecimal available, BigDecimal foreignNotional) {

    /**
     * An account in which only agents trade.
     *
     * @param equity its balance with unrealized profit or loss
     * @param available what may become margin of new positions
     * @return the account
     */
    public static GateAccount of(BigDecimal equity, BigDecimal available) {
        return new GateAccount(equity, available, BigDecimal.ZERO);
    }
}
