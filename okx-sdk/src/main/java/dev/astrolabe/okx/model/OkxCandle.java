package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A candle of trades. (docs: OKX v5, "Get candlesticks")
 *
 * @param openTime when it opens
 * @param open first price
 * @param high highest price
 * @param low lowest price
 * @param close last price
 * @param volume contracts, of spot base
 * @param currencyVolume base, of spot quote
 * @param quoteVolume quote
 * @param confirmed whether it can no longer change
 * @since 0.1
 */
public record OkxCandle(
        Instant openTime,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        BigDecimal volume,
        BigDecimal currencyVolume,
        BigDecimal quoteVolume,
        boolean confirmed) {

    private static final int LENGTH = 9;

    /**
     * Reads the array of a candle.
     *
     * @param row as OKX sent it; what follows the known elements is passed over
     * @return the candle
     * @throws IllegalArgumentException if an element is missing or no number
     */
    public static OkxCandle of(List<String> row) {
        OkxElements elements = new OkxElements("candle", row, LENGTH);
        return new OkxCandle(
                elements.time(0),
                elements.decimal(1),
                elements.decimal(2),
                elements.decimal(3),
                elements.decimal(4),
                elements.decimal(5),
                elements.decimal(6),
                elements.decimal(7),
                elements.flag(8));
    }
}
