package dev.astrolabe.exchange.model;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A public trade.
 *
 * @param symbol what was traded
 * @param id the venue's id
 * @param price in quote per single coin
 * @param quantity in base units
 * @param takerSide the side that took from the book
 * @param time when it happened
 * @since 0.1
 */
public record Trade(Symbol symbol, String id, BigDecimal price, BigDecimal quantity, Side takerSide, Instant time) {
    @Override
    public String toString() {
        return Fields.of("Trade")
                .with("symbol", symbol)
                .with("id", id)
                .with("price", price)
                .with("quantity", quantity)
                .with("takerSide", takerSide)
                .with("time", time)
                .toString();
    }
}
