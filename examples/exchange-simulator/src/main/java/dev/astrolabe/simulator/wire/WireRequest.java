package dev.astrolabe.simulator.wire;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came, not yet understood.
 *
 * @param method in upper case
 * @param path such as {@code /fapi/v3/order}
 * @param query what follows the question mark, as sent; empty where there is none
 * @param headers by their names in lower case
 * @param body as sent; empty where there is none
 * @param remote the caller's address
 * @since 0.1
 */
public record WireRequest(
        String method, String path, String query, Map<String, String> headers, String body, String remote) {

    /**
     * A request as it came.
     *
     * @param method in upper case
     * @param path such as {@code /fapi/v3/order}
     * @param query what follows the question mark, as sent; empty where there is none
     * @param headers by their names in lower case
     * @param body as sent; empty where there is none
     * @param remote the caller's address
     */
    public WireRequest {
        headers = Map.copyOf(headers);
    }

    /**
     * A header.
     *
     * @param name in any case
     * @return its value; empty where it was not sent
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Without headers, query and body, which hold secrets. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
