package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Margin that was added to an isolated position or taken back (docs: OKX v5, "Increase/decrease margin").
 *
 * @since 0.1
 */
public final class OkxMarginChange extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxMarginChange(OkxFields fields) {
        super(fields);
        fields.requireText("instId");
    }

    /**
     * The instrument.
     *
     * @return such as {@code BTC-USDT-SWAP}
     */
    public String instId() {
        return fields().requireText("instId");
    }

    /**
     * The slot.
     *
     * @return {@code long}, {@code short} or {@code net}
     */
    public Optional<String> positionSide() {
        return fields().text("posSide");
    }

    /**
     * How much.
     *
     * @return in {@link #currency()}
     */
    public Optional<BigDecimal> amount() {
        return fields().decimal("amt");
    }

    /**
     * Which way.
     *
     * @return {@code add} or {@code reduce}
     */
    public Optional<String> direction() {
        return fields().text("type");
    }

    /**
     * The leverage after it.
     *
     * @return such as 10
     */
    public Optional<BigDecimal> leverage() {
        return fields().decimal("leverage");
    }

    /**
     * The coin.
     *
     * @return the coin
     */
    public Optional<String> currency() {
        return fields().text("ccy");
    }
}
