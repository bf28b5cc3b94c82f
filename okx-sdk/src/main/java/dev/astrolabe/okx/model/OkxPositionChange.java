package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A position in short. (docs: OKX v5, "Balance and position channel")
 *
 * @since 0.1
 */
public final class OkxPositionChange extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxPositionChange(OkxFields fields) {
        super(fields);
        fields.requireText("instId");
    }

    /** {@return the instrument} */
    public String instId() {
        return fields().requireText("instId");
    }

    /** {@return its kind} */
    public Optional<OkxInstType> instType() {
        return fields().word("instType", OkxInstType.class, OkxInstType.UNKNOWN);
    }

    /** {@return the venue's id of the position} */
    public Optional<String> positionId() {
        return fields().text("posId");
    }

    /** {@return the last trade of the position} */
    public Optional<String> tradeId() {
        return fields().text("tradeId");
    }

    /** {@return {@code cross} or {@code isolated}} */
    public Optional<String> marginMode() {
        return fields().text("mgnMode");
    }

    /** {@return {@code net}, {@code long} or {@code short}} */
    public Optional<String> positionSide() {
        return fields().text("posSide");
    }

    /** {@return contracts; of a net position below 0 where it is short} */
    public Optional<BigDecimal> contracts() {
        return fields().decimal("pos");
    }

    /** {@return the currency of the margin} */
    public Optional<String> currency() {
        return fields().text("ccy");
    }

    /** {@return the currency of the position; of spot margin alone} */
    public Optional<String> positionCurrency() {
        return fields().text("posCcy");
    }

    /** {@return the average price at which it was opened} */
    public Optional<BigDecimal> averagePrice() {
        return fields().decimal("avgPx");
    }

    /** {@return the same before settlements} */
    public Optional<BigDecimal> unsettledAveragePrice() {
        return fields().decimal("nonSettleAvgPx");
    }

    /** {@return what settlements have paid} */
    public Optional<BigDecimal> settledPnl() {
        return fields().decimal("settledPnl");
    }

    /** {@return when it changed} */
    public Optional<Instant> updatedAt() {
        return fields().time("uTime");
    }
}
