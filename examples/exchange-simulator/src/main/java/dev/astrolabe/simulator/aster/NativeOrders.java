package dev.astrolabe.simulator.aster;

import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.simulator.venue.VenueAccount;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The venue's own facts of orders, and client ids, whose alphabet is wider than the engine's. Guarded by the venue's lock.
 */
final class NativeOrders {

    private final Map<String, NativeOrder> facts = new HashMap<>();
    private final Map<String, String> newestByClientId = new HashMap<>();
    private @Nullable NativeOrder arriving;

    /** Places an order: what the engine tells first of an order unknown so far is this one. */
    <T> T placing(NativeOrder order, Supplier<T> place) {
        arriving = order;
        try {
            return place.get();
        } finally {
            arriving = null;
        }
    }

    /** To be called with all that the engine tells of an order, before it is passed on. */
    void seen(VenueAccount account, Order order) {
        if (facts.containsKey(order.orderId())) {
            return;
        }
        NativeOrder known = arriving;
        arriving = null;
        facts.put(order.orderId(), known == null ? NativeOrder.of(order) : known);
        newestByClientId.put(key(account, clientId(order)), order.orderId());
    }

    NativeOrder of(Order order) {
        NativeOrder known = facts.get(order.orderId());
        return known == null ? NativeOrder.of(order) : known;
    }

    String clientId(Order order) {
        String given = of(order).clientOrderId();
        return given.isEmpty() ? order.clientOrderId().orElse("") : given;
    }

    Optional<Order> byClientId(VenueAccount account, String clientOrderId) {
        return Optional.ofNullable(newestByClientId.get(key(account, clientOrderId)))
                .flatMap(account::order);
    }

    private static String key(VenueAccount account, String clientOrderId) {
        return account.id() + "\n" + clientOrderId;
    }
}
