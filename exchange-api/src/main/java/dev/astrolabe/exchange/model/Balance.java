package dev.astrolabe.exchange.model;

import java.math.BigDecimal;

/**
 * One asset of an account.
 *
 * @param asset such as USDT
 * @param wallet what is owned, without unrealized profit or loss
 * @param available what new orders may use
 * @param inUse what backs positions and open orders
 * @param unrealizedPnl profit or loss of the positions that settle in it, at the mark price
 * @since 0.1
 */
public record Balance(
        String asset, BigDecimal wallet, BigDecimal available, BigDecimal inUse, BigDecimal unrealizedPnl) {
    /**
     * What the asset would be worth with all positions closed at the mark price.
     *
     * @return wallet plus unrealized profit or loss
     */
    public BigDecimal equity() {
        return wallet.add(unrealizedPnl);
    }

    @Override
    public String toString() {
        return Fields.of("Balance")
                .with("asset", asset)
                .with("wallet", wallet)
                .with("available", available)
                .with("inUse", inUse)
                .with("unrealizedPnl", unrealizedPnl)
                .toString();
    }
}
