package dev.astrolabe.okx.model;

import java.util.List;
import java.util.Optional;

/**
 * A type of bills (docs: OKX v5, "Get bill types").
 *
 * @since 0.1
 */
public final class OkxBillType extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxBillType(OkxFields fields) {
        super(fields);
        fields.requireText("type");
    }

    /**
     * The number.
     *
     * @return as text
     */
    public String type() {
        return fields().requireText("type");
    }

    /**
     * What it means.
     *
     * @return in English
     */
    public Optional<String> description() {
        return fields().text("typeDesc");
    }

    /**
     * Its sub-types.
     *
     * @return an unmodifiable list
     */
    public List<OkxBillSubType> subTypes() {
        return fields().rows("subTypeDetails", OkxBillSubType::new);
    }
}
