package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A position, in contracts (docs: OKX v5, "Get positions").
 *
 * @since 0.1
 */
public final class OkxPosition extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxPosition(OkxFields fields) {
        super(fields);
        fields.requireText("instId");
        fields.requireText("mgnMode");
        fields.requireText("posSide");
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
     * The margin mode, which is part of what tells positions apart.
     *
     * @return {@code cross} or {@code isolated}
     */
    public String marginMode() {
        return fields().requireText("mgnMode");
    }

    /**
     * The id of the position, gone 30 days after it was closed.
     *
     * @return the id
     */
    public Optional<String> positionId() {
        return fields().text("posId");
    }

    /**
     * The slot: {@code long} or {@code short}, and {@code net} in net mode.
     *
     * @return the word
     */
    public String positionSide() {
        return fields().requireText("posSide");
    }

    /**
     * How much, in contracts; in net mode negative where it is short.
     *
     * @return the signed number
     */
    public BigDecimal contracts() {
        return fields().requireDecimal("pos");
    }

    /**
     * What of it hedges spot.
     *
     * @return in contracts
     */
    public Optional<BigDecimal> hedgedContracts() {
        return fields().decimal("hedgedPos");
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
     * What of it can be closed.
     *
     * @return in contracts; empty in net mode
     */
    public Optional<BigDecimal> closableContracts() {
        return fields().decimal("availPos");
    }

    /**
     * The average price at which it was opened.
     *
     * @return in quote; empty when flat
     */
    public Optional<BigDecimal> averagePrice() {
        return fields().decimal("avgPx");
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
     * The mark price.
     *
     * @return in quote
     */
    public Optional<BigDecimal> markPrice() {
        return fields().decimal("markPx");
    }

    /**
     * Profit at the mark price that is not realized.
     *
     * @return in {@link #currency()}
     */
    public Optional<BigDecimal> unrealizedPnl() {
        return fields().decimal("upl");
    }

    /**
     * The same over the margin.
     *
     * @return a ratio
     */
    public Optional<BigDecimal> unrealizedPnlRatio() {
        return fields().decimal("uplRatio");
    }

    /**
     * Profit at the last price.
     *
     * @return in {@link #currency()}
     */
    public Optional<BigDecimal> unrealizedPnlAtLast() {
        return fields().decimal("uplLastPx");
    }

    /**
     * The same over the margin.
     *
     * @return a ratio
     */
    public Optional<BigDecimal> unrealizedPnlRatioAtLast() {
        return fields().decimal("uplRatioLastPx");
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
     * The estimated price of liquidation.
     *
     * @return in quote
     */
    public Optional<BigDecimal> liquidationPrice() {
        return fields().decimal("liqPx");
    }

    /**
     * Initial margin of a cross position.
     *
     * @return in {@link #currency()}
     */
    public Optional<BigDecimal> initialMargin() {
        return fields().decimal("imr");
    }

    /**
     * Margin of an isolated position.
     *
     * @return in {@link #currency()}
     */
    public Optional<BigDecimal> margin() {
        return fields().decimal("margin");
    }

    /**
     * Equity over maintenance margin.
     *
     * @return a ratio
     */
    public Optional<BigDecimal> marginRatio() {
        return fields().decimal("mgnRatio");
    }

    /**
     * Maintenance margin.
     *
     * @return in {@link #currency()}
     */
    public Optional<BigDecimal> maintenanceMargin() {
        return fields().decimal("mmr");
    }

    /**
     * What a margin position owes.
     *
     * @return in {@link #liabilityCurrency()}
     */
    public Optional<BigDecimal> liability() {
        return fields().decimal("liab");
    }

    /**
     * The coin that is owed.
     *
     * @return the coin
     */
    public Optional<String> liabilityCurrency() {
        return fields().text("liabCcy");
    }

    /**
     * Interest that is due.
     *
     * @return in the coin that is owed
     */
    public Optional<BigDecimal> interest() {
        return fields().decimal("interest");
    }

    /**
     * The last trade.
     *
     * @return its id
     */
    public Optional<String> tradeId() {
        return fields().text("tradeId");
    }

    /**
     * Value of an option.
     *
     * @return in {@link #currency()}
     */
    public Optional<BigDecimal> optionValue() {
        return fields().decimal("optVal");
    }

    /**
     * What pending closing orders of a margin position owe.
     *
     * @return in the coin that is owed
     */
    public Optional<BigDecimal> closingLiability() {
        return fields().decimal("pendingCloseOrdLiabVal");
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
     * How near auto-deleveraging is, from 0 to 5.
     *
     * @return the number as text
     */
    public Optional<String> deleveragingRank() {
        return fields().text("adl");
    }

    /**
     * The coin of margin and profit.
     *
     * @return the coin
     */
    public Optional<String> currency() {
        return fields().text("ccy");
    }

    /**
     * The last price.
     *
     * @return in quote
     */
    public Optional<BigDecimal> lastPrice() {
        return fields().decimal("last");
    }

    /**
     * The index price.
     *
     * @return in quote
     */
    public Optional<BigDecimal> indexPrice() {
        return fields().decimal("idxPx");
    }

    /**
     * The price of the margin coin.
     *
     * @return in USD
     */
    public Optional<BigDecimal> currencyUsdPrice() {
        return fields().decimal("usdPx");
    }

    /**
     * The price at which closing neither gains nor loses.
     *
     * @return in quote
     */
    public Optional<BigDecimal> breakEvenPrice() {
        return fields().decimal("bePx");
    }

    /**
     * Spot that hedges it.
     *
     * @return at level 4
     */
    public Optional<BigDecimal> spotInUse() {
        return fields().decimal("spotInUseAmt");
    }

    /**
     * The coin of that spot.
     *
     * @return the coin
     */
    public Optional<String> spotInUseCurrency() {
        return fields().text("spotInUseCcy");
    }

    /**
     * Spot that should hedge it.
     *
     * @return at level 4
     */
    public Optional<BigDecimal> spotInUseWanted() {
        return fields().decimal("clSpotInUseAmt");
    }

    /**
     * The most spot that could hedge it.
     *
     * @return at level 4
     */
    public Optional<BigDecimal> maxSpotInUse() {
        return fields().decimal("maxSpotInUseAmt");
    }

    /**
     * An outer business id.
     *
     * @return such as of a bot
     */
    public Optional<String> businessId() {
        return fields().text("bizRefId");
    }

    /**
     * The kind of that business.
     *
     * @return the word
     */
    public Optional<String> businessType() {
        return fields().text("bizRefType");
    }

    /**
     * Profit that is realized: pnl, fees, funding, penalties and settlements together.
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
     * Profit by closing, without fees.
     *
     * @return in {@link #currency()}
     */
    public Optional<BigDecimal> closingPnl() {
        return fields().decimal("pnl");
    }

    /**
     * Fees so far; negative was paid.
     *
     * @return in {@link #currency()}
     */
    public Optional<BigDecimal> fees() {
        return fields().decimal("fee");
    }

    /**
     * Funding so far; negative was paid.
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
     * Algo orders that close the whole position.
     *
     * @return an unmodifiable list
     */
    public List<OkxClosingAlgo> closingAlgos() {
        return fields().rows("closeOrderAlgo", OkxClosingAlgo::new);
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

    /** {@return when it was sent; of the channels only} */
    public Optional<Instant> pushedAt() {
        return fields().time("pTime");
    }
}
