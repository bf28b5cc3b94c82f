package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A funding of the past. (docs: OKX v5, "Get funding rate history")
 *
 * @since 0.1
 */
public final class OkxFundingRecord extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxFundingRecord(OkxFields fields) {
        super(fields);
        fields.requireText("instId");
        fields.requireDecimal("fundingRate");
        fields.requireTime("fundingTime");
    }

    /** {@return the kind of instrument} */
    public OkxInstType instType() {
        return fields().word("instType", OkxInstType.class, OkxInstType.UNKNOWN).orElse(OkxInstType.UNKNOWN);
    }

    /** {@return the instrument, such as {@code BTC-USDT-SWAP}} */
    public String instId() {
        return fields().requireText("instId");
    }

    /** {@return the rate as it was predicted} */
    public BigDecimal predictedRate() {
        return fields().requireDecimal("fundingRate");
    }

    /** {@return the rate that was charged} */
    public Optional<BigDecimal> realizedRate() {
        return fields().decimal("realizedRate");
    }

    /** {@return when it was paid} */
    public Instant fundingTime() {
        return fields().requireTime("fundingTime");
    }

    /** {@return {@code current_period} or {@code next_period}} */
    public Optional<String> method() {
        return fields().text("method");
    }

    /** {@return {@code noRate} the old formula, {@code withRate} the new one} */
    public Optional<String> formulaType() {
        return fields().text("formulaType");
    }
}
