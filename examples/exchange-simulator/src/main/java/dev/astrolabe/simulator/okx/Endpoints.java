package dev.astrolabe.simulator.okx;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All endpoints by method and path. */
final class Endpoints {

    private static final String PREFIX = "/api/v5/";

    private final Map<String, Map<String, Endpoint>> byPath = new HashMap<>();

    void open(String path, Limit limit, Function<Call, Reply> handler) {
        add("GET", path, Endpoint.Access.PUBLIC, limit, handler);
    }

    void read(String path, Limit limit, Function<Call, Reply> handler) {
        add("GET", path, Endpoint.Access.READ, limit, handler);
    }

    void trade(String path, Limit limit, Function<Call, Reply> handler) {
        add("POST", path, Endpoint.Access.TRADE, limit, handler);
    }

    private void add(String method, String path, Endpoint.Access access, Limit limit, Function<Call, Reply> handler) {
        Endpoint endpoint = new Endpoint(method, PREFIX + path, access, limit, handler);
        byPath.computeIfAbsent(endpoint.path(), any -> new HashMap<>()).put(method, endpoint);
    }

    /** The endpoint that a request means; empty where it is no endpoint of this venue, or not with this method. */
    Optional<Endpoint> find(String method, String path) {
        return Optional.ofNullable(byPath.getOrDefault(path, Map.of()).get(method));
    }

    Endpoint required(String method, String path) {
        Map<String, Endpoint> methods = byPath.get(path);
        if (methods == null) {
            throw Code.NOT_FOUND.refused(path);
        }
        Endpoint endpoint = methods.get(method);
        if (endpoint == null) {
            throw Code.METHOD.refused();
        }
        return endpoint;
    }
}
