package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What the account holds of one currency, in units of it unless said otherwise (docs: OKX v5, "Get balance").
 *
 * @since 0.1
 */
public final class OkxCurrencyBalance extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxCurrencyBalance(OkxFields fields) {
        super(fields);
        fields.requireText("ccy");
    }

    /**
     * The currency.
     *
     * @return such as {@code USDT}
     */
    public String currency() {
        return fields().requireText("ccy");
    }

    /**
     * What it is worth with open profit.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> equity() {
        return fields().decimal("eq");
    }

    /**
     * What is owned without open profit.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> cash() {
        return fields().decimal("cashBal");
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
     * Equity of isolated positions.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> isolatedEquity() {
        return fields().decimal("isoEq");
    }

    /**
     * Equity that is free for contracts.
     *
     * @return empty at level 1
     */
    public Optional<BigDecimal> availableEquity() {
        return fields().decimal("availEq");
    }

    /**
     * What of it counts as margin.
     *
     * @return in USD
     */
    public Optional<BigDecimal> discountedEquityUsd() {
        return fields().decimal("disEq");
    }

    /**
     * Bound by spot strategies.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> fixedBalance() {
        return fields().decimal("fixedBal");
    }

    /**
     * What is free.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> available() {
        return fields().decimal("availBal");
    }

    /**
     * What is in use.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> frozen() {
        return fields().decimal("frozenBal");
    }

    /**
     * What open orders hold.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> orderMargin() {
        return fields().decimal("ordFrozen");
    }

    /**
     * What is owed, as a positive number.
     *
     * @return empty below level 3
     */
    public Optional<BigDecimal> liability() {
        return fields().decimal("liab");
    }

    /**
     * Profit of cross positions that is not realized.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> unrealizedPnl() {
        return fields().decimal("upl");
    }

    /**
     * What is owed by unrealized loss.
     *
     * @return empty below level 3
     */
    public Optional<BigDecimal> liabilityByLoss() {
        return fields().decimal("uplLiab");
    }

    /**
     * What is owed in cross mode.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> crossLiability() {
        return fields().decimal("crossLiab");
    }

    /**
     * What is owed in isolated mode.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> isolatedLiability() {
        return fields().decimal("isoLiab");
    }

    /**
     * Profit of isolated positions that is not realized.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> isolatedUnrealizedPnl() {
        return fields().decimal("isoUpl");
    }

    /**
     * Trial funds.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> reward() {
        return fields().decimal("rewardBal");
    }

    /**
     * Equity over maintenance margin of the currency.
     *
     * @return filled at level 2
     */
    public Optional<BigDecimal> marginRatio() {
        return fields().decimal("mgnRatio");
    }

    /**
     * Initial margin.
     *
     * @return filled at level 2
     */
    public Optional<BigDecimal> initialMargin() {
        return fields().decimal("imr");
    }

    /**
     * Maintenance margin.
     *
     * @return filled at level 2
     */
    public Optional<BigDecimal> maintenanceMargin() {
        return fields().decimal("mmr");
    }

    /**
     * Interest that is due.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> interest() {
        return fields().decimal("interest");
    }

    /**
     * How near a forced repayment is, from 0 to 5.
     *
     * @return the number as text
     */
    public Optional<String> repaymentRisk() {
        return fields().text("twap");
    }

    /**
     * Kind of forced repayment: 0 none, 1 by user, 2 by platform.
     *
     * @return the number as text
     */
    public Optional<String> repaymentType() {
        return fields().text("frpType");
    }

    /**
     * How much may be borrowed.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> maxLoan() {
        return fields().decimal("maxLoan");
    }

    /**
     * Equity.
     *
     * @return in USD
     */
    public Optional<BigDecimal> equityUsd() {
        return fields().decimal("eqUsd");
    }

    /**
     * Margin of what is borrowed.
     *
     * @return in USD
     */
    public Optional<BigDecimal> borrowingMargin() {
        return fields().decimal("borrowFroz");
    }

    /**
     * Positions over equity.
     *
     * @return a ratio, filled at level 2
     */
    public Optional<BigDecimal> leverage() {
        return fields().decimal("notionalLever");
    }

    /**
     * Equity in trading bots.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> strategyEquity() {
        return fields().decimal("stgyEq");
    }

    /**
     * Spot that hedges contracts.
     *
     * @return at level 4
     */
    public Optional<BigDecimal> spotInUse() {
        return fields().decimal("spotInUseAmt");
    }

    /**
     * Spot that should hedge contracts.
     *
     * @return at level 4
     */
    public Optional<BigDecimal> spotInUseWanted() {
        return fields().decimal("clSpotInUseAmt");
    }

    /**
     * The most spot that could hedge contracts.
     *
     * @return at level 4
     */
    public Optional<BigDecimal> maxSpotInUse() {
        return fields().decimal("maxSpotInUse").or(() -> fields().decimal("maxSpotInUseAmt"));
    }

    /**
     * Isolated balance of copy trading.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> copyTradingIsolated() {
        return fields().decimal("spotIsoBal");
    }

    /**
     * Equity of copy trading.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> copyTradingEquity() {
        return fields().decimal("spotCopyTradingEq");
    }

    /**
     * Equity of synchronized copy trading.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> smartSyncEquity() {
        return fields().decimal("smtSyncEq");
    }

    /**
     * Spot that was bought.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> spot() {
        return fields().decimal("spotBal");
    }

    /**
     * What spot that is held was bought for.
     *
     * @return in USD
     */
    public Optional<BigDecimal> averageCost() {
        return fields().decimal("openAvgPx");
    }

    /**
     * What all spot was bought for on average.
     *
     * @return in USD
     */
    public Optional<BigDecimal> accumulatedCost() {
        return fields().decimal("accAvgPx");
    }

    /**
     * Profit of spot that is not realized.
     *
     * @return in USD
     */
    public Optional<BigDecimal> spotUnrealizedPnl() {
        return fields().decimal("spotUpl");
    }

    /**
     * The same over its cost.
     *
     * @return a ratio
     */
    public Optional<BigDecimal> spotUnrealizedPnlRatio() {
        return fields().decimal("spotUplRatio");
    }

    /**
     * Profit of spot in all.
     *
     * @return in USD
     */
    public Optional<BigDecimal> spotPnl() {
        return fields().decimal("totalPnl");
    }

    /**
     * The same over its cost.
     *
     * @return a ratio
     */
    public Optional<BigDecimal> spotPnlRatio() {
        return fields().decimal("totalPnlRatio");
    }

    /**
     * Whether the platform restricts it as collateral: 0 no, 1 near, 2 yes.
     *
     * @return the number as text
     */
    public Optional<String> collateralRestriction() {
        return fields().text("colRes");
    }

    /**
     * How near a forced conversion of what is borrowed is, from 0 to 5.
     *
     * @return the number as text
     */
    public Optional<String> conversionRisk() {
        return fields().text("colBorrAutoConversion");
    }

    /**
     * Whether it is restricted as collateral.
     *
     * @return an older form of {@link #collateralRestriction()}
     */
    public Optional<Boolean> isCollateralRestricted() {
        return fields().flag("collateralRestrict");
    }

    /**
     * Whether it counts as collateral.
     *
     * @return true or false at levels 3 and 4
     */
    public Optional<Boolean> isCollateral() {
        return fields().flag("collateralEnabled");
    }

    /**
     * Whether it is lent without being asked: unsupported, off, pending, active.
     *
     * @return the word
     */
    public Optional<String> autoLend() {
        return fields().text("autoLendStatus");
    }

    /**
     * How much of it is lent.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> autoLent() {
        return fields().decimal("autoLendMtAmt");
    }

    /** {@return what one of the currency is worth in USD; of the channel only} */
    public Optional<BigDecimal> usdPrice() {
        return fields().decimal("coinUsdPrice");
    }
}
