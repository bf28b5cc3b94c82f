package dev.astrolabe.simulator.okx;

import java.util.function.Function;

/**
 * One endpoint.
 *
 * @param method GET or POST
 * @param path such as {@code /api/v5/trade/order}
 * @param access who may call it
 * @param limit how often
 * @param handler carries it out
 */
record Endpoint(String method, String path, Access access, Limit limit, Function<Call, Reply> handler) {

    /** Who may call an endpoint. */
    enum Access {
        PUBLIC,
        READ,
        TRADE
    }

    boolean isPrivate() {
        return access != Access.PUBLIC;
    }

    boolean changes() {
        return isPrivate() && method.equals("POST");
    }
}
