package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What an order would do to the account. (docs: OKX v5, "Order precheck")
 *
 * @since 0.1
 */
public final class OkxOrderCheck extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxOrderCheck(OkxFields fields) {
        super(fields);
    }

    /** {@return the adjusted equity in USD now} */
    public Optional<BigDecimal> adjustedEquity() {
        return fields().decimal("adjEq");
    }

    /** {@return by how much it would change} */
    public Optional<BigDecimal> adjustedEquityChange() {
        return fields().decimal("adjEqChg");
    }

    /** {@return the initial margin in USD now} */
    public Optional<BigDecimal> initialMargin() {
        return fields().decimal("imr");
    }

    /** {@return by how much it would change} */
    public Optional<BigDecimal> initialMarginChange() {
        return fields().decimal("imrChg");
    }

    /** {@return the maintenance margin in USD now} */
    public Optional<BigDecimal> maintenanceMargin() {
        return fields().decimal("mmr");
    }

    /** {@return by how much it would change} */
    public Optional<BigDecimal> maintenanceMarginChange() {
        return fields().decimal("mmrChg");
    }

    /** {@return the margin ratio now} */
    public Optional<BigDecimal> marginRatio() {
        return fields().decimal("mgnRatio");
    }

    /** {@return by how much it would change} */
    public Optional<BigDecimal> marginRatioChange() {
        return fields().decimal("mgnRatioChg");
    }

    /** {@return the available balance now} */
    public Optional<BigDecimal> availableBalance() {
        return fields().decimal("availBal");
    }

    /** {@return by how much it would change} */
    public Optional<BigDecimal> availableBalanceChange() {
        return fields().decimal("availBalChg");
    }

    /** {@return the liquidation price now} */
    public Optional<BigDecimal> liquidationPrice() {
        return fields().decimal("liqPx");
    }

    /** {@return how far that is from the mark price} */
    public Optional<BigDecimal> liquidationPriceDistance() {
        return fields().decimal("liqPxDiff");
    }

    /** {@return the same as a part of the mark price} */
    public Optional<BigDecimal> liquidationPriceRatio() {
        return fields().decimal("liqPxDiffRatio");
    }

    /** {@return the position's assets of margin trading now} */
    public Optional<BigDecimal> positionBalance() {
        return fields().decimal("posBal");
    }

    /** {@return by how much they would change} */
    public Optional<BigDecimal> positionBalanceChange() {
        return fields().decimal("posBalChg");
    }

    /** {@return the debt now} */
    public Optional<BigDecimal> liability() {
        return fields().decimal("liab");
    }

    /** {@return by how much it would change} */
    public Optional<BigDecimal> liabilityChange() {
        return fields().decimal("liabChg");
    }

    /** {@return the currency of the debt} */
    public Optional<String> liabilityCurrency() {
        return fields().text("liabChgCcy");
    }

    /** {@return what the unit of the position's assets is: 1 and 2 margin, 3 contracts long, 4 short} */
    public Optional<String> positionType() {
        return fields().text("type");
    }
}
