package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.error.NotSentException;
import dev.astrolabe.exchange.model.OrderRef;
import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.Params;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * With which nonce the newest orders and strategies left, by their client ids, and which nonces were used up to drop them: what
 * still waits in the venue's queue can be dropped so. Bounded: an old order is past its window, and needs no nonce. Safe for any
 * thread.
 */
final class OrderNonces {

    private static final int REMEMBERED = 4096;

    private final Json json = new Json();
    private final Map<String, OptionalLong> nonces = new LinkedHashMap<>();
    private final Set<Long> dropped = new LinkedHashSet<>();

    /** Remembers a request that is about to leave. */
    void sent(Endpoint<?> endpoint, Params params, long nonce) {
        if (endpoint.mutation()) {
            clientIds(params).forEach(id -> remember(id, nonce));
        }
    }

    private List<String> clientIds(Params params) {
        List<String> ids = new ArrayList<>();
        params.get(AsterEndpoints.CLIENT_ORDER_ID).ifPresent(ids::add);
        params.get(AsterEndpoints.BATCH).ifPresent(text -> {
            for (var element : tree(text)) {
                // A change names its order by another field, and does not give it another nonce.
                String id = element.path(AsterEndpoints.CLIENT_ORDER_ID).asText();
                if (!id.isEmpty()) {
                    ids.add(id);
                }
            }
        });
        params.get(AsterEndpoints.CLIENT_STRATEGY_ID).ifPresent(ids::add);
        return ids;
    }

    private com.fasterxml.jackson.databind.JsonNode tree(String text) {
        try {
            return json.tree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("a batch that was written here cannot be read", e);
        }
    }

    /** Two orders under one id: dropping the one would prove nothing about the other. */
    private synchronized void remember(String id, long nonce) {
        OptionalLong before = nonces.remove(id);
        nonces.put(id, before == null ? OptionalLong.of(nonce) : OptionalLong.empty());
        bound(nonces.keySet());
    }

    private static void bound(Set<?> newest) {
        if (newest.size() > REMEMBERED) {
            Iterator<?> oldest = newest.iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /**
     * The nonce of an order.
     *
     * @throws NotSentException if it is not known
     */
    long require(OrderRef ref) {
        return require(
                ref.clientOrderId()
                        .orElseThrow(
                                () -> NotSentException.invalid(
                                        "order " + ref
                                                + " has no client order id, by which its nonce is known; give the reference of its acknowledgement")));
    }

    /**
     * The nonce of an order or strategy.
     *
     * @throws NotSentException if it is not known
     */
    long require(String clientId) {
        return of(clientId)
                .orElseThrow(() -> NotSentException.invalid("the nonce of '" + clientId
                        + "' is not known: this client did not send it, or sent it twice, or has sent "
                        + REMEMBERED + " since"));
    }

    /** The nonce of an order or strategy; empty if it is not one of the newest, left twice, or the scheme has no nonces. */
    synchronized OptionalLong of(String clientId) {
        return nonces.getOrDefault(clientId, OptionalLong.empty());
    }

    /** Remembers that the venue took a nonce for a noop: none of the orders that left with it was or will be executed. */
    synchronized void dropped(long nonce) {
        dropped.add(nonce);
        bound(dropped);
    }

    synchronized boolean isDropped(long nonce) {
        return dropped.contains(nonce);
    }
}
