package dev.astrolabe.agents.indicator;

/**
 * Exponential moving average: {@code ema += (input - ema) * 2 / (period + 1)}, in the unit of its input. O(1) a
 * bar.
 *
 * <p>Seeded as TA-Lib does, with the plain mean of the first {@code period} inputs. ta4j starts from the first
 * input instead: EMA(20) of the two may differ by 0.3 % at bar 25, and by less than 1e-12 of the value after 300
 * bars.
 *
 * @since 0.1
 */
public final class Ema extends Indicator {
    private final double weight;
    private int seeds;
    private double first;
    private double sumAboveFirst;
    private double value;

    /**
     * An average that has seen nothing.
     *
     * @param period bars, 1 to 100000
     * @throws IllegalArgumentException if the period is out of range
     */
    public Ema(int period) {
        super("EMA(" + period + ")", Inputs.period("EMA", period, 1));
        weight = 2.0 / (period + 1);
    }

    /**
     * Takes in one closed bar.
     *
     * @param input the close, or any other series
     * @throws IllegalArgumentException if the input is NaN, infinite or beyond 1e100; nothing has changed then
     */
    public void update(double input) {
        Inputs.number("input", input);
        advance(input);
    }

    /** The update for inputs that need no check. Answers the average; before warm-up, that of the seeds so far. */
    double advance(double input) {
        if (isReady()) {
            value += (input - value) * weight;
        } else {
            seed(input);
        }
        countBar();
        return value;
    }

    /** Sums relative to the first input, so that a constant series has exactly its constant as average. */
    private void seed(double input) {
        if (seeds == 0) {
            first = input;
        }
        seeds++;
        sumAboveFirst += input - first;
        value = first + sumAboveFirst / seeds;
    }

    /**
     * The average.
     *
     * @return in the unit of the input
     * @throws IllegalStateException before {@link #warmUp()} bars
     */
    public double value() {
        return whenReady(value);
    }
}
