package dev.astrolabe.aster.internal;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the venue writes absence: 0 for a price or a time that does not apply, an empty text for a word. */
final class Readings {

    private Readings() {}

    /** A number where 0 means that there is none. */
    static @Nullable BigDecimal nonZero(@Nullable BigDecimal value) {
        return value == null || value.signum() == 0 ? null : value;
    }

    static BigDecimal orZero(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }

    /** A field that the venue documents. */
    static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException("there is no " + field);
        }
        return value;
    }

    /** Milliseconds where 0 means never. */
    static @Nullable Instant time(@Nullable Long millis) {
        return millis == null || millis <= 0 ? null : Instant.ofEpochMilli(millis);
    }

    static @Nullable String nonEmpty(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** A number that the venue sends as text, sometimes with no number in it. */
    static @Nullable BigDecimal numberOrNull(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
