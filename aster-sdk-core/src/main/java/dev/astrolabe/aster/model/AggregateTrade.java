package dev.astrolabe.aster.model;

import dev.astrolabe.exchange.model.Side;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * Trades of one taker order that were made at one price (docs: futures, "Compressed/Aggregate Trades List").
 *
 * @param symbol what is traded
 * @param id the id among the aggregate trades
 * @param price in quote per single coin
 * @param quantity of all of them together, in base units
 * @param firstTradeId the first of the trades
 * @param lastTradeId the last of them
 * @param takerSide the side that took from the book
 * @param time when they happened
 * @since 0.1
 */
public record AggregateTrade(
        Symbol symbol,
        long id,
        BigDecimal price,
        BigDecimal quantity,
        long firstTradeId,
        long lastTradeId,
        Side takerSide,
        Instant time) {
    @Override
    public String toString() {
        return Fields.of(this);
    }
}
