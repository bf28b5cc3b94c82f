package dev.astrolabe.agents.indicator;

/** What indicators accept. Everything is checked before any state changes. */
final class Inputs {
    private static final int LARGEST_PERIOD = 100_000;

    /** Far beyond any market, and small enough that squares and sums over a window stay finite. */
    private static final double LARGEST = 1e100;

    private Inputs() {}

    static int period(String indicator, int period, int smallest) {
        if (period < smallest || period > LARGEST_PERIOD) {
            throw new IllegalArgumentException("period " + period + " of " + indicator + " is outside " + smallest
                    + " to " + LARGEST_PERIOD + "; nearest is " + (period < smallest ? smallest : LARGEST_PERIOD));
        }
        return period;
    }

    static void number(String what, double value) {
        // Written so that NaN, which is below nothing, is refused too.
        if (!(Math.abs(value) <= LARGEST)) {
            throw new IllegalArgumentException(what + " " + value + " is not a number from -1e100 to 1e100");
        }
    }

    static void range(double high, double low) {
        number("high", high);
        number("low", low);
        if (high < low) {
            throw new IllegalArgumentException("high " + high + " of the bar is below its low " + low);
        }
    }

    static void bar(double high, double low, double close) {
        range(high, low);
        number("close", close);
        if (close < low || close > high) {
            throw new IllegalArgumentException(
                    "close " + close + " of the bar is outside its low " + low + " to high " + high);
        }
    }

    static void volume(double volume) {
        number("volume", volume);
        if (volume < 0) {
            throw new IllegalArgumentException("volume " + volume + " of the bar is negative; the least is 0");
        }
    }
}
