package dev.astrolabe.exchange.model;

import java.math.BigDecimal;

/**
 * The leverage that is set for an instrument.
 *
 * @param symbol the instrument
 * @param leverage such as 10
 * @param maxNotional the largest notional it allows, in the settle asset; 0 where the venue does not say
 * @since 0.1
 */
public record LeverageSetting(Symbol symbol, BigDecimal leverage, BigDecimal maxNotional) {
    @Override
    public String toString() {
        return Fields.of("LeverageSetting")
                .with("symbol", symbol)
                .with("leverage", leverage)
                .with("maxNotional", maxNotional)
                .toString();
    }
}
