package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * The last 24 hours of an index. (docs: OKX v5, "Get index tickers")
 *
 * @since 0.1
 */
public final class OkxIndexTicker extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxIndexTicker(OkxFields fields) {
        super(fields);
        fields.requireText("instId");
        fields.requireDecimal("idxPx");
        fields.requireTime("ts");
    }

    /** {@return the index, such as {@code BTC-USDT}} */
    public String instId() {
        return fields().requireText("instId");
    }

    /** {@return its price} */
    public BigDecimal price() {
        return fields().requireDecimal("idxPx");
    }

    /** {@return the price 24 hours ago} */
    public Optional<BigDecimal> open24h() {
        return fields().decimal("open24h");
    }

    /** {@return the highest price of 24 hours} */
    public Optional<BigDecimal> high24h() {
        return fields().decimal("high24h");
    }

    /** {@return the lowest price of 24 hours} */
    public Optional<BigDecimal> low24h() {
        return fields().decimal("low24h");
    }

    /** {@return the price at the start of the day UTC} */
    public Optional<BigDecimal> startOfDayUtc() {
        return fields().decimal("sodUtc0");
    }

    /** {@return the price at the start of the day UTC+8} */
    public Optional<BigDecimal> startOfDayUtc8() {
        return fields().decimal("sodUtc8");
    }

    /** {@return when the venue made this} */
    public Instant time() {
        return fields().requireTime("ts");
    }
}
