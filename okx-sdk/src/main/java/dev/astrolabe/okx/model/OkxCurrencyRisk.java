package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What of a currency counts as margin (docs: OKX v5, "Get account and position risk").
 *
 * @since 0.1
 */
public final class OkxCurrencyRisk extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxCurrencyRisk(OkxFields fields) {
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
     * What it is worth.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> equity() {
        return fields().decimal("eq");
    }

    /**
     * What of it counts as margin.
     *
     * @return in USD
     */
    public Optional<BigDecimal> discountedEquityUsd() {
        return fields().decimal("disEq");
    }
}
