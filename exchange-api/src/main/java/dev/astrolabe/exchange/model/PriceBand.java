package dev.astrolabe.exchange.model;

import java.math.BigDecimal;

/**
 * How far a limit price may lie from the mark price: a buy at most {@code mark x up}, a sell at least {@code mark x down}.
 * The limit of a conditional order may lie as far from its trigger price.
 *
 * @param up the factor above, such as 1.05
 * @param down the factor below, such as 0.95
 * @since 0.1
 */
public record PriceBand(BigDecimal up, BigDecimal down) {
    @Override
    public String toString() {
        return Fields.of("PriceBand").with("up", up).with("down", down).toString();
    }
}
