package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What all traders hold together. (docs: OKX v5, "Get open interest")
 *
 * @since 0.1
 */
public final class OkxOpenInterest extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxOpenInterest(OkxFields fields) {
        super(fields);
        fields.requireText("instId");
        fields.requireDecimal("oi");
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

    /** {@return in contracts} */
    public BigDecimal contracts() {
        return fields().requireDecimal("oi");
    }

    /** {@return in the base coin} */
    public Optional<BigDecimal> currency() {
        return fields().decimal("oiCcy");
    }

    /** {@return in USD} */
    public Optional<BigDecimal> usd() {
        return fields().decimal("oiUsd");
    }

    /** {@return when the venue made this} */
    public Instant time() {
        return fields().requireTime("ts");
    }
}
