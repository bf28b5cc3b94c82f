package dev.astrolabe.agents.session;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The fall of an equity from its high-water mark, now and at its largest. Rounded up: never shown smaller than it is. */
final class Drawdown {

    private static final int SCALE = 10;

    private BigDecimal highWaterMark;
    private BigDecimal lowest;
    private BigDecimal largest = BigDecimal.ZERO;

    Drawdown(BigDecimal start) {
        this.highWaterMark = start;
        this.lowest = start;
    }

    void observe(BigDecimal equity) {
        if (equity.compareTo(highWaterMark) >= 0) {
            highWaterMark = equity;
            lowest = equity;
        } else if (equity.compareTo(lowest) < 0) {
            lowest = equity;
            largest = largest.max(ratio(equity));
        }
    }

    BigDecimal ratio(BigDecimal equity) {
        return highWaterMark.signum() <= 0 || equity.compareTo(highWaterMark) >= 0
                ? BigDecimal.ZERO
                : highWaterMark.subtract(equity).divide(highWaterMark, SCALE, RoundingMode.UP);
    }

    BigDecimal highWaterMark() {
        return highWaterMark;
    }

    BigDecimal largest() {
        return largest;
    }
}
