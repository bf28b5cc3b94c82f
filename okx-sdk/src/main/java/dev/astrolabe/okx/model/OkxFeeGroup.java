package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The rates of one fee group (docs: OKX v5, "Get fee rates").
 *
 * @since 0.1
 */
public final class OkxFeeGroup extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxFeeGroup(OkxFields fields) {
        super(fields);
        fields.requireText("groupId");
    }

    /**
     * The group, which instruments name.
     *
     * @return its id
     */
    public String groupId() {
        return fields().requireText("groupId");
    }

    /**
     * The rate of a maker; negative is paid.
     *
     * @return a ratio
     */
    public Optional<BigDecimal> maker() {
        return fields().decimal("maker");
    }

    /**
     * The rate of a taker; negative is paid.
     *
     * @return a ratio
     */
    public Optional<BigDecimal> taker() {
        return fields().decimal("taker");
    }

    /**
     * The rate of a maker by retail price improvement; negative is paid.
     *
     * @return a ratio
     */
    public Optional<BigDecimal> rpiMaker() {
        return fields().decimal("rpiMaker");
    }
}
