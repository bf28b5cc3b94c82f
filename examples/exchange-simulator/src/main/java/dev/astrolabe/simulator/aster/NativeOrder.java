package dev.astrolabe.simulator.aster;

import dev.astrolabe.exchange.model.Order;
import dev.astrolabe.exchange.model.TriggerBy;

/**
 * What the venue keeps of an order beside the neutral model.
 *
 * @param clientOrderId as the caller gave it; empty where he gave none
 */
record NativeOrder(String clientOrderId, String timeInForce, String workingType, boolean priceProtect) {

    /** Of an order that did not come over this wire. */
    static NativeOrder of(Order order) {
        return new NativeOrder(
                "", Words.of(order.timeInForce()), Words.of(order.triggerBy().orElse(TriggerBy.LAST)), false);
    }
}
