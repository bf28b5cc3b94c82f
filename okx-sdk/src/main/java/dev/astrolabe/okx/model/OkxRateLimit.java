package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How many orders and changes the account may send in two seconds. (docs: OKX v5, "Get account rate limit")
 *
 * @since 0.1
 */
public final class OkxRateLimit extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxRateLimit(OkxFields fields) {
        super(fields);
    }

    /** {@return the limit now} */
    public OptionalLong limit() {
        return fields().whole("accRateLimit");
    }

    /** {@return the limit from the next day on} */
    public OptionalLong nextLimit() {
        return fields().whole("nextAccRateLimit");
    }

    /** {@return the part of the account's orders that is filled} */
    public Optional<BigDecimal> fillRatio() {
        return fields().decimal("fillRatio");
    }

    /** {@return the same of the main account and all below it} */
    public Optional<BigDecimal> mainFillRatio() {
        return fields().decimal("mainFillRatio");
    }

    /** {@return when it was computed} */
    public Optional<Instant> time() {
        return fields().time("ts");
    }
}
