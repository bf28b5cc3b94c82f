package dev.astrolabe.exchange.model;

import java.math.BigDecimal;

/**
 * What an account pays for trading an instrument. A positive rate is paid, a negative one is a rebate, on every venue.
 *
 * @param symbol what is traded
 * @param maker as a ratio of the notional: 0.0002 is 2 basis points
 * @param taker as a ratio of the notional
 * @since 0.1
 */
public record FeeRate(Symbol symbol, BigDecimal maker, BigDecimal taker) {
    @Override
    public String toString() {
        return Fields.of("FeeRate")
                .with("symbol", symbol)
                .with("maker", maker)
                .with("taker", taker)
                .toString();
    }
}
