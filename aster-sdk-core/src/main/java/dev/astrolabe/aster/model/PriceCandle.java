package dev.astrolabe.aster.model;

import dev.astrolabe.exchange.model.Candle;
import java.time.Instant;

/**
 * A candle of the mark or index price (docs: futures, "Mark Price Kline/Candlestick Data").
 *
 * @param candle the neutral candle, without volume
 * @param closeTime the last millisecond of it
 * @param samples how many prices it is made of
 * @since 0.1
 */
public record PriceCandle(Candle candle, Instant closeTime, long samples) {
    @Override
    public String toString() {
        return Fields.of(this);
    }
}
