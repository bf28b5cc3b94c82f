package dev.astrolabe.simulator.journal;

import java.util.List;

/**
 * What a venue took on with one request. It holds no secret.
 *
 * @param protocol such as {@code aster-v3}
 * @param account whose request it was
 * @param operation such as {@code POST /fapi/v3/order}
 * @param orders what it did to orders, one entry each; empty for other requests
 * @since 0.1
 */
public record Acceptance(String protocol, String account, String operation, List<OrderAct> orders) {

    /** What was done to an order. */
    public enum Act {
        /** It was placed. */
        PLACED,
        /** It was changed. */
        AMENDED,
        /** It was cancelled. */
        CANCELED
    }

    /**
     * One order.
     *
     * @param act what was done to it
     * @param symbol the venue's name of its instrument
     * @param clientOrderId the id that the caller gave; empty where it gave none
     * @param orderId the venue's id
     */
    public record OrderAct(Act act, String symbol, String clientOrderId, String orderId) {}

    /**
     * What a venue took on.
     *
     * @param protocol such as {@code aster-v3}
     * @param account whose request it was
     * @param operation such as {@code POST /fapi/v3/order}
     * @param orders what it did to orders, one entry each; empty for other requests
     */
    public Acceptance {
        orders = List.copyOf(orders);
    }
}
