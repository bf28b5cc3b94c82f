package dev.astrolabe.okx.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Cash and positions that something has changed, and what that was. (docs: OKX v5, "Balance and position channel")
 *
 * @since 0.1
 */
public final class OkxBalanceAndPosition extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxBalanceAndPosition(OkxFields fields) {
        super(fields);
        fields.requireTime("pTime");
    }

    /** {@return when it was sent} */
    public Instant pushedAt() {
        return fields().requireTime("pTime");
    }

    /** {@return what happened, such as {@code snapshot}, {@code filled}, {@code funding_fee} or {@code set_leverage}} */
    public Optional<String> eventType() {
        return fields().text("eventType");
    }

    /** {@return the cash of the currencies that changed} */
    public List<OkxCash> balances() {
        return fields().rows("balData", OkxCash::new);
    }

    /** {@return the positions that changed} */
    public List<OkxPositionChange> positions() {
        return fields().rows("posData", OkxPositionChange::new);
    }

    /** {@return the trades that changed them} */
    public List<OkxTradeRef> trades() {
        return fields().rows("trades", OkxTradeRef::new);
    }
}
