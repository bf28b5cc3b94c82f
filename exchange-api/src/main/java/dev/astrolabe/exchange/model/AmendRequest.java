package dev.astrolabe.exchange.model;

import dev.astrolabe.exchange.error.NotSentException;
import java.math.BigDecimal;

/**
 * A change of a resting limit order.
 *
 * @param ref the order
 * @param quantity the new whole quantity in base units, the filled part included
 * @param price the new limit price, in quote per single coin
 * @since 0.1
 */
public record AmendRequest(OrderRef ref, BigDecimal quantity, BigDecimal price) {
    /**
     * Checks that both numbers are positive.
     *
     * @param ref the order
     * @param quantity the new whole quantity in base units, the filled part included
     * @param price the new limit price, in quote per single coin
     */
    public AmendRequest {
        if (quantity.signum() <= 0) {
            throw NotSentException.invalid(
                    "new quantity " + quantity.toPlainString() + " of " + ref + " is not above 0");
        }
        if (price.signum() <= 0) {
            throw NotSentException.invalid("new price " + price.toPlainString() + " of " + ref + " is not above 0");
        }
    }

    @Override
    public String toString() {
        return Fields.of("AmendRequest")
                .with("ref", ref)
                .with("quantity", quantity)
                .with("price", price)
                .toString();
    }
}
