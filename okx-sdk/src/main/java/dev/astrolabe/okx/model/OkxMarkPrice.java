package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A mark price. (docs: OKX v5, "Get mark price")
 *
 * @since 0.1
 */
public final class OkxMarkPrice extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxMarkPrice(OkxFields fields) {
        super(fields);
        fields.requireText("instId");
        fields.requireDecimal("markPx");
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

    /** {@return the mark price} */
    public BigDecimal markPrice() {
        return fields().requireDecimal("markPx");
    }

    /** {@return when the venue made this} */
    public Instant time() {
        return fields().requireTime("ts");
    }
}
