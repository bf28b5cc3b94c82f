package dev.astrolabe.exchange.model;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The best bid and ask.
 *
 * @param symbol what is traded
 * @param bid the best bid, in quote per single coin
 * @param bidQuantity in base units
 * @param ask the best ask
 * @param askQuantity in base units
 * @param time when the venue read it
 * @since 0.1
 */
public record BookTicker(
        Symbol symbol, BigDecimal bid, BigDecimal bidQuantity, BigDecimal ask, BigDecimal askQuantity, Instant time) {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /**
     * The middle between bid and ask.
     *
     * @return half their sum, exactly
     */
    public BigDecimal mid() {
        return bid.add(ask).multiply(HALF);
    }

    @Override
    public String toString() {
        return Fields.of("BookTicker")
                .with("symbol", symbol)
                .with("bid", bid)
                .with("bidQuantity", bidQuantity)
                .with("ask", ask)
                .with("askQuantity", askQuantity)
                .with("time", time)
                .toString();
    }
}
