package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What is free for buying or selling (docs: OKX v5, "Get maximum available balance/equity").
 *
 * @since 0.1
 */
public final class OkxMaxAvailable extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxMaxAvailable(OkxFields fields) {
        super(fields);
        fields.requireText("instId");
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
     * What is free for buying.
     *
     * @return in the currency of the margin
     */
    public Optional<BigDecimal> availableToBuy() {
        return fields().decimal("availBuy");
    }

    /**
     * What is free for selling.
     *
     * @return in the currency of the margin
     */
    public Optional<BigDecimal> availableToSell() {
        return fields().decimal("availSell");
    }
}
