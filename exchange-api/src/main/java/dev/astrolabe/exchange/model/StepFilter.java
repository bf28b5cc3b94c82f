package dev.astrolabe.exchange.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The values that an amount may take: from a least to a largest one in equal steps. A part that is 0 does not bind.
 *
 * @param min the least value
 * @param max the largest value
 * @param step the distance of two neighbours, counted from the least value
 * @since 0.1
 */
public record StepFilter(BigDecimal min, BigDecimal max, BigDecimal step) {

    /** A filter that lets everything pass. */
    public static final StepFilter NONE = new StepFilter(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /**
     * Refuses negative parts.
     *
     * @param min the least value
     * @param max the largest value
     * @param step the distance of two neighbours, counted from the least value
     */
    public StepFilter {
        if (min.signum() < 0 || max.signum() < 0 || step.signum() < 0) {
            throw new IllegalArgumentException("a step filter has no negative part: min " + min.toPlainString()
                    + ", max " + max.toPlainString() + ", step " + step.toPlainString());
        }
    }

    /**
     * Whether a value lies on a step.
     *
     * @param value the value
     * @return true where (value - min) is a whole number of steps
     */
    public boolean onStep(BigDecimal value) {
        return step.signum() == 0 || value.subtract(min).remainder(step).signum() == 0;
    }

    /**
     * The largest step that is not above a value, without regard to the least and the largest value.
     *
     * @param value the value
     * @return the value rounded down to a step
     */
    public BigDecimal down(BigDecimal value) {
        return toStep(value, RoundingMode.FLOOR);
    }

    /**
     * The least step that is not below a value, without regard to the least and the largest value.
     *
     * @param value the value
     * @return the value rounded up to a step
     */
    public BigDecimal up(BigDecimal value) {
        return toStep(value, RoundingMode.CEILING);
    }

    /**
     * The nearest step, a tie going to the even one, without regard to the least and the largest value.
     *
     * @param value the value
     * @return the value rounded to a step
     */
    public BigDecimal nearest(BigDecimal value) {
        return toStep(value, RoundingMode.HALF_EVEN);
    }

    private BigDecimal toStep(BigDecimal value, RoundingMode mode) {
        if (step.signum() == 0) {
            return value;
        }
        return value.subtract(min).divide(step, 0, mode).multiply(step).add(min);
    }

    /**
     * The largest valid value that is not above the wanted one.
     *
     * @param wanted the wanted value
     * @return a value that passes; empty where the wanted one is below the least
     */
    public Optional<BigDecimal> floor(BigDecimal wanted) {
        BigDecimal capped = max.signum() > 0 ? wanted.min(max) : wanted;
        BigDecimal value = down(capped);
        return value.signum() > 0 && value.compareTo(min) >= 0 ? Optional.of(value) : Optional.empty();
    }

    /**
     * The valid value nearest to a wanted one.
     *
     * @param wanted the wanted value
     * @return a value that passes all three parts
     */
    public BigDecimal nearestValid(BigDecimal wanted) {
        BigDecimal value = nearest(wanted).max(min);
        if (max.signum() > 0 && value.compareTo(max) > 0) {
            return down(max);
        }
        return value.signum() == 0 ? step : value;
    }

    @Override
    public String toString() {
        return Fields.of("StepFilter")
                .with("min", min)
                .with("max", max)
                .with("step", step)
                .toString();
    }
}
