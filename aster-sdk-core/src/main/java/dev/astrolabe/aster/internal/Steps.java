package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.StepFilter;
import dev.astrolabe.exchange.model.Symbol;
import java.math.BigDecimal;

/** Checks distances and amounts that no filter of an order covers. */
final class Steps {

    private Steps() {}

    /**
     * Refuses what is not a whole number of steps, counted from 0.
     *
     * @throws NotSentException naming the value, the step and the nearest multiple
     */
    static void require(String name, BigDecimal value, BigDecimal step, String stepName, Symbol symbol) {
        StepFilter filter = new StepFilter(BigDecimal.ZERO, BigDecimal.ZERO, step);
        if (!filter.onStep(value)) {
            throw NotSentException.invalid(name + " " + value.toPlainString() + " of " + symbol
                    + " is not a multiple of the " + stepName + " " + step.toPlainString() + "; nearest is "
                    + filter.nearest(value).toPlainString());
        }
    }

    /**
     * Refuses what is too small.
     *
     * @throws NotSentException naming the value and the least
     */
    static void requireAtLeast(String name, BigDecimal value, BigDecimal least, Symbol symbol) {
        if (value.compareTo(least) < 0) {
            throw NotSentException.invalid(name + " " + value.toPlainString() + " of " + symbol
                    + " is below the minimum " + least.toPlainString() + "; nearest is " + least.toPlainString());
        }
    }
}
