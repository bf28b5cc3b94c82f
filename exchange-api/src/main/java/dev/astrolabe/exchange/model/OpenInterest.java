package dev.astrolabe.exchange.model;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What is held open in an instrument by all traders together.
 *
 * @param symbol what is traded
 * @param quantity in base units
 * @param contracts in the venue's own unit
 * @param time when the venue read it
 * @since 0.1
 */
public record OpenInterest(Symbol symbol, BigDecimal quantity, BigDecimal contracts, Instant time) {
    @Override
    public String toString() {
        return Fields.of("OpenInterest")
                .with("symbol", symbol)
                .with("quantity", quantity)
                .with("contracts", contracts)
                .with("time", time)
                .toString();
    }
}
