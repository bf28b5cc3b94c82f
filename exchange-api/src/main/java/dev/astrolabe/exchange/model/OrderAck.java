package dev.astrolabe.exchange.model;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The venue has accepted a call about an order. Accepted is not filled, not resting, not cancelled: read the order, or its
 * stream, for what became of it. Immutable.
 *
 * @since 0.1
 */
public final class OrderAck {

    private final OrderRef ref;
    private final @Nullable Order order;

    private OrderAck(OrderRef ref, @Nullable Order order) {
        this.ref = Objects.requireNonNull(ref, "ref");
        this.order = order;
    }

    /**
     * An acknowledgement that carries ids alone.
     *
     * @param ref the order's reference
     * @return the acknowledgement
     */
    public static OrderAck of(OrderRef ref) {
        return new OrderAck(ref, null);
    }

    /**
     * An acknowledgement that shows the order.
     *
     * @param order the order as the venue's answer told it
     * @return the acknowledgement
     */
    public static OrderAck of(Order order) {
        return new OrderAck(order.ref(), order);
    }

    /**
     * The order's reference.
     *
     * @return it, with the venue's id
     */
    public OrderRef ref() {
        return ref;
    }

    /**
     * The order as the venue's answer told it.
     *
     * @return the order; empty where the venue answers with ids alone
     */
    public Optional<Order> order() {
        return Optional.ofNullable(order);
    }

    @Override
    public String toString() {
        return "OrderAck[" + (order == null ? ref.toString() : order.toString()) + "]";
    }
}
