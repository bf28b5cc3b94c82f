package dev.astrolabe.exchange.model;

/**
 * What an order of unknown outcome turned out to be, on the venue's evidence.
 *
 * @since 0.1
 */
public sealed interface OrderResolution {

    /**
     * The venue has the order.
     *
     * @param order the order as it stands now
     */
    record Placed(Order order) implements OrderResolution {}

    /**
     * The venue does not have the order, and the time in which the request could still have been executed is over.
     *
     * @param ref the order that was never placed
     */
    record NotPlaced(OrderRef ref) implements OrderResolution {}
}
