package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A position in a snapshot of the risk (docs: OKX v5, "Get account and position risk").
 *
 * @since 0.1
 */
public final class OkxPositionRisk extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxPositionRisk(OkxFields fields) {
        super(fields);
        fields.requireText("instId");
        fields.requireDecimal("pos");
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
     * The instrument.
     *
     * @return such as {@code BTC-USDT-SWAP}
     */
    public String instId() {
        return fields().requireText("instId");
    }

    /**
     * The margin mode.
     *
     * @return {@code cross} or {@code isolated}
     */
    public Optional<String> marginMode() {
        return fields().text("mgnMode");
    }

    /**
     * The id of the position.
     *
     * @return the id
     */
    public Optional<String> positionId() {
        return fields().text("posId");
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
     * How much; in net mode negative where it is short.
     *
     * @return in contracts
     */
    public BigDecimal contracts() {
        return fields().requireDecimal("pos");
    }

    /**
     * The coin of a margin position.
     *
     * @return the coin
     */
    public Optional<String> positionCurrency() {
        return fields().text("posCcy");
    }

    /**
     * The coin of margin.
     *
     * @return the coin
     */
    public Optional<String> currency() {
        return fields().text("ccy");
    }

    /**
     * Value.
     *
     * @return in the coin of margin
     */
    public Optional<BigDecimal> notional() {
        return fields().decimal("notionalCcy");
    }

    /**
     * Value.
     *
     * @return in USD
     */
    public Optional<BigDecimal> notionalUsd() {
        return fields().decimal("notionalUsd");
    }

    /**
     * Base coins of a margin position.
     *
     * @return in base coins
     */
    public Optional<BigDecimal> baseBalance() {
        return fields().decimal("baseBal");
    }

    /**
     * Quote coins of a margin position.
     *
     * @return in quote coins
     */
    public Optional<BigDecimal> quoteBalance() {
        return fields().decimal("quoteBal");
    }
}
