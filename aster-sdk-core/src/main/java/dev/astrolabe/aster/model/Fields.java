package dev.astrolabe.aster.model;

import java.lang.reflect.RecordComponent;
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

    /** All components of a record. */
    static String of(Record value) {
        Fields fields = of(value.getClass().getSimpleName());
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                fields.with(component.getName(), component.getAccessor().invoke(value));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(component + " cannot be read", e);
            }
        }
        return fields.toString();
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
