package dev.astrolabe.okx.model;

import java.util.Optional;

/**
 * The answer to a position that is being closed; it names no order. (docs: OKX v5, "Close positions")
 *
 * @since 0.1
 */
public final class OkxCloseAck extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxCloseAck(OkxFields fields) {
        super(fields);
        fields.requireText("instId");
    }

    /** {@return the instrument} */
    public String instId() {
        return fields().requireText("instId");
    }

    /** {@return the slot: {@code net}, {@code long} or {@code short}} */
    public Optional<String> positionSide() {
        return fields().text("posSide");
    }

    /** {@return the id that the client gave the closing order} */
    public Optional<String> clientOrderId() {
        return fields().text("clOrdId");
    }

    /** {@return the tag that the client gave} */
    public Optional<String> tag() {
        return fields().text("tag");
    }
}
