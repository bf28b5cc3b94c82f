package dev.astrolabe.okx.model;

import java.time.Instant;
import java.util.Optional;

/**
 * The answer to one placed, changed or cancelled order: that the request was accepted, not what became of the order. (docs: OKX v5,
 * "Place order", "Amend order", "Cancel order" and "Place algo order")
 *
 * @since 0.1
 */
public final class OkxAck extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxAck(OkxFields fields) {
        super(fields);
    }

    /** {@return the venue's id of the order} */
    public Optional<String> orderId() {
        return fields().text("ordId");
    }

    /** {@return the id that the client gave} */
    public Optional<String> clientOrderId() {
        return fields().text("clOrdId");
    }

    /** {@return the venue's id of the algo order} */
    public Optional<String> algoId() {
        return fields().text("algoId");
    }

    /** {@return the client's id of the algo order} */
    public Optional<String> algoClientOrderId() {
        return fields().text("algoClOrdId");
    }

    /** {@return the tag that the client gave} */
    public Optional<String> tag() {
        return fields().text("tag");
    }

    /** {@return the client's id of the change} */
    public Optional<String> requestId() {
        return fields().text("reqId");
    }

    /** {@return when the order was created or the request handled} */
    public Optional<Instant> time() {
        return fields().time("ts");
    }

    /** {@return 0 accepted, else why not; an empty text where the row has none} */
    public String code() {
        return fields().text("sCode").orElse("");
    }

    /** {@return the same in words} */
    public Optional<String> message() {
        return fields().text("sMsg");
    }

    /** {@return what the code is about in particular} */
    public Optional<String> subCode() {
        return fields().text("subCode");
    }

    /** {@return whether the request was accepted} */
    public boolean accepted() {
        return code().equals("0");
    }
}
