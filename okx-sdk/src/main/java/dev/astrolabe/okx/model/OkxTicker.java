package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * The last 24 hours of an instrument. Sizes and volumes of derivatives are in contracts. (docs: OKX v5, "Get ticker")
 *
 * @since 0.1
 */
public final class OkxTicker extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxTicker(OkxFields fields) {
        super(fields);
        fields.requireText("instId");
        fields.requireTime("ts");
    }

    /** {@return the kind of instrument} */
    public OkxInstType instType() {
        return fields().word("instType", OkxInstType.class, OkxInstType.UNKNOWN).orElse(OkxInstType.UNKNOWN);
    }

    /** {@return the instrument, such as {@code BTC-USDT-SWAP}} */
    public String instId() {
        return fields().requireText("instId");
    }

    /** {@return the last price; empty before the first trade} */
    public Optional<BigDecimal> last() {
        return fields().decimal("last");
    }

    /** {@return the size of the last trade} */
    public Optional<BigDecimal> lastSize() {
        return fields().decimal("lastSz");
    }

    /** {@return the best ask} */
    public Optional<BigDecimal> ask() {
        return fields().decimal("askPx");
    }

    /** {@return its size} */
    public Optional<BigDecimal> askSize() {
        return fields().decimal("askSz");
    }

    /** {@return the best bid} */
    public Optional<BigDecimal> bid() {
        return fields().decimal("bidPx");
    }

    /** {@return its size} */
    public Optional<BigDecimal> bidSize() {
        return fields().decimal("bidSz");
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

    /** {@return the volume of 24 hours: contracts, of spot base} */
    public Optional<BigDecimal> volume24h() {
        return fields().decimal("vol24h");
    }

    /** {@return the volume of 24 hours: base, of spot quote} */
    public Optional<BigDecimal> currencyVolume24h() {
        return fields().decimal("volCcy24h");
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
