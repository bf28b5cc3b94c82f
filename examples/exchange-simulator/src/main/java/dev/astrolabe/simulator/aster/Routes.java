package dev.astrolabe.simulator.aster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Which paths there are, what they cost and who carries them out. */
final class Routes {

    /** v1 and v3, where most calls are. */
    static final List<String> BOTH = List.of("v1", "v3");

    static final List<String> V3 = List.of("v3");

    /**
     * One call.
     *
     * @param handler gives what is written as JSON
     */
    record Route(Security security, ToIntFunction<Parameters> weight, Function<Call, Object> handler) {}

    private final Map<String, Route> routes = new HashMap<>();

    void add(
            String method,
            List<String> versions,
            String name,
            Security security,
            ToIntFunction<Parameters> weight,
            Function<Call, Object> handler) {
        Route route = new Route(security, weight, handler);
        for (String version : versions) {
            if (routes.put(key(method, "/fapi/" + version + "/" + name), route) != null) {
                throw new IllegalStateException(method + " " + version + "/" + name + " is there twice");
            }
        }
    }

    void add(String method, String name, Security security, int weight, Function<Call, Object> handler) {
        add(method, BOTH, name, security, any -> weight, handler);
    }

    /** Weight of what answers for one symbol or for all. */
    static ToIntFunction<Parameters> oneOrAll(int one, int all) {
        return parameters -> parameters.has("symbol") ? one : all;
    }

    Optional<Route> find(String method, String path) {
        return Optional.ofNullable(routes.get(key(method, path)));
    }

    private static String key(String method, String path) {
        return method + " " + path;
    }
}
