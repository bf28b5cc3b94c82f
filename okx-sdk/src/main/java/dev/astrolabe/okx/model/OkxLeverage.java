package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The leverage that is set (docs: OKX v5, "Get leverage").
 *
 * @since 0.1
 */
public final class OkxLeverage extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxLeverage(OkxFields fields) {
        super(fields);
        fields.requireText("mgnMode");
        fields.requireDecimal("lever");
    }

    /**
     * The instrument.
     *
     * @return such as {@code BTC-USDT-SWAP}
     */
    public Optional<String> instId() {
        return fields().text("instId");
    }

    /**
     * The coin, where the leverage is set for a coin.
     *
     * @return the coin
     */
    public Optional<String> currency() {
        return fields().text("ccy");
    }

    /**
     * The margin mode.
     *
     * @return {@code cross} or {@code isolated}
     */
    public String marginMode() {
        return fields().requireText("mgnMode");
    }

    /**
     * The slot.
     *
     * @return {@code long} or {@code short} for isolated in long/short mode, else {@code net}
     */
    public Optional<String> positionSide() {
        return fields().text("posSide");
    }

    /**
     * The leverage.
     *
     * @return such as 10
     */
    public BigDecimal leverage() {
        return fields().requireDecimal("lever");
    }
}
