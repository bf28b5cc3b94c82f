package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Balances and positions of one moment (docs: OKX v5, "Get account and position risk").
 *
 * @since 0.1
 */
public final class OkxRiskSnapshot extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxRiskSnapshot(OkxFields fields) {
        super(fields);
        fields.requireTime("ts");
    }

    /**
     * Equity that counts as margin.
     *
     * @return in USD; empty below level 3
     */
    public Optional<BigDecimal> adjustedEquity() {
        return fields().decimal("adjEq");
    }

    /**
     * The moment.
     *
     * @return the venue's time
     */
    public Instant time() {
        return fields().requireTime("ts");
    }

    /**
     * Each currency.
     *
     * @return an unmodifiable list
     */
    public List<OkxCurrencyRisk> currencies() {
        return fields().rows("balData", OkxCurrencyRisk::new);
    }

    /**
     * Each position.
     *
     * @return an unmodifiable list
     */
    public List<OkxPositionRisk> positions() {
        return fields().rows("posData", OkxPositionRisk::new);
    }
}
