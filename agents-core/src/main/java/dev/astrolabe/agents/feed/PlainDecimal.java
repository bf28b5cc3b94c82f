package dev.astrolabe.agents.feed;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads numbers the way candle files usually have them: at most 18 digits, and at most a point between them. */
final class PlainDecimal {

    /** What a long holds, whichever digits they are. */
    private static final int MOST_DIGITS = 18;

    private PlainDecimal() {}

    /** The number with its decimals as written; null for anything else, which may be a number in another form. */
    static @Nullable BigDecimal read(String text) {
        int length = text.length();
        long unscaled = 0;
        int point = length;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' && i <= MOST_DIGITS) {
                unscaled = unscaled * 10 + (c - '0');
            } else if (c == '.' && point == length && i > 0) {
                point = i;
            } else {
                return null;
            }
        }
        int decimals = point == length ? 0 : length - point - 1;
        boolean endsWithPoint = point < length && decimals == 0;
        int digits = point + decimals;
        return digits == 0 || digits > MOST_DIGITS || endsWithPoint ? null : BigDecimal.valueOf(unscaled, decimals);
    }
}
