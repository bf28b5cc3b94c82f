package dev.astrolabe.exchange.transport;

import dev.astrolabe.exchange.error.NotSentException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request as it goes over the wire, signed. Immutable, safe for any thread. {@link #toString()} shows verb and path only:
 * query, headers and body may carry secrets.
 *
 * @since 0.1
 */
@CheckReturnValue
public final class WireRequest {

    private static final byte[] NO_BODY = {};

    private final HttpMethod method;
    private final String url;
    private final HeaderList headers;
    private final byte[] body;
    private final String contentType;

    private WireRequest(HttpMethod method, String url, HeaderList headers, byte[] body, String contentType) {
        this.method = method;
        this.url = url;
        this.headers = headers;
        this.body = body;
        this.contentType = contentType;
    }

    /**
     * A request without headers and body.
     *
     * @param method the verb
     * @param url scheme, host, path and query, encoded; sent byte for byte
     * @return the request
     */
    public static WireRequest of(HttpMethod method, String url) {
        return new WireRequest(method, url, HeaderList.NONE, NO_BODY, "");
    }

    /**
     * Adds a header, or replaces the one of that name.
     *
     * @param name its name; case does not matter
     * @param value its value, printable ASCII
     * @return the request with it
     * @throws NotSentException naming the header, and not its value, if it has other characters
     */
    public WireRequest header(String name, String value) {
        if (name.isEmpty() || !isPrintable(name) || name.indexOf(' ') >= 0 || name.indexOf(':') >= 0) {
            throw NotSentException.invalid(
                    "header name '" + name + "' is empty or has a blank, a colon or other signs");
        }
        if (!isPrintable(value)) {
            throw NotSentException.invalid("header " + name + " has a character that is not printable ASCII");
        }
        return new WireRequest(method, url, headers.with(name, value), body, contentType);
    }

    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /**
     * Sets the body.
     *
     * @param bytes its bytes, copied
     * @param type its media type, such as {@code application/json}; sent as it is
     * @return the request with it
     * @throws IllegalArgumentException if the verb is GET
     */
    public WireRequest body(byte[] bytes, String type) {
        if (method == HttpMethod.GET) {
            throw new IllegalArgumentException("a GET has no body");
        }
        return new WireRequest(method, url, headers, bytes.clone(), type);
    }

    /**
     * Sets a form as the body.
     *
     * @param encoded the encoded text, such as {@link Params#encoded()}
     * @return the request with it
     * @throws IllegalArgumentException if the verb is GET
     */
    public WireRequest form(String encoded) {
        return body(encoded.getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded");
    }

    /**
     * The verb.
     *
     * @return the verb
     */
    public HttpMethod method() {
        return method;
    }

    /**
     * The address with its query, which may carry a signature.
     *
     * @return the address
     */
    public String url() {
        return url;
    }

    /**
     * The headers, which may carry a key.
     *
     * @return the headers by name, unmodifiable; case does not matter
     */
    public Map<String, String> headers() {
        return headers.map();
    }

    HeaderList headerList() {
        return headers;
    }

    /**
     * The body, which may carry a signature.
     *
     * @return a copy of its bytes; empty where there is none
     */
    public byte[] body() {
        return body.clone();
    }

    /**
     * The media type of the body.
     *
     * @return the type; empty where there is no body
     */
    public String contentType() {
        return contentType;
    }

    /** Verb and path. */
    @Override
    public String toString() {
        int query = url.indexOf('?');
        String path = query < 0 ? url : url.substring(0, query);
        try {
            return method + " " + URI.create(path).getRawPath();
        } catch (IllegalArgumentException e) {
            return method + " (unreadable address)";
        }
    }
}
