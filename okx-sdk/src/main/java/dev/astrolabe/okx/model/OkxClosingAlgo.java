package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * An algo order that closes a whole position (docs: OKX v5, "Get positions").
 *
 * @since 0.1
 */
public final class OkxClosingAlgo extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxClosingAlgo(OkxFields fields) {
        super(fields);
        fields.requireText("algoId");
    }

    /**
     * The algo order.
     *
     * @return its id
     */
    public String algoId() {
        return fields().requireText("algoId");
    }

    /**
     * What fires its stop-loss.
     *
     * @return in quote
     */
    public Optional<BigDecimal> stopLossTrigger() {
        return fields().decimal("slTriggerPx");
    }

    /**
     * Which price fires it.
     *
     * @return {@code last}, {@code index} or {@code mark}
     */
    public Optional<String> stopLossTriggeredBy() {
        return fields().text("slTriggerPxType");
    }

    /**
     * What fires its take-profit.
     *
     * @return in quote
     */
    public Optional<BigDecimal> takeProfitTrigger() {
        return fields().decimal("tpTriggerPx");
    }

    /**
     * Which price fires it.
     *
     * @return {@code last}, {@code index} or {@code mark}
     */
    public Optional<String> takeProfitTriggeredBy() {
        return fields().text("tpTriggerPxType");
    }

    /**
     * How much of the position it closes.
     *
     * @return 1 for all of it
     */
    public Optional<BigDecimal> fraction() {
        return fields().decimal("closeFraction");
    }
}
