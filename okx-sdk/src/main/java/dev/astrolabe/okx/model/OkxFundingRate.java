package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * The running funding of a perpetual. A positive rate is paid by longs. (docs: OKX v5, "Get funding rate")
 *
 * @since 0.1
 */
public final class OkxFundingRate extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxFundingRate(OkxFields fields) {
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

    /** {@return the rate forecast for the funding time} */
    public BigDecimal rate() {
        return fields().requireDecimal("fundingRate");
    }

    /** {@return when it is paid} */
    public Instant fundingTime() {
        return fields().requireTime("fundingTime");
    }

    /** {@return when the rate after it is paid} */
    public Optional<Instant> nextFundingTime() {
        return fields().time("nextFundingTime");
    }

    /** {@return the least rate} */
    public Optional<BigDecimal> minRate() {
        return fields().decimal("minFundingRate");
    }

    /** {@return the largest rate} */
    public Optional<BigDecimal> maxRate() {
        return fields().decimal("maxFundingRate");
    }

    /** {@return {@code processing} or {@code settled}} */
    public Optional<String> settlementState() {
        return fields().text("settState");
    }

    /** {@return the rate being paid while processing, else the one that was paid last} */
    public Optional<BigDecimal> settledRate() {
        return fields().decimal("settFundingRate");
    }

    /** {@return the premium over the index} */
    public Optional<BigDecimal> premium() {
        return fields().decimal("premium");
    }

    /** {@return the interest part} */
    public Optional<BigDecimal> interestRate() {
        return fields().decimal("interestRate");
    }

    /** {@return the depth-weighted amount, in the settle asset} */
    public Optional<BigDecimal> impactValue() {
        return fields().decimal("impactValue");
    }

    /** {@return {@code current_period}, or {@code next_period} in the past} */
    public Optional<String> method() {
        return fields().text("method");
    }

    /** {@return {@code noRate} the old formula, {@code withRate} the new one} */
    public Optional<String> formulaType() {
        return fields().text("formulaType");
    }

    /** {@return when the venue made this} */
    public Optional<Instant> time() {
        return fields().time("ts");
    }
}
