package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How much margin a position needs by its size. (docs: OKX v5, "Get position tiers")
 *
 * @since 0.1
 */
public final class OkxPositionTier extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxPositionTier(OkxFields fields) {
        super(fields);
        fields.requireText("tier");
    }

    /** {@return from 1} */
    public String tier() {
        return fields().requireText("tier");
    }

    /** {@return the index; empty for spot} */
    public Optional<String> underlying() {
        return fields().text("uly");
    }

    /** {@return the family; empty for spot} */
    public Optional<String> instFamily() {
        return fields().text("instFamily");
    }

    /** {@return the instrument; margin only} */
    public Optional<String> instId() {
        return fields().text("instId");
    }

    /** {@return the tier begins at this size, in contracts; of margin in the coin that is borrowed} */
    public Optional<BigDecimal> minSize() {
        return fields().decimal("minSz");
    }

    /** {@return and ends at this one} */
    public Optional<BigDecimal> maxSize() {
        return fields().decimal("maxSz");
    }

    /** {@return the maintenance margin, as a ratio} */
    public Optional<BigDecimal> maintenanceMarginRate() {
        return fields().decimal("mmr");
    }

    /** {@return the initial margin, as a ratio} */
    public Optional<BigDecimal> initialMarginRate() {
        return fields().decimal("imr");
    }

    /** {@return the largest leverage} */
    public Optional<BigDecimal> maxLeverage() {
        return fields().decimal("maxLever");
    }

    /** {@return the margin factor of options} */
    public Optional<BigDecimal> optionMarginFactor() {
        return fields().decimal("optMgnFactor");
    }

    /** {@return how much quote may be borrowed; margin only} */
    public Optional<BigDecimal> maxQuoteLoan() {
        return fields().decimal("quoteMaxLoan");
    }

    /** {@return how much base may be borrowed; margin only} */
    public Optional<BigDecimal> maxBaseLoan() {
        return fields().decimal("baseMaxLoan");
    }
}
