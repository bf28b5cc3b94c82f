package dev.astrolabe.okx.model;

import java.util.List;
import java.util.Optional;

/**
 * Liquidations of one instrument; the venue tells a sample of them. (docs: OKX v5, "Liquidation orders channel")
 *
 * @since 0.1
 */
public final class OkxLiquidation extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxLiquidation(OkxFields fields) {
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

    /** {@return its family} */
    public Optional<String> instFamily() {
        return fields().text("instFamily");
    }

    /** {@return its index} */
    public Optional<String> underlying() {
        return fields().text("uly");
    }

    /** {@return the orders} */
    public List<OkxLiquidationOrder> orders() {
        return fields().rows("details", OkxLiquidationOrder::new);
    }
}
