package dev.astrolabe.simulator.okx;

import java.math.BigDecimal;
import java.math.MathContext;

/** The average price of contracts: weighted by contracts, and of inverse ones by what they are worth in coins. */
final class Average {

    private final boolean inverse;
    private BigDecimal contracts = BigDecimal.ZERO;
    private BigDecimal weight = BigDecimal.ZERO;

    Average(boolean inverse) {
        this.inverse = inverse;
    }

    void add(BigDecimal more, BigDecimal price) {
        contracts = contracts.add(more);
        weight = weight.add(inverse ? more.divide(price, MathContext.DECIMAL128) : more.multiply(price));
    }

    BigDecimal contracts() {
        return contracts;
    }

    BigDecimal price() {
        if (contracts.signum() == 0) {
            return BigDecimal.ZERO;
        }
        return inverse
                ? contracts.divide(weight, MathContext.DECIMAL64)
                : weight.divide(contracts, MathContext.DECIMAL64);
    }
}
