package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What trading costs, by fee group. Rates are negative where they are paid (docs: OKX v5, "Get fee rates").
 *
 * @since 0.1
 */
public final class OkxFeeRates extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxFeeRates(OkxFields fields) {
        super(fields);
    }

    /**
     * The kind of instrument.
     *
     * @return the kind
     */
    public OkxInstType instType() {
        return fields().word("instType", OkxInstType.class, OkxInstType.UNKNOWN).orElse(OkxInstType.UNKNOWN);
    }

    /**
     * The level of fees.
     *
     * @return such as {@code Lv1}
     */
    public Optional<String> level() {
        return fields().text("level");
    }

    /**
     * The rates by the instruments' fee group.
     *
     * @return an unmodifiable list
     */
    public List<OkxFeeGroup> groups() {
        return fields().rows("feeGroup", OkxFeeGroup::new);
    }

    /**
     * The rate of delivery; positive is paid.
     *
     * @return a ratio
     */
    public Optional<BigDecimal> delivery() {
        return fields().decimal("delivery");
    }

    /**
     * The rate of exercising options; positive is paid.
     *
     * @return a ratio
     */
    public Optional<BigDecimal> exercise() {
        return fields().decimal("exercise");
    }

    /**
     * When it was told.
     *
     * @return the venue's time
     */
    public Optional<Instant> time() {
        return fields().time("ts");
    }
}
