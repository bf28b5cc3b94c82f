package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the account holds, in USD over all currencies. Which of the figures OKX fills depends on the account level (docs: OKX v5, "Get balance").
 *
 * @since 0.1
 */
public final class OkxBalance extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxBalance(OkxFields fields) {
        super(fields);
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
     * Equity of all currencies.
     *
     * @return in USD
     */
    public Optional<BigDecimal> totalEquity() {
        return fields().decimal("totalEq");
    }

    /**
     * Equity of isolated positions.
     *
     * @return in USD
     */
    public Optional<BigDecimal> isolatedEquity() {
        return fields().decimal("isoEq");
    }

    /**
     * Equity that counts as margin over all currencies.
     *
     * @return in USD; empty below level 3
     */
    public Optional<BigDecimal> adjustedEquity() {
        return fields().decimal("adjEq");
    }

    /**
     * Equity that is free over all currencies.
     *
     * @return in USD; empty below level 3
     */
    public Optional<BigDecimal> availableEquity() {
        return fields().decimal("availEq");
    }

    /**
     * Margin that open orders hold.
     *
     * @return in USD; empty below level 3
     */
    public Optional<BigDecimal> orderMargin() {
        return fields().decimal("ordFroz");
    }

    /**
     * Initial margin of cross positions and orders.
     *
     * @return in USD; empty below level 3
     */
    public Optional<BigDecimal> initialMargin() {
        return fields().decimal("imr");
    }

    /**
     * Maintenance margin of cross positions.
     *
     * @return in USD; empty below level 3
     */
    public Optional<BigDecimal> maintenanceMargin() {
        return fields().decimal("mmr");
    }

    /**
     * Initial margin of what is borrowed.
     *
     * @return in USD
     */
    public Optional<BigDecimal> borrowingMargin() {
        return fields().decimal("borrowFroz");
    }

    /**
     * Equity over maintenance margin.
     *
     * @return a ratio, above 1 when safe; empty below level 3
     */
    public Optional<BigDecimal> marginRatio() {
        return fields().decimal("mgnRatio");
    }

    /**
     * Value of all positions.
     *
     * @return in USD
     */
    public Optional<BigDecimal> notionalUsd() {
        return fields().decimal("notionalUsd");
    }

    /**
     * Value of what is borrowed.
     *
     * @return in USD
     */
    public Optional<BigDecimal> borrowedUsd() {
        return fields().decimal("notionalUsdForBorrow");
    }

    /**
     * Value of positions in perpetuals.
     *
     * @return in USD
     */
    public Optional<BigDecimal> swapNotionalUsd() {
        return fields().decimal("notionalUsdForSwap");
    }

    /**
     * Value of positions in dated contracts.
     *
     * @return in USD
     */
    public Optional<BigDecimal> futuresNotionalUsd() {
        return fields().decimal("notionalUsdForFutures");
    }

    /**
     * Value of positions in options.
     *
     * @return in USD
     */
    public Optional<BigDecimal> optionNotionalUsd() {
        return fields().decimal("notionalUsdForOption");
    }

    /**
     * Profit of cross positions that is not realized.
     *
     * @return in USD
     */
    public Optional<BigDecimal> unrealizedPnl() {
        return fields().decimal("upl");
    }

    /**
     * Delta of the account.
     *
     * @return in USD
     */
    public Optional<BigDecimal> delta() {
        return fields().decimal("delta");
    }

    /**
     * Delta over equity.
     *
     * @return a ratio
     */
    public Optional<BigDecimal> deltaLeverage() {
        return fields().decimal("deltaLever");
    }

    /**
     * Whether the account counts as delta neutral: 0 normal, 1 transfers limited, 2 reduce-only.
     *
     * @return the word
     */
    public Optional<String> deltaNeutralStatus() {
        return fields().text("deltaNeutralStatus");
    }

    /**
     * Each currency.
     *
     * @return an unmodifiable list
     */
    public List<OkxCurrencyBalance> currencies() {
        return fields().rows("details", OkxCurrencyBalance::new);
    }
}
