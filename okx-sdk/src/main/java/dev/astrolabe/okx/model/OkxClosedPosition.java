package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A position that was closed, wholly or partly (docs: OKX v5, "Get positions history").
 *
 * @since 0.1
 */
public final class OkxClosedPosition extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxClosedPosition(OkxFields fields) {
        super(fields);
        fields.requireText("instId");
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
     * How it was closed: 1 partly, 2 wholly, 3 liquidated, 4 liquidated partly, 5 and 6 by auto-deleveraging.
     *
     * @return the number as text
     */
    public Optional<String> closingType() {
        return fields().text("type");
    }

    /**
     * When it was opened.
     *
     * @return the venue's time
     */
    public Optional<Instant> createdAt() {
        return fields().time("cTime");
    }

    /**
     * When it was last changed.
     *
     * @return the venue's time
     */
    public Optional<Instant> updatedAt() {
        return fields().time("uTime");
    }

    /**
     * The average price at which it was opened.
     *
     * @return in quote
     */
    public Optional<BigDecimal> averageOpenPrice() {
        return fields().decimal("openAvgPx");
    }

    /**
     * The same without settlements.
     *
     * @return in quote
     */
    public Optional<BigDecimal> unsettledAveragePrice() {
        return fields().decimal("nonSettleAvgPx");
    }

    /**
     * The average price at which it was closed.
     *
     * @return in quote
     */
    public Optional<BigDecimal> averageClosePrice() {
        return fields().decimal("closeAvgPx");
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
     * The most that was held.
     *
     * @return in contracts
     */
    public Optional<BigDecimal> largestContracts() {
        return fields().decimal("openMaxPos");
    }

    /**
     * What was closed.
     *
     * @return in contracts
     */
    public Optional<BigDecimal> closedContracts() {
        return fields().decimal("closeTotalPos");
    }

    /**
     * Profit with fees, funding and penalties.
     *
     * @return in {@link #currency()}
     */
    public Optional<BigDecimal> realizedPnl() {
        return fields().decimal("realizedPnl");
    }

    /**
     * Profit by settlements.
     *
     * @return in {@link #currency()}
     */
    public Optional<BigDecimal> settledPnl() {
        return fields().decimal("settledPnl");
    }

    /**
     * Profit without fees.
     *
     * @return in {@link #currency()}
     */
    public Optional<BigDecimal> closingPnl() {
        return fields().decimal("pnl");
    }

    /**
     * Realized profit over the margin.
     *
     * @return a ratio
     */
    public Optional<BigDecimal> pnlRatio() {
        return fields().decimal("pnlRatio");
    }

    /**
     * Fees; negative was paid.
     *
     * @return in {@link #currency()}
     */
    public Optional<BigDecimal> fees() {
        return fields().decimal("fee");
    }

    /**
     * Funding; negative was paid.
     *
     * @return in {@link #currency()}
     */
    public Optional<BigDecimal> funding() {
        return fields().decimal("fundingFee");
    }

    /**
     * Penalty of liquidations; negative was paid.
     *
     * @return in {@link #currency()}
     */
    public Optional<BigDecimal> liquidationPenalty() {
        return fields().decimal("liqPenalty");
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
     * The leverage.
     *
     * @return such as 10
     */
    public Optional<BigDecimal> leverage() {
        return fields().decimal("lever");
    }

    /**
     * Which way it was.
     *
     * @return {@code long} or {@code short}
     */
    public Optional<String> direction() {
        return fields().text("direction");
    }

    /**
     * The mark price at which it was liquidated.
     *
     * @return in quote
     */
    public Optional<BigDecimal> liquidationTrigger() {
        return fields().decimal("triggerPx");
    }

    /**
     * The underlying.
     *
     * @return such as {@code BTC-USDT}
     */
    public Optional<String> underlying() {
        return fields().text("uly");
    }

    /**
     * The coin of margin and profit.
     *
     * @return the coin
     */
    public Optional<String> currency() {
        return fields().text("ccy");
    }
}
