package dev.astrolabe.agents.gate;

import dev.astrolabe.exchange.model.StepFilter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The quantities that several filters take alike, such as those of the two legs of a pair: {@code offset + k x step} from a
 * least to a largest one. Immutable.
 */
final class QuantityGrid {

    /** Finer than any lot; stands in where no filter has a step, so that a largest quantity exists. */
    private static final BigDecimal FINEST = new BigDecimal("1E-12");

    private final BigDecimal offset;
    private final BigDecimal step;
    private final BigDecimal min;
    private final BigDecimal max;
    private final boolean stepped;

    private QuantityGrid(BigDecimal offset, BigDecimal step, BigDecimal min, BigDecimal max, boolean stepped) {
        this.offset = offset;
        this.step = step;
        this.min = min;
        this.max = max;
        this.stepped = stepped;
    }

    /**
     * What all filters take.
     *
     * @return the grid; empty where their steps never meet
     */
    static Optional<QuantityGrid> of(List<StepFilter> filters) {
        BigDecimal min = BigDecimal.ZERO;
        BigDecimal max = BigDecimal.ZERO;
        BigDecimal offset = BigDecimal.ZERO;
        BigDecimal step = BigDecimal.ZERO;
        for (StepFilter filter : filters) {
            min = min.max(filter.min());
            if (filter.max().signum() > 0) {
                max = max.signum() > 0 ? max.min(filter.max()) : filter.max();
            }
            if (filter.step().signum() > 0) {
                BigDecimal[] met = step.signum() == 0
                        ? new BigDecimal[] {filter.min(), filter.step()}
                        : meet(offset, step, filter.min(), filter.step());
                if (met.length == 0) {
                    return Optional.empty();
                }
                offset = met[0];
                step = met[1];
            }
        }
        boolean stepped = step.signum() > 0;
        return Optional.of(new QuantityGrid(offset, stepped ? step : FINEST, min, max, stepped));
    }

    /** The values on both grids, by the Chinese remainder theorem; nothing where they never meet. */
    private static BigDecimal[] meet(BigDecimal offset1, BigDecimal step1, BigDecimal offset2, BigDecimal step2) {
        int scale = Math.max(Math.max(offset1.scale(), step1.scale()), Math.max(offset2.scale(), step2.scale()));
        BigInteger a1 = offset1.setScale(scale).unscaledValue();
        BigInteger s1 = step1.setScale(scale).unscaledValue();
        BigInteger a2 = offset2.setScale(scale).unscaledValue();
        BigInteger s2 = step2.setScale(scale).unscaledValue();
        BigInteger common = s1.gcd(s2);
        BigInteger[] apart = a2.subtract(a1).divideAndRemainder(common);
        if (apart[1].signum() != 0) {
            return new BigDecimal[0];
        }
        BigInteger period = s2.divide(common);
        BigInteger steps =
                apart[0].multiply(s1.divide(common).modInverse(period)).mod(period);
        return new BigDecimal[] {
            new BigDecimal(a1.add(s1.multiply(steps)), scale), new BigDecimal(s1.multiply(period), scale)
        };
    }

    /** The least valid quantity; empty where it is above the largest. */
    Optional<BigDecimal> least() {
        BigInteger index = index(min, RoundingMode.CEILING);
        BigDecimal least = at(index);
        if (least.signum() <= 0) {
            least = at(index(BigDecimal.ZERO, RoundingMode.FLOOR).add(BigInteger.ONE));
        }
        return max.signum() > 0 && least.compareTo(max) > 0 ? Optional.empty() : Optional.of(least);
    }

    /** The largest valid quantity that is not above the wanted one; empty where there is none. */
    Optional<BigDecimal> floor(BigDecimal wanted) {
        BigDecimal capped = max.signum() > 0 ? wanted.min(max) : wanted;
        BigDecimal value = stepped ? at(index(capped, RoundingMode.FLOOR)) : capped;
        return value.signum() > 0 && value.compareTo(min) >= 0 ? Optional.of(value) : Optional.empty();
    }

    /**
     * The largest valid quantity, not above the wanted one, that fits; found by halving, so that no bound is ever divided
     * and rounded. What fits must still fit when it is smaller.
     */
    Optional<BigDecimal> largest(BigDecimal wanted, Predicate<BigDecimal> fits) {
        Optional<BigDecimal> least = least();
        BigDecimal capped = max.signum() > 0 ? wanted.min(max) : wanted;
        if (least.isEmpty() || least.get().compareTo(capped) > 0 || !fits.test(least.get())) {
            return Optional.empty();
        }
        BigInteger good = index(least.get(), RoundingMode.FLOOR);
        BigInteger bad = index(capped, RoundingMode.FLOOR).add(BigInteger.ONE);
        while (bad.subtract(good).compareTo(BigInteger.ONE) > 0) {
            BigInteger middle = good.add(bad).shiftRight(1);
            if (fits.test(at(middle))) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return Optional.of(at(good));
    }

    private BigInteger index(BigDecimal value, RoundingMode mode) {
        return value.subtract(offset).divide(step, 0, mode).toBigInteger();
    }

    private BigDecimal at(BigInteger index) {
        return step.multiply(new BigDecimal(index)).add(offset);
    }
}
