package dev.astrolabe.aster.model;

import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * The last price of an instrument (docs: futures, "Symbol Price Ticker").
 *
 * @param symbol what is traded
 * @param price in quote per single coin
 * @param time when the venue read it
 * @since 0.1
 */
public record PriceTicker(Symbol symbol, BigDecimal price, Instant time) {
    @Override
    public String toString() {
        return Fields.of(this);
    }
}
