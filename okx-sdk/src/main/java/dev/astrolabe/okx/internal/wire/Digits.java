package dev.astrolabe.okx.internal.wire;

import java.math.BigDecimal;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Numbers as they are written: a sign, digits, and a point between digits. Whatever else is a number is left to others. */
final class Digits {

    private static final long LARGEST = (Long.MAX_VALUE - 9) / 10;
    private static final int LONGEST_WHOLE = 18;

    private Digits() {}

    /** The number with the scale that it is written with; null where it is not written so, or has too many digits. */
    static @Nullable BigDecimal decimal(byte[] json, int start, int end) {
        boolean negative = start < end && json[start] == '-';
        int first = negative ? start + 1 : start;
        long value = 0;
        int point = end;
        for (int i = first; i < end; i++) {
            int digit = json[i] - '0';
            if (digit >= 0 && digit <= 9 && value <= LARGEST) {
                value = value * 10 + digit;
            } else if (json[i] == '.' && point == end) {
                point = i;
            } else {
                return null;
            }
        }
        if (point == first || point == end - 1) {
            return null;
        }
        return BigDecimal.valueOf(negative ? -value : value, point == end ? 0 : end - 1 - point);
    }

    /** Empty where it is not written so, or has too many digits. */
    static OptionalLong whole(byte[] json, int start, int end) {
        boolean negative = start < end && json[start] == '-';
        int first = negative ? start + 1 : start;
        if (first == end || end - first > LONGEST_WHOLE) {
            return OptionalLong.empty();
        }
        long value = 0;
        for (int i = first; i < end; i++) {
            int digit = json[i] - '0';
            if (digit < 0 || digit > 9) {
                return OptionalLong.empty();
            }
            value = value * 10 + digit;
        }
        return OptionalLong.of(negative ? -value : value);
    }
}
