package dev.astrolabe.okx.model;

import java.util.Optional;

/**
 * A sub-type of bills (docs: OKX v5, "Get bill types").
 *
 * @since 0.1
 */
public final class OkxBillSubType extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxBillSubType(OkxFields fields) {
        super(fields);
        fields.requireText("subType");
    }

    /**
     * The number.
     *
     * @return as text
     */
    public String subType() {
        return fields().requireText("subType");
    }

    /**
     * What it means.
     *
     * @return in English
     */
    public Optional<String> description() {
        return fields().text("subTypeDesc");
    }
}
