package dev.astrolabe.exchange.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Writes a value as {@code Name[field=value, …]}: numbers in full, never as 1E-7, and nothing for what is absent. */
final class Fields {

    private final StringBuilder text;
    private boolean first = true;

    private Fields(String name) {
        text = new StringBuilder(name).append('[');
    }

    static Fields of(String name) {
        return new Fields(name);
    }

    Fields with(String name, @Nullable Object value) {
        if (value != null) {
            text.append(first ? "" : ", ").append(name).append('=');
            text.append(value instanceof BigDecimal number ? number.toPlainString() : value);
            first = false;
        }
        return this;
    }

    @Override
    public String toString() {
        return text + "]";
    }
}
