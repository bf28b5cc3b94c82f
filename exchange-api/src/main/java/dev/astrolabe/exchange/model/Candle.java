package dev.astrolabe.exchange.model;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One candle. The volume is in base units; it is 0 for mark and index prices.
 *
 * @param openTime when it opens, UTC
 * @param open first price, in quote per single coin
 * @param high highest price
 * @param low lowest price
 * @param close last price
 * @param volume in base units
 * @param closed whether it can no longer change
 * @since 0.1
 */
public record Candle(
        Instant openTime,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        BigDecimal volume,
        boolean closed) {
    @Override
    public String toString() {
        return Fields.of("Candle")
                .with("openTime", openTime)
                .with("open", open)
                .with("high", high)
                .with("low", low)
                .with("close", close)
                .with("volume", volume)
                .with("closed", closed)
                .toString();
    }
}
