package dev.astrolabe.agents.feed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;

/** How busy the last candle was: its volume over the mean of the 20 before it. Needs no unit of volume. For one thread. */
final class Activity {

    private static final int PERIOD = 20;
    private static final BigDecimal LEAST = new BigDecimal("0.25");
    private static final BigDecimal MOST = new BigDecimal("4");

    private final Deque<BigDecimal> before = new ArrayDeque<>(PERIOD + 1);
    private BigDecimal sum = BigDecimal.ZERO;
    private BigDecimal last = BigDecimal.ZERO;
    private boolean any;

    void add(BigDecimal volume) {
        if (any) {
            before.addLast(last);
            sum = sum.add(last);
        }
        if (before.size() > PERIOD) {
            sum = sum.subtract(before.removeFirst());
        }
        last = volume;
        any = true;
    }

    /** From 0.25 to 4, with 4 decimals; 1 until 20 candles and one have passed, or where nothing was traded. */
    BigDecimal now() {
        if (before.size() < PERIOD || sum.signum() == 0) {
            return BigDecimal.ONE;
        }
        return last.multiply(BigDecimal.valueOf(PERIOD))
                .divide(sum, 4, RoundingMode.HALF_EVEN)
                .max(LEAST)
                .min(MOST);
    }
}
