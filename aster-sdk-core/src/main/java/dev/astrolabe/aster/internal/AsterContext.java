package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.Capabilities;
import dev.astrolabe.exchange.ExchangeConfig;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.transport.Access;
import dev.astrolabe.exchange.transport.ClientOrderIds;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Params;
import dev.astrolabe.exchange.transport.RestClient;
import dev.astrolabe.exchange.transport.Sleeper;
import java.time.Clock;

/** What the groups of one client share, and the way on which all of them call. */
record AsterContext(
        ExchangeConfig config,
        Capabilities capabilities,
        AsterEndpoints endpoints,
        AsterSigner signer,
        RestClient rest,
        ClientOrderIds clientOrderIds,
        Clock clock,
        Sleeper sleeper) {

    <T> T call(Endpoint<T> endpoint, Params params) {
        requireCredentials(endpoint);
        return rest.call(endpoint, params);
    }

    <T> T call(Endpoint<T> endpoint, Params params, OrderRef order) {
        requireCredentials(endpoint);
        return rest.call(endpoint, params, order);
    }

    void requireCredentials(Endpoint<?> endpoint) {
        if (endpoint.access() != Access.PUBLIC) {
            signer.requireCredentials(endpoint);
        }
    }
}
