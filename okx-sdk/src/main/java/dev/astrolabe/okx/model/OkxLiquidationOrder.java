package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * An order that liquidated a position. (docs: OKX v5, "Liquidation orders channel")
 *
 * @since 0.1
 */
public final class OkxLiquidationOrder extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxLiquidationOrder(OkxFields fields) {
        super(fields);
    }

    /** {@return {@code buy} or {@code sell}} */
    public Optional<String> side() {
        return fields().text("side");
    }

    /** {@return {@code long} or {@code short}; empty in net mode} */
    public Optional<String> positionSide() {
        return fields().text("posSide");
    }

    /** {@return the price at which the position is worth nothing} */
    public Optional<BigDecimal> bankruptcyPrice() {
        return fields().decimal("bkPx");
    }

    /** {@return contracts, of spot margin base} */
    public Optional<BigDecimal> size() {
        return fields().decimal("sz");
    }

    /** {@return the loss beyond the margin} */
    public Optional<BigDecimal> loss() {
        return fields().decimal("bkLoss");
    }

    /** {@return the currency of the loan; of spot margin alone} */
    public Optional<String> currency() {
        return fields().text("ccy");
    }

    /** {@return when it happened} */
    public Optional<Instant> time() {
        return fields().time("ts");
    }
}
