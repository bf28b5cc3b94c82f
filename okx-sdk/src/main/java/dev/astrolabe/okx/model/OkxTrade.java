package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A public trade. (docs: OKX v5, "Get trades")
 *
 * @since 0.1
 */
public final class OkxTrade extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxTrade(OkxFields fields) {
        super(fields);
        fields.requireText("instId");
        fields.requireText("tradeId");
        fields.requireText("side");
        fields.requireDecimal("px");
        fields.requireDecimal("sz");
        fields.requireTime("ts");
    }

    /** {@return the instrument, such as {@code BTC-USDT-SWAP}} */
    public String instId() {
        return fields().requireText("instId");
    }

    /** {@return the trade, a rising number} */
    public String tradeId() {
        return fields().requireText("tradeId");
    }

    /** {@return the price} */
    public BigDecimal price() {
        return fields().requireDecimal("px");
    }

    /** {@return contracts, of spot base} */
    public BigDecimal size() {
        return fields().requireDecimal("sz");
    }

    /** {@return the side that took: {@code buy} or {@code sell}} */
    public String side() {
        return fields().requireText("side");
    }

    /** {@return 0 an ordinary order, 1 one of retail price improvement} */
    public Optional<String> source() {
        return fields().text("source");
    }

    /** {@return how many trades are counted together; of the channel only} */
    public OptionalLong count() {
        return fields().whole("count");
    }

    /** {@return the number of the message; of the channel only} */
    public OptionalLong sequence() {
        return fields().whole("seqId");
    }

    /** {@return when it happened} */
    public Instant time() {
        return fields().requireTime("ts");
    }
}
