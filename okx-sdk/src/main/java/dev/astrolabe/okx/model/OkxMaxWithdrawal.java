package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What could be taken out (docs: OKX v5, "Get maximum withdrawals").
 *
 * @since 0.1
 */
public final class OkxMaxWithdrawal extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxMaxWithdrawal(OkxFields fields) {
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
     * The most without borrowing.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> max() {
        return fields().decimal("maxWd");
    }

    /**
     * The most with borrowing.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> maxWithBorrowing() {
        return fields().decimal("maxWdEx");
    }

    /**
     * The most without borrowing where spot hedges contracts.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> maxWithSpotOffset() {
        return fields().decimal("spotOffsetMaxWd");
    }

    /**
     * The most with borrowing where spot hedges contracts.
     *
     * @return in the currency
     */
    public Optional<BigDecimal> maxWithSpotOffsetAndBorrowing() {
        return fields().decimal("spotOffsetMaxWdEx");
    }
}
