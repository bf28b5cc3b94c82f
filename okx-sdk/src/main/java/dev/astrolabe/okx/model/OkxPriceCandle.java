package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A candle of mark or index prices, which have no volume. (docs: OKX v5, "Get mark price candlesticks" and "Get index candlesticks")
 *
 * @param openTime when it opens
 * @param open first price
 * @param high highest price
 * @param low lowest price
 * @param close last price
 * @param confirmed whether it can no longer change
 * @since 0.1
 */
public record OkxPriceCandle(
        Instant openTime, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, boolean confirmed) {

    private static final int LENGTH = 6;

    /**
     * Reads the array of a candle.
     *
     * @param row as OKX sent it; what follows the known elements is passed over
     * @return the candle
     * @throws IllegalArgumentException if an element is missing or no number
     */
    public static OkxPriceCandle of(List<String> row) {
        OkxElements elements = new OkxElements("candle", row, LENGTH);
        return new OkxPriceCandle(
                elements.time(0),
                elements.decimal(1),
                elements.decimal(2),
                elements.decimal(3),
                elements.decimal(4),
                elements.flag(5));
    }
}
