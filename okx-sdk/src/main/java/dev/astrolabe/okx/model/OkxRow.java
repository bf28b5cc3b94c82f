package dev.astrolabe.okx.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One object of OKX, named: each accessor tells what a field means and in which unit. What has no accessor here, because OKX
 * added it since, is in {@link #fields()}. Immutable, safe for any thread.
 *
 * @since 0.1
 */
public abstract class OkxRow {

    private final OkxFields fields;

    /**
     * Names the fields.
     *
     * @param fields as OKX sent them
     */
    protected OkxRow(OkxFields fields) {
        this.fields = Objects.requireNonNull(fields, "fields");
    }

    /**
     * All that OKX sent.
     *
     * @return the fields
     */
    public final OkxFields fields() {
        return fields;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof OkxRow row && row.getClass().equals(getClass()) && row.fields.equals(fields);
    }

    @Override
    public final int hashCode() {
        return fields.hashCode();
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + fields;
    }
}
