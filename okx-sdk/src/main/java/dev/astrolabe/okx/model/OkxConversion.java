package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A size in other units. (docs: OKX v5, "Unit convert")
 *
 * @since 0.1
 */
public final class OkxConversion extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxConversion(OkxFields fields) {
        super(fields);
        fields.requireText("instId");
        fields.requireDecimal("sz");
    }

    /** {@return the instrument, such as {@code BTC-USDT-SWAP}} */
    public String instId() {
        return fields().requireText("instId");
    }

    /** {@return the size in the unit that was asked for} */
    public BigDecimal size() {
        return fields().requireDecimal("sz");
    }

    /** {@return the price that it was converted at} */
    public Optional<BigDecimal> price() {
        return fields().decimal("px");
    }

    /** {@return 1 coins to contracts, 2 contracts to coins} */
    public Optional<String> type() {
        return fields().text("type");
    }

    /** {@return {@code coin} or {@code usds}} */
    public Optional<String> unit() {
        return fields().text("unit");
    }
}
