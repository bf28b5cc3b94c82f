package dev.astrolabe.exchange.model;

import java.math.BigDecimal;

/**
 * One price of an order book.
 *
 * @param price in quote per single coin
 * @param quantity in base units, positive
 * @since 0.1
 */
public record PriceLevel(BigDecimal price, BigDecimal quantity) {
    @Override
    public String toString() {
        return Fields.of("PriceLevel")
                .with("price", price)
                .with("quantity", quantity)
                .toString();
    }
}
