package dev.astrolabe.agents.indicator;

/**
 * Moving average convergence/divergence: a fast {@link Ema} less a slow one, and an EMA of that line as its signal.
 * In the unit of the input. O(1) a bar.
 *
 * <p>Seeded as TA-Lib does: both averages start on the same bar, so the fast one leaves out the first
 * {@code slow - fast} inputs; the line is shown once its signal exists. ta4j starts all three from the first input;
 * the lines come within 1e-6 after 300 bars of MACD(12, 26, 9).
 *
 * @since 0.1
 */
public final class Macd extends Indicator {
    private final Ema fast;
    private final Ema slow;
    private final Ema signal;
    private int leftOut;
    private double line;
    private double signalLine;

    /**
     * Lines that have seen nothing.
     *
     * @param fast bars of the fast average, at least 1 and fewer than {@code slow}
     * @param slow bars of the slow average, up to 100000
     * @param signal bars of the line's average, 1 to 100000; warm-up is {@code slow + signal - 1}
     * @throws IllegalArgumentException if one of them is out of range
     */
    public Macd(int fast, int slow, int signal) {
        super("MACD(" + fast + ", " + slow + ", " + signal + ")", warmUp(fast, slow, signal));
        this.fast = new Ema(fast);
        this.slow = new Ema(slow);
        this.signal = new Ema(signal);
        this.leftOut = slow - fast;
    }

    private static int warmUp(int fast, int slow, int signal) {
        Inputs.period("the slow average of MACD", slow, 2);
        Inputs.period("the fast average of MACD", fast, 1);
        if (fast >= slow) {
            throw new IllegalArgumentException("period " + fast + " of the fast average of MACD is not below " + slow
                    + " of the slow one; nearest is " + (slow - 1));
        }
        return slow + Inputs.period("the signal of MACD", signal, 1) - 1;
    }

    /**
     * Takes in one closed bar.
     *
     * @param input the close, or any other series
     * @throws IllegalArgumentException if the input is NaN, infinite or beyond 1e100; nothing has changed then
     */
    public void update(double input) {
        Inputs.number("input", input);
        if (leftOut > 0) {
            leftOut--;
            slow.advance(input);
        } else {
            line = fast.advance(input) - slow.advance(input);
        }
        if (slow.isReady()) {
            signalLine = signal.advance(line);
        }
        countBar();
    }

    /**
     * The fast average less the slow one.
     *
     * @return in the unit of the input, positive where the fast average is above
     * @throws IllegalStateException before {@link #warmUp()} bars
     */
    public double line() {
        return whenReady(line);
    }

    /**
     * The average of the line.
     *
     * @return in the unit of the input
     * @throws IllegalStateException before {@link #warmUp()} bars
     */
    public double signal() {
        return whenReady(signalLine);
    }

    /**
     * The line less its signal.
     *
     * @return in the unit of the input, positive where the line is above
     * @throws IllegalStateException before {@link #warmUp()} bars
     */
    public double histogram() {
        return whenReady(line - signalLine);
    }
}
