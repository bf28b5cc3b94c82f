package dev.astrolabe.aster.internal;

import dev.astrolabe.exchange.transport.Endpoint;
import dev.astrolabe.exchange.transport.Json;
import dev.astrolabe.exchange.transport.Params;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * With which nonce the newest orders left, by their client order ids: an order that still waits in the venue's queue can be
 * dropped by using up its nonce. Bounded: an old order is past its window, and needs no nonce. Safe for any thread.
 */
final class OrderNonces {

    private static final int REMEMBERED = 4096;

    private final Json json = new Json();
    private final Map<String, Long> nonces = new LinkedHashMap<>();

    /** Remembers a request that is about to leave. */
    void sent(Endpoint<?> endpoint, Params params, long nonce) {
        if (endpoint.mutation()) {
            clientOrderIds(params).forEach(id -> remember(id, nonce));
        }
    }

    private List<String> clientOrderIds(Params params) {
        List<String> ids = new ArrayList<>();
        params.get(AsterEndpoints.CLIENT_ORDER_ID).ifPresent(ids::add);
        params.get(AsterEndpoints.BATCH).ifPresent(text -> {
            for (var element : tree(text)) {
                ids.add(element.path(AsterEndpoints.CLIENT_ORDER_ID).asText());
            }
        });
        return ids;
    }

    private com.fasterxml.jackson.databind.JsonNode tree(String text) {
        try {
            return json.tree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("a batch that was written here cannot be read", e);
        }
    }

    private synchronized void remember(String id, long nonce) {
        nonces.remove(id);
        nonces.put(id, nonce);
        if (nonces.size() > REMEMBERED) {
            nonces.remove(nonces.keySet().iterator().next());
        }
    }

    /** The nonce of an order; empty if it is not one of the newest, or the scheme has no nonces. */
    synchronized OptionalLong of(String clientOrderId) {
        Long nonce = nonces.get(clientOrderId);
        return nonce == null ? OptionalLong.empty() : OptionalLong.of(nonce);
    }
}
