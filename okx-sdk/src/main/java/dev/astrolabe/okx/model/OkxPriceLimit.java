package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * Between which prices orders are taken. (docs: OKX v5, "Get limit price")
 *
 * @since 0.1
 */
public final class OkxPriceLimit extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxPriceLimit(OkxFields fields) {
        super(fields);
        fields.requireText("instId");
        fields.requireTime("ts");
    }

    /** {@return the kind of instrument} */
    public OkxInstType instType() {
        return fields().word("instType", OkxInstType.class, OkxInstType.UNKNOWN).orElse(OkxInstType.UNKNOWN);
    }

    /** {@return the instrument, such as {@code BTC-USDT-SWAP}} */
    public String instId() {
        return fields().requireText("instId");
    }

    /** {@return the highest price of a buy; empty where there is no limit} */
    public Optional<BigDecimal> highestBuy() {
        return fields().decimal("buyLmt");
    }

    /** {@return the lowest price of a sell; empty where there is no limit} */
    public Optional<BigDecimal> lowestSell() {
        return fields().decimal("sellLmt");
    }

    /** {@return whether there is a limit} */
    public Optional<Boolean> enabled() {
        return fields().flag("enabled");
    }

    /** {@return when the venue made this} */
    public Instant time() {
        return fields().requireTime("ts");
    }
}
