package dev.astrolabe.aster.model;

import dev.astrolabe.exchange.model.Order;

/**
 * An order by which the venue closed a position (docs: futures, "User's Force Orders").
 *
 * @param order the order
 * @param cause why it was placed
 * @since 0.1
 */
public record ForceOrder(Order order, ForceOrderCause cause) {
    @Override
    public String toString() {
        return Fields.of(this);
    }
}
