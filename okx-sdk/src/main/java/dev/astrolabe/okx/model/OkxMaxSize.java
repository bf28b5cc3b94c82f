package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How much could be bought or sold at most (docs: OKX v5, "Get maximum order quantity").
 *
 * @since 0.1
 */
public final class OkxMaxSize extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxMaxSize(OkxFields fields) {
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
     * The coin of margin.
     *
     * @return the coin
     */
    public Optional<String> currency() {
        return fields().text("ccy");
    }

    /**
     * How much could be bought.
     *
     * @return in contracts; for spot in quote
     */
    public Optional<BigDecimal> maxBuy() {
        return fields().decimal("maxBuy");
    }

    /**
     * How much could be sold.
     *
     * @return in contracts; for spot in base
     */
    public Optional<BigDecimal> maxSell() {
        return fields().decimal("maxSell");
    }
}
