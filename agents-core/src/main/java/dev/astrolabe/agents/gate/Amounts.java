package dev.astrolabe.agents.gate;

import java.math.BigDecimal;

/** Amounts in messages: plain text, except for those so large or small that they would fill pages. */
final class Amounts {

    private static final int LONGEST = 60;

    private Amounts() {}

    static String text(BigDecimal value) {
        return sane(value) ? value.toPlainString() : value.toString();
    }

    /** Whether it has a number of digits that occurs in markets; others would only cost time and memory. */
    static boolean sane(BigDecimal value) {
        return Math.abs((long) value.scale()) <= LONGEST && value.precision() <= LONGEST;
    }
}
