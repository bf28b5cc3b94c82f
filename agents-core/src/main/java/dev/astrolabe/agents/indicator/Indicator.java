package dev.astrolabe.agents.indicator;

/**
 * What all indicators share: a fixed number of closed bars to see before the first value, and a refusal to answer
 * earlier.
 *
 * <p>Each subclass has an {@code update} that takes one closed bar, oldest first, and named readings. An update
 * neither allocates nor keeps history beyond its period. Input that is NaN, infinite or beyond 1e100 in magnitude
 * is refused with an {@link IllegalArgumentException} that leaves the indicator as it was; accepted input never
 * makes a reading NaN or infinite. The same bars give the same bits on every machine, and reading changes nothing.
 *
 * <p>Not safe for use by several threads: an indicator belongs to the thread that feeds it.
 *
 * @since 0.1
 */
public abstract class Indicator {
    private final String name;
    private final int warmUp;
    private int seen;

    Indicator(String name, int warmUp) {
        this.name = name;
        this.warmUp = warmUp;
    }

    /**
     * The number of closed bars after which the first reading exists. Recursive indicators (EMA, RSI, ATR, ADX,
     * MACD) still carry their seed then; it fades with further bars, and ten periods are a usual wait before a
     * reading is acted upon.
     *
     * @return bars, at least 1
     */
    public final int warmUp() {
        return warmUp;
    }

    /**
     * Whether {@link #warmUp()} bars have been seen. Once true it stays true.
     *
     * @return true where readings may be taken
     */
    public final boolean isReady() {
        return seen == warmUp;
    }

    /**
     * The indicator and its parameters, such as {@code EMA(20)}.
     *
     * @return the name as charts write it
     */
    @Override
    public final String toString() {
        return name;
    }

    /** Counts the bar that {@code update} has just taken in. */
    final void countBar() {
        if (seen < warmUp) {
            seen++;
        }
    }

    /** Guards every reading. */
    final double whenReady(double reading) {
        if (!isReady()) {
            throw new IllegalStateException(
                    name + " has no value yet: " + seen + " of " + warmUp + " closed bars seen");
        }
        return reading;
    }
}
