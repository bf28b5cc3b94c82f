package dev.astrolabe.aster.model;

import dev.astrolabe.exchange.error.NotSentException;
import java.math.BigDecimal;

/**
 * A distance from the best price of a book (docs: futures v3, "Place Chase Order").
 *
 * @param value quote per single coin where the type is ABSOLUTE, a ratio where it is PERCENTAGE (0.01 is 1 %), and as the venue
 *     wrote it where it is UNKNOWN
 * @param type what the value is
 * @param rawType the venue's own word for the type
 * @since 0.1
 */
public record ChaseOffset(BigDecimal value, OffsetType type, String rawType) {

    /**
     * A distance in price.
     *
     * @param value quote per single coin, from 0
     * @return the offset
     * @throws NotSentException if the value is negative
     */
    public static ChaseOffset price(BigDecimal value) {
        return notNegative(value, OffsetType.ABSOLUTE);
    }

    /**
     * A distance as a part of the price.
     *
     * @param value a ratio from 0: 0.01 is 1 %
     * @return the offset
     * @throws NotSentException if the value is negative
     */
    public static ChaseOffset ratio(BigDecimal value) {
        return notNegative(value, OffsetType.PERCENTAGE);
    }

    private static ChaseOffset notNegative(BigDecimal value, OffsetType type) {
        if (value.signum() < 0) {
            throw NotSentException.invalid("chase offset " + value.toPlainString() + " is below 0; nearest is 0");
        }
        return new ChaseOffset(value, type, type.name());
    }

    @Override
    public String toString() {
        return "ChaseOffset[" + value.toPlainString() + " " + rawType + "]";
    }
}
