package dev.astrolabe.okx.model;

import java.util.Optional;

/**
 * Which trade changed a balance or a position. (docs: OKX v5, "Balance and position channel")
 *
 * @since 0.1
 */
public final class OkxTradeRef extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxTradeRef(OkxFields fields) {
        super(fields);
    }

    /** {@return the instrument} */
    public Optional<String> instId() {
        return fields().text("instId");
    }

    /** {@return the trade, unique for the instrument} */
    public Optional<String> tradeId() {
        return fields().text("tradeId");
    }
}
