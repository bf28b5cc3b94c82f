package dev.astrolabe.okx.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A change of an instrument that is announced. (docs: OKX v5, "Get instruments")
 *
 * @since 0.1
 */
public final class OkxUpcomingChange extends OkxRow {

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    public OkxUpcomingChange(OkxFields fields) {
        super(fields);
        fields.requireText("param");
    }

    /** {@return the field that changes: {@code tickSz}, {@code minSz} or {@code maxMktSz}} */
    public String parameter() {
        return fields().requireText("param");
    }

    /** {@return its new value} */
    public Optional<BigDecimal> newValue() {
        return fields().decimal("newValue");
    }

    /** {@return when it changes} */
    public Optional<Instant> effectiveTime() {
        return fields().time("effTime");
    }
}
