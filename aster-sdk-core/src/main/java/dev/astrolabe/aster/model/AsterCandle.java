package dev.astrolabe.aster.model;

import dev.astrolabe.exchange.model.Candle;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A candle of trades, with what AsterDex says beyond the neutral one (docs: futures, "Kline/Candlestick Data").
 *
 * @param candle the neutral candle
 * @param closeTime the last millisecond of it
 * @param quoteVolume in quote
 * @param trades how many trades there were
 * @param takerBuyVolume what takers bought, in base units
 * @param takerBuyQuoteVolume what takers bought, in quote
 * @since 0.1
 */
public record AsterCandle(
        Candle candle,
        Instant closeTime,
        BigDecimal quoteVolume,
        long trades,
        BigDecimal takerBuyVolume,
        BigDecimal takerBuyQuoteVolume) {
    @Override
    public String toString() {
        return Fields.of(this);
    }
}
