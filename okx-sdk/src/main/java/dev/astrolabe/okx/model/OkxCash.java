package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * The cash of one currency. (docs: OKX v5, "Balance and position channel")
 *
 * @since 0.1
 */
public final class OkxCash extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxCash(OkxFields fields) {
        super(fields);
        fields.requireText("ccy");
    }

    /** {@return the currency} */
    public String currency() {
        return fields().requireText("ccy");
    }

    /** {@return the cash, without what positions are worth} */
    public Optional<BigDecimal> cash() {
        return fields().decimal("cashBal");
    }

    /** {@return when it changed} */
    public Optional<Instant> updatedAt() {
        return fields().time("uTime");
    }
}
